"""U-04: the reference sale is approved with few keys and no click, drawn or not."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from db.ids import new_id
from desk.local.settings import Language
from desk.windows.approval.review import ReviewScreen
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.workflow import commands as c
from desk.workflow.application import Application, Party, Person
from desk.workflow.errors import DeskError
from desk.workflow.evidence.blind import is_drawn
from desk.workflow.queries.cases import case
from tests.windows.conftest import duty, settle, shown_window
from tests.windows.key_ledger import CONTROL, KeyLedger
from tests.windows.reference_sale import BUYERS, ENTER, house_of

pytestmark = pytest.mark.gui

GOAL, NEXT = 25, 1.5
APPROVER, COLLEAGUE = "a1", "a2"
OpenSession = Callable[[Office, Language], Session]


def sale(office: Office, *, drawn: bool) -> UUID:
    """Accept R1, and leave nothing before it in the pool."""
    unit, sellers = house_of(office, owners=2)
    buyers = tuple(Person(name=one.name, id_type="1", id_number=one.id_number) for one in BUYERS)
    application = Application(
        item="LY013",
        units=(unit,),
        parties=(
            *(party(one, "obligor") for one in sellers),
            *(party(one, "holder") for one in buyers),
        ),
        co_ownership="joint",
        reason="买卖(存量房)",
        fields={
            "price": "1280000.00",
            "contract_no": "CLF20260012345",
            "contract_date": "2026-11-20",
            "dwelling_count": 1,
        },
        materials=("M01", "M02", "M04", "M06", "M13"),
        confirmed=("R13",),
    )
    key = office.desk.setting.seal_key
    case_id = next(one for one in (new_id() for _ in count()) if is_drawn(one, key) is drawn)
    take_all_before(office)
    office.desk.do(c.AcceptCase(case_id=case_id, application=application), by="w02")
    return case_id


def party(person: Person, role: str) -> Party:
    return Party(
        role=role,  # type: ignore[arg-type]
        name=person.name,
        id_type=person.id_type,
        id_number=person.id_number,
    )


def take_all_before(office: Office) -> None:
    """Let colleagues claim whatever waits."""
    for login in (COLLEAGUE, "a3"):
        while True:
            try:
                office.desk.do(c.ClaimCase(), by=login)
            except DeskError:
                break


def begin(
    bot: QtBot, office: Office, open_session: OpenSession, case_id: UUID
) -> tuple[KeyLedger, ReviewScreen]:
    """Sit down at the pool and press G: the case is there."""
    window = shown_window(open_session(office, "zh"), duty(office, APPROVER))
    window.activateWindow()
    bot.waitUntil(window.isActiveWindow)
    settle(bot, office)
    window.go("A01")
    settle(bot, office)
    ledger = KeyLedger(bot, office, window)
    ledger.type("g")
    screen = window.screen
    assert isinstance(screen, ReviewScreen)
    with office.desk.ask() as reader:
        view = case(reader, case_id, datetime.now(UTC))
    assert view is not None
    assert screen.title.text().startswith(str(view.row.case_no))
    return ledger, screen


def state_of(office: Office, case_id: UUID) -> str:
    with office.desk.ask() as reader:
        found = reader.case(case_id)
    assert found is not None
    return found.state


def test_u04_r1_is_approved_with_25_keys_and_the_next_case_offered_at_once(
    qtbot: QtBot, office: Office, open_session: OpenSession
) -> None:
    case_id = sale(office, drawn=False)
    ledger, screen = begin(qtbot, office, open_session, case_id)
    while screen.rows.open_rows:
        ledger.press(ENTER)
    started = time.monotonic()
    ledger.press(ENTER, CONTROL)

    qtbot.waitUntil(lambda: state_of(office, case_id) == "approved")
    qtbot.waitUntil(lambda: "    " in screen.concluded.said.text())
    assert time.monotonic() - started <= NEXT
    assert (ledger.keys <= GOAL, ledger.clicks) == (True, 0)


def test_u04_r1_that_is_drawn_is_typed_anew_within_its_keys(
    qtbot: QtBot, office: Office, open_session: OpenSession
) -> None:
    case_id = sale(office, drawn=True)
    ledger, screen = begin(qtbot, office, open_session, case_id)
    while screen.rows.open_rows:
        ledger.press(ENTER)
    ledger.type("128w")
    ledger.press(ENTER)
    ledger.type(BUYERS[0].id_number[-4:])
    ledger.press(ENTER, CONTROL)

    qtbot.waitUntil(lambda: state_of(office, case_id) == "approved")
    assert (ledger.keys <= GOAL, ledger.clicks) == (True, 0)
