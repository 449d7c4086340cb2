"""Ask, record, sign: the record of the questions is printed from the workplace with Ctrl+P."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.counter.entry_state import PRESENT, Source
from desk.windows.counter.kept_acceptance import KeptAcceptanceScreen
from desk.windows.counter.questioning import RECORD
from desk.windows.devices.simulated import SimulatedPrinter
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from forms.catalogue import delivered
from forms.interview import questions_of
from forms.messages import message
from printing.raster import page_text
from tests.windows.conftest import duty, settle, shown_window

pytestmark = pytest.mark.gui
PEOPLE = {
    "parties/1/role": "obligor",
    "parties/1/name": "于丽",
    "parties/2/role": "holder",
    "parties/2/name": "赵海燕",
}
ITEMS = list(delivered().items)


@pytest.fixture
def open_kind(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> Callable[[str], KeptAcceptanceScreen]:
    """Open the workplace for a kind of business, with two people in it."""
    window = shown_window(open_session(office, "zh"), duty(office, "w02"))

    def open_one(item: str) -> KeptAcceptanceScreen:
        window.go("C03", item)
        settle(qtbot, office)
        screen = window.screen
        assert isinstance(screen, KeptAcceptanceScreen)
        screen.model.fill(PEOPLE, Source.EARLIER, over=True)
        return screen

    return open_one


def test_the_record_is_printed_and_ticked_where_the_papers_list_it(
    qtbot: QtBot, office: Office, open_kind: Callable[[str], KeptAcceptanceScreen]
) -> None:
    screen, printer = open_kind("LY016"), office.workplace.printer
    assert isinstance(printer, SimulatedPrinter)
    screen.record.trigger()
    assert screen.banner.text == "还没有人回答。按 Alt+5 到询问逐题询问。"
    assert printer.printed == []

    screen.model.put("answers/true_will/1", "yes")
    screen.model.put("answers/true_will/2", "no")
    screen.model.put("notes/true_will/2", "被家人催促")
    screen.record.trigger()
    qtbot.waitUntil(lambda: bool(printer.printed))
    settle(qtbot, office)

    ((title, pdf),) = printer.printed
    read = "".join(page_text(pdf).split())
    assert title == "询问笔录"
    assert "于丽（义务人）：是赵海燕（权利人）：否。备注：被家人催促" in read
    assert screen.model.value(f"materials/{RECORD}") == PRESENT


def test_a_printer_that_is_away_is_told(
    qtbot: QtBot, office: Office, open_kind: Callable[[str], KeptAcceptanceScreen]
) -> None:
    screen, printer = open_kind("LY013"), office.workplace.printer
    assert isinstance(printer, SimulatedPrinter)
    printer.is_there = False
    screen.model.put("answers/true_will/1", "yes")
    screen.record.trigger()

    qtbot.waitUntil(lambda: screen.banner.text == message("E-PRN-001", "zh"))
    assert screen.model.value(f"materials/{RECORD}") is None


def test_the_answer_that_is_not_expected_opens_its_branch_in_every_kind_of_business(
    open_kind: Callable[[str], KeptAcceptanceScreen],
) -> None:
    screen = open_kind("LY013")
    view = screen.entry.questions
    for code in ITEMS:
        view.begin(delivered().items[code])
        assert view.questions == questions_of(delivered().items[code])
        for number, question in enumerate(view.questions, start=1):
            other = "no" if question.expected == "yes" else "yes"
            screen.model.put(f"answers/{question.code}/2", question.expected)
            assert view.branch.text() == "", (code, question.code)
            screen.model.put(f"answers/{question.code}/2", other)
            assert view.branch.text() == f"▲ {number}  {question.branch_zh}", (code, question.code)
            screen.model.put(f"answers/{question.code}/2", None)


def test_the_question_in_hand_stays_in_view_and_no_empty_block_stands_below(
    qtbot: QtBot, office: Office, open_kind: Callable[[str], KeptAcceptanceScreen]
) -> None:
    screen = open_kind("LY013")
    window = screen.window()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.resize(960, 540)
    screen.check.trigger()  # what the rules say stands in the form before anybody is asked
    settle(qtbot, office)
    qtbot.wait(100)
    screen._go("questions")
    table = screen.entry.questions.table
    qtbot.waitUntil(table.hasFocus)
    for _ in range(table.rowCount()):
        qtbot.keyClick(table, Qt.Key.Key_Y)
        settle(qtbot, office)
        row = table.visualRect(table.currentIndex())
        seen = table.viewport().visibleRegion().boundingRect()
        assert seen.contains(row.center()), table.currentRow()

    rows = table.verticalHeader().length() + table.horizontalHeader().height()
    assert 0 <= table.height() - rows <= 20
