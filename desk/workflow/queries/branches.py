"""The branches of cases: who has what to do beside the review, since when, with which end."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, select

from db.tables.branches import BRANCH_ENDS, BRANCHES
from db.tables.people import STAFF
from desk.workflow.act import Row
from desk.workflow.reader import Reader

_ROWS = (
    select(
        BRANCHES,
        STAFF.c.name,
        BRANCH_ENDS.c.result,
        BRANCH_ENDS.c.note,
        BRANCH_ENDS.c.at.label("ended_at"),
    )
    .join_from(BRANCHES, STAFF, STAFF.c.login == BRANCHES.c.owner)
    .join(BRANCH_ENDS, BRANCH_ENDS.c.branch_id == BRANCHES.c.id, isouter=True)
    .order_by(BRANCHES.c.at, BRANCHES.c.id)
)
_OF_CASE = _ROWS.where(BRANCHES.c.case_id == bindparam("case"))
_OF_OWNER = _ROWS.where(BRANCHES.c.owner == bindparam("login"), BRANCH_ENDS.c.branch_id.is_(None))


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchRow:
    """One branch with its own clock; `result` is none while it runs."""

    id: UUID
    case_id: UUID
    kind: str
    owner: str
    name: str
    reason: str
    since: datetime
    ended_at: datetime | None
    result: str | None
    note: str

    def took(self, now: datetime) -> timedelta:
        """Return how long the branch runs, or ran."""
        return (self.ended_at or now) - self.since


def branches_of(reader: Reader, case_id: UUID) -> list[BranchRow]:
    """Return the branches of a case in the order in which they were begun."""
    return [_row(row) for row in reader.rows(_OF_CASE, {"case": case_id})]


def branches_to_do(reader: Reader, login: str) -> list[BranchRow]:
    """Return what somebody has to survey or visit, the oldest first."""
    return [_row(row) for row in reader.rows(_OF_OWNER, {"login": login})]


def _row(row: Row) -> BranchRow:
    return BranchRow(
        id=row["id"],
        case_id=row["case_id"],
        kind=row["kind"],
        owner=row["owner"],
        name=row["name"],
        reason=row["reason"],
        since=row["at"],
        ended_at=row["ended_at"],
        result=row["result"],
        note=row["note"] or "",
    )
