"""A clerk at work who goes to practise, and the keys that the practice cases ask."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.windows.training.bar import PracticeBar
from desk.windows.training.run import PracticeRun, Scenario
from desk.windows.training.training_screen import TrainingScreen
from forms.interview import questions_of
from tests.windows.conftest import duty, settle

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
