"""Hands that press, and the program's own ledger that counts what they press."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.windows.frame.main_window import MainWindow
from desk.windows.parts import key_ledger
from desk.windows.parts.office import Office
from tests.windows.conftest import Waiting, settle

NONE = Qt.KeyboardModifier.NoModifier
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class KeyLedger(key_ledger.KeyLedger):
    """The ledger of the program, with hands."""

    def __init__(self, bot: Waiting, office: Office, window: MainWindow) -> None:
        super().__init__(window)
        self.bot, self.office, self.window = bot, office, window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press one key where the focus is; a modifier held down is a key too."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        settle(self.bot, self.office)

    def type(self, text: str) -> None:
        """Type figures or letters, a key each."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)
        settle(self.bot, self.office)

    def write(self, text: str, keys: int) -> None:
        """Write Chinese text with an input method that takes so many keys for it."""
        focus = QApplication.focusWidget()
        assert focus is not None
        for pressed in range(1, keys):
            QApplication.sendEvent(focus, QInputMethodEvent("x" * pressed, []))
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(focus, event)
