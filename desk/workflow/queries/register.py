"""The register at a glance: a unit with its rights and state, now and then, and who holds what."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Select, bindparam, or_, select, union

from db.ids import new_id
from db.tables.cases import CASE_NOW, CASE_NUMBERS, CASE_UNITS, CASES
from db.tables.papers import CERTIFICATE_RIGHTS, CERTIFICATES
from db.tables.people import STAFF
from db.tables.register import CLOSINGS, HOLDERS, RIGHT_NOW, RIGHTS
from db.tables.units import UNIT_FACTS, UNIT_NOW, UNIT_SLOTS, UNITS
from desk.workflow import effects
from desk.workflow.act import Row
from desk.workflow.application import Person
from desk.workflow.book import read_book
from desk.workflow.bundling import before_in, bundle_of
from desk.workflow.clock import day_of
from desk.workflow.effects.plan import NewPaper, NewRight, Plan, UnitVersion
from desk.workflow.errors import Finding
from desk.workflow.facts import (
    HABITATION,
    MORTGAGE,
    NOTICE,
    OBJECTION,
    SEIZURE,
    Facts,
    RightFacts,
    Stage,
    UnitFacts,
)
from desk.workflow.kept import case_no
from desk.workflow.past import LAST, Past
from desk.workflow.reader import Reader
from desk.workflow.reading import read_case
from desk.workflow.readings.people import is_same, number_of
from desk.workflow.rules import check
from desk.workflow.rules.bundles import Member, behind, builds_on_nothing
from desk.workflow.stages import OPEN
from forms.checks import Refused
from forms.checks.certificate_no import parse_certificate_no
from forms.checks.identity import number_forms
from forms.checks.unit_code import is_unit_code

_WORDS = (
    (MORTGAGE, "mortgaged"),
    (NOTICE, "noticed"),
    (OBJECTION, "objection"),
    (HABITATION, "habitation"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RightRow:
    """An entry with its closing, if it has one, and the case that made it."""

    right: RightFacts
    closed_at: datetime | None
    cause: str | None
    case: str | None  # name of the case in its day file
    case_no: str | None
    registration_type: int = 0  # 0 where it was taken over with the register
    reason: str = ""
    registrar: str = ""  # name of who entered it 登簿人
    closed_by: str | None = None  # number of the case that closed it

    @property
    def live(self) -> bool:
        """Tell whether the right holds."""
        return self.right.live


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCaseRow:
    """A case that is open on a unit."""

    case_id: UUID
    case_no: str | None
    item: str | None
    accepted_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitView:
    """A unit as it stands: facts, words of its state, all its entries, its open cases."""

    unit: UnitFacts
    state: frozenset[str]
    rights: tuple[RightRow, ...]
    open_cases: tuple[OpenCaseRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A unit in a list."""

    code: str
    kind: str
    location: str
    usage: str
    holders: str
    state: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterChange:
    """What registering a case would change, side by side, and what would stand in its way."""

    closed: tuple[RightFacts, ...]
    kept: tuple[RightFacts, ...]
    entered: tuple[NewRight, ...]
    units: tuple[UnitVersion, ...]
    ended: tuple[str, ...]
    papers: tuple[NewPaper, ...]
    findings: tuple[Finding, ...]
    bundle: tuple[Member, ...] = ()  # in the order of entry, this case among them


