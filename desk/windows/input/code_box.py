"""A list of codes chosen with few keys: its number, its pinyin initials, or Alt+↓ and arrows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desk.windows.parts.words import language
from forms.catalogue import delivered
from forms.choosing import Option, matching, options

PAUSE = 2_000  # ms after which typing begins anew
_NO_TEXT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def table_options(table: str, only: Sequence[str] = ()) -> tuple[Option, ...]:
    """Return the lines of a code table in the language of the screen; `only` some of them."""
    entries = delivered().codes[table].entries
    return options(
        [
            (entry.code, entry.zh if language() == "zh" else entry.en, entry.initials)
            for entry in entries
            if not only or entry.code in only
        ]
    )


class CodeBox(QComboBox):
    """A box over a list of codes; what is typed picks, and never opens an input method."""

    def __init__(
        self, lines: Sequence[Option], *, blank: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._typed = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._begin_anew)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAccessibleDescription(
            self.tr("Type the number or the pinyin initials; Alt+Down opens the list.")
        )
        self.show_options(lines, blank=blank)
        self.view().installEventFilter(self)

    def show_options(self, lines: Sequence[Option], *, blank: bool) -> None:
        """Offer these lines; `blank` offers to choose none."""
        self._lines = tuple(lines)
        self.clear()
        if blank:
            self.addItem("", None)
        for line in self._lines:
            self.addItem(f"{line.number}  {line.word}", line.code)

    def code(self) -> str | None:
        """Return the code that is chosen."""
        code = self.currentData()
        return None if code is None else str(code)

    def choose(self, code: str | None) -> None:
        """Choose a code; one that is not in the list leaves the choice open."""
        self.setCurrentIndex(self.findData(code))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._begin_anew()
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a form that is scrolled must not change under the wheel

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        picks = (
            watched is self.view()
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self._take(event)
        )
        if picks:
            self.view().setCurrentIndex(self.model().index(self.currentIndex(), 0))
        return picks or super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        """Pick by a key; tell whether the key was one that picks."""
        if event.modifiers() & _NO_TEXT:
            return False
        if event.key() == Qt.Key.Key_Backspace:
            self._begin_anew()
            self.setCurrentIndex(max(self.findData(None), -1))
            return True
        text = event.text()
        if not text.isprintable() or not text.strip():
            return False
        self._pick(self._typed + text) or self._pick(text)
        return True

    def _pick(self, typed: str) -> bool:
        found = matching(self._lines, typed)
        if not found:
            return False
        self._typed = typed
        self._pause.start()
        self.choose(found[0].code)
        return True

    def _begin_anew(self) -> None:
        self._typed = ""
        self._pause.stop()


class SuggestionBox(QComboBox):
    """A line with suggestions: free text, or the initials of a suggestion unfolded on leaving."""

    def __init__(self, lines: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.show_options(lines)
        line = self.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._unfold)

    def show_options(self, lines: Sequence[Option]) -> None:
        """Suggest these lines."""
        self._lines = tuple(lines)
        self.clear()
        self.addItems([line.word for line in self._lines])
        self.setCurrentText("")

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _unfold(self) -> None:
        typed = self.currentText().strip().lower()
        for line in self._lines:
            if typed and typed in (line.initials.lower(), line.number):
                self.setCurrentText(line.word)
                return
