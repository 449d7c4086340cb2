"""E-SYS-003: the clock of a PC is wrong; the window says by how much and goes by the database."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.frame.session import Session
from desk.windows.parts.centre_clock import CentreClock
from desk.windows.parts.office import Office
from desk.windows.recovery.timekeeper import ClockStrip
from desk.workflow.desk import Desk
from desk.workflow.queries.hour import drift
from tests.windows.conftest import duty, settle
from tests.workflow.conftest import found_centre

pytestmark = pytest.mark.gui
CLOSE = timedelta(seconds=2)


class WrongClock:
    """The clock of a PC, off by what somebody set it to."""

    def __init__(self, off: float) -> None:
        self.off = off

    def __call__(self) -> datetime:
        """Return what it shows."""
        return datetime.now(UTC) + timedelta(seconds=self.off)


@pytest.fixture
def desk_of_centre(url: str) -> str:
    """The address of the small centre, on each kind of database."""
    found_centre(url)
    return url


@pytest.mark.parametrize(
    ("off", "said"),
    [(42.4, ("fast", 42)), (-90, ("slow", 90)), (4, None), (-4, None), (0, None)],
)
def test_a_clock_that_is_wrong_by_more_than_five_seconds_is_named(
    desk_of_centre: str, off: float, said: tuple[str, int] | None
) -> None:
    desk = Desk.open(desk_of_centre, keep_papers=False)
    with desk.ask() as reader:
        found = drift(reader, WrongClock(off)).finding
    desk.close()

    assert (found and (found.facts["variant"], found.facts["seconds"])) == said
    if found is not None and said is not None:
        assert f"{said[1]} s {said[0]}" in found.text("en")
        assert f"{'快' if said[0] == 'fast' else '慢'} {said[1]} 秒" in found.text("zh")


def at_window(
    office: Office, clock: WrongClock, session: Callable[[Office, Language], Session]
) -> tuple[Session, ClockStrip]:
    """Sign in at the window of a PC with this clock."""
    office.clock = CentreClock(clock)
    opened = session(office, "en")
    opened.begin()
    window = opened.take_duty(duty(office, "w1"))
    strip = window.findChild(ClockStrip)
    assert strip is not None
    return opened, strip


def test_the_window_says_it_and_shows_the_databases_time(
    qtbot: QtBot,
    desk_of_centre: str,
    open_office: Callable[[str], Office],
    open_session: Callable[[Office, Language], Session],
) -> None:
    office, clock = open_office(desk_of_centre), WrongClock(42)
    session, strip = at_window(office, clock, open_session)
    settle(qtbot, office)

    assert strip.isVisible()
    assert "E-SYS-003" in strip.text()
    assert "42 s fast" in strip.text()
    assert abs(office.clock.now() - datetime.now(UTC)) < CLOSE
    asked: list[datetime] = []
    office.look(office, lambda _reader, now: now, asked.append)
    settle(qtbot, office)
    assert abs(asked[0] - datetime.now(UTC)) < CLOSE

    clock.off = 0  # the administrator set it right
    session._timekeeper.compare()
    settle(qtbot, office)
    assert not strip.isVisible()
    assert abs(office.clock.now() - datetime.now(UTC)) < CLOSE


def test_it_is_compared_again_after_an_outage_and_not_while_it_lasts(
    qtbot: QtBot,
    desk_of_centre: str,
    open_office: Callable[[str], Office],
    open_session: Callable[[Office, Language], Session],
) -> None:
    office, clock = open_office(desk_of_centre), WrongClock(0)
    session, strip = at_window(office, clock, open_session)
    settle(qtbot, office)
    office.set_away(True)
    clock.off = -3_600  # the PC was set back in the meantime
    session._timekeeper.compare()
    assert not strip.isVisible()

    office.set_away(False)
    qtbot.waitUntil(strip.isVisible)
    assert "3600 s slow" in strip.text()


def test_what_is_kept_as_a_draft_bears_the_databases_time(desk_of_centre: str) -> None:
    desk = Desk.open(desk_of_centre, keep_papers=False)
    at = desk.upkeep(lambda act: act.now, by="w1")
    desk.close()

    assert at.tzinfo is UTC
    assert abs(at - datetime.now(UTC)) < CLOSE
