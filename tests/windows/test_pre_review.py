"""A person comes back after the one-time notice, to another clerk: nothing is keyed twice."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.counter.entry_state import DEFERRED, EntryState, Source
from desk.windows.counter.notice import NoticeDialog
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.workflow.commands import CallNext, DrawTicket, new_id
from desk.workflow.queries.queue import WaitingRow, waiting
from tests.windows.conftest import duty, settle, shown_window
from tests.windows.key_ledger import CONTROL, KeyLedger

pytestmark = pytest.mark.gui
SALE = "LY013"
ENTERED = {
    "co_ownership": "sole",
    "parties/1/role": "obligor",
    "parties/1/name": "于丽",
    "parties/1/id_type": "1",
    "parties/1/id_number": "220403199111270306",
    "parties/2/role": "holder",
    "parties/2/name": "赵海燕",
    "parties/2/id_type": "1",
    "parties/2/id_number": "220402196708162201",
    "fields/price": "318000.00",
    "materials/M01": "present",
    "materials/M02": "present",
}


class Desk:
    """A clerk with a window of the program."""

    def __init__(self, bot: QtBot, office: Office, session: Session, login: str) -> None:
        self.bot, self.office, self.login = bot, office, login
        self.frame: MainWindow = shown_window(session, duty(office, login))
        settle(bot, office)

    def accept(self, row: WaitingRow) -> AcceptanceScreen:
        """Begin with a number."""
        self.frame.go("C03", row)
        settle(self.bot, self.office)
        screen = self.frame.screen
        assert isinstance(screen, AcceptanceScreen)
        return screen


def waits(office: Office) -> WaitingRow:
    """Return the newest number of the sale."""
    with office.desk.ask() as reader:
        rows = [row for row in waiting(reader, datetime.now(UTC)) if row.reason == "back"]
    return rows[0]


def given_a_number(office: Office) -> WaitingRow:
    """Let the guide give a number for the sale, and the clerk call it."""
    case_id = new_id()
    draw = DrawTicket(case_id=case_id, item=SALE, lane="priority", reason="back")
    office.desk.do(draw, by="w02")
    office.desk.do(CallNext(window=2, case_id=case_id, any_order=True), by="w02")
    return waits(office)


def entered(screen: AcceptanceScreen) -> None:
    """Key the sale as far as the person's papers go."""
    with screen.model.one_act():
        screen.model.fill(ENTERED, Source.EARLIER, over=True)
        question = screen.entry.questions.questions[0].code
        screen.model.put(f"answers/{question}/2", "yes")


def told(desk: Desk, later: str) -> None:
    """Make the notice; one paper may come after the acceptance."""
    screen = desk.frame.screen
    assert isinstance(screen, AcceptanceScreen)
    screen.notice.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NoticeDialog)
    dialog.ways[later].choose(DEFERRED)
    dialog._finish()
    settle(desk.bot, desk.office)


def test_another_clerk_goes_on_where_the_first_one_stopped(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    first = Desk(qtbot, office, open_session(office, "en"), "w02")
    screen = first.accept(given_a_number(office))
    entered(screen)
    told(first, "M06")
    left = screen.model.state
    first.frame.go("C01")
    settle(qtbot, office)

    second = Desk(qtbot, office, open_session(office, "en"), "w03")
    back = second.accept(waits(office))

    state = back.model.state
    assert state.values == left.values
    assert state.text("fields/price") == "318000.00"
    assert set(state.sources.values()) == {Source.PRE_REVIEW}
    assert state.materials(DEFERRED) == ("M06",)
    assert back.entry.parties.rows[1].name.text() == "赵海燕"
    assert back.entry.parties.rows[1].cells["name"].tag.text() == "pre-review"
    assert back.banner.text == "Restored; nothing has to be entered twice."


def test_what_is_keyed_while_the_pre_review_is_looked_for_stays(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    first = Desk(qtbot, office, open_session(office, "zh"), "w02")
    entered(first.accept(given_a_number(office)))
    told(first, "M06")

    second = Desk(qtbot, office, open_session(office, "zh"), "w03")
    second.frame.go("C03", waits(office))
    back = second.frame.screen
    assert isinstance(back, AcceptanceScreen)
    back.model.put("parties/1/name", "许勇")
    settle(qtbot, office)

    state: EntryState = back.model.state
    assert state.text("parties/1/name") == "许勇"
    assert state.text("parties/2/name") == ""  # nobody of the old entry beside somebody new
    assert state.text("fields/price") == "318000.00"
    assert back.model.source("fields/price") is Source.PRE_REVIEW


def test_three_missing_papers_are_told_with_their_ways_in_fifteen_keys(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    desk = Desk(qtbot, office, open_session(office, "zh"), "w02")
    row = given_a_number(office)
    screen = desk.accept(row)
    entered(screen)
    with qtbot.waitActive(desk.frame):
        desk.frame.activateWindow()
    screen.first.setFocus()
    ledger = KeyLedger(qtbot, office, desk.frame)

    ledger.press(Qt.Key.Key_F4)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NoticeDialog)
    assert list(dialog.ways) == ["M04", "M13", "M06"]
    assert dialog.focusWidget() is dialog.ticks["M04"]
    ledger.press(Qt.Key.Key_Tab)
    for _ in range(2):  # two must be there before the acceptance
        ledger.press(Qt.Key.Key_Tab)
        ledger.press(Qt.Key.Key_Tab)
    ledger.type("2")
    ledger.press(Qt.Key.Key_Return, CONTROL)

    assert ledger.keys <= 15
    assert ledger.clicks == 0
    assert screen.model.state.materials(DEFERRED) == ("M06",)
    assert waits(office).missing == ("M04", "M13")
