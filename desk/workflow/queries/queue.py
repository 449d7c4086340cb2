"""Who waits in the hall, in the order in which they will be called."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, bindparam, case, func, select

from db.tables.cases import CASE_EVENTS, CASE_NOW, TICKETS
from desk.workflow.act import Row
from desk.workflow.clock import day_of, minutes_between
from desk.workflow.reader import Reader
from desk.workflow.services.hall import was_missed, written
from desk.workflow.stages import ACTS, EVENTS, WAITING


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
    away: bool  # told at the window what is missing, and gone to get it


@dataclass(slots=True)
class _Said:
    """What the events of a number say of it, in their order."""

    reason: str | None = None
    missing: tuple[str, ...] = ()
    away: bool = False
    back_at: datetime | None = None

    def hear(self, event: Row) -> None:
        """Take the next event in."""
        match ACTS[event["kind"]]:
            case "ticket":
                self.reason = event["reason"]
            case "pre_review":
                self.missing = tuple(event["data"].get("missing", ()))
                self.away = bool(self.missing)
            case "come_back":
                self.back_at, self.away = event["at"], False
            case _:
                self.away = False


_TOLD_BY = ("ticket", "pre_review", "call", "come_back")
_WAITING = (
    select(CASE_NOW, TICKETS.c.day, TICKETS.c.letter, TICKETS.c.no, was_missed().label("missed"))
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
    select(
        *(CASE_EVENTS.c.case_id, CASE_EVENTS.c.kind, CASE_EVENTS.c.at),
        *(CASE_EVENTS.c.reason, CASE_EVENTS.c.data),
    )
    .where(
        CASE_EVENTS.c.case_id.in_(bindparam("cases", expanding=True)),
        CASE_EVENTS.c.kind.in_([EVENTS[act] for act in _TOLD_BY]),
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
    told = {row["case_id"]: _Said() for row in rows}
    for event in reader.rows(_SAID, {"cases": list(told)}):
        told[event["case_id"]].hear(event)
    return [_row(reader, row, now, told[row["case_id"]]) for row in rows]


def how_many_wait(reader: Reader) -> int:
    """Return how many numbers are still to be called in their order."""
    return int(reader.connection.execute(_BEFORE).scalar_one())


def _row(reader: Reader, row: Row, now: datetime, said: _Said) -> WaitingRow:
    item = reader.setting.catalogue.items.get(row["item_code"] or "")
    return WaitingRow(
        case_id=row["case_id"],
        n=row["n"],
        ticket=_ticket(row, now),
        lane=row["lane"],
        item=row["item_code"],
        item_name=item.name if item else None,
        drawn_at=row["ticket_at"],
        waits_minutes=minutes_between(said.back_at or row["ticket_at"], row["called_at"] or now),
        called_window=row["called_window"],
        called_at=row["called_at"],
        state=row["state"],
        reason=said.reason,
        missing=said.missing,
        set_aside=bool(row["missed"]) and row["called_at"] is None,
        away=said.away and row["called_at"] is not None,
    )


def _ticket(row: Row, now: datetime) -> str:
    """Write a number; one of an earlier day with its day, for today has the same number too."""
    number, day = written(row["letter"], row["no"]), str(row["day"])
    return number if day == day_of(now).isoformat() else f"{day[len('2018-') :]} {number}"