_CODES: BindParameter[Any] = bindparam("codes", expanding=True)
_CLOSER = CASE_NUMBERS.alias("closer")
_ENTRIES = (
    select(
        RIGHTS.c.id,
        CLOSINGS.c.at.label("closed_at"),
        CLOSINGS.c.cause,
        CASES.c.name,
        CASE_NUMBERS.c.year,
        CASE_NUMBERS.c.no,
        RIGHTS.c.registration_type,
        RIGHTS.c.reason,
        STAFF.c.name.label("registrar"),
        _CLOSER.c.year.label("closer_year"),
        _CLOSER.c.no.label("closer_no"),
    )
    .join_from(RIGHTS, CLOSINGS, CLOSINGS.c.right_id == RIGHTS.c.id, isouter=True)
    .join(_CLOSER, _CLOSER.c.case_id == CLOSINGS.c.case_id, isouter=True)
    .join(STAFF, STAFF.c.login == RIGHTS.c.actor, isouter=True)
    .join(CASES, CASES.c.id == RIGHTS.c.case_id, isouter=True)
    .join(CASE_NUMBERS, CASE_NUMBERS.c.case_id == RIGHTS.c.case_id, isouter=True)
    .where(RIGHTS.c.unit_code.in_(_CODES))
)
_OPEN = (
    select(UNIT_SLOTS, CASE_NOW.c.item_code, CASE_NUMBERS.c.year, CASE_NUMBERS.c.no)
    .join_from(UNIT_SLOTS, CASE_NOW, CASE_NOW.c.case_id == UNIT_SLOTS.c.case_id)
    .join(CASE_NUMBERS, CASE_NUMBERS.c.case_id == UNIT_SLOTS.c.case_id, isouter=True)
    .where(UNIT_SLOTS.c.unit_code.in_(_CODES))
    .order_by(UNIT_SLOTS.c.accepted_at)
)
_MOMENT: BindParameter[Any] = bindparam("moment", type_=CASE_NOW.c.accepted_at.type)
_OPEN_AT = (
    select(
        CASE_NOW.c.case_id,
        CASE_NOW.c.item_code,
        CASE_NOW.c.accepted_at,
        CASE_NUMBERS.c.year,
        CASE_NUMBERS.c.no,
    )
    .join_from(CASE_NOW, CASE_NUMBERS, CASE_NUMBERS.c.case_id == CASE_NOW.c.case_id, isouter=True)
    .where(
        CASE_NOW.c.case_id.in_(
            select(CASE_UNITS.c.case_id).where(CASE_UNITS.c.unit_code == bindparam("code"))
        ),
        CASE_NOW.c.accepted_at <= _MOMENT,
        or_(CASE_NOW.c.registered_at.is_(None), CASE_NOW.c.registered_at > _MOMENT),
        or_(CASE_NOW.c.ended_at.is_(None), CASE_NOW.c.ended_at > _MOMENT),
    )
    .order_by(CASE_NOW.c.accepted_at, CASE_NOW.c.case_id)
)
_NOBODY = UUID(int=0)
_ALL_CODES = select(UNITS.c.code).where(UNITS.c.code > bindparam("after")).order_by(UNITS.c.code)
_BY_PAPER = (
    select(RIGHTS.c.unit_code.label("code")).where(
        RIGHTS.c.old_number.in_([bindparam("text"), bindparam("number")])
    ),
    select(RIGHTS.c.unit_code)
    .join_from(RIGHTS, CERTIFICATE_RIGHTS, CERTIFICATE_RIGHTS.c.right_id == RIGHTS.c.id)
    .join(CERTIFICATES, CERTIFICATES.c.id == CERTIFICATE_RIGHTS.c.certificate_id)
    .where(CERTIFICATES.c.number == bindparam("number")),
)
_BY_PART = (
    select(UNIT_NOW.c.code)
    .join_from(UNIT_NOW, UNIT_FACTS, UNIT_FACTS.c.unit_code == UNIT_NOW.c.code)
    .where(
        UNIT_FACTS.c.n == UNIT_NOW.c.n,
        or_(
            UNIT_NOW.c.code.startswith(bindparam("code"), autoescape=False),
            UNIT_FACTS.c.location.contains(bindparam("text")),
        ),
    )
)


def _first_of(*found: Select[Any]) -> Select[Any]:
    """Return the first codes of what several statements find, each code once."""
    every = union(*found).subquery()
    return select(every.c.code).order_by(every.c.code).limit(bindparam("most"))


