"""Counts what a person presses and clicks; what machines send goes past it."""

from collections import Counter
from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from desk.windows.parts.ears import ears

CLICKS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
)
PREFIX = "Ctrl+B"  # begins what a scanner types


class KeyLedger(QObject):
    """Hears the keys of the whole application.

    A modifier held down is a key; a key that repeats itself is pressed once. What an input method
    composes is a key for each change of it. `free` are keys that stand for a machine, and `machine`
    tells whether a machine is typing now.
    """

    def __init__(
        self,
        parent: QObject,
        *,
        free: Collection[str] = (),
        machine: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self._free = {QKeySequence(key) for key in (*free, PREFIX)}
        self._machine = machine
        self._held = 0  # modifiers pressed since the last key that is none
        self._composed = ""
        self._clicked = -1  # when the mouse was pressed last
        self._places: list[str] = []  # where each counted key went
        self.keys = self.clicks = 0
        self.listen()

    def listen(self) -> None:
        """Hear from now on, before all who hear already: some keep keys to themselves."""
        ears().remove(self)
        ears().add(self)

    @property
    def by_field(self) -> Counter[str]:
        """Return how many keys went into each named control."""
        return Counter(place for place in self._places if place)

    def close(self) -> None:
        """Count nothing any more."""
        ears().remove(self)

    def restart(self) -> None:
        """Count from nothing."""
        self.keys = self.clicks = self._held = 0
        self._places.clear()

    def take_back(self, keys: int) -> None:
        """Leave out the keys counted last: they turned out to be a machine's."""
        keys = min(keys, self.keys)
        self.keys -= keys
        del self._places[len(self._places) - keys :]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in CLICKS and isinstance(event, QMouseEvent):
            self._click(watched, event)
        elif watched is not QApplication.focusWidget() or self._machine():
            return False
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self._press(event)
        elif isinstance(event, QInputMethodEvent):
            self._compose(event)
        return False

    def _click(self, watched: QObject, event: QMouseEvent) -> None:
        """Count a click at the widget it hits; what that leaves to its parents is the same one."""
        if not isinstance(watched, QWidget) or event.timestamp() == self._clicked:
            return
        self._clicked = event.timestamp()
        if not watched.property("free"):
            self.clicks += 1

    def _press(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if event.key() in MODIFIERS:
            self._held += 1
            self._count()
            return
        if QKeySequence(event.keyCombination()) in self._free:
            self.take_back(self._held)
        else:
            self._count()
        self._held = 0

    def _compose(self, event: QInputMethodEvent) -> None:
        if event.preeditString() != self._composed or event.commitString():
            self._count()
        self._composed = event.preeditString()

    def _count(self) -> None:
        focus = QApplication.focusWidget()
        self.keys += 1
        self._places.append("" if focus is None else focus.accessibleName())
