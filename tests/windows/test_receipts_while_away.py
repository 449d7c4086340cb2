"""Away from the database papers are taken in for a receipt, and nothing is numbered twice."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from db.ids import new_id
from db.server import PrivateServer
from desk.local.keeping import Keeping
from desk.local.settings import Language
from desk.windows.counter.kept_acceptance import KeptAcceptanceScreen
from desk.windows.counter.search import SearchScreen
from desk.windows.devices.simulated import SimulatedPrinter
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.background import Background
from desk.windows.parts.office import Office
from desk.windows.recovery.offline_strip import OfflineStrip
from desk.windows.recovery.sync_screen import SyncScreen
from desk.workflow.commands import AcceptCase
from desk.workflow.desk import Desk
from desk.workflow.errors import DeskError
from desk.workflow.receipt_numbers import BLOCK
from printing.raster import page_text
from tests.windows.conftest import duty, settle
from tests.workflow.conftest import HOME, UNKNOWN, found_centre, sale

pytestmark = [pytest.mark.gui, pytest.mark.postgresql]
Open = Callable[[Keeping], tuple[Office, MainWindow]]


@pytest.fixture
def away() -> Iterator[PrivateServer]:
    """A server of its own with the small centre, to be halted and started again."""
    with PrivateServer() as running:
        found_centre(running.create_database("centre"))
        yield running


@pytest.fixture
def sit_down(
    qtbot: QtBot,
    away: PrivateServer,
    open_session: Callable[[Office, Language], Session],
) -> Iterator[Open]:
    """Let w1 sit down at window 1, with what this PC keeps."""
    opened: list[Office] = []

    def at_window(keeping: Keeping) -> tuple[Office, MainWindow]:
        desk = Desk.open(away.url("centre"), keep_papers=False)
        office = Office(desk, Background(), keeping)
        opened.append(office)
        window = open_session(office, "en").take_duty(duty(office, "w1"))
        settle(qtbot, office)
        return office, window

    yield at_window
    for office in opened:
        office.background.stop()
        office.machines.stop()
        qtbot.waitUntil(lambda it=office: it.background.idle)  # type: ignore[misc]
        office.desk.close()


def halt(qtbot: QtBot, away: PrivateServer, office: Office) -> None:
    """Let the database go away."""
    away.halt()
    qtbot.waitUntil(lambda: office.is_away, timeout=5_000)


def start(qtbot: QtBot, away: PrivateServer, office: Office) -> None:
    """Let the database come back, and everything be sent."""
    away.start()
    qtbot.waitUntil(lambda: not office.is_away, timeout=15_000)
    settle(qtbot, office)


def take_in(qtbot: QtBot, office: Office, unit: str = HOME) -> list[DeskError]:
    """Accept a sale away from the database and wait for what is said."""
    said: list[DeskError] = []
    command = AcceptCase(case_id=new_id(), application=sale(unit), window=1)
    office.do(office, command, lambda _answer: None, said.append, location="人民大街1号")
    qtbot.waitUntil(lambda: bool(said), timeout=15_000)
    return said


def shown(window: MainWindow, subject: object = None) -> SyncScreen:
    """Open S05."""
    window.go("S05", subject)
    screen = window.screen
    assert isinstance(screen, SyncScreen)
    return screen


def printer(office: Office) -> SimulatedPrinter:
    """The printer of the window."""
    found = office.workplace.printer
    assert isinstance(found, SimulatedPrinter)
    return found


def wait_for_paper(qtbot: QtBot, office: Office, sheets: int) -> str:
    """Wait until so many sheets are printed; return what stands on the last."""
    qtbot.waitUntil(lambda: len(printer(office).printed) == sheets)
    qtbot.waitUntil(lambda: office.machines.idle)
    return page_text(printer(office).printed[-1][1])


def test_numbers_are_there_before_the_database_goes_away(sit_down: Open) -> None:
    office, _window = sit_down(Keeping.in_memory())

    assert office.keeping.numbers.left == BLOCK


def test_the_case_is_kept_its_receipt_printed_and_both_come_together_afterwards(
    qtbot: QtBot, away: PrivateServer, sit_down: Open
) -> None:
    office, window = sit_down(Keeping.in_memory())
    halt(qtbot, away, office)

    (error,) = take_in(qtbot, office)
    screen = shown(window, error)
    text = wait_for_paper(qtbot, office, 1)

    number = error.findings[0].facts["number"]
    assert f"reserved number 1 of {BLOCK}, {BLOCK - 1} left" in error.text("en")
    assert f"预留号 1/{BLOCK},余 {BLOCK - 1}" in error.text("zh")
    for said in (str(number), "尚未受理", "于丽娟", "人民大街1号", "1号窗口"):
        assert said in text
    (row,) = screen.listing.model.rows
    assert row.receipt == number
    assert f"{BLOCK - 1} reserved numbers left" in screen.state.text()
    strip = window.findChild(OfflineStrip)
    assert strip is not None
    assert f"{BLOCK - 1} reserved numbers left" in strip.text()

    start(qtbot, away, office)
    qtbot.waitUntil(lambda: not office.keeping.numbers.rows(), timeout=15_000)
    (row,) = screen.listing.model.rows
    assert (row.state, row.receipt, bool(row.case_no)) == ("sent", number, True)
    window.go("C12", str(number))
    settle(qtbot, office)
    search = window.screen
    assert isinstance(search, SearchScreen)
    qtbot.waitUntil(lambda: str(number) in search.told.text(), timeout=5_000)
    assert "accepted after a wait of 0 min" in search.told.text()
    assert search.events.model.rows[0].reason == number
    assert len(printer(office).printed) == 1


def test_a_program_killed_before_printing_prints_the_same_receipt_afterwards(
    qtbot: QtBot, away: PrivateServer, sit_down: Open, tmp_path: Path
) -> None:
    office, _window = sit_down(Keeping.on_disk(tmp_path))
    halt(qtbot, away, office)
    (error,) = take_in(qtbot, office)  # and here it ends: nothing is on paper
    number = str(error.findings[0].facts["number"])
    office.keeping.close()
    away.start()

    again, window = sit_down(Keeping.on_disk(tmp_path))
    halt(qtbot, away, again)
    screen = shown(window)
    screen.listing.view.selectRow(0)
    screen.receipts.print.trigger()
    text = wait_for_paper(qtbot, again, 1)
    (other,) = take_in(qtbot, again, UNKNOWN)

    assert screen.listing.model.rows[0].receipt == number
    assert number in text
    assert other.findings[0].facts["number"] != number
    again.keeping.close()


def test_a_spoilt_sheet_is_voided_with_a_reason_and_the_papers_get_another_number(
    qtbot: QtBot,
    away: PrivateServer,
    sit_down: Open,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    office, window = sit_down(Keeping.in_memory())
    halt(qtbot, away, office)
    (error,) = take_in(qtbot, office)
    screen = shown(window, error)
    wait_for_paper(qtbot, office, 1)
    number = str(error.findings[0].facts["number"])

    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("", True))
    screen.receipts.void.trigger()
    assert screen.listing.model.rows[0].receipt == number  # without a reason nothing is void
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("卡纸", True))
    screen.receipts.void.trigger()
    assert screen.listing.model.rows[0].receipt == ""
    screen.listing.view.selectRow(0)
    screen.receipts.print.trigger()
    text = wait_for_paper(qtbot, office, 2)
    other = screen.listing.model.rows[0].receipt
    assert other != number
    assert other in text

    start(qtbot, away, office)
    qtbot.waitUntil(lambda: not office.keeping.numbers.rows(), timeout=15_000)
    (row,) = screen.listing.model.rows
    assert (row.state, row.receipt) == ("sent", other)


def test_without_a_number_the_entry_stays_and_nothing_is_kept(
    qtbot: QtBot, away: PrivateServer, sit_down: Open
) -> None:
    office, window = sit_down(Keeping.in_memory())
    for _ in range(BLOCK):
        number = office.keeping.numbers.next()
        assert number is not None
        office.keeping.void(None, number, "试打")
    halt(qtbot, away, office)
    window.go("C03", "LY013")
    screen = window.screen
    assert isinstance(screen, KeptAcceptanceScreen)
    screen.model.put("reason", "买卖")
    screen.accept.trigger()
    qtbot.waitUntil(lambda: "no reserved number" in screen.banner.text, timeout=15_000)

    assert window.screen is screen
    assert screen.model.state.text("reason") == "买卖"
    assert office.keeping.outbox.waiting == 0


def test_the_main_act_of_the_acceptance_leaves_the_form_for_the_next_and_shows_the_receipt(
    qtbot: QtBot, away: PrivateServer, sit_down: Open
) -> None:
    office, window = sit_down(Keeping.in_memory())
    halt(qtbot, away, office)
    window.go("C03", "LY013")
    screen = window.screen
    assert isinstance(screen, KeptAcceptanceScreen)
    screen.model.put("reason", "买卖")
    screen.accept.trigger()
    qtbot.waitUntil(lambda: isinstance(window.screen, SyncScreen), timeout=15_000)

    sync = window.screen
    assert isinstance(sync, SyncScreen)
    assert "not yet accepted" in sync.banner.text or "Printed" in sync.banner.text
    wait_for_paper(qtbot, office, 1)
    assert screen.model.state.text("reason") == ""
    office.keeping.settle()
    assert len(office.keeping.journal.left("w1")) == 1  # should the database refuse it


def test_papers_given_back_end_the_number_of_a_refused_case(
    qtbot: QtBot,
    away: PrivateServer,
    sit_down: Open,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    office, window = sit_down(Keeping.in_memory())
    halt(qtbot, away, office)
    take_in(qtbot, office, UNKNOWN)
    screen = shown(window)
    start(qtbot, away, office)
    qtbot.waitUntil(lambda: screen.listing.model.rows[0].state == "refused", timeout=15_000)
    settle(qtbot, office)

    screen.listing.view.selectRow(0)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("没有这个单元，材料已退", True))
    screen.give_up.trigger()

    assert office.keeping.outbox.rows() == ()
    qtbot.waitUntil(lambda: not office.keeping.numbers.rows(), timeout=15_000)


def test_a_printer_without_paper_costs_no_number(
    qtbot: QtBot, away: PrivateServer, sit_down: Open
) -> None:
    office, window = sit_down(Keeping.in_memory())
    halt(qtbot, away, office)
    printer(office).is_there = False
    (error,) = take_in(qtbot, office)
    screen = shown(window, error)
    qtbot.waitUntil(lambda: "not on paper yet" in screen.banner.text)
    assert "not printed" in screen.listing.model.data(screen.listing.model.index(0, 2))

    printer(office).is_there = True
    screen.receipts.print.trigger()
    wait_for_paper(qtbot, office, 1)
    qtbot.waitUntil(lambda: office.keeping.numbers.rows()[0].is_printed)
    assert office.keeping.numbers.left == BLOCK - 1
