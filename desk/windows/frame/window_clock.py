"""The first of the two clocks: how long the person at the window has been served, from the call."""

from datetime import datetime

from desk.windows.parts.marks import ClockMark
from desk.windows.parts.office import Office
from desk.workflow.answers import Touched
from desk.workflow.clock import ClockState, ClockView, minutes_between
from desk.workflow.queries.queue import WaitingRow, waiting
from desk.workflow.reader import Reader

BUDGET = 8  # minutes from the call to the end of the service


class WindowClock(ClockMark):
    """Runs from the call until the case is accepted; never mixed with the sixty minutes."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.hide()
        if office.person.window is not None:
            office.touched.connect(self._hear)
            self._look()

    def _hear(self, touched: frozenset[Touched]) -> None:
        if touched & {Touched.QUEUE, Touched.CASES}:
            self._look()

    def _look(self) -> None:
        self._office.look(self, self._called, self._show)

    def _called(self, reader: Reader, now: datetime) -> tuple[WaitingRow, float] | None:
        here = self._office.person.window
        called = [row for row in waiting(reader, now) if row.called_window == here]
        newest = max((row for row in called if row.called_at), key=_when, default=None)
        return None if newest is None else (newest, minutes_between(_when(newest), now))

    def _show(self, found: tuple[WaitingRow, float] | None) -> None:
        self.setVisible(found is not None)
        if found is None:
            return
        row, minutes = found
        state: ClockState = "warning" if minutes > BUDGET else "normal"
        clock = ClockView(state=state, gross_minutes=minutes)
        self.show_clock(clock, self.tr("At the window {0}").format(row.ticket))


def _when(row: WaitingRow) -> datetime:
    assert row.called_at is not None
    return row.called_at
