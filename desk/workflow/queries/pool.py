"""The approval pool in the order in which it is claimed, and who holds what of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, bindparam, func, select

from db.tables.cases import CASE_EVENTS, CASE_NOW, CLAIM_MARKS
from db.tables.people import STAFF
from desk.workflow.queries.case_rows import CaseRow, case_rows
from desk.workflow.reader import Reader
from desk.workflow.rules.lapse import local_day, local_midnight
from desk.workflow.services.claims import MANY_SKIPS, RUNS_OUT, in_pool, passed_over
from desk.workflow.stages import EVENTS, IN_APPROVAL

_POOL = in_pool()
_PASSED = in_pool().where(passed_over())
_MINE = (
    select(CASE_NOW.c.case_id)
    .where(CASE_NOW.c.state == IN_APPROVAL, CASE_NOW.c.claimed_by == bindparam("login"))
    .order_by(CASE_NOW.c.due_at, CASE_NOW.c.accepted_at, CASE_NOW.c.case_id)
)
_CLAIMS = (
    select(
        CASE_NOW.c.case_id,
        CASE_NOW.c.claimed_by,
        CASE_NOW.c.claimed_at,
        CLAIM_MARKS.c.at.label("worked_at"),
        STAFF.c.name,
        STAFF.c.window,
    )
    .join_from(CASE_NOW, STAFF, STAFF.c.login == CASE_NOW.c.claimed_by)
    .join(
        CLAIM_MARKS,
        and_(
            CLAIM_MARKS.c.case_id == CASE_NOW.c.case_id,
            CLAIM_MARKS.c.login == CASE_NOW.c.claimed_by,
            CLAIM_MARKS.c.at >= CASE_NOW.c.claimed_at,
        ),
        isouter=True,
    )
    .where(CASE_NOW.c.state == IN_APPROVAL)
    .order_by(CASE_NOW.c.claimed_at, CASE_NOW.c.case_id)
)
_SKIPS = (
    select(CASE_EVENTS.c.actor, STAFF.c.name, func.count().label("times"))
    .join_from(CASE_EVENTS, STAFF, STAFF.c.login == CASE_EVENTS.c.actor)
    .where(
        CASE_EVENTS.c.kind == EVENTS["skip"],
        CASE_EVENTS.c.at >= bindparam("since", type_=CASE_EVENTS.c.at.type),
    )
    .group_by(CASE_EVENTS.c.actor, STAFF.c.name)
    .having(func.count() >= MANY_SKIPS)
    .order_by(CASE_EVENTS.c.actor)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolRow:
    """A waiting case; what one accepted or passed over oneself is shown, and one is next."""

    case: CaseRow
    own: bool
    passed: bool
    next: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A case that somebody holds: who, at which window, since when, last worked on when."""

    case: CaseRow
    login: str
    name: str
    window: int | None
    since: datetime
    worked_at: datetime | None

    @property
    def runs_out(self) -> datetime:
        """Return when the case goes back to the pool, unless somebody works on it before."""
        return max(self.since, self.worked_at or self.since) + RUNS_OUT

    def age(self, now: datetime) -> timedelta:
        """Return how long the case has been held."""
        return now - self.since


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipper:
    """Somebody who passed over many cases today."""

    login: str
    name: str
    times: int


def pool(reader: Reader, login: str, now: datetime) -> list[PoolRow]:
    """Return the pool, most urgent first, as it stands for one approver."""
    rows = case_rows(reader, [row["case_id"] for row in reader.rows(_POOL)], now)
    since = local_midnight(local_day(now))
    found = reader.rows(_PASSED, {"login": login, "since": since})
    passed = {row["case_id"] for row in found}
    open_to = (row.case_id for row in rows if row.accepted_by != login)
    first = next((case_id for case_id in open_to if case_id not in passed), None)
    return [
        PoolRow(
            case=row,
            own=row.accepted_by == login,
            passed=row.case_id in passed,
            next=row.case_id == first,
        )
        for row in rows
    ]


def claimed(reader: Reader, login: str, now: datetime) -> list[CaseRow]:
    """Return the cases that an approver has claimed and not decided."""
    found = reader.connection.execute(_MINE, {"login": login}).scalars()
    return case_rows(reader, list(found), now)


def claims(reader: Reader, now: datetime) -> list[Claim]:
    """Return what everybody holds, the longest held first."""
    held = reader.rows(_CLAIMS)
    rows = {row.case_id: row for row in case_rows(reader, [h["case_id"] for h in held], now)}
    return [
        Claim(
            case=rows[one["case_id"]],
            login=one["claimed_by"],
            name=one["name"],
            window=one["window"],
            since=one["claimed_at"],
            worked_at=one["worked_at"],
        )
        for one in held
    ]


def many_skips(reader: Reader, now: datetime) -> list[Skipper]:
    """Return who passed over three cases or more today."""
    found = reader.rows(_SKIPS, {"since": local_midnight(local_day(now))})
    return [Skipper(login=row["actor"], name=row["name"], times=row["times"]) for row in found]
