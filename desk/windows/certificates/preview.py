"""A page of paper on the screen, as large as its place allows."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from printing.calibration import TRUE
from printing.papers import render_paper
from printing.raster import Picture, page_image

DPI = 110


def draw(
    kind: str, values: Mapping[str, Any], serial: str, nudge: tuple[float, float] = (0.0, 0.0)
) -> Picture:
    """Draw the first page of a certificate or proof as it will stand on a sheet.

    The printer's profile makes it true, so only what a person moves beside it is seen.
    """
    drawn = render_paper(kind, {**values, "serial": serial}, TRUE.moved(*nudge))
    return page_image(drawn.pdf, dpi=DPI)


class Preview(QLabel):
    """Shows one page; before there is one it says a sentence."""

    def __init__(self, empty: str, name: str) -> None:
        super().__init__()
        self._empty = empty
        self._page: QPixmap | None = None
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setProperty("role", "muted")
        # The picture follows its place: it must never push the window larger.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.show_page(None)

    @property
    def is_shown(self) -> bool:
        """Tell whether a page is on the screen."""
        return self._page is not None

    def show_page(self, picture: Picture | None) -> None:
        """Show a page, or the sentence where there is none."""
        self._page = None
        if picture is None:
            self.setText(self._empty)
            return
        image = QImage(
            picture.rgb,
            picture.width,
            picture.height,
            3 * picture.width,
            QImage.Format.Format_RGB888,
        )
        self._page = QPixmap.fromImage(image)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(420, 420)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._page is not None and self.width() > 0 and self.height() > 0:
            self.setPixmap(
                self._page.scaled(
                    self.size(),
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
