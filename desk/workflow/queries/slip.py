"""Where the pre-review of a slip stands: to go on with, at a window, or no longer open."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from desk.workflow.queries.case_rows import case_rows
from desk.workflow.reader import Reader
from desk.workflow.services.coming_back import is_away
from desk.workflow.stages import WAITING

Standing = Literal["away", "waits", "called", "accepted", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipView:
    """A slip's case: `seen` is its count of events, `number` its case number once it has one."""

    case_id: UUID
    standing: Standing
    seen: int
    number: str
    window: int | None


def slip(reader: Reader, case_id: UUID, now: datetime) -> SlipView | None:
    """Return where the pre-review of a slip stands; nothing where this centre has none."""
    case = reader.case(case_id)
    if case is None:
        return None
    standing: Standing = "waits"
    if case.state not in WAITING:
        standing = "refused" if case.accepted_at is None else "accepted"
    elif is_away(reader.as_act(now), case):
        standing = "away"
    elif case.called_at is not None:
        standing = "called"
    (row,) = case_rows(reader, [case_id], now)
    return SlipView(
        case_id=case_id,
        standing=standing,
        seen=case.n,
        number=row.case_no or "",
        window=case.called_window,
    )
