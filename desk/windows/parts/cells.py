"""Fields in rows: each with its name above and its note beneath, as many in a row as fit."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

GAP = 8


class Cell(QWidget):
    """One field: its name, where its value came from, the editor, what is to be said of it."""

    def __init__(self, name: str, editor: QWidget, beneath: QWidget | None = None) -> None:
        super().__init__()
        self.editor = editor
        self.label = QLabel(name)
        self.label.setProperty("role", "muted")
        self.label.setWordWrap(True)
        self.tag = QLabel()
        self.tag.setProperty("role", "tag")
        self.tag.hide()
        self.note = QLabel()
        self.note.setProperty("role", "problem")
        self.note.setWordWrap(True)
        self.note.hide()
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.label, 1)
        head.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignTop)
        self.doubt: QLabel | None = None
        box = self._box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(head)
        box.addWidget(editor)
        if beneath is not None:
            box.addWidget(beneath)
        box.addWidget(self.note)
        box.addStretch(1)

    def show_tag(self, text: str) -> None:
        """Say where the value came from."""
        self.tag.setText(text)
        self.tag.setVisible(bool(text))

    def show_note(self, text: str) -> None:
        """Say what is wrong, or no longer."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def show_doubt(self, text: str) -> None:
        """Say in amber that somebody doubts the value, or no longer."""
        if self.doubt is None:
            self.doubt = QLabel()
            self.doubt.setProperty("role", "doubt")
            self.doubt.setWordWrap(True)
            self._box.insertWidget(self._box.indexOf(self.note), self.doubt)
        self.doubt.setText(text)
        self.doubt.setVisible(bool(text))
        self.editor.setProperty("doubted", bool(text))
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)


class Cells(QWidget):
    """Lays cells out in rows; a cell may take the room of several."""

    def __init__(self, unit: int, most: int) -> None:
        super().__init__()
        self._unit, self._most = unit, most  # unit in widths of a Chinese character
        self._cells: list[tuple[QWidget, int]] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GAP)

    def add(self, cell: QWidget, span: int = 1) -> None:
        """Add a cell behind the others."""
        cell.setParent(self)
        self._cells.append((cell, span))
        self._columns = 0
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def minimumSizeHint(self) -> QSize:
        """Return the room of one column: what does not fit beside goes beneath."""
        widths = [cell.minimumSizeHint().width() for cell, _ in self._cells if not cell.isHidden()]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    @property
    def unit(self) -> int:
        """Return the least width of a column; words on a button are never cut, names may wrap."""
        em = self.fontMetrics().horizontalAdvance("国")
        buttons = [cell for cell, _ in self._cells if isinstance(cell, QAbstractButton)]
        return max([self._unit * em, *(button.minimumSizeHint().width() for button in buttons)])

    def fit(self) -> None:
        """Lay out anew after words have changed, which may need more room, or less."""
        self._place()

    def _place(self) -> None:
        columns = max(1, min(self._most, (self.width() + GAP) // (self.unit + GAP)))
        if columns == self._columns:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        row = column = 0
        for cell, span in self._cells:
            wide = min(span, columns)
            if column + wide > columns:
                row, column = row + 1, 0
            self._grid.addWidget(cell, row, column, 1, wide)
            column += wide
