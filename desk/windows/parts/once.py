"""A timer that acts once each time it is started."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget


def once(owner: QWidget, act: Callable[[], None]) -> QTimer:
    """Return a timer that acts once each time it is started; started anew it waits anew."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.timeout.connect(act)
    return timer
