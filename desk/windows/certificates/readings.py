"""The numbers read off a ruler sheet, and a picture that shows which one is asked for."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from desk.windows.parts.theme import tokens
from printing.measuring import LONGEST, NotAReading, Readings, reading
from printing.papers import PAPERS
from printing.ruler import CORNERS, NAMES

STEP = 0.1  # mm of an arrow key
OBLIGATORY = 4
ROWS = 3  # of fields beside each other, two by two
PAGE_AIR = 28  # pixels around the picture
ARM = 22  # pixels of a scale in the picture


class ReadingField(QLineEdit):
    """One reading: typed as −3,5, or moved by the arrow keys."""

    asked = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() in steps and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _move(self, way: int) -> None:
        try:
            now = reading(self.text() or "0")
        except NotAReading:
            return
        moved = max(-LONGEST, min(LONGEST, round(now + way * STEP, 2)))
        self.setText(f"{moved:g}".replace("-", "−"))


class ReadingsForm(QWidget):
    """Four readings that shift and turn, two more that stretch."""

    asked = Signal(int)  # the number of the field in which the person is

    def __init__(self) -> None:
        super().__init__()
        self.fields = tuple(ReadingField() for _ in range(6))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for number, (label, field) in enumerate(zip(self._labels(), self.fields, strict=True), 1):
            text = f"{number}  {label}"
            field.setAccessibleName(text)
            if number > OBLIGATORY:
                field.setPlaceholderText(self.tr("may stay empty"))
            field.asked.connect(lambda number=number: self.asked.emit(number))
            words = QLabel(text)
            words.setBuddy(field)
            row, column = (number - 1) % ROWS, 2 * ((number - 1) // ROWS)
            grid.addWidget(words, row, column)
            grid.addWidget(field, row, column + 1)

    def clear(self) -> None:
        """Forget what was read of the ruler before."""
        for field in self.fields:
            field.clear()

    def readings(self) -> Readings:
        """Return what was read; `NotAReading` at the first field that holds none."""
        read = [self._read(number) for number in range(OBLIGATORY)]
        more = [
            self._read(number) if self.fields[number].text().strip() else None
            for number in range(OBLIGATORY, len(self.fields))
        ]
        return Readings(
            left_x=read[0],
            left_y=read[1],
            right_y=read[2],
            low_x=read[3],
            right_x=more[0],
            low_y=more[1],
        )

    def _read(self, place: int) -> float:
        try:
            return reading(self.fields[place].text())
        except NotAReading:
            self.fields[place].setFocus()
            self.fields[place].selectAll()
            raise

    def _labels(self) -> Sequence[str]:
        return (
            self.tr("top left, across"),
            self.tr("top left, down"),
            self.tr("top right, down"),
            self.tr("bottom left, across"),
            self.tr("top right, across"),
            self.tr("bottom left, down"),
        )


class RulerPicture(QWidget):
    """The ruler sheet in small, the scale in question in the accent's colour."""

    def __init__(self) -> None:
        super().__init__()
        self._kind, self._number = "certificate", 0
        self.setAccessibleName(self.tr("Which scale is read"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(280, 220)

    def show_kind(self, kind: str) -> None:
        """Show the corners of a kind of sheet."""
        self._kind = kind
        self.update()

    def show_number(self, number: int) -> None:
        """Show which scale is asked for."""
        self._number = number
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = PAPERS[self._kind].layout.page
        room = self.rect().adjusted(PAGE_AIR, PAGE_AIR, -PAGE_AIR, -PAGE_AIR)
        scale = min(room.width() / wide, room.height() / high)
        page = QRectF(0, 0, wide * scale, high * scale)
        page.moveCenter(QRectF(room).center())
        painter.setPen(QPen(QColor(tokens().border), 1))
        painter.setBrush(QColor(tokens().surface))
        painter.drawRect(page)
        for (x, y), names in zip(CORNERS[self._kind], NAMES, strict=True):
            at = page.topLeft() + QPointF(x * scale, y * scale)
            self._scale(painter, at, names[0], QPointF(ARM, 0))
            self._scale(painter, at, names[1], QPointF(0, ARM))
        painter.end()

    def _scale(self, painter: QPainter, at: QPointF, name: str, arm: QPointF) -> None:
        """Draw a scale with its number at the end that points into the page."""
        is_asked = bool(name) and name == str(self._number)
        colour = tokens().accent if is_asked else tokens().muted
        painter.setPen(QPen(QColor(colour), 3 if is_asked else 1))
        painter.drawLine(at - arm, at + arm)
        if not name:
            return
        font = painter.font()
        font.setBold(is_asked)
        painter.setFont(font)
        end = at + arm * 1.6
        box = QRectF(end.x() - ARM / 2, end.y() - ARM / 2, ARM, ARM)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
