"""Where an applicant signs, with mouse, pen or finger; the strokes are kept, not a picture."""

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.windows.parts.theme import tokens

WHOLE = 1_000  # a stroke's points are in thousandths of the pad
ENOUGH = 12  # points: fewer are a touch by mistake
PEN = 3.0

Point = tuple[int, int, int]


class SignaturePad(QWidget):
    """Collects strokes; `written` tells when there is, or no longer is, a signature."""

    written = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._strokes: list[list[Point]] = []
        self._since = QElapsedTimer()
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Sign here"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def strokes(self) -> tuple[tuple[Point, ...], ...]:
        """Return the strokes: x and y in thousandths of the pad, ms since the first touch."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    @property
    def is_signed(self) -> bool:
        """Tell whether enough was written to be a signature."""
        return sum(len(stroke) for stroke in self._strokes) >= ENOUGH

    def clear(self) -> None:
        """Begin again."""
        self._strokes = []
        self._since.invalidate()
        self.update()
        self.written.emit(False)

    def sizeHint(self) -> QSize:
        return QSize(640, 240)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons():
            self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.written.emit(self.is_signed)

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QTouchEvent) or not event.points():
            return super().event(event)
        finger = event.points()[0]
        if event.type() == QEvent.Type.TouchBegin:
            self._begin(finger.position())
        elif event.type() == QEvent.Type.TouchUpdate:
            self._go_on(finger.position())
        else:
            self.written.emit(self.is_signed)
        event.accept()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tokens()
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.setBrush(QColor(colours.bg))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        foot = self.height() * 0.78
        painter.drawLine(QPointF(24, foot), QPointF(self.width() - 24, foot))
        pen = QPen(QColor(colours.text), PEN)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            painter.drawPath(self._path(stroke))
        painter.end()

    def _begin(self, where: QPointF) -> None:
        if not self._since.isValid():
            self._since.start()
        self._strokes.append([])
        self._go_on(where)

    def _go_on(self, where: QPointF) -> None:
        if not self._strokes:
            return
        x = round(WHOLE * min(max(where.x() / self.width(), 0), 1))
        y = round(WHOLE * min(max(where.y() / self.height(), 0), 1))
        self._strokes[-1].append((x, y, self._since.elapsed()))
        self.update()

    def _path(self, stroke: list[Point]) -> QPainterPath:
        points = [
            QPointF(x * self.width() / WHOLE, y * self.height() / WHOLE) for x, y, _ in stroke
        ]
        path = QPainterPath(points[0])
        for point in points[1:] or points:
            path.lineTo(point)
        return path
