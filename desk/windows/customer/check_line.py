"""A line that an applicant checks: touched, it is marked as wrong; long values wrap."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desk.windows.parts.icons import icon
from desk.windows.parts.theme import tokens

TOUCH = 56  # pixels: what a finger hits
AIR, MARK = 12, 28
WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)


class CheckLine(QAbstractButton):
    """Shows a label and a value; wrong ones get a sign and a frame, not a colour alone."""

    def __init__(self, label: str, value: str) -> None:
        super().__init__()
        self.setText(value)
        self.setCheckable(True)
        self.setAccessibleName(f"{label}: {value}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - 2 * AIR - MARK), 10_000)
        return max(TOUCH, self.fontMetrics().boundingRect(room, WRAPPED, self.text()).height() + 24)

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(self.width() or 320))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, TOUCH)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        wrong = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = colours.warning if wrong else colours.line
        painter.setPen(QPen(QColor(colours.accent if self.hasFocus() else edge), 2))
        painter.setBrush(QColor(colours.warning_soft if wrong else colours.bg))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(QColor(colours.text))
        painter.drawText(self.rect().adjusted(AIR, 0, -AIR - MARK, 0), WRAPPED, self.text())
        if wrong:
            side = QRect(self.width() - AIR - MARK, (self.height() - MARK) // 2, MARK, MARK)
            icon("warning", "warning").paint(painter, side)
        painter.end()
