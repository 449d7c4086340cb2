"""A clerk practises: on a centre of its own, every key counted, the work untouched behind it."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.counter.capture_screen import CaptureScreen
from desk.windows.counter.my_day import MyDayScreen
from desk.windows.devices.device import DeviceState
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.windows.training.bar import PracticeBar
from desk.windows.training.run import PracticeRun, Scenario
from desk.windows.training.training_screen import TrainingScreen
from desk.workflow.queries.cases import case
from desk.workflow.queries.register import units
from forms.interview import questions_of
from tests.windows.conftest import duty, live_centre, settle
from tests.windows.reference_sale import Counter, sell_by_hand
from tests.windows.test_demonstration_frame import edge, purple

pytestmark = pytest.mark.gui

NONE = Qt.KeyboardModifier.NoModifier
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LONG = 30_000  # ms: a centre is made


class Clerk:
    """Somebody at work in a live centre who goes to practise; counts the own presses."""

    def __init__(self, bot: QtBot, office: Office, session: Session) -> None:
        self.bot, self.office, self.session = bot, office, session
        self.pressed = 0
        self.work = session.take_duty(duty(office, "w1"))
        settle(bot, office)

    @property
    def run(self) -> PracticeRun:
        run = self.session.training.run
        assert run is not None
        return run

    @property
    def window(self) -> MainWindow:
        """The window of the practice."""
        window = self.session.training.window
        assert window is not None
        return window

    @property
    def bar(self) -> PracticeBar:
        """The bar of the practice."""
        bar = self.window.findChild(PracticeBar)
        assert bar is not None
        return bar

    @contextmanager
    def another(self) -> Iterator[None]:
        """Wait until another practice has begun."""
        run = self.session.training.run
        yield
        self.bot.waitUntil(lambda: self.session.training.run not in (None, run), timeout=LONG)
        with self.bot.waitActive(self.window):
            self.window.activateWindow()
        self.settle()

    def start(self, code: str, scenario: Scenario = Scenario.NONE) -> None:
        """Choose a case on D10 and start it with Space."""
        self.work.go("D10")
        screen = self.work.screen
        assert isinstance(screen, TrainingScreen)
        with self.bot.waitActive(self.work):
            self.work.activateWindow()
        screen.scenario.setCurrentIndex(screen.scenario.findData(scenario))
        places = [row.practice.code for row in screen.cases.model.rows]
        screen.cases.view.setCurrentIndex(screen.cases.model.index(places.index(code), 0))
        screen.cases.view.setFocus()
        with self.another():
            self.bot.keyClick(screen.cases.view, Qt.Key.Key_Space)

    def settle(self) -> None:
        """Wait until the practice has nothing under way."""
        office = self.session.training.office
        if office is not None:
            settle(self.bot, office)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key that is counted."""
        self.pressed += 1 if modifier == NONE else 2
        self.press_free(key, modifier)

    def press_free(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key that stands for a machine."""
        self.bot.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type letters and figures."""
        self.pressed += len(text)
        self.bot.keyClicks(QApplication.focusWidget(), text)
        self.settle()

    def read(self, what: str) -> None:
        """Let the machines read what lies on top of the table, as far as it is of a kind."""
        while self.run.left and self.run.left[0].thing.what == what:
            number = self.run.left[0].thing.id_number
            self.press_free(Qt.Key.Key_F7, CONTROL)
            self.bot.waitUntil(lambda it=number: it in self.keyed(), timeout=LONG)  # type: ignore[misc]
            self.settle()

    def keyed(self) -> str:
        """Return what stands in the acceptance."""
        screen = self.window.screen
        assert isinstance(screen, AcceptanceScreen)
        return screen.model.snapshot()

    def answer(self) -> None:
        """Key what is answered in the ordinary way."""
        self.press(Qt.Key.Key_5, ALT)
        for question in questions_of(self.run.laid.practice.item):
            self.type(question.expected[0])

    def accept(self) -> None:
        """Press Ctrl+Enter, and confirm what is asked."""
        self.press(Qt.Key.Key_Return, CONTROL)
        banner = self.window.screen.banner  # type: ignore[attr-defined]
        if banner.property("level") == "ask" and banner.text:
            self.pressed += 1
            self.press(Qt.Key.Key_Return, CONTROL | Qt.KeyboardModifier.ShiftModifier)

    def done(self) -> None:
        """Wait until the practice has seen its end."""
        try:
            self.bot.waitUntil(lambda: self.run.result is not None, timeout=LONG)
        except Exception as error:
            banner = self.window.screen.banner  # type: ignore[attr-defined]
            raise AssertionError(banner.text) from error


@pytest.fixture
def clerk(
    qtbot: QtBot,
    tmp_path: Path,
    open_office: Callable[[str], Office],
    open_session: Callable[[Office, Language], Session],
) -> Clerk:
    office = open_office(live_centre(tmp_path / "live.db"))
    return Clerk(qtbot, office, open_session(office, "zh"))


def sell(clerk: Clerk) -> None:
    """Do the reference sale with few keys."""
    clerk.press(Qt.Key.Key_Return, CONTROL)
    clerk.read("certificate")
    clerk.press(Qt.Key.Key_H, CONTROL)
    clerk.read("card")
    clerk.press(Qt.Key.Key_3, ALT)
    clerk.type("2")
    clerk.press(Qt.Key.Key_Return)
    clerk.press(Qt.Key.Key_Return)
    clerk.type("128w")
    clerk.answer()
    clerk.accept()
    clerk.done()


def give(clerk: Clerk) -> None:
    """Do the gift with few keys."""
    clerk.press(Qt.Key.Key_Return, CONTROL)
    clerk.read("certificate")
    clerk.press(Qt.Key.Key_H, CONTROL)
    clerk.read("card")
    clerk.answer()
    clerk.accept()


def replace_certificate(clerk: Clerk) -> None:
    """Do the replacement with few keys."""
    clerk.press(Qt.Key.Key_Return, CONTROL)
    clerk.read("certificate")
    clerk.press(Qt.Key.Key_H, CONTROL)
    clerk.answer()
    clerk.accept()


def fingerprint(tmp_path: Path) -> str:
    return hashlib.sha256((tmp_path / "live.db").read_bytes()).hexdigest()


def test_a_sale_is_practised_every_key_is_counted_and_the_work_is_not_touched(
    clerk: Clerk, tmp_path: Path
) -> None:
    before = fingerprint(tmp_path)
    clerk.start("P1")
    assert edge(clerk.window.grab().toImage()) == {purple()}
    assert not clerk.work.isVisible()
    folder = clerk.session.training.folder
    sell(clerk)

    result = clerk.run.result
    assert result is not None
    assert (result.done.keys, result.done.clicks) == (clerk.pressed, 0)
    assert result.done.keys <= 60
    clerk.press_free(Qt.Key.Key_Q, CONTROL)
    clerk.bot.waitUntil(lambda: clerk.session.training.run is None)
    assert clerk.work.isVisible()
    assert folder is not None
    assert not folder.exists()
    assert fingerprint(tmp_path) == before


def test_a_mortgage_is_released(clerk: Clerk) -> None:
    clerk.start("P3")
    clerk.press(Qt.Key.Key_Return, CONTROL)
    clerk.read("certificate")
    clerk.press(Qt.Key.Key_Return)
    clerk.type("2")
    clerk.answer()
    clerk.accept()
    clerk.done()


def test_a_home_is_given_away(clerk: Clerk) -> None:
    clerk.start("P4")
    give(clerk)
    clerk.done()

    assert within_goal(clerk)


def test_a_home_is_inherited(clerk: Clerk) -> None:
    clerk.start("P5")
    clerk.press(Qt.Key.Key_Return, CONTROL)
    clerk.read("certificate")
    clerk.read("card")
    clerk.answer()
    clerk.accept()
    clerk.done()


def test_a_certificate_is_replaced_twice_and_the_second_is_compared_with_the_first(
    clerk: Clerk,
) -> None:
    clerk.start("P6")
    replace_certificate(clerk)
    clerk.done()
    assert within_goal(clerk)
    first, bar = clerk.run.result, clerk.bar
    assert first is not None
    assert "第一次" in bar.task.text()

    clerk.window.go("D10")  # from within the practice, its case begins anew
    clerk.pressed = 0
    with clerk.another():
        clerk.press_free(Qt.Key.Key_D, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    replace_certificate(clerk)
    clerk.done()
    second = clerk.run.result
    assert second is not None
    assert (second.best, second.done.keys) == (first.done.keys, clerk.pressed)
    assert str(first.done.keys) in clerk.bar.task.text()

    clerk.press_free(Qt.Key.Key_Q, CONTROL)
    clerk.bot.waitUntil(lambda: clerk.session.training.run is None)
    clerk.work.go("C13")
    settle(clerk.bot, clerk.office)
    screen = clerk.work.screen
    assert isinstance(screen, MyDayScreen)
    assert f"换发证书 {first.done.keys} → {second.done.keys}" in screen.practised.text()


def test_missing_papers_are_told_at_once(clerk: Clerk) -> None:
    clerk.start("P7")
    clerk.press(Qt.Key.Key_Return, CONTROL)
    clerk.press(Qt.Key.Key_6, ALT)
    clerk.press(Qt.Key.Key_Space)
    clerk.press(Qt.Key.Key_Space)
    clerk.press(Qt.Key.Key_F4)
    clerk.press(Qt.Key.Key_Return, CONTROL)
    clerk.done()

    assert within_goal(clerk)


def within_goal(clerk: Clerk) -> bool:
    """Tell whether what was pressed was counted, no more, and is within the goal."""
    result = clerk.run.result
    assert result is not None
    assert (result.done.keys, result.done.clicks) == (clerk.pressed, 0)
    return result.done.keys <= clerk.run.laid.practice.keys


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
