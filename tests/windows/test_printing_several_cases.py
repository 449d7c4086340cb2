"""A05: several cases are chosen and printed one after the other, each sheet ticked off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.windows.certificates.printing import PrintingScreen
from desk.windows.devices.simulated import SimulatedPrinter
from desk.workflow.queries.print_jobs import in_printer
from desk.workflow.scanned import Meaning, ScanKind
from tests.windows.office_counter import Counter, view_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PRINTER = "w05"
SHIFT = Qt.KeyboardModifier.ShiftModifier


def scan(screen: PrintingScreen, serial: str) -> None:
    screen.take_scan(Meaning(kind=ScanKind.SERIAL, value=serial))


@pytest.fixture
def screen(counter: Counter) -> PrintingScreen:
    """The printing bench with two cases chosen from the first on, by Shift and the arrow."""
    counter.sign_in(PRINTER)
    shown = counter.show(PrintingScreen)
    shown.open(None)
    counter.bot.waitUntil(shown.print.isEnabled)
    assert len(shown.cases.model.rows) > 1
    QTest.keyClick(shown.cases.view, Qt.Key.Key_Down, SHIFT)
    counter.bot.waitUntil(shown.print.isEnabled)
    assert len(shown.cases.picked()) == 2
    return shown


def numbers(screen: PrintingScreen) -> list[str]:
    return [str(row.case_no) for row in screen.cases.picked()]


def sheets_of(counter: Counter, screen: PrintingScreen, number: str) -> list[str]:
    """Wait until every paper of a case is on its sheet in the printer."""
    papers = len(view_of(counter, number).certificates)

    def out() -> list[str]:
        return [job.serial for job in screen.jobs.model.rows if job.case_no == number]

    counter.bot.waitUntil(lambda: len(out()) == papers and not screen.run.is_running)
    counter.bot.waitUntil(lambda: {job.state for job in screen.jobs.model.rows} == {"sent"})
    return out()


def test_the_second_case_follows_when_the_sheets_of_the_first_are_ticked_off(
    counter: Counter, screen: PrintingScreen
) -> None:
    first, second = numbers(screen)
    screen.print.trigger()
    sheets = sheets_of(counter, screen, first)
    assert first in screen.batch.banner.text
    assert {job.case_no for job in counter.ask(in_printer)} == {first}

    for serial in sheets:
        scan(screen, serial)
    for serial in sheets_of(counter, screen, second):
        scan(screen, serial)
    counter.bot.waitUntil(lambda: view_of(counter, second).row.state == "printed")

    assert view_of(counter, first).row.state == "printed"
    assert counter.ask(in_printer) == []


def test_a_printer_that_stops_is_asked_about_and_the_rest_is_not_reserved(
    counter: Counter, screen: PrintingScreen
) -> None:
    first, second = numbers(screen)
    machine = counter.office.workplace.printer
    assert isinstance(machine, SimulatedPrinter)
    machine.is_there = False
    screen.print.trigger()
    counter.bot.waitUntil(lambda: screen.banner.property("level") == "error")
    counter.bot.waitUntil(lambda: bool(screen.jobs.model.rows))

    assert {job.case_no for job in counter.ask(in_printer)} == {first}
    assert screen.batch.banner.property("level") == "ask"
    assert numbers(screen) == [first, second]  # they stay chosen for the next try


def test_a_sheet_that_stayed_blank_ends_the_run_and_the_chosen_go_on_with_one_key(
    counter: Counter, screen: PrintingScreen
) -> None:
    first, second = numbers(screen)
    screen.print.trigger()
    sheets = sheets_of(counter, screen, first)
    for serial in sheets:
        screen.in_hand.setText(serial)
        screen.blank.trigger()
        counter.bot.waitUntil(lambda: not screen.in_hand.text())
    counter.bot.waitUntil(lambda: not screen.jobs.model.rows)
    assert screen.batch.banner.property("level") == "ask"
    counter.bot.waitUntil(screen.print.isEnabled)

    assert numbers(screen) == [first, second]
    screen.print.trigger()
    for serial in sheets_of(counter, screen, first):
        scan(screen, serial)
    assert sheets_of(counter, screen, second)
