"""A timer that acts once each time it is started."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def once(owner: QObject, act: Callable[[], None]) -> QTimer:
    """Return a timer that acts once each time it is started; started anew it waits anew."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.timeout.connect(act)
    return timer
