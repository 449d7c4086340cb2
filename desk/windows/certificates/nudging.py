"""微调: the print moved by tenths of a millimetre at the last second, by Alt and an arrow."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desk.windows.parts.actions import make_action
from printing.calibration import MOST_SHIFT

STEP = 0.1  # mm


class Nudge(QObject):
    """How far the next sheet is moved beside its profile."""

    moved = Signal()

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._tenths = (0, 0)
        self.acts: Sequence[QAction] = (
            make_action(owner, "nudge_left", lambda: self._move(-1, 0)),
            make_action(owner, "nudge_right", lambda: self._move(1, 0)),
            make_action(owner, "nudge_up", lambda: self._move(0, -1)),
            make_action(owner, "nudge_down", lambda: self._move(0, 1)),
        )

    @property
    def mm(self) -> tuple[float, float]:
        """Return how far to the right and down."""
        return self._tenths[0] * STEP, self._tenths[1] * STEP

    @property
    def is_none(self) -> bool:
        """Tell whether nothing was moved."""
        return self._tenths == (0, 0)

    def words(self) -> str:
        """Say how far, with its sign."""
        x, y = self.mm
        return self.tr("moved {0} mm across, {1} mm down").format(f"{x:+.1f}", f"{y:+.1f}")

    def forget(self) -> None:
        """Print as the profile says again."""
        self._tenths = (0, 0)
        self.moved.emit()

    def _move(self, across: int, down: int) -> None:
        x, y = self._tenths[0] + across, self._tenths[1] + down
        if max(abs(x), abs(y)) * STEP <= MOST_SHIFT:
            self._tenths = (x, y)
            self.moved.emit()
