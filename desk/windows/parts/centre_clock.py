"""The clock that windows go by: this PC's, put right by what it is wrong against the database's."""

from collections.abc import Callable
from datetime import UTC, datetime

from desk.workflow.queries.hour import Drift


def this_pc() -> datetime:
    """Return what this PC's own clock shows."""
    return datetime.now(UTC)


class CentreClock:
    """Goes by the PC until the two clocks were compared, and by the database from then on."""

    def __init__(self, local: Callable[[], datetime] = this_pc) -> None:
        self.local = local
        self._drift = Drift()

    def now(self) -> datetime:
        """Return the hour at the centre."""
        return self.local() - self._drift.ahead

    def put_right(self, drift: Drift) -> None:
        """Go by the database's clock, as it was just compared."""
        self._drift = drift
