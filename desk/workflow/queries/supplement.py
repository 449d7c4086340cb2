"""How long a returned case waits for its papers; nothing but the calendar ends it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desk.workflow.clock import day_of
from desk.workflow.reader import Reader
from desk.workflow.rules.lapse import supplement_until
from desk.workflow.stages import RETURNED

Move = tuple[str, str, datetime]  # from state, to state, when


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement:
    """How long a returned case waits for its papers, as it stands at the moment of the look."""

    until: date
    days: int
    over: bool

    @property
    def said(self) -> str:
        """Return the code of its sentence."""
        return "WHY-SUPPLEMENT.over" if self.over else "WHY-SUPPLEMENT"


def supplement_of(reader: Reader, moves: Sequence[Move], now: datetime) -> Supplement | None:
    """Return the period of a case that was returned last; nothing in any other stage."""
    last = next((move for move in reversed(moves) if move[0] != move[1]), None)
    if last is None or last[1] != RETURNED:
        return None
    at = last[2]
    days = int(reader.setting.catalogue.rules["R57"].parameter("supplement_days", day_of(at)))
    until = supplement_until(at, days, reader.setting.calendar)
    return Supplement(until=until, days=days, over=until < day_of(now))
