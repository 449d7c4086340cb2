"""Practice with the line cut, without a printer, with rare characters, by hand, closed early."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desk.windows.counter.capture_screen import CaptureScreen
from desk.windows.devices.device import DeviceState
from desk.windows.training.run import Scenario
from desk.workflow.queries.cases import case
from desk.workflow.queries.register import units
from tests.windows.practising import Clerk, give
from tests.windows.reference_sale import Counter, sell_by_hand
from tests.windows.test_demonstration_frame import edge, purple

pytestmark = pytest.mark.gui

NONE = Qt.KeyboardModifier.NoModifier
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LONG = 30_000  # ms: a centre is made


def test_a_case_taken_in_with_the_line_cut_counts_when_it_is_mended(clerk: Clerk) -> None:
    clerk.start("P6", Scenario.AWAY)
    clerk.press(Qt.Key.Key_Return, CONTROL)
    clerk.read("certificate")
    clerk.press(Qt.Key.Key_H, CONTROL)
    clerk.press_free(Qt.Key.Key_F7, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    office = clerk.session.training.office
    assert office is not None
    clerk.bot.waitUntil(lambda: office.is_away, timeout=LONG)
    clerk.answer()
    clerk.press(Qt.Key.Key_Return, CONTROL)
    clerk.bot.waitUntil(lambda: bool(office.keeping.outbox.waiting), timeout=LONG)
    assert clerk.run.result is None
    assert not clerk.office.is_away  # the work's own line stands

    clerk.press_free(Qt.Key.Key_F7, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    clerk.done()
    assert not office.keeping.outbox.waiting


def test_a_printer_that_does_not_answer_says_so_and_comes_back(clerk: Clerk) -> None:
    clerk.start("P6", Scenario.PRINTER)
    office = clerk.session.training.office
    assert office is not None
    clerk.run.disturb()
    assert office.workplace.printer.check().state is DeviceState.MISSING
    clerk.run.disturb()
    assert office.workplace.printer.check().state is DeviceState.READY


def test_a_card_with_rare_characters_is_taken_as_it_is(clerk: Clerk) -> None:
    clerk.start("P4", Scenario.RARE)
    give(clerk)
    clerk.done()
    office = clerk.session.training.office
    assert office is not None
    with office.desk.ask() as reader:
        view = case(reader, clerk.run.laid.case_id, datetime.now(UTC))
    assert view is not None
    assert "高㼆东" in view.row.parties


def test_closing_the_window_of_a_practice_goes_back_to_work(clerk: Clerk) -> None:
    clerk.start("P7")
    clerk.window.close()
    clerk.bot.waitUntil(lambda: clerk.session.training.run is None)

    assert clerk.work.isVisible()
    assert purple() not in edge(clerk.work.grab().toImage())


def test_the_bar_is_free_and_another_look_keeps_the_count(clerk: Clerk) -> None:
    clerk.start("P1")
    clerk.press(Qt.Key.Key_Return, CONTROL)
    reads = next(
        button for button in clerk.bar.findChildren(QPushButton) if "Ctrl+F7" in button.text()
    )
    QTest.mouseClick(reads, Qt.MouseButton.LeftButton)
    assert clerk.run.ledger.clicks == 0
    QTest.mouseClick(clerk.bar.title, Qt.MouseButton.LeftButton)  # left to all its parents
    assert clerk.run.ledger.clicks == 1

    before = clerk.window
    before.change_settings(replace(before.settings, language="en"))
    assert clerk.window is not before
    assert clerk.bar.title.text() == "Sale of a home, read by machines"
    assert (clerk.run.ledger.keys, clerk.run.ledger.clicks) == (2, 1)
    assert clerk.session.training.run is not None


def test_a_photograph_of_a_practice_is_not_kept_with_the_works(
    clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    clerk.start("P7")
    clerk.press(Qt.Key.Key_Return, CONTROL)
    clerk.press(Qt.Key.Key_F7)
    screen, folder = clerk.window.screen, clerk.session.training.folder
    assert isinstance(screen, CaptureScreen)
    assert folder is not None
    clerk.press(Qt.Key.Key_Space)
    clerk.bot.waitUntil(lambda: list((folder / "pages").rglob("*")) != [], timeout=LONG)

    assert not (tmp_path / "data").exists()
    clerk.session.training.leave()
    assert not folder.exists()


class Called(Counter):
    """The reference's hands, at a number that is at the window already."""

    def call(self) -> None:
        self.ledger.restart()


def test_the_reference_sale_is_practised_by_hand_alone(clerk: Clerk) -> None:
    clerk.start("P2")
    office, names = clerk.session.training.office, clerk.run.laid.names
    assert office is not None
    with office.desk.ask() as reader:
        owner = units(reader, [names["unit"]], datetime.now(UTC))[0].unit.ownership
    assert owner is not None
    hands = Called(clerk.bot, office, clerk.window)
    hands.case_id = clerk.run.laid.case_id
    before = clerk.run.ledger.keys
    accepted = sell_by_hand(hands, names["unit"], owner.holders)
    clerk.done()

    result = clerk.run.result
    assert result is not None
    assert (result.done.keys - before, result.done.clicks) == (accepted.keys, 0)
    assert result.done.keys <= clerk.run.laid.practice.keys
