"""The materials that are to be photographed, as a list that answers to single keys."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A material that is asked for."""

    code: str
    title: str
    required: bool


class MaterialList(QListWidget):
    """The materials; while it has the focus single keys photograph, drop, turn and go on."""

    pressed_key = Signal(int)
    KEYS = (
        *(Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace),
        *(Qt.Key.Key_R, Qt.Key.Key_Left, Qt.Key.Key_Right),
    )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self.KEYS and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.pressed_key.emit(event.key())
            return
        super().keyPressEvent(event)
