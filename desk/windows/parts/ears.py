"""One filter over the whole application hears the keys for all who want them.

A filter in Python is called for every event of every widget, and three of them cost more than the
widgets' own work. So there is one, which at once turns away what no hand did.
"""

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from shiboken6 import isValid

HEARD = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod,
        QEvent.Type.FocusOut,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
    }
)


class Listener(Protocol):
    """An object that hears; True keeps the event from all others."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool: ...


class Ears(QObject):
    """Asks the listeners, the latest first, as Qt asks its filters."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._listeners: list[Listener] = []

    def add(self, listener: Listener) -> None:
        """Let an object hear until it is removed or destroyed."""
        self._listeners = [one for one in self._listeners if isValid(one)]
        self._listeners.append(listener)

    def remove(self, listener: Listener) -> None:
        """Let an object hear no more."""
        self._listeners = [one for one in self._listeners if one is not listener]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in HEARD:
            return False
        return any(
            listener.eventFilter(watched, event)
            for listener in reversed(self._listeners)
            if isValid(listener)
        )


def ears() -> Ears:
    """Return the ears of the application."""
    application = QCoreApplication.instance()
    assert application is not None
    found = application.findChild(Ears)
    if found is None:
        found = Ears(application)
        application.installEventFilter(found)
    return found
