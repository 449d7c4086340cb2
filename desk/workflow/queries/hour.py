"""The hour of the centre is the database's; here a PC's clock is compared with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select

from db.types import Instant
from desk.workflow.errors import Fact, Finding, Level
from desk.workflow.reader import Reader

TOLERATED = timedelta(seconds=5)
_INSTANT = Instant()
_HOUR = {
    "postgresql": select(func.clock_timestamp(type_=_INSTANT)),
    "sqlite": select(func.strftime("%Y-%m-%dT%H:%M:%fZ", "now", type_=_INSTANT)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """How far the PC's clock is ahead of the database's; the asking took twice `unsure`."""

    ahead: timedelta = timedelta()
    unsure: timedelta = timedelta()

    @property
    def finding(self) -> Finding | None:
        """Return what has to be said; none where the clocks agree as far as can be told."""
        if abs(self.ahead) - self.unsure <= TOLERATED:
            return None
        variant = "fast" if self.ahead > timedelta() else "slow"
        seconds = round(abs(self.ahead).total_seconds())
        facts: dict[str, Fact] = {"variant": variant, "seconds": seconds}
        return Finding(code="E-SYS-003", level=Level.WARN, facts=facts)


def drift(reader: Reader, local: Callable[[], datetime]) -> Drift:
    """Compare the PC's clock with the database's, the middle of the asking against the answer."""
    asked = local()
    there: datetime = reader.connection.execute(_HOUR[reader.connection.dialect.name]).scalar_one()
    half = (local() - asked) / 2
    return Drift(ahead=asked + half - there, unsure=half)
