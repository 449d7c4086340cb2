"""Run work off the GUI thread; answers come back on it, and never to a closed window."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from desk.workflow.errors import DeskError

Result = TypeVar("Result")


def _nothing() -> None:
    """Do nothing when work has ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    owner: QObject
    future: "Future[Any]"
    done: Callable[[Any], None]
    refused: Callable[[DeskError], None]
    ended: Callable[[], None]


class Background(QObject):
    """One worker thread: acts and looks reach the database in the order people made them."""

    busy = Signal(bool)
    finished = Signal()
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._pending = 0
        self._stopped = False
        self._running: Future[Any] | None = None
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Tell whether nothing is under way."""
        return self._pending == 0

    def run(
        self,
        owner: QObject,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        refused: Callable[[DeskError], None],
        ended: Callable[[], None] = _nothing,
    ) -> None:
        """Start `work`, which must not touch widgets; a closed `owner` hears nothing.

        `ended` is called first, whatever came of the work and whoever is still there.
        """
        if self._stopped:
            return  # a timer of a window that is closing: nobody is there to be answered
        self._count(+1)
        future = self._pool.submit(work)
        self._running = future

        def answer(ready: "Future[Any]") -> None:
            job = _Job(owner=owner, future=ready, done=done, refused=refused, ended=ended)
            self._answered.emit(job)

        future.add_done_callback(answer)

    def wait(self, seconds: float) -> bool:
        """Wait a little for running work; tell whether nothing is under way any more."""
        if self._running is not None:
            wait([self._running], timeout=seconds)
        return self.idle

    def stop(self) -> None:
        """Wait for running work; called once, when the application closes."""
        self._stopped = True
        self._pool.shutdown(wait=True)

    def _deliver(self, job: _Job) -> None:
        self._count(-1)
        if self._stopped:
            return  # its windows are closed, and what they would ask is closed too
        try:
            job.ended()
            self._tell(job)
        finally:
            self.finished.emit()

    def _tell(self, job: _Job) -> None:
        try:
            result = job.future.result()  # a bug re-raises here and reaches sys.excepthook
        except DeskError as error:
            if isValid(job.owner):
                job.refused(error)
            return
        if isValid(job.owner):
            job.done(result)

    def _count(self, step: int) -> None:
        self._pending += step
        self.busy.emit(self._pending > 0)
