"""A person comes back after the one-time notice, to another clerk: nothing is keyed twice."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.counter.entry_state import DEFERRED, EntryState, Source
from desk.windows.counter.my_window import MyWindowScreen
from desk.windows.counter.notice import NoticeDialog
from desk.windows.devices.simulated import SimulatedPrinter
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.workflow.commands import CallNext, DrawTicket, new_id
from desk.workflow.desk import Desk as LawDesk
from desk.workflow.queries.queue import WaitingRow, waiting
from desk.workflow.scanned import slip_code
from forms.messages import message
from printing.raster import page_text
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


def test_u04_three_missing_papers_are_told_with_their_ways_in_fifteen_keys(
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


def scan_slip(desk: Desk, case_id: UUID) -> None:
    """Scan a slip, whatever is in front."""
    desk.frame.scanning.queue.take(slip_code(case_id))
    settle(desk.bot, desk.office)


def nobody_waits(office: Office) -> None:
    """Let the whole hall be called to another window."""
    with office.desk.ask() as reader:
        rows = [row for row in waiting(reader, datetime.now(UTC)) if row.called_window != 3]
    for row in rows:
        if row.called_window is None:
            office.desk.do(CallNext(window=3, case_id=row.case_id, any_order=True), by="w03")


def test_the_slip_opens_the_same_pre_review_when_nobody_is_before_it(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    first = Desk(qtbot, office, open_session(office, "zh"), "w02")
    row = given_a_number(office)
    entered(first.accept(row))
    told(first, "M06")
    nobody_waits(office)
    second = Desk(qtbot, office, open_session(office, "zh"), "w01")
    second.frame.go("D11")

    scan_slip(second, row.case_id)

    back = second.frame.screen
    assert isinstance(back, AcceptanceScreen)
    assert back.model.state.text("parties/2/name") == "赵海燕"
    assert waits(office).called_window == 1


def test_with_others_before_it_the_slip_waits_at_its_place(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    first = Desk(qtbot, office, open_session(office, "en"), "w02")
    before = new_id()
    office.desk.do(DrawTicket(case_id=before, item=SALE, lane="priority"), by="w02")
    row = given_a_number(office)
    entered(first.accept(row))
    told(first, "M06")

    scan_slip(first, row.case_id)

    screen = first.frame.screen
    assert isinstance(screen, MyWindowScreen)
    chosen = screen.waiting.current()
    assert chosen is not None
    assert chosen.case_id == row.case_id
    assert chosen.called_window is None
    assert screen.banner.text.startswith(f"{row.ticket} waits at its place, ")


def test_slips_that_open_nothing_are_told_plainly(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    desk = Desk(qtbot, office, open_session(office, "zh"), "w02")
    desk.frame.go("C01")
    settle(qtbot, office)
    screen = desk.frame.screen
    assert isinstance(screen, MyWindowScreen)

    scan_slip(desk, new_id())
    assert screen.banner.text == message("E-SLP-001", "zh")

    used = next(row for row in screen.in_hand.model.rows if row.case_no)
    scan_slip(desk, used.case_id)
    assert screen.banner.text == message("E-SLP-002", "zh", number=used.case_no)

    nobody_waits(office)
    with office.desk.ask() as reader:
        away = next(r for r in waiting(reader, datetime.now(UTC)) if r.called_window == 3)
    scan_slip(desk, away.case_id)
    assert screen.banner.text == message("E-SLP-004", "zh", window=3)


def test_the_notice_goes_to_the_printer_when_it_is_made(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    office.desk.close()
    office.desk = LawDesk.open(office.desk.url, keep_papers=True)
    desk = Desk(qtbot, office, open_session(office, "zh"), "w02")
    printer = office.workplace.printer
    assert isinstance(printer, SimulatedPrinter)
    row = given_a_number(office)
    entered(desk.accept(row))
    told(desk, "M06")
    qtbot.waitUntil(lambda: bool(printer.printed))

    ((title, pdf),) = printer.printed
    read = "".join(page_text(pdf).split())
    assert title == "一次性告知书"
    assert slip_code(row.case_id) in read
    assert "于丽、赵海燕" in read