_FIND_PAPER = _first_of(*_BY_PAPER)  # by indexes alone, where parts read every unit
_FIND = _first_of(_BY_PART, *_BY_PAPER)
_HELD_BY = (
    select(RIGHT_NOW.c.unit_code, HOLDERS.c.name, HOLDERS.c.id_type, HOLDERS.c.id_number)
    .join_from(RIGHT_NOW, HOLDERS, HOLDERS.c.right_id == RIGHT_NOW.c.right_id)
    .where(HOLDERS.c.id_number.in_(bindparam("numbers", expanding=True)))
)
_AT_ONE_TIME = 500


def unit(reader: Reader, code: str, now: datetime) -> UnitView | None:
    """Return one unit, nothing where the register does not know it."""
    return next(iter(units(reader, [code], now)), None)


def units(reader: Reader, codes: Sequence[str], now: datetime) -> list[UnitView]:
    """Return units with everything of theirs, in the order of their codes, in six queries."""
    book = read_book(reader.connection, codes, day_of(now))
    if not book.units:
        return []
    key = {"codes": sorted(book.units)}
    entries = {row["id"]: row for row in reader.rows(_ENTRIES, key)}
    opened: dict[str, list[OpenCaseRow]] = {}
    for row in reader.rows(_OPEN, key):
        number = case_no(row["year"], row["no"])
        case = OpenCaseRow(
            case_id=row["case_id"],
            case_no=number,
            item=row["item_code"],
            accepted_at=row["accepted_at"],
        )
        opened.setdefault(row["unit_code"], []).append(case)
    found = []
    for code in sorted(book.units):
        facts = book.units[code]
        cases = tuple(opened.get(code, ()))
        rows = tuple(_right_row(right, entries[right.id]) for right in facts.rights)
        state = state_of(facts, in_process=bool(cases))
        found.append(UnitView(unit=facts, state=state, rights=rows, open_cases=cases))
    return found


def all_units(reader: Reader, now: datetime) -> Iterator[UnitView]:
    """Return the whole register in the order of the unit codes, a portion at a time."""
    after = ""
    while True:
        portion = _ALL_CODES.limit(_AT_ONE_TIME)
        codes = list(reader.connection.execute(portion, {"after": after}).scalars())
        if not codes:
            return
        yield from units(reader, codes, now)
        after = codes[-1]


def as_at(reader: Reader, code: str, moment: datetime) -> UnitView | None:
    """Return a unit as the register showed it at a past moment, with the cases open there then."""
    past = Past(at=moment, n=LAST, hidden=_NOBODY)
    found = read_book(reader.connection, [code], day_of(moment), past).units.get(code)
    if found is None:
        return None
    # What was taken over keeps its day; before that day it was in another book.
    entered = tuple(right for right in found.rights if right.registered_at <= moment)
    facts = replace(found, rights=entered)
    entries = {row["id"]: row for row in reader.rows(_ENTRIES, {"codes": [code]})}
    rows = tuple(_row_as_at(right, entries[right.id]) for right in entered)
    opened = tuple(
        OpenCaseRow(
            case_id=row["case_id"],
            case_no=case_no(row["year"], row["no"]),
            item=row["item_code"],
            accepted_at=row["accepted_at"],
        )
        for row in reader.rows(_OPEN_AT, {"code": code, "moment": moment})
    )
    state = state_of(facts, in_process=bool(opened))
    return UnitView(unit=facts, state=state, rights=rows, open_cases=opened)


def find_units(reader: Reader, text: str, limit: int, now: datetime) -> list[UnitRow]:
    """Find units by the beginning of the code, a part of the place, or the number of a paper.

    Not by a person: that is a search with a purpose, which is kept (`SearchPerson`).
    """
    code = "".join(text.split()).upper()
    if is_unit_code(code):
        return [_row(view) for view in units(reader, [code], now)][:limit]
    number = _number_in(text)
    wanted = {"text": text.strip(), "number": number, "code": code, "most": limit}
    statement = _FIND if number is None else _FIND_PAPER
    codes = list(reader.connection.execute(statement, wanted).scalars())
    return [_row(view) for view in units(reader, codes, now)]


