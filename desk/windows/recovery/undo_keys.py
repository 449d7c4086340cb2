"""Ctrl+Z and Ctrl+Y within a field: its own typing first, then the acts of the whole entry."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.windows.parts.ears import ears


class UndoKeys(QObject):
    """A field that has nothing of its own to take back leaves the key to the entry."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        ears().add(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        within = self.parent()
        if not isinstance(watched, QLineEdit) or not isinstance(within, QWidget):
            return False
        undoes, redoes = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
        leaves = (event.matches(undoes) and not watched.isUndoAvailable()) or (
            event.matches(redoes) and not watched.isRedoAvailable()
        )
        if not leaves or not within.isAncestorOf(watched):
            return False
        event.ignore()  # so that it is looked up among the keys of the screen
        return True
