"""A scanner that types: Ctrl+B, the code, Enter. Whatever has the focus never sees a key of it."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desk.windows.parts.ears import ears
from forms.checks.width import half_width

PATIENCE = 3_000  # ms without a key after which a scan is taken as broken off
LONGEST = 2_048  # signs: more is no code
ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
FAST = 0.035  # seconds between two keys of a scanner, for the mode that has no prefix
FEWEST = 6  # signs of a code without a prefix


class PrefixWedge(QObject):
    """Swallows everything between the prefix and Enter, however long the keys take."""

    scanned = Signal(str)
    broken = Signal(str)  # a scan that came without its end
    caught = Signal()  # an input method had got hold of a scan; it was read all the same

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text: str | None = None  # None while no scan is under way
        self._was_caught = False
        self._held: set[int] = set()  # keys whose releases are still to come
        self._silenced: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self._break_off)
        ears().add(self)

    @property
    def is_reading(self) -> bool:
        """Tell whether a scan is under way."""
        return self._text is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in KEYS:
            return self._key(event)
        if self.is_reading and isinstance(event, QInputMethodEvent):
            self._composed(event)
            return True
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.KeyRelease:
            return self._released(event)
        if not self.is_reading and not _is_prefix(event):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._held.add(event.key())
            self._pressed(event)
        return True

    def _released(self, event: QKeyEvent) -> bool:
        if event.key() not in self._held:
            return False
        self._held.discard(event.key())
        return True

    def _pressed(self, event: QKeyEvent) -> None:
        if _is_prefix(event):
            self._break_off()  # a second prefix: the scan before it lost its end
            self._begin()
        elif event.key() in ENDS:
            self._finish(self.scanned)
        elif event.text() and event.text().isprintable():
            self._add(event.text())

    def _begin(self) -> None:
        self._text, self._was_caught = "", False
        self._timer.start()
        focus = QApplication.focusWidget()
        attribute = Qt.WidgetAttribute.WA_InputMethodEnabled
        if focus is not None and focus.testAttribute(attribute):
            focus.setAttribute(attribute, False)  # the input method must not eat the code
            self._silenced = focus
            focus.destroyed.connect(self._forget_silenced)

    def _add(self, signs: str) -> None:
        self._text = (self._text or "") + signs
        self._timer.start()
        if len(self._text) > LONGEST:
            self._break_off()

    def _composed(self, event: QInputMethodEvent) -> None:
        self._was_caught = self._was_caught or bool(event.preeditString() or event.commitString())
        if event.commitString():
            self._add(half_width(event.commitString()))

    def _break_off(self) -> None:
        if self._text:
            self._finish(self.broken)
        else:
            self._end()

    def _finish(self, told: SignalInstance) -> None:
        text, was_caught = self._text or "", self._was_caught
        self._end()
        if was_caught:
            self.caught.emit()
        if text:
            told.emit(text)

    def _end(self) -> None:
        self._text = None
        self._timer.stop()
        if self._silenced is not None:
            self._silenced.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, True)
            self._silenced.destroyed.disconnect(self._forget_silenced)
            self._silenced = None

    def _forget_silenced(self) -> None:
        self._silenced = None


class TimingWedge(QObject):
    """The last resort for a scanner without a prefix: keys faster than people are a code.

    What was typed into a field by then is taken back; shortcuts that a code hit cannot be.
    """

    scanned = Signal(str)

    def __init__(
        self, parent: QObject | None = None, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._text, self._last = "", 0.0
        ears().add(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if not isinstance(watched, QWidget):
            return False  # the same key comes once more, to the widget
        now = self._clock()
        fast, self._last = now - self._last <= FAST, now
        if event.key() in ENDS:
            return self._end(watched, fast)
        text = event.text()
        typed = text if text.isprintable() else ""
        self._text = self._text + typed if fast else typed
        return False

    def _end(self, watched: QWidget, fast: bool) -> bool:
        text, self._text = self._text, ""
        if not fast or len(text) < FEWEST:
            return False
        if isinstance(watched, QLineEdit):
            watched.setText(watched.text().removesuffix(text))
        self.scanned.emit(text)
        return True


def _is_prefix(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_B and event.modifiers() == Qt.KeyboardModifier.ControlModifier