def _number_in(text: str) -> str | None:
    """Return the number of a certificate or a proof, where a text is a whole one."""
    try:
        return parse_certificate_no(text).text
    except Refused:
        return None


def holdings_of(reader: Reader, person: Person, now: datetime) -> list[UnitView]:
    """Return the units on which the person of this name and this number holds a right."""
    numbers = number_forms(number_of(person))
    codes = {
        row["unit_code"]
        for row in reader.rows(_HELD_BY, {"numbers": sorted(numbers)})
        if is_same(person, _holder(row))
    }
    return units(reader, sorted(codes), now)


def _holder(row: Row) -> Person:
    return Person(name=row["name"], id_type=row["id_type"], id_number=row["id_number"])


def register_change(reader: Reader, case_id: UUID, now: datetime) -> RegisterChange | None:
    """Plan the registration of an open case without writing anything."""
    case = reader.case(case_id)
    if case is None or case.state not in OPEN:
        return None
    act = reader.as_act(now)
    facts = read_case(act, Stage.REGISTRATION, case).facts
    bundle = bundle_of(act, case_id)
    findings = builds_on_nothing(bundle, case_id)
    if not findings:
        before = before_in(bundle, case_id)
        findings = (behind(before),) if before else check(facts)
    change = planned_change(facts, effects.plan(facts, new_id), findings)
    return replace(change, bundle=bundle)


def planned_change(facts: Facts, plan: Plan, findings: tuple[Finding, ...]) -> RegisterChange:
    """Set a plan beside what stands now."""
    closing = {closing.right_id for closing in plan.closings}
    known = {right.id: right for right in facts.acted}
    known |= {right.id: right for unit in facts.units for right in unit.rights}
    live = [right for right in known.values() if right.live]
    return RegisterChange(
        closed=tuple(right for right in live if right.id in closing),
        kept=tuple(right for right in live if right.id not in closing),
        entered=plan.rights,
        units=plan.units,
        ended=tuple(ending.code for ending in plan.unit_endings),
        papers=plan.papers,
        findings=findings,
    )


def state_of(unit: UnitFacts, *, in_process: bool) -> frozenset[str]:
    """Return the words of a unit's state; only with ownership and nothing else it is free."""
    words = {word for kind, word in _WORDS if unit.live(kind)}
    seizures = unit.live(SEIZURE)
    words |= {"seized"} if seizures else set()
    words |= {"waiting_seizure"} if len(seizures) > 1 else set()
    words |= {"locked"} if unit.lock_reason else set()
    words |= {"in_process"} if in_process else set()
    if unit.ownership is None:
        owned_before = any(right.is_ownership and right.closed for right in unit.rights)
        words.add("cancelled" if unit.ended or owned_before else "unregistered")
    burdens = [right for right in unit.rights if right.live and not right.is_ownership]
    return frozenset(words) if words or burdens else frozenset({"free"})


def holder_names(rights: Iterable[RightFacts]) -> str:
    """Return the holders of live ownership."""
    return "、".join(h.name for r in rights if r.live and r.is_ownership for h in r.holders)


def _right_row(right: RightFacts, entry: Row) -> RightRow:
    return RightRow(
        right=right,
        closed_at=entry["closed_at"],
        cause=entry["cause"],
        case=entry["name"],
        case_no=case_no(entry["year"], entry["no"]),
        registration_type=entry["registration_type"],
        reason=entry["reason"],
        registrar=entry["registrar"] or "",
        closed_by=case_no(entry["closer_year"], entry["closer_no"]),
    )


def _row_as_at(right: RightFacts, entry: Row) -> RightRow:
    row = _right_row(right, entry)
    return row if right.closed else replace(row, closed_at=None, cause=None, closed_by=None)


def _row(view: UnitView) -> UnitRow:
    return UnitRow(
        code=view.unit.code,
        kind=view.unit.kind,
        location=view.unit.location,
        usage=view.unit.usage,
        holders=holder_names(view.unit.rights),
        state=view.state,
    )
