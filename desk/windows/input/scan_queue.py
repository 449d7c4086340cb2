"""Scans in the order in which they came: each is shown, said and sent on; none is lost."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from desk.workflow.scanned import Meaning, meanings

KEPT = 50  # rows of the tray
AGAIN = 2.0  # seconds within which the same code is a second look at the same paper


class Mark(StrEnum):
    """What became of a scan."""

    DONE = "done"
    UNKNOWN = "unknown"
    DUPLICATE = "duplicate"
    BROKEN = "broken"
    FORGED = "forged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A code that was read, what it meant and what became of it."""

    text: str
    meaning: Meaning | None
    mark: Mark


Choose = Callable[[str, Sequence[Meaning], Callable[[Meaning | None], None]], None]


class ScanQueue(QObject):
    """Takes codes at any speed and sends them on one at a time, between other events."""

    told = Signal(object)  # a Scan that was dealt with
    waiting = Signal(int)  # how many still wait

    def __init__(
        self,
        seal_key: str,
        route: Callable[[Meaning], bool],
        choose: Choose,
        parent: QObject | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._seal_key, self._route, self._choose, self._clock = seal_key, route, choose, clock
        self._arrived: deque[tuple[str, bool, float]] = deque()
        self._busy = False
        self._last: tuple[str, float] = ("", -AGAIN)
        self.rows: deque[Scan] = deque(maxlen=KEPT)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)

    def go_by(self, seal_key: str) -> None:
        """Prove codes by this key from now on."""
        self._seal_key = seal_key

    @property
    def pending(self) -> int:
        """Return how many scans are not dealt with yet."""
        return len(self._arrived) + self._busy

    def take(self, text: str) -> None:
        """Take a whole code."""
        self._arrive(text, whole=True)

    def take_broken(self, text: str) -> None:
        """Take what came of a scan that lost its end."""
        self._arrive(text, whole=False)

    def _arrive(self, text: str, *, whole: bool) -> None:
        self._arrived.append((text, whole, self._clock()))
        self.waiting.emit(self.pending)
        self._timer.start(0)

    def _next(self) -> None:
        if self._busy or not self._arrived:
            return
        text, whole, at = self._arrived.popleft()
        self._busy = True
        if not whole:
            self._end(Scan(text=text, meaning=None, mark=Mark.BROKEN))
            return
        again, self._last = self._is_again(text, at), (text, at)
        found = meanings(text, self._seal_key)
        if again:
            meaning = found[0] if len(found) == 1 else None
            self._end(Scan(text=text, meaning=meaning, mark=Mark.DUPLICATE))
        elif len(found) > 1:
            self._choose(text, found, lambda chosen: self._send(text, chosen))
        else:
            self._send(text, found[0] if found else None)

    def _is_again(self, text: str, at: float) -> bool:
        last, when = self._last
        return text == last and at - when < AGAIN

    def _send(self, text: str, meaning: Meaning | None) -> None:
        if meaning is None:
            mark = Mark.UNKNOWN
        elif meaning.genuine is False:
            mark = Mark.FORGED
        else:
            mark = Mark.DONE if self._route(meaning) else Mark.UNKNOWN
        self._end(Scan(text=text, meaning=meaning, mark=mark))

    def _end(self, scan: Scan) -> None:
        self._busy = False
        self.rows.append(scan)
        self.told.emit(scan)
        self.waiting.emit(self.pending)
        if self._arrived:
            self._timer.start(0)
