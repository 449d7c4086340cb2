"""A QR code on the applicants' screen, black on white in every theme, with its quiet zone."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

QUIET = 4  # modules of white that a reader needs around
SIDE = 240


class QrPicture(QWidget):
    """Paints a code as large as there is room, in whole pixels a module."""

    def __init__(self, text: str, name: str) -> None:
        # With the first code: the library that encodes is large, and no start has to wait for it.
        from printing.codes import qr_modules

        super().__init__()
        self.text = text
        self._rows = qr_modules(text)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def minimumSizeHint(self) -> QSize:
        side = 3 * (len(self._rows) + 2 * QUIET)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        count = len(self._rows) + 2 * QUIET
        module = max(1, min(self.width(), self.height(), 2 * SIDE) // count)
        side = module * count
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        painter.fillRect(QRectF(left, top, side, side), QColor(Qt.GlobalColor.white))
        for row, runs in enumerate(self._rows):
            for start, width in runs:
                x, y = left + (start + QUIET) * module, top + (row + QUIET) * module
                painter.fillRect(QRectF(x, y, width * module, module), Qt.GlobalColor.black)
        painter.end()
