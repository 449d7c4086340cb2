"""A05, A06, A07: sheets are written, scanned, checked, voided and counted by people."""

import itertools
from datetime import UTC, datetime

import pytest

from desk.windows.certificates.checking import CheckingScreen
from desk.windows.certificates.printing import PrintingScreen
from desk.windows.certificates.stock_book import StockScreen
from desk.windows.devices.simulated import SimulatedPrinter
from desk.workflow.queries.print_jobs import in_printer, to_check
from desk.workflow.queries.stages import to_print
from desk.workflow.queries.stock import next_sheet
from desk.workflow.queries.stock_book import balances
from desk.workflow.rules.lapse import local_day
from desk.workflow.scanned import Meaning, ScanKind
from tests.windows.office_counter import Counter, view_of

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PRINTER, KEEPER = "w05", "s1"


def scan(serial: str) -> Meaning:
    return Meaning(kind=ScanKind.SERIAL, value=serial)


def until_gone(counter: Counter, screen: PrintingScreen | CheckingScreen, serial: str) -> None:
    counter.bot.waitUntil(lambda: serial not in {job.serial for job in screen.jobs.model.rows})


def bench(counter: Counter) -> PrintingScreen:
    """Show the printing bench with a case that waits for paper in front."""
    counter.sign_in(PRINTER)
    screen = counter.show(PrintingScreen)
    screen.open(None)
    counter.bot.waitUntil(screen.print.isEnabled)
    return screen


def print_one(counter: Counter, screen: PrintingScreen) -> tuple[str, list[str]]:
    """Send the case in front to the printer; its number and the serials that lie there now."""
    row = screen.cases.current()
    assert row is not None
    assert row.case_no is not None
    before = {job.serial for job in screen.jobs.model.rows}
    screen.print.trigger()
    counter.bot.waitUntil(lambda: not screen.run.is_running and len(screen.jobs.model.rows) > 0)
    counter.bot.waitUntil(lambda: {j.state for j in screen.jobs.model.rows} == {"sent"})
    return row.case_no, [j.serial for j in screen.jobs.model.rows if j.serial not in before]


def write(counter: Counter, screen: PrintingScreen) -> tuple[str, list[str]]:
    """Print the case in front and scan every sheet that came out."""
    number, serials = print_one(counter, screen)
    for serial in serials:
        screen.take_scan(scan(serial))
        until_gone(counter, screen, serial)
    return number, serials


def test_the_paper_is_shown_before_it_is_written(counter: Counter) -> None:
    screen = bench(counter)

    assert screen.preview.is_shown
    waiting = counter.ask(lambda reader: to_print(reader, datetime.now(UTC)))
    assert [row.case_id for row in screen.cases.model.rows] == [row.case_id for row in waiting]


def test_a_case_is_printed_on_the_next_sheet_and_written_when_that_is_scanned(
    counter: Counter,
) -> None:
    screen = bench(counter)
    machine = counter.office.workplace.printer
    assert isinstance(machine, SimulatedPrinter)
    told = screen.stock.text()

    number, serials = print_one(counter, screen)
    assert all(serial in told for serial in serials)
    assert len(machine.printed) == len(serials)
    assert view_of(counter, number).row.state == "registered"

    for serial in serials:
        screen.take_scan(scan(serial))
    counter.bot.waitUntil(lambda: view_of(counter, number).row.state == "printed")
    assert [paper.serial for paper in view_of(counter, number).certificates] == serials


def test_a_sheet_that_nobody_accounted_for_is_asked_about_and_not_printed_again(
    counter: Counter,
) -> None:
    first = bench(counter)
    number, _ = print_one(counter, first)
    first.close()

    screen = counter.show(PrintingScreen)  # as after a crash
    screen.open(None)
    counter.bot.waitUntil(lambda: bool(screen.banner.text))

    assert screen.banner.property("level") == "ask"
    assert screen.first is screen.in_hand
    current = screen.cases.current()
    while current is not None and current.case_no != number:
        step = screen.cases.view.currentIndex().row() + 1
        screen.cases.view.setCurrentIndex(screen.cases.model.index(step, 0))
        current = screen.cases.current()
    counter.bot.waitUntil(lambda: screen._view is not None)
    assert not screen.print.isEnabled()


def test_a_sheet_that_stayed_blank_goes_back_and_is_the_next_again(counter: Counter) -> None:
    screen = bench(counter)
    machine = counter.office.workplace.printer
    assert isinstance(machine, SimulatedPrinter)
    machine.is_there = False

    row = screen.cases.current()
    assert row is not None
    screen.print.trigger()
    counter.bot.waitUntil(lambda: screen.banner.property("level") == "error")
    counter.bot.waitUntil(lambda: bool(screen.jobs.model.rows))
    serials = [job.serial for job in screen.jobs.model.rows]
    for serial in serials:
        screen.in_hand.setText(serial)
        screen.blank.trigger()
        until_gone(counter, screen, serial)

    window = counter.office.person.window
    kinds = {paper.kind for paper in view_of(counter, row.case_no).certificates}
    with counter.office.desk.ask() as reader:
        assert {next_sheet(reader, window, kind) for kind in kinds} <= set(serials)


