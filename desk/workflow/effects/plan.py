"""A plan of what registration will write: rights, closings, unit facts, papers. No database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from desk.workflow.application import CoOwnership, Person

PaperKind = Literal["certificate", "proof"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRight:
    """A right to enter; `id` is made by the planner so that other parts can name it."""

    id: UUID
    unit_code: str
    type: str
    holders: tuple[Person, ...]
    co_ownership: CoOwnership | None
    fields: Mapping[str, object]
    reason: str
    registration_type: int
    group_id: UUID
    predecessor_id: UUID | None = None
    subject_id: UUID | None = None
    rank_at: datetime | None = None  # the instant of registration where none is given
    rank_n: int = 0
    proved_by: str | None = None  # number of the paper of before that goes on proving it


@dataclass(frozen=True, slots=True, kw_only=True)
class NewClosing:
    """A right to close, and why."""

    right_id: UUID
    cause: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitVersion:
    """New facts of a unit; with `new` the unit itself is made."""

    code: str
    kind: str
    parcel: str
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
    new: bool = False
    origins: tuple[str, ...] = ()  # the codes it was split or merged from


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitEnding:
    """A unit that ceases to be; its code is never used again (GB/T 37346)."""

    code: str
    cause: str  # split, merge, cancelled


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPaper:
    """A certificate or proof to make for one right, or for several rights of one group."""

    kind: PaperKind
    right_ids: tuple[UUID, ...]
    holder_ord: int | None = None  # one holder's own certificate
    copy: int = 1
    notes: tuple[str, ...] = ()  # lines for 附记: 补发, 换发, former number…


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperEnding:
    """A paper of a right that loses its force."""

    right_id: UUID
    how: Literal["taken_back", "void"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All that one registration writes, in one transaction or not at all."""

    rights: tuple[NewRight, ...] = ()
    closings: tuple[NewClosing, ...] = ()
    units: tuple[UnitVersion, ...] = ()
    unit_endings: tuple[UnitEnding, ...] = ()
    papers: tuple[NewPaper, ...] = ()
    paper_endings: tuple[PaperEnding, ...] = ()
    holders_before: tuple[Person, ...] = field(default=())
