"""Which monitor faces the hall: the one that was chosen, never the clerk's own."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def serial_of(screen: QScreen) -> str:
    """Return what names a monitor across starts: its serial number, else maker, model and name."""
    return screen.serialNumber() or f"{screen.manufacturer()} {screen.model()} {screen.name()}"


def facing(screens: Sequence[QScreen], own: QScreen | None, chosen: str) -> QScreen | None:
    """Return the applicants' monitor; none where there is only the clerk's.

    A chosen monitor that is not there is replaced by another that is not the clerk's.
    """
    others = [screen for screen in screens if screen is not own]
    named = [screen for screen in others if chosen and serial_of(screen) == chosen]
    return next(iter(named or others), None)


def place(window: QWidget, clerk: QWidget, chosen: str) -> bool:
    """Put the applicants' window on its monitor, filling it; tell whether there was one."""
    own = QWidget.screen(clerk)  # the frame calls its own screens so
    screen = facing(QGuiApplication.screens(), own, chosen)
    if screen is None:
        return False
    window.setGeometry(screen.geometry())
    window.showFullScreen()
    return True
