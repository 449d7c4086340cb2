"""What one command is done with: the open transaction, its instant, its person, what is known."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, select
from sqlalchemy.sql import Executable

from db.tables.cases import CASE_EVENTS, CASE_NOW, FINDINGS
from db.tables.people import STAFF, STAFF_ROLES
from desk.workflow.errors import Code, Finding, refuse
from desk.workflow.facts import CentreFacts
from desk.workflow.past import LAST, Past
from desk.workflow.rules.lapse import local_day
from desk.workflow.settings import Key, Value, standing
from desk.workflow.stages import BEFORE, EVENTS, ROLES, may_begin
from forms.calendar import WorkingCalendar
from forms.catalogue import Catalogue, Item

_CASE = select(CASE_NOW).where(CASE_NOW.c.case_id == bindparam("case")).with_for_update()
_PERSON = (
    select(STAFF.c.name, STAFF.c.window, STAFF_ROLES.c.role)
    .join_from(STAFF, STAFF_ROLES)
    .where(STAFF.c.login == bindparam("login"), STAFF.c.active)
)
_RECORD = insert(CASE_EVENTS)
_FIND = insert(FINDINGS)
Row = Mapping[str, Any]
Watch = Callable[[int, int], None]
"""Is told how much of a long act is done, and of how much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a desk knows for all its acts."""

    catalogue: Catalogue
    calendar: WorkingCalendar
    centre: CentreFacts
    centre_name: str
    windows: int
    seal_key: str
    keep_papers: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case as it stands now."""

    case_id: UUID
    state: str = BEFORE
    n: int = 0
    round: int = 0
    item_code: str | None = None
    lane: str | None = None
    ticket_at: datetime | None = None
    called_window: int | None = None
    called_at: datetime | None = None
    accepted_at: datetime | None = None
    accepted_by: str | None = None
    accepted_window: int | None = None
    due_at: datetime | None = None
    claimed_by: str | None = None
    claimed_at: datetime | None = None
    decided_by: str | None = None
    paused_at: datetime | None = None
    registered_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Act:
    """One command being done; everything that services read and write goes through here."""

    connection: Connection
    setting: Setting
    now: datetime
    actor: str
    command_id: UUID
    past: Past | None = None  # set where a past act is looked at again; then nothing is written
    watch: Watch | None = None

    @property
    def until(self) -> int:
        """Return the count of the event that is looked at; beyond the last where it is now."""
        return self.past.n if self.past else LAST

    @property
    def day(self) -> date:
        """Return the day of the act in Asia/Shanghai."""
        return local_day(self.now)

    @property
    def stamp(self) -> dict[str, Any]:
        """Return when and who, as every row of facts keeps it."""
        return {"at": self.now, "actor": self.actor}

    @cached_property
    def _person(self) -> list[Row]:
        return self.rows(_PERSON, {"login": self.actor})

    @property
    def window(self) -> int | None:
        """Return the window at which the person sits."""
        return self._person[0]["window"] if self._person else None

    @property
    def person_name(self) -> str:
        """Return the person's name, as papers give it."""
        return str(self._person[0]["name"]) if self._person else self.actor

    def tell(self, done: int, of: int) -> None:
        """Tell who waits how much of the act is done."""
        if self.watch is not None:
            self.watch(done, of)

    def require_role(self, kind: str) -> None:
        """Refuse with D-ROLE an act that none of the person's roles may do."""
        if ROLES[kind].isdisjoint(row["role"] for row in self._person):
            raise refuse(Code.ROLE)

    def has_role(self, role: str) -> bool:
        """Tell whether the person has a role."""
        return any(row["role"] == role for row in self._person)

    def set_to(self, key: Key) -> Value:
        """Return how a setting of the centre stands at this moment."""
        rehearsal = self.setting.centre.rehearsal
        return standing(self.connection, key, self.now, rehearsal=rehearsal)

    def case(self, case_id: UUID, seen: int | None = None) -> Case:
        """Return the case, locked; D-UNKNOWN where there is none, D-VERSION where it changed."""
        found = self.find_case(case_id)
        if found is None:
            raise refuse(Code.UNKNOWN, at="case")
        if seen is not None and seen != found.n:
            raise refuse(Code.VERSION)
        return found

    def find_case(self, case_id: UUID) -> Case | None:
        """Return the case, locked, or nothing where it has not begun."""
        rows = self.rows(_CASE, {"case": case_id})
        return Case(**rows[0]) if rows else None

    def case_for(self, kind: str, case_id: UUID, seen: int | None) -> Case:
        """Return a case for an act: the role first, then the case, then its stage."""
        self.require_role(kind)
        case = self.case(case_id, seen)
        require_stage(kind, case)
        return case

    def item(self, case: Case) -> Item:
        """Return the item of a case."""
        return self.setting.catalogue.items[str(case.item_code)]

    def rows(self, statement: Executable, values: Row | None = None) -> list[Row]:
        """Read rows by column name."""
        found = self.connection.execute(statement, values or {}).mappings()
        return cast(list[Row], found.all())

    def write(self, statement: Executable, rows: Iterable[Row]) -> None:
        """Write rows in one batch; nothing to write asks no database."""
        batch = [dict(row) for row in rows]
        if batch:
            self.connection.execute(statement, batch)

    def record(
        self,
        case: Case,
        kind: str,
        to: str,
        *,
        window: int | None = None,
        item: str | None = None,
        lane: str | None = None,
        due_at: datetime | None = None,
        reason: str | None = None,
        data: Row | None = None,
    ) -> int:
        """Add the next event of a case and return its count; the database checks the move."""
        event = {
            "case_id": case.case_id,
            "n": case.n + 1,
            "kind": EVENTS[kind],
            "from_state": case.state,
            "to_state": to,
            "window": self.window if window is None else window,
            "item_code": item or case.item_code,
            "lane": lane,
            "due_at": due_at,
            "reason": reason,
            "command_id": self.command_id,
            "data": data or {},
            **self.stamp,
        }
        self.connection.execute(_RECORD, event)
        return case.n + 1

    def keep_findings(self, case_id: UUID, n: int, findings: Iterable[Finding]) -> None:
        """Keep what the rules said at an event; a confirmed one with the person who confirmed."""
        self.write(
            _FIND,
            (
                {
                    "case_id": case_id,
                    "event_n": n,
                    "ord": order,
                    "code": finding.code,
                    "level": finding.level.value,
                    "facts": {**finding.facts, "field": finding.field},
                    "confirmed_by": self.actor if finding.level == "CONFIRM" else None,
                }
                for order, finding in enumerate(findings)
            ),
        )


def require_stage(kind: str, case: Case) -> None:
    """Refuse with D-STAGE an act that the case's stage does not know."""
    if not may_begin(kind, case.state):
        raise refuse(Code.STAGE, stage=case.state)
