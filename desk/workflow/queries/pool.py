"""The approval pool in the order in which it is claimed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from db.tables.cases import CASE_NOW
from desk.workflow.queries.case_rows import CaseRow, case_rows
from desk.workflow.reader import Reader
from desk.workflow.services.review import in_pool
from desk.workflow.stages import IN_APPROVAL

_POOL = in_pool()
_MINE = (
    select(CASE_NOW.c.case_id)
    .where(CASE_NOW.c.state == IN_APPROVAL, CASE_NOW.c.claimed_by == bindparam("login"))
    .order_by(CASE_NOW.c.due_at, CASE_NOW.c.accepted_at, CASE_NOW.c.case_id)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolRow:
    """A waiting case; one's own acceptances are shown but passed over, and one is next."""

    case: CaseRow
    own: bool
    next: bool


def pool(reader: Reader, login: str, now: datetime) -> list[PoolRow]:
    """Return the pool, most urgent first, as it stands for one approver."""
    rows = case_rows(reader, [row["case_id"] for row in reader.rows(_POOL)], now)
    first = next((row.case_id for row in rows if row.accepted_by != login), None)
    return [
        PoolRow(case=row, own=row.accepted_by == login, next=row.case_id == first) for row in rows
    ]


def claimed(reader: Reader, login: str, now: datetime) -> list[CaseRow]:
    """Return the cases that an approver has claimed and not decided."""
    found = reader.connection.execute(_MINE, {"login": login}).scalars()
    return case_rows(reader, list(found), now)
