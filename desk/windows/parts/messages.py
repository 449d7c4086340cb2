"""What was said to this person since signing in; banners go, their words stay here."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desk.windows.parts.centre_clock import CentreClock

KEPT = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One sentence of the desk: when, how grave, about which screen."""

    at: datetime
    level: str  # error, ask, done or info, as the banner showed it
    screen: str
    text: str


class Messages(QObject):
    """The newest sentences first; what nobody has looked at yet is counted."""

    changed = Signal()

    def __init__(self, clock: CentreClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._kept: deque[Message] = deque(maxlen=KEPT)
        self.unread = 0

    @property
    def rows(self) -> tuple[Message, ...]:
        """Return what was said, newest first."""
        return tuple(reversed(self._kept))

    def add(self, screen: str, level: str, text: str) -> None:
        """Keep a sentence; what was done as asked counts as read."""
        at = self._clock.now()
        self._kept.append(Message(at=at, level=level, screen=screen, text=text))
        if level in ("error", "ask"):
            self.unread += 1
        self.changed.emit()

    def clear(self) -> None:
        """Forget all: somebody else signs in."""
        self._kept.clear()
        self.read()

    def read(self) -> None:
        """Count nothing as unread any more."""
        self.unread = 0
        self.changed.emit()
