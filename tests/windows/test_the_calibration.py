"""D05 and A05: a printer is measured by two rulers, and held where it has to be verified."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desk.local.profiles import Profile
from desk.windows.certificates.calibration_screen import CalibrationScreen
from desk.windows.certificates.printing import PrintingScreen
from desk.windows.devices.simulated import SimulatedPrinter
from desk.windows.devices.spool import Queue
from desk.workflow.desk import Desk
from desk.workflow.queries.papers import paper, papers_of
from printing.calibrating import Step
from printing.calibration import Calibration
from printing.papers import render_paper
from printing.raster import page_text
from tests.windows.office_counter import Counter
from tests.windows.test_the_printing_bench import PRINTER, bench, print_one, scan, until_gone

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NAME = "HP-400"
FOUR = ("−3,5", "２．２", "2,9", "-4.2")  # as typed: full width, comma or point
TRUE = ("0", "0,1", "0", "0")


@pytest.fixture
def machine(counter: Counter) -> SimulatedPrinter:
    """A printer that has a name, so that it needs its calibration."""
    printer = SimulatedPrinter(NAME)
    counter.office.workplace = replace(counter.office.workplace, printer=printer)
    return printer


def profile_of(counter: Counter, kind: str, **changes: object) -> Profile:
    """Keep a profile that holds now."""
    made = Profile(
        printer=NAME,
        tray="",
        kind=kind,
        batch="",
        driver="",
        at=counter.office.clock.now(),
        by=PRINTER,
        second="s1",
        calibration=Calibration(dx=1.5, dy=-0.7),
    )
    kept = replace(made, **changes)  # type: ignore[arg-type]
    counter.office.keeping.profiles.keep(kept)
    return kept


def step_of(screen: CalibrationScreen) -> Step:
    return screen.measuring.step


def rule(counter: Counter, screen: CalibrationScreen) -> None:
    screen.ruler.trigger()
    counter.bot.waitUntil(lambda: screen.measuring.is_read)


def read(screen: CalibrationScreen, typed: tuple[str, ...]) -> None:
    for field, text in zip(screen.readings.fields, typed, strict=False):
        field.setText(text)
    screen.go.trigger()


def calibrating(counter: Counter) -> CalibrationScreen:
    counter.sign_in(PRINTER)
    screen = counter.show(CalibrationScreen)
    screen.open(None)
    counter.bot.waitUntil(lambda: screen.second.people.count() > 1)
    return screen


def test_a_printer_is_measured_verified_tried_and_signed_by_two(
    counter: Counter, machine: SimulatedPrinter
) -> None:
    screen = calibrating(counter)
    assert step_of(screen) is Step.CHOOSE
    assert not screen.go.isEnabled()

    rule(counter, screen)
    assert "RULER" in page_text(machine.printed[-1][1])
    assert screen.first is screen.readings.fields[0]
    read(screen, FOUR)
    assert step_of(screen) is Step.COMPUTED
    rule(counter, screen)
    assert [field.text() for field in screen.readings.fields] == [""] * 6
    read(screen, TRUE)
    assert step_of(screen) is Step.TRIAL

    assert not screen.go.isEnabled()  # nothing is kept before the trial was seen
    screen.trial.trigger()
    counter.bot.waitUntil(screen.go.isEnabled)
    screen.go.trigger()
    assert counter.office.keeping.profiles.of(NAME, "certificate") is None  # one name is missing
    screen.second.people.setCurrentIndex(1)
    screen.go.trigger()

    kept = counter.office.keeping.profiles.of(NAME, "certificate")
    assert kept is not None
    assert (kept.by, bool(kept.second), kept.second != kept.by) == (PRINTER, True, True)
    assert kept.calibration.dx == pytest.approx(-3.45, abs=0.1)
    assert screen.banner.property("level") == "done"


def test_arrows_move_a_reading_and_the_picture_shows_which(
    counter: Counter, machine: SimulatedPrinter
) -> None:
    screen = calibrating(counter)
    rule(counter, screen)
    field = screen.readings.fields[2]

    field.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        counter.bot.keyClick(field, key)

    assert field.text() == "−0.2"
    assert screen.picture._number == 3
    counter.bot.keyClick(field, Qt.Key.Key_Return)
    assert screen.readings.fields[3].hasFocus()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (("1", "左", "0", "0"), "E-PRN-031"),
        (("0", "0", "5", "5"), "E-PRN-032"),
        (("9", "0", "0", "9"), "E-PRN-033"),
    ],
)
def test_a_reading_that_can_not_be_is_refused_and_the_others_stay(
    counter: Counter, machine: SimulatedPrinter, typed: tuple[str, ...], code: str
) -> None:
    screen = calibrating(counter)
    rule(counter, screen)

    read(screen, typed)

    assert code in screen.banner.text
    assert step_of(screen) is Step.READ
    assert [field.text() for field in screen.readings.fields][:4] == list(typed)


def test_a_profile_is_verified_by_one_ruler(counter: Counter, machine: SimulatedPrinter) -> None:
    old = profile_of(counter, "certificate", at=counter.office.clock.now() - timedelta(days=8))
    screen = calibrating(counter)
    rule(counter, screen)

    read(screen, TRUE)
    assert step_of(screen) is Step.TRIAL
    assert screen.measuring.calibration == old.calibration


def test_a_printer_that_was_never_measured_writes_on_no_numbered_sheet(
    counter: Counter, machine: SimulatedPrinter
) -> None:
    screen = bench(counter)
    counter.bot.waitUntil(lambda: bool(screen.due.text))
    assert screen.due.property("level") == "ask"

    screen.print.trigger()

    assert "Ctrl+Shift+J" in screen.banner.text
    assert not screen.jobs.model.rows
    assert not machine.printed


def test_an_old_profile_holds_the_printer_until_it_is_verified(
    counter: Counter, machine: SimulatedPrinter
) -> None:
    for kind in ("certificate", "proof"):
        profile_of(counter, kind, at=counter.office.clock.now() - timedelta(days=8))
    screen = bench(counter)
    counter.bot.waitUntil(lambda: bool(screen.due.text))

    for kind in ("certificate", "proof"):
        profile_of(counter, kind)
    screen.reload()
    counter.bot.waitUntil(lambda: not screen.due.text)


def test_the_sheet_gets_the_overlay_by_its_profile_and_the_vault_the_whole_page(
    counter: Counter, machine: SimulatedPrinter
) -> None:
    counter.office.desk.close()
    counter.office.desk = Desk.open(counter.office.desk.url, keep_papers=True)
    for kind in ("certificate", "proof"):
        profile_of(counter, kind)
    screen = bench(counter)
    screen.nudge.acts[1].trigger()  # right
    screen.nudge.acts[2].trigger()  # up
    row = screen.cases.current()
    assert row is not None

    _, serials = print_one(counter, screen)

    kept = [
        found
        for one in counter.ask(lambda reader: papers_of(reader, row.case_id))
        if one.serial in serials
        and (found := counter.ask(lambda reader, one=one: paper(reader, one.id))) is not None  # type: ignore[misc]
    ]
    assert kept
    first, (title, sent) = kept[0], machine.printed[0]
    moved = Calibration(dx=1.5, dy=-0.7).moved(0.1, -0.1)
    assert sent == render_paper(f"{first.row.kind}_overlay", first.values, moved).pdf
    assert "套打" in title
    assert first.content == render_paper(first.row.kind, first.values).pdf


def test_a_nudge_is_seen_offered_and_kept(counter: Counter, machine: SimulatedPrinter) -> None:
    for kind in ("certificate", "proof"):
        profile_of(counter, kind)
    screen = bench(counter)
    counter.bot.waitUntil(lambda: screen.preview.is_shown)
    before = screen.preview.pixmap().toImage()

    for _ in range(30):
        screen.nudge.acts[1].trigger()
    counter.bot.waitUntil(lambda: screen.preview.pixmap().toImage() != before)
    _, serials = print_one(counter, screen)
    for serial in serials:
        screen.take_scan(scan(serial))
        until_gone(counter, screen, serial)
    assert "Ctrl+Shift+K" in screen.banner.text

    screen.keep_nudge.trigger()
    profiles = counter.office.keeping.profiles.all()
    assert max(one.calibration.dx for one in profiles) == pytest.approx(4.5)
    assert screen.nudge.is_none


def test_two_misprints_in_a_row_ask_for_a_calibration(
    counter: Counter, machine: SimulatedPrinter
) -> None:
    for kind in ("certificate", "proof"):
        profile_of(counter, kind)
    screen: PrintingScreen = bench(counter)
    counter.bot.waitUntil(lambda: screen.spoiling.second.people.count() > 1)

    for _ in range(2):
        counter.bot.waitUntil(screen.print.isEnabled)
        _, serials = print_one(counter, screen)
        for serial in serials:
            screen.in_hand.setText(serial)
            screen.spoiling.reason.setCurrentIndex(1)
            screen.spoiling.second.people.setCurrentIndex(1)
            screen.spoil.trigger()
            until_gone(counter, screen, serial)

    counter.bot.waitUntil(lambda: bool(screen.due.text))


def test_the_queue_says_what_the_printer_waits_for_until_it_goes_on(
    counter: Counter, machine: SimulatedPrinter
) -> None:
    for kind in ("certificate", "proof"):
        profile_of(counter, kind)
    screen = bench(counter)
    machine.waits = Queue(waiting=1, trouble="E-PRN-004")

    print_one(counter, screen)
    counter.bot.waitUntil(lambda: "E-PRN-004" in screen.watch.banner.text)
    assert screen.watch.banner.property("level") == "error"

    machine.waits = Queue()
    screen.watch.look()
    counter.bot.waitUntil(lambda: not screen.watch.banner.text)


def test_a_printer_that_fits_to_the_page_is_named_before_it_is_measured(
    counter: Counter, machine: SimulatedPrinter
) -> None:
    machine.waits = Queue(is_fitting=True)

    screen = calibrating(counter)

    counter.bot.waitUntil(lambda: screen.banner.property("level") == "ask")
