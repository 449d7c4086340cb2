"""The six states of a clock as painted shapes with a word: never by colour alone."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QElapsedTimer, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.windows.parts.theme import tokens
from desk.windows.parts.words import clock_word
from desk.workflow.clock import NOT_STARTED, ClockView

SIZE = 12.0
SECOND, MINUTE = 1_000, 60_000  # ms
RUNNING = frozenset({"normal", "warning", "overdue"})


def state_colour(state: str) -> str:
    """Return the colour of a clock state."""
    colours = tokens()
    return {
        "not_started": colours.idle,
        "normal": colours.normal,
        "warning": colours.warning,
        "overdue": colours.overdue,
        "paused": colours.paused,
        "done": colours.accent,
    }[state]


def paint_mark(painter: QPainter, state: str, box: QRectF) -> None:
    """Paint the shape of a state into a box: ○ ● ▲ ■ ‖ ✓."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(state_colour(state))
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush if state in ("not_started", "done") else colour)
    match state:
        case "not_started" | "normal":
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        case "warning":
            corners = (
                QPointF(box.center().x(), box.top()),
                box.bottomRight(),
                box.bottomLeft(),
            )
            painter.drawPolygon(QPolygonF(corners))
        case "overdue":
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        case "paused":
            bar = box.width() / 4
            painter.drawRect(QRectF(box.left() + bar * 0.4, box.top(), bar, box.height()))
            painter.drawRect(QRectF(box.right() - bar * 1.4, box.top(), bar, box.height()))
        case "done":
            middle = QPointF(box.left() + box.width() * 0.4, box.bottom() - 1)
            painter.drawLine(QPointF(box.left(), box.center().y()), middle)
            painter.drawLine(middle, QPointF(box.right(), box.top() + 1))


def mark_pixmap(state: str, size: int = 14) -> QPixmap:
    """Return the shape of a state as a picture for a label."""
    pixmap = QPixmap(size * 2, size * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_mark(painter, state, QRectF(1, 1, size - 2, size - 2))
    painter.end()
    return pixmap


def minutes_text(minutes: float) -> str:
    """Write minutes as m:ss, or hours and minutes above two hours, or days above two days."""
    whole = int(minutes * 60)
    if whole >= 2 * 24 * 3600:
        return f"{whole // 86400}d"
    if whole >= 2 * 3600:
        return f"{whole // 3600}h{whole % 3600 // 60:02d}"
    return f"{whole // 60}:{whole % 60:02d}"


@dataclass(frozen=True, slots=True)
class ClockText:
    """A clock in words: the state and the time spent."""

    state: str
    text: str


def clock_text(clock: ClockView) -> ClockText:
    """Say a clock in one short line."""
    if clock.state == "not_started":
        return ClockText(clock.state, clock_word(clock.state))
    spent = minutes_text(clock.gross_minutes)
    of = f"/{clock.target_minutes}" if clock.target_minutes else ""
    return ClockText(clock.state, f"{clock_word(clock.state)} {spent}{of}")


class ClockMark(QWidget):
    """A state's shape and its words, for the top bar and cards; a running clock runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock, self._label = NOT_STARTED, ""
        self._shown = ClockText("not_started", "")
        self._read = QElapsedTimer()
        self._second = QTimer(self)
        self._second.setInterval(SECOND)
        self._second.timeout.connect(self._tell)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_clock(self, clock: ClockView, label: str = "") -> None:
        """Show a clock as it was read just now; it goes on from there."""
        self._clock, self._label = clock, label
        self._read.start()
        if clock.state in RUNNING:
            self._second.start()
        else:
            self._second.stop()
        self._tell()

    def _tell(self) -> None:
        since = self._read.elapsed() / MINUTE if self._clock.state in RUNNING else 0.0
        said = clock_text(replace(self._clock, gross_minutes=self._clock.gross_minutes + since))
        self._shown = ClockText(said.state, f"{self._label} {said.text}".strip())
        self.setAccessibleName(self._shown.text)
        self.setToolTip(self._shown.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._shown.text) + 26, metrics.height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = (self.height() - SIZE) / 2
        paint_mark(painter, self._shown.state, QRectF(4, top, SIZE, SIZE))
        painter.setPen(QColor(state_colour(self._shown.state)))
        room = self.rect().adjusted(22, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._shown.text)
        painter.end()
