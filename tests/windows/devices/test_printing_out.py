"""A paper that was made is printed again from its case, byte for byte."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.counter.search import SearchScreen
from desk.windows.devices.printing_out import newest_plain
from desk.windows.devices.simulated import SimulatedPrinter
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.workflow import commands as c
from desk.workflow.desk import Desk
from desk.workflow.queries.papers import paper, papers_of
from forms.messages import message
from tests.windows.conftest import duty, settle, shown_window


@pytest.fixture
def keeping(office: Office, qtbot: QtBot) -> Office:
    """An office that keeps papers, on the demonstration."""
    office.desk.close()
    office.desk = Desk.open(office.desk.url, keep_papers=True)
    return office


def told(bot: QtBot, office: Office, screen: SearchScreen) -> str:
    """Print the newest paper and return what the banner says of it."""
    screen.print.trigger()
    for _ in range(2):
        settle(bot, office)
        bot.waitUntil(lambda: office.machines.idle)
    return screen.banner.text


def test_the_newest_plain_paper_is_printed_as_it_was_made(
    qtbot: QtBot,
    keeping: Office,
    open_session: Callable[[Office, Language], Session],
) -> None:
    session = open_session(keeping, "zh")
    window = shown_window(session, duty(keeping, "w02"))
    case_id = c.new_id()
    keeping.desk.do(c.PreReview(case_id=case_id, item="LY013", materials=("M01",)), by="w02")
    with keeping.desk.ask() as reader:
        (row,) = papers_of(reader, case_id)
        kept = paper(reader, row.id)
    assert kept is not None
    assert newest_plain([row]) == row
    window.go("C12", case_id)
    settle(qtbot, keeping)
    screen, printer = window.screen, keeping.workplace.printer
    assert isinstance(screen, SearchScreen)
    assert isinstance(printer, SimulatedPrinter)
    assert told(qtbot, keeping, screen) == "一次性告知书 已送打印机。"
    assert printer.printed == [("一次性告知书", kept.content)]
    printer.is_there = False
    assert told(qtbot, keeping, screen) == message("E-PRN-001", "zh")
