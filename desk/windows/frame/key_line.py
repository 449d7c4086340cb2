"""The footer's line of keys: as many acts as have room, and always the key that shows them all."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

BETWEEN = "    "


class KeyLine(QLabel):
    """Shows acts with their keys in order of weight; what has no room stands in the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self._acts: Sequence[str] = ()
        self._last = ""
        self.setProperty("role", "muted")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_acts(self, acts: Sequence[str], last: str) -> None:
        """Show the acts of a screen; `last` keeps its place whatever the width."""
        self._acts, self._last = tuple(acts), last
        self.setToolTip(BETWEEN.join((*acts, last)))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = list(self._acts)
        line = BETWEEN.join((*shown, self._last))
        while shown and self.fontMetrics().horizontalAdvance(line) > self.width():
            shown.pop()
            line = BETWEEN.join((*shown, self._last))
        self.setText(line)
