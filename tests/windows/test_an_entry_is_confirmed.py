"""A04 in a live centre: an entry is confirmed by PIN or passphrase; three misses sign out."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from db.ids import new_id
from desk.local.known import KnownCentre
from desk.windows.approval.registration import RegistrationScreen
from desk.windows.parts.office import Office, OnDuty
from desk.workflow import commands as c
from desk.workflow.desk import Desk
from desk.workflow.errors import DeskError
from desk.workflow.people import set_password
from desk.workflow.queries.people import person
from tests.windows.office_counter import Frame
from tests.workflow.conftest import found_centre, sale

PASSPHRASE, PIN = "一朝一夕之间的山川与河流都在这里", "402615"


@pytest.fixture
def approved(tmp_path: Path, open_office: Callable[[str], Office]) -> tuple[Office, UUID]:
    """A live centre with one approved case, the registrar at the desk with a PIN."""
    url = f"sqlite:///{tmp_path / 'live.db'}"
    found_centre(url, kind="live")
    set_password(url, "a1", PASSPHRASE, by="m1")
    office = open_office(url)
    desk = office.desk
    for key in ("papers.complete", "review.looked"):
        desk.do(c.ChangeSetting(key=key, value=False), by="m1")
    case_id = new_id()
    desk.do(c.AcceptCase(case_id=case_id, application=sale()), by="w1")
    desk.do(c.ChargeCase(case_id=case_id), by="w1")
    desk.do(c.PayCharge(case_id=case_id, what="all", method="scan"), by="w1")
    desk.do(c.ClaimCase(), by="a1")
    desk.do(c.DecideCase(case_id=case_id, decision="approve", opinion="同意。"), by="a1")
    with desk.ask() as reader:
        one = person(reader, "a1")
    assert one is not None
    office.person = OnDuty(login="a1", name=one.name, roles=one.roles, window=None)
    known = KnownCentre(kind="live", setting=desk.setting)
    office.keeping.known.signed_in(desk.url, known, one, office.clock.now(), PIN)
    return office, case_id


def screen_of(qtbot: QtBot, office: Office, case_id: UUID) -> RegistrationScreen:
    screen = RegistrationScreen(office, Frame())
    qtbot.addWidget(screen)
    screen.show()
    screen.open(case_id)
    qtbot.waitUntil(screen.register.isEnabled)
    return screen


def state(desk: Desk, case_id: UUID) -> str:
    with desk.ask() as reader:
        case = reader.case(case_id)
    assert case is not None
    return case.state


@pytest.mark.parametrize("typed", [PIN, PASSPHRASE])
def test_the_registrar_enters_with_pin_or_passphrase(
    qtbot: QtBot, approved: tuple[Office, UUID], typed: str
) -> None:
    office, case_id = approved
    screen = screen_of(qtbot, office, case_id)
    assert screen.own_hand.isVisible()
    screen.register.trigger()
    assert "E-PIN-005" in screen.banner.text or screen.banner.property("level") == "error"
    assert state(office.desk, case_id) == "approved"

    screen.own_hand.setText(typed)
    screen.register.trigger()

    qtbot.waitUntil(lambda: state(office.desk, case_id) == "registered")
    assert screen.own_hand.text() == ""


def test_three_misses_end_the_session_and_enter_nothing(
    qtbot: QtBot, approved: tuple[Office, UUID]
) -> None:
    office, case_id = approved
    screen = screen_of(qtbot, office, case_id)
    with qtbot.waitSignal(office.locked):
        for _ in range(3):
            screen.banner.hide()
            screen.own_hand.setText("402616")
            screen.register.trigger()
            qtbot.wait(300)

    assert state(office.desk, case_id) == "approved"


def test_around_the_window_an_entry_without_confirmation_is_refused(
    approved: tuple[Office, UUID],
) -> None:
    office, case_id = approved
    with pytest.raises(DeskError) as refused:
        office.desk.do(c.RegisterCase(case_id=case_id), by="a1")

    assert refused.value.codes == ("D-ROLE",)
    office.desk.do(c.ChangeSetting(key="entry.confirmed", value=False), by="m1")
    office.desk.do(c.RegisterCase(case_id=case_id), by="a1")
    assert state(office.desk, case_id) == "registered"
