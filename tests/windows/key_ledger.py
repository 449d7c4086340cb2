"""Counts what a person presses and clicks; what machines send goes past it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.windows.frame.main_window import MainWindow
from desk.windows.parts.office import Office
from tests.windows.conftest import settle

NONE = Qt.KeyboardModifier.NoModifier
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
CLICKS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class KeyLedger(QObject):
    """A filter over the whole application, and the hands that press."""

    def __init__(self, bot: QtBot, office: Office, window: MainWindow) -> None:
        super().__init__(window)
        self.bot, self.office, self.window = bot, office, window
        self.keys = self.clicks = 0
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        at_focus = isinstance(watched, QWidget) and watched is QApplication.focusWidget()
        if event.type() == QEvent.Type.ShortcutOverride and at_focus:
            self.keys += 1
        if event.type() in CLICKS and isinstance(watched, QWidget):
            self.clicks += 1
        return False

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press one key where the focus is; a modifier held down is a key too."""
        before = self.keys
        self.bot.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.keys = before + (1 if modifier == NONE else 2)
        settle(self.bot, self.office)

    def type(self, text: str) -> None:
        """Type figures or letters, a key each."""
        before = self.keys
        self.bot.keyClicks(QApplication.focusWidget(), text)
        self.keys = before + len(text)
        settle(self.bot, self.office)

    def write(self, text: str, keys: int) -> None:
        """Write Chinese text with an input method that takes so many keys for it."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        focus = QApplication.focusWidget()
        assert focus is not None
        QApplication.sendEvent(focus, event)
        self.keys += keys
