"""A heartbeat on the GUI thread: every gap, how much of it was work, and where it was spent."""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_stack

from PySide6.QtCore import QTimer

BEAT = 10  # ms
LATE = 0.05  # seconds without a beat from which the watchdog looks
DEPTH = 6  # calls told of a place
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """A time without a beat in ms; the rest of it the thread waited for the machine."""

    length: float
    worked: float
    where: str = ""


class Heart:
    """Beats until it is stopped; a watchdog says where the thread is when a beat is late."""

    def __init__(self) -> None:
        self.gaps: list[Gap] = []
        self._where = ""
        self._stopped = threading.Event()
        self._gui = threading.get_ident()
        self._at, self._work = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT)
        threading.Thread(target=self._watch, daemon=True).start()

    @property
    def longest(self) -> Gap:
        """Return the longest gap."""
        return max(self.gaps, default=Gap(0, 0))

    def stop(self) -> None:
        """Beat no more."""
        self._beat()
        self._timer.stop()
        self._stopped.set()

    def _beat(self) -> None:
        now, work = time.perf_counter(), time.thread_time()
        gap = Gap((now - self._at) * 1000, (work - self._work) * 1000, self._where)
        self.gaps.append(gap)
        self._at, self._work, self._where = now, work, ""

    def _watch(self) -> None:
        while not self._stopped.wait(LATE / 5):
            if time.perf_counter() - self._at > LATE:
                self._where = _place(self._gui)


def _place(thread: int) -> str:
    """Return the innermost calls of the program on a thread."""
    stack = extract_stack(sys._current_frames()[thread])
    own = [one for one in stack if Path(one.filename).is_relative_to(ROOT / "desk")]
    told = own or stack
    return " < ".join(f"{Path(c.filename).stem}:{c.lineno}" for c in reversed(told[-DEPTH:]))


@contextmanager
def beating() -> Iterator[Heart]:
    """Let a heart beat while something happens."""
    heart = Heart()
    try:
        yield heart
    finally:
        heart.stop()
