"""Who waits in the hall, in the order in which they will be called."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, bindparam, case, func, select

from db.tables.cases import CASE_EVENTS, CASE_NOW, TICKETS
from desk.workflow.act import Row
from desk.workflow.clock import minutes_between
from desk.workflow.reader import Reader
from desk.workflow.services.hall import was_missed, written
from desk.workflow.stages import EVENTS, WAITING


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow:
    """One number in the hall; with a window it has been called there."""

    case_id: UUID
    n: int
    ticket: str
    lane: str
    item: str | None
    item_name: str | None
    drawn_at: datetime
    waits_minutes: float
    called_window: int | None
    called_at: datetime | None
    state: str
    reason: str | None
    missing: tuple[str, ...]
    set_aside: bool  # called, and nobody came


_WAITING = (
    select(CASE_NOW, TICKETS.c.letter, TICKETS.c.no, was_missed().label("missed"))
    .join_from(CASE_NOW, TICKETS, TICKETS.c.case_id == CASE_NOW.c.case_id)
    .where(CASE_NOW.c.state.in_(sorted(WAITING)))
    .order_by(
        case((and_(CASE_NOW.c.called_at.is_(None), was_missed()), 1), else_=0),
        case((CASE_NOW.c.lane == "priority", 0), else_=1),
        CASE_NOW.c.ticket_at,
        CASE_NOW.c.case_id,
    )
)
_SAID = (
    select(CASE_EVENTS.c.case_id, CASE_EVENTS.c.kind, CASE_EVENTS.c.reason, CASE_EVENTS.c.data)
    .where(
        CASE_EVENTS.c.case_id.in_(bindparam("cases", expanding=True)),
        CASE_EVENTS.c.kind.in_([EVENTS["ticket"], EVENTS["pre_review"]]),
    )
    .order_by(CASE_EVENTS.c.case_id, CASE_EVENTS.c.n)
)
_BEFORE = select(func.count()).where(
    and_(CASE_NOW.c.state.in_(sorted(WAITING)), CASE_NOW.c.called_at.is_(None), ~was_missed())
)


def waiting(reader: Reader, now: datetime) -> list[WaitingRow]:
    """Return all who drew a number and are not served yet, called ones too, set-aside ones last."""
    rows = reader.rows(_WAITING)
    if not rows:
        return []
    reasons: dict[UUID, str | None] = {}
    missing: dict[UUID, tuple[str, ...]] = {}
    for said in reader.rows(_SAID, {"cases": [row["case_id"] for row in rows]}):
        if said["kind"] == EVENTS["ticket"]:
            reasons[said["case_id"]] = said["reason"]
        else:
            missing[said["case_id"]] = tuple(said["data"].get("missing", ()))
    return [
        _row(reader, row, now, reasons.get(row["case_id"]), missing.get(row["case_id"], ()))
        for row in rows
    ]


def how_many_wait(reader: Reader) -> int:
    """Return how many numbers are still to be called in their order."""
    return int(reader.connection.execute(_BEFORE).scalar_one())


def _row(
    reader: Reader, row: Row, now: datetime, reason: str | None, missing: tuple[str, ...]
) -> WaitingRow:
    item = reader.setting.catalogue.items.get(row["item_code"] or "")
    return WaitingRow(
        case_id=row["case_id"],
        n=row["n"],
        ticket=written(row["letter"], row["no"]),
        lane=row["lane"],
        item=row["item_code"],
        item_name=item.name if item else None,
        drawn_at=row["ticket_at"],
        waits_minutes=minutes_between(row["ticket_at"], row["called_at"] or now),
        called_window=row["called_window"],
        called_at=row["called_at"],
        state=row["state"],
        reason=reason,
        missing=missing,
        set_aside=bool(row["missed"]) and row["called_at"] is None,
    )
