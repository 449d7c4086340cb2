"""Garbage is collected on the GUI thread alone.

Python collects on whichever thread happens to allocate. Were it the worker, it would destroy
widgets and timers that hang in cycles there, which Qt answers with warnings or a crash.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

EVERY = 1_000  # ms between looks


class Collector(QObject):
    """Takes collecting over from the interpreter, with its thresholds, until it is stopped."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(EVERY)
        gc.disable()

    def look(self) -> None:
        """Collect each generation that has grown over its threshold."""
        for generation, (count, threshold) in enumerate(
            zip(gc.get_count(), self._thresholds, strict=True)
        ):
            if count > threshold:
                gc.collect(generation)

    def stop(self) -> None:
        """Collect what is left, here, and give collecting back."""
        self._timer.stop()
        take_in()
        gc.collect()
        gc.enable()


def leave_out() -> None:
    """Collect no more among what is there now: going through all of it stops the windows."""
    gc.freeze()


def take_in() -> None:
    """Collect again among all that was left out."""
    gc.unfreeze()


@contextmanager
def collecting_here() -> Iterator[None]:
    """Collect on this thread alone while windows are there."""
    collector = Collector()
    try:
        yield
    finally:
        collector.stop()
