"""Cases as rows of a list, each with its clock, read in four queries however many there are."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, and_, bindparam, select

from db.tables.cases import CASE_EVENTS, CASE_NOW, CASE_NUMBERS, CASE_UNITS, PARTIES, TICKETS
from db.tables.units import UNIT_FACTS, UNIT_NOW
from desk.workflow.act import Row
from desk.workflow.clock import ClockEvent, ClockView, read_clock
from desk.workflow.kept import case_no
from desk.workflow.reader import Reader
from desk.workflow.services.hall import written
from desk.workflow.stages import ACTS


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case in a list."""

    case_id: UUID
    case_no: str | None
    ticket: str | None
    item: str | None
    item_name: str | None
    state: str
    n: int
    window: int | None
    accepted_at: datetime | None
    accepted_by: str | None
    due_at: datetime | None
    claimed_by: str | None
    paused: bool
    parties: str
    location: str
    units: tuple[str, ...]
    clock: ClockView


_CASES: BindParameter[Any] = bindparam("cases", expanding=True)
_NOW = (
    select(
        CASE_NOW,
        CASE_NUMBERS.c.year,
        CASE_NUMBERS.c.no,
        TICKETS.c.letter,
        TICKETS.c.no.label("ticket_no"),
    )
    .join_from(CASE_NOW, CASE_NUMBERS, CASE_NUMBERS.c.case_id == CASE_NOW.c.case_id, isouter=True)
    .join(TICKETS, TICKETS.c.case_id == CASE_NOW.c.case_id, isouter=True)
    .where(CASE_NOW.c.case_id.in_(_CASES))
)
_PARTIES = (
    select(PARTIES.c.case_id, PARTIES.c.n, PARTIES.c.role, PARTIES.c.name)
    .where(PARTIES.c.case_id.in_(_CASES))
    .order_by(PARTIES.c.case_id, PARTIES.c.n, PARTIES.c.ord)
)
_UNITS = (
    select(CASE_UNITS.c.case_id, CASE_UNITS.c.n, CASE_UNITS.c.unit_code, UNIT_FACTS.c.location)
    .join_from(CASE_UNITS, UNIT_NOW, UNIT_NOW.c.code == CASE_UNITS.c.unit_code)
    .join(
        UNIT_FACTS,
        and_(UNIT_FACTS.c.unit_code == UNIT_NOW.c.code, UNIT_FACTS.c.n == UNIT_NOW.c.n),
    )
    .where(CASE_UNITS.c.case_id.in_(_CASES))
    .order_by(CASE_UNITS.c.case_id, CASE_UNITS.c.n, CASE_UNITS.c.ord)
)
_EVENTS = (
    select(
        CASE_EVENTS.c.case_id,
        CASE_EVENTS.c.kind,
        CASE_EVENTS.c.to_state,
        CASE_EVENTS.c.at,
        CASE_EVENTS.c.reason,
    )
    .where(CASE_EVENTS.c.case_id.in_(_CASES))
    .order_by(CASE_EVENTS.c.case_id, CASE_EVENTS.c.n)
)
_AT_ONE_TIME = 500
_SIDES = {"obligor": 0, "holder": 1, "organ": 2}


def case_rows(reader: Reader, cases: Sequence[UUID], now: datetime) -> list[CaseRow]:
    """Return the rows of cases in the order given; those that do not exist are left out."""
    found: list[CaseRow] = []
    for start in range(0, len(cases), _AT_ONE_TIME):
        found += _some(reader, cases[start : start + _AT_ONE_TIME], now)
    return found


def clocks(
    reader: Reader, due: dict[UUID, datetime | None], now: datetime
) -> dict[UUID, ClockView]:
    """Return the clocks of cases, given when each is due."""
    return {
        case_id: read_clock(events, due_at=due[case_id], now=now)
        for case_id, events in clock_events(reader, list(due)).items()
    }


def clock_events(reader: Reader, cases: Sequence[UUID]) -> dict[UUID, list[ClockEvent]]:
    """Return the events of cases as the clock needs them."""
    found: dict[UUID, list[ClockEvent]] = {case_id: [] for case_id in cases}
    for row in reader.rows(_EVENTS, {"cases": list(cases)}):
        found[row["case_id"]].append(
            ClockEvent(
                kind=ACTS.get(row["kind"], row["kind"]),
                to_state=row["to_state"],
                at=row["at"],
                reason=row["reason"],
            )
        )
    return found


def _some(reader: Reader, cases: Sequence[UUID], now: datetime) -> list[CaseRow]:
    key = {"cases": list(cases)}
    standing = {row["case_id"]: row for row in reader.rows(_NOW, key)}
    parties = _newest(reader.rows(_PARTIES, key))
    units = _newest(reader.rows(_UNITS, key))
    due = {case_id: row["due_at"] for case_id, row in standing.items()}
    shown = clocks(reader, due, now)
    return [
        _row(reader, standing[case_id], parties[case_id], units[case_id], shown[case_id])
        for case_id in cases
        if case_id in standing
    ]


def _newest(rows: Sequence[Row]) -> dict[UUID, list[Row]]:
    """Keep of each case the rows of its newest application."""
    last: dict[UUID, int] = {row["case_id"]: row["n"] for row in rows}
    found: dict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        if row["n"] == last[row["case_id"]]:
            found[row["case_id"]].append(row)
    return found


def _row(
    reader: Reader, row: Row, parties: Sequence[Row], units: Sequence[Row], clock: ClockView
) -> CaseRow:
    item = reader.setting.catalogue.items.get(row["item_code"] or "")
    return CaseRow(
        case_id=row["case_id"],
        case_no=case_no(row["year"], row["no"]),
        ticket=written(row["letter"], row["ticket_no"]) if row["letter"] else None,
        item=row["item_code"],
        item_name=item.name if item else None,
        state=row["state"],
        n=row["n"],
        window=row["accepted_window"] or row["called_window"],
        accepted_at=row["accepted_at"],
        accepted_by=row["accepted_by"],
        due_at=row["due_at"],
        claimed_by=row["claimed_by"],
        paused=row["paused_at"] is not None,
        parties=_names(parties),
        location=units[0]["location"] if units else "",
        units=tuple(unit["unit_code"] for unit in units),
        clock=clock,
    )


def _names(parties: Sequence[Row]) -> str:
    """Return who gives and who gets, an arrow between them."""
    sides: dict[str, list[str]] = defaultdict(list)
    for party in parties:
        if party["role"] in _SIDES:
            sides[party["role"]].append(party["name"])
    return " → ".join("、".join(sides[side]) for side in _SIDES if sides[side])
