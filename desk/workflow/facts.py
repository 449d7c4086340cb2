"""The facts a case is judged by, read once, for rules and effects that ask no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from desk.workflow.application import Application, CoOwnership, Person
from forms.calendar import WorkingCalendar
from forms.catalogue import Catalogue
from forms.items import Item

OWNERSHIP = "ownership"
EASEMENT, MORTGAGE, HABITATION = "19", "23", "92"
NOTICE, OBJECTION, SEIZURE = "96", "97", "98"
COMMON_PARTS = "94"
NOT_OWNERSHIP = frozenset(
    {EASEMENT, MORTGAGE, HABITATION, NOTICE, OBJECTION, SEIZURE, COMMON_PARTS}
)


class Stage(StrEnum):
    """Where a rule speaks."""

    ACCEPTANCE = "acceptance"  # 受理
    REVIEW = "review"  # 审核
    REGISTRATION = "registration"  # 登簿
    PRINTING = "printing"  # 缮证
    ISSUE = "issue"  # 发证
    DAILY = "daily"  # 每日


@dataclass(frozen=True, slots=True, kw_only=True)
class RightFacts:
    """One right as it stands in the register, with its place among those of its kind."""

    id: UUID
    unit_code: str
    type: str
    holders: tuple[Person, ...]
    co_ownership: CoOwnership | None
    fields: Mapping[str, object]  # as in the day file: amount, from, to, notice_kind, …
    registered_at: datetime
    rank_at: datetime
    rank_n: int = 0
    rank: int | None = None  # mortgages from 1; seizures 0 the live one, 1… waiting; else none
    number: str | None = None  # number of the newest paper of the right
    group_id: UUID
    predecessor_id: UUID | None = None
    subject_id: UUID | None = None
    case_id: UUID | None = None
    name: str | None = None
    closed: bool = False
    lapsed: bool = False  # ran out by the calendar (seizure, objection), though no closing says so

    @property
    def live(self) -> bool:
        """Tell whether the right holds at the moment of the facts."""
        return not self.closed and not self.lapsed

    @property
    def is_ownership(self) -> bool:
        """Tell whether it is ownership or use of the unit itself."""
        return self.type not in NOT_OWNERSHIP


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    """Another case that is open on a unit."""

    case_id: UUID
    case_no: str | None
    item: str
    slot: str
    accepted_at: datetime
    authority_act: bool = False  # a court's act, for the order between orders


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFacts:
    """One unit with all its rights, live and closed, and the cases open on it."""

    code: str
    kind: str
    location: str
    usage: str
    land_area: int | None = None
    floor_area: int | None = None
    inner_area: int | None = None
    shared_area: int | None = None
    land_right_nature: str | None = None
    land_term_to: date | None = None
    structure: str | None = None
    floor: str | None = None
    floors: int | None = None
    built: int | None = None
    parcel: str = ""
    lock_reason: str | None = None
    ended: bool = False
    rights: tuple[RightFacts, ...] = ()
    open_cases: tuple[OpenCase, ...] = ()

    def live(self, *types: str) -> tuple[RightFacts, ...]:
        """Return the live rights of the given types, in order of rank."""
        found = [right for right in self.rights if right.live and right.type in types]
        return tuple(sorted(found, key=lambda r: (r.rank_at, r.rank_n, r.registered_at)))

    @property
    def ownership(self) -> RightFacts | None:
        """Return the live ownership or use right of the unit, if there is one."""
        return next((r for r in self.rights if r.live and r.is_ownership), None)

    @property
    def seizure(self) -> RightFacts | None:
        """Return the seizure in force; those behind it wait."""
        return next(iter(self.live(SEIZURE)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """The case itself, where it exists already."""

    id: UUID
    state: str
    n: int
    round: int
    case_no: str | None = None
    accepted_at: datetime | None = None
    accepted_by: str | None = None
    due_at: datetime | None = None
    claimed_by: str | None = None
    fee_charged: bool = False
    fee_open: int = 0  # 分
    tax_open: int = 0
    tax_settled: bool = False  # paid or recorded as exempt, also where nothing is due (R40)
    announced_at: datetime | None = None
    announcement_days: int = 0
    paused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CentreFacts:
    """What the centre is and serves."""

    area_codes: tuple[str, ...]
    authority: str
    short: str
    area_name: str
    rehearsal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything that a rule may look at; `units` are in the order of the application."""

    now: datetime
    day: date  # in Asia/Shanghai
    stage: Stage
    catalogue: Catalogue
    item: Item
    application: Application
    materials: frozenset[str]  # all that was handed in so far, supplements included
    centre: CentreFacts
    units: tuple[UnitFacts, ...] = ()
    missing_units: tuple[str, ...] = ()  # well formed but not in the register
    known_codes: frozenset[str] = frozenset()  # codes given to new units that the register has
    acted: tuple[RightFacts, ...] = ()  # the right acted upon, on each unit it covers
    parcels: Mapping[str, UnitFacts] = field(default_factory=dict)  # land unit of each parcel
    calendar: WorkingCalendar = field(default_factory=lambda: WorkingCalendar({}))
    case: CaseFacts | None = None
    actor: str = ""
    papers_obligatory: bool = False  # the centre takes no application with a paper missing
    others: Mapping[str, tuple[RightFacts, ...]] = field(default_factory=dict)

    @property
    def acted_right(self) -> RightFacts | None:
        """Return the right acted upon, where the application names one that exists."""
        return self.acted[0] if self.acted else None
