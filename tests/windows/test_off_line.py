"""The database goes away under an open window: entry goes on, nothing hangs, all of it arrives."""

import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.ids import new_id
from db.server import PrivateServer
from desk.local.settings import Language
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.windows.recovery.offline_strip import OfflineStrip
from desk.windows.recovery.sync_screen import SyncScreen
from desk.workflow.commands import AcceptCase, DrawTicket
from desk.workflow.desk import Desk
from desk.workflow.errors import DeskError
from tests.windows.conftest import duty, settle
from tests.workflow.conftest import HOME, UNKNOWN, found_centre, sale

pytestmark = pytest.mark.gui
LONGEST_GAP = 1.0  # s; a sign that the windows wait for the database, not a promise


@pytest.fixture
def away() -> Iterator[PrivateServer]:
    """A server of its own, to be halted and started again."""
    with PrivateServer() as running:
        yield running


@pytest.fixture
def at_window(
    away: PrivateServer,
    open_office: Callable[[str], Office],
    open_session: Callable[[Office, Language], Session],
) -> tuple[Office, MainWindow]:
    """w1 at window 1 of the small centre."""
    url = away.create_database("centre")
    found_centre(url)
    office = open_office(url)
    return office, open_session(office, "en").take_duty(duty(office, "w1"))


class Pulse(QObject):
    """Measures the longest time in which the windows did nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self._last = 0.0, time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest, self._last = max(self.longest, now - self._last), now


def accept(office: Office, unit: str, said: list[str]) -> None:
    """Accept a sale, and note what is refused."""
    command = AcceptCase(case_id=new_id(), application=sale(unit))

    def refused(error: DeskError) -> None:
        said.append(error.text("en"))

    office.do(office, command, lambda answer: said.append(type(answer).__name__), refused)


@pytest.mark.postgresql
def test_a_case_taken_in_while_the_server_is_away_is_accepted_once_when_it_is_back(
    qtbot: QtBot, away: PrivateServer, at_window: tuple[Office, MainWindow]
) -> None:
    office, window = at_window
    strip = window.findChild(OfflineStrip)
    settle(qtbot, office)
    assert strip is not None
    assert not strip.isVisible()
    pulse, said = Pulse(), []  # type: ignore[var-annotated]

    away.halt()
    qtbot.waitUntil(lambda: office.is_away, timeout=5_000)  # heard, nobody had to ask
    accept(office, HOME, said)
    accept(office, UNKNOWN, said)
    qtbot.waitUntil(lambda: len(said) == 2, timeout=15_000)

    assert all("not yet accepted" in text for text in said)
    assert strip.isVisible()
    assert "2 to send" in strip.text()
    assert pulse.longest < LONGEST_GAP
    window.go("S05")
    screen = window.screen
    assert isinstance(screen, SyncScreen)
    assert [row.state for row in screen.listing.model.rows] == ["waits", "waits"]

    away.start()
    outbox = office.keeping.outbox
    qtbot.waitUntil(lambda: {r.state for r in outbox.rows()} == {"sent", "refused"}, timeout=15_000)
    settle(qtbot, office)

    assert not office.is_away
    assert [(row.state, bool(row.case_no)) for row in screen.listing.model.rows] == [
        ("sent", True),
        ("refused", False),
    ]
    screen.listing.view.selectRow(1)
    assert screen.said.count() > 0
    assert "1 still to send" in strip.text()


def test_a_refused_case_can_be_sent_again_or_taken_out(
    qtbot: QtBot,
    office: Office,
    open_session: Callable[[Office, Language], Session],
) -> None:
    outbox = office.keeping.outbox
    outbox.put(AcceptCase(case_id=new_id(), application=sale(UNKNOWN)), login="w02", title="LY013")
    window = open_session(office, "en").take_duty(duty(office, "w02"))
    window.go("S05")
    screen = window.screen
    assert isinstance(screen, SyncScreen)
    for tries in (1, 2):
        screen.retry.trigger()
        qtbot.waitUntil(lambda n=tries: outbox.rows()[0].tries == n)  # type: ignore[misc]
        settle(qtbot, office)
    assert screen.listing.model.rows[0].state == "refused"

    screen.listing.view.selectRow(0)
    screen.give_up.trigger()

    assert outbox.rows() == ()


@pytest.mark.postgresql
def test_others_are_heard_again_after_an_outage(
    qtbot: QtBot, away: PrivateServer, at_window: tuple[Office, MainWindow]
) -> None:
    office, _window = at_window
    away.halt()
    qtbot.waitUntil(lambda: office.is_away, timeout=5_000)
    away.start()
    qtbot.waitUntil(lambda: not office.is_away, timeout=15_000)
    settle(qtbot, office)

    other = Desk.open(away.url("centre"), keep_papers=False)
    with qtbot.waitSignal(office.touched, timeout=5_000):
        other.do(DrawTicket(case_id=new_id()), by="g1")
    other.close()
    QApplication.processEvents()


def test_what_can_not_wait_is_refused_and_not_kept(
    qtbot: QtBot, away: PrivateServer, at_window: tuple[Office, MainWindow]
) -> None:
    office, _window = at_window
    away.halt()
    said: list[str] = []
    office.do(
        office,
        DrawTicket(case_id=new_id()),
        lambda answer: said.append(type(answer).__name__),
        lambda error: said.append(error.codes[0]),
    )
    qtbot.waitUntil(lambda: bool(said), timeout=15_000)

    assert said == ["E-NET-001"]
    assert office.keeping.outbox.waiting == 0