def test_a_wrong_sheet_in_hand_is_said_and_can_be_swapped(counter: Counter) -> None:
    screen = bench(counter)
    number, serials = print_one(counter, screen)
    kind = view_of(counter, number).certificates[0].kind
    window = counter.office.person.window
    other = counter.ask(lambda reader: next_sheet(reader, window, kind))
    assert other is not None

    screen.take_scan(scan(other))
    assert screen.banner.property("level") == "ask"
    assert view_of(counter, number).row.state == "registered"
    job = next(place for place, row in enumerate(screen.jobs.model.rows) if row.kind == kind)
    screen.jobs.view.setCurrentIndex(screen.jobs.model.index(job, 0))
    screen.swap.trigger()

    counter.bot.waitUntil(
        lambda: other in {paper.serial for paper in view_of(counter, number).certificates}
    )
    assert serials[0] not in {paper.serial for paper in view_of(counter, number).certificates}


def test_a_void_sheet_needs_a_reason_and_another_person(counter: Counter) -> None:
    screen = bench(counter)
    number, serials = write(counter, screen)
    screen.in_hand.setText(serials[0])
    for wanted in ("reason", "second"):
        screen.banner.hide()
        screen.spoil.trigger()
        counter.bot.waitUntil(lambda: screen.banner.property("level") == "error")
        assert view_of(counter, number).row.state == "printed"
        if wanted == "reason":
            screen.spoiling.reason.setCurrentIndex(1)
    screen.spoiling.second.people.setCurrentIndex(1)
    screen.spoil.trigger()

    counter.bot.waitUntil(lambda: view_of(counter, number).row.state == "registered")


def test_a_written_sheet_is_compared_and_found_good(counter: Counter) -> None:
    _, serials = write(counter, bench(counter))
    screen = counter.show(CheckingScreen)
    screen.open(None)
    counter.bot.waitUntil(lambda: bool(screen.jobs.model.rows))

    screen.good.trigger()
    assert screen.banner.property("level") == "error"  # no sheet in hand
    for serial in serials:
        screen.take_scan(scan(serial))
        counter.bot.waitUntil(lambda: screen.preview.is_shown)
        screen.good.trigger()
        until_gone(counter, screen, serial)

    assert not set(serials) & {row.serial for row in counter.ask(to_check)}
    assert counter.ask(in_printer) == []


def test_another_sheet_than_the_one_on_the_screen_is_not_found_good(counter: Counter) -> None:
    write(counter, bench(counter))
    screen = counter.show(CheckingScreen)
    screen.open(None)
    counter.bot.waitUntil(lambda: bool(screen.jobs.model.rows))
    waiting = len(screen.jobs.model.rows)

    screen.in_hand.setText("D22999999999")
    screen.good.trigger()

    counter.bot.waitUntil(lambda: "D-STOCK" in screen.banner.text)
    assert len(counter.ask(to_check)) == waiting


def stock_screen(counter: Counter) -> StockScreen:
    counter.sign_in(KEEPER)
    screen = counter.show(StockScreen)
    screen.open(None)
    counter.bot.waitUntil(lambda: bool(screen.places.model.rows))
    return screen


def choose(screen: StockScreen, act: str) -> None:
    screen.act.setCurrentIndex(screen.act.findData(act))


def test_a_delivery_is_received_and_handed_out_with_two_scans_each(counter: Counter) -> None:
    screen = stock_screen(counter)
    choose(screen, "receive")
    screen.take_scan(scan("D22900000001"))
    screen.take_scan(scan("D22900000050"))
    screen.batch.setText("26-11B")
    screen.do.trigger()
    counter.bot.waitUntil(lambda: bool(screen.book.model.rows))

    choose(screen, "hand_out")
    screen.window_box.setCurrentIndex(screen.window_box.findData(3))
    screen.take_scan(scan("D22900000001"))
    screen.take_scan(scan("D22900000010"))
    screen.do.trigger()
    counter.bot.waitUntil(lambda: len(screen.book.model.rows) == 2)

    newest = screen.book.model.rows[0]
    assert (newest.kind, newest.sheets, newest.to_place) == ("handed_out", 10, "W03")


def test_only_what_an_act_needs_is_asked(counter: Counter) -> None:
    screen = stock_screen(counter)
    seen = {}
    for act in ("receive", "lose", "count"):
        choose(screen, act)
        seen[act] = [
            screen.first_sheet.isVisible(),
            screen.batch.isVisible(),
            screen.second.isVisible(),
            screen.counted.isVisible(),
        ]

    assert seen == {
        "receive": [True, True, False, False],
        "lose": [True, False, True, False],
        "count": [False, False, False, True],
    }


def test_a_count_that_differs_names_the_sheets_of_the_book(counter: Counter) -> None:
    screen = stock_screen(counter)
    row = screen.places.current()
    assert row is not None
    choose(screen, "count")
    for counted, level in ((row.book - 1, "error"), (row.book, "done")):
        screen.counted.setValue(counted)
        screen.again.setValue(counted)
        screen.banner.hide()
        screen.do.trigger()
        counter.bot.waitUntil(lambda: bool(screen.banner.text))
        assert screen.banner.property("level") == level
        counter.bot.waitUntil(screen.do.isEnabled)

    today = local_day(datetime.now(UTC))
    kept = next(
        one
        for one in counter.ask(lambda reader: balances(reader, today))
        if (one.window, one.kind) == (row.window, row.kind)
    )
    assert kept.closed


def test_who_keeps_no_stock_is_offered_only_what_he_may(counter: Counter) -> None:
    counter.sign_in("w02")
    screen = counter.show(StockScreen)
    screen.open(None)
    offered = {screen.act.itemData(place) for place in range(screen.act.count())}
    roles = counter.office.person.roles

    assert ("receive" in offered) == bool({"printer", "supervisor"} & roles)
    assert "count" in offered
    assert len(set(itertools.chain(offered))) == screen.act.count()
