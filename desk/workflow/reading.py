"""The facts that rules and effects judge by, read in a fixed number of queries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, and_, bindparam, func, select

from db.tables.bundles import BUNDLE_CASES
from db.tables.cases import (
    APPLICATIONS,
    CASE_EVENTS,
    CASE_NOW,
    CASE_NUMBERS,
    CASE_UNITS,
    PARTIES,
)
from db.tables.units import UNIT_SLOTS
from desk.workflow.act import Act, Case, Row
from desk.workflow.acted import find_acted
from desk.workflow.application import Application
from desk.workflow.book import Book, read_book
from desk.workflow.facts import Facts, OpenCase, RightFacts, Stage, UnitFacts
from desk.workflow.kept import case_facts, case_no, read_kept
from desk.workflow.readings.new_units import new_codes
from desk.workflow.settings import COMPLETE_PAPERS
from desk.workflow.stages import EVENTS, OPEN
from forms.checks.unit_code import is_unit_code
from forms.items import Item

LAND = "W00000000"
PARCEL = 19  # characters of a unit code that name its parcel
_COURT_ACTS = frozenset({"transfer_by_court", "seize", "release"})

_CODES: BindParameter[Any] = bindparam("codes", expanding=True)
_HAS_ORGAN = select(PARTIES.c.ord).where(PARTIES.c.role == "organ")
_OWN = BUNDLE_CASES.alias("own")
_SIBLING = (
    select(BUNDLE_CASES.c.place)
    .join_from(BUNDLE_CASES, _OWN, _OWN.c.bundle_id == BUNDLE_CASES.c.bundle_id)
    .where(_OWN.c.case_id == bindparam("case"), BUNDLE_CASES.c.case_id == UNIT_SLOTS.c.case_id)
)
_SLOTS = (
    select(
        UNIT_SLOTS.c.unit_code,
        UNIT_SLOTS.c.case_id,
        UNIT_SLOTS.c.slot,
        UNIT_SLOTS.c.accepted_at,
        CASE_NOW.c.item_code,
        CASE_NUMBERS.c.year,
        CASE_NUMBERS.c.no,
        _HAS_ORGAN.where(PARTIES.c.case_id == UNIT_SLOTS.c.case_id).exists().label("has_organ"),
    )
    .join_from(UNIT_SLOTS, CASE_NOW, CASE_NOW.c.case_id == UNIT_SLOTS.c.case_id)
    .join(CASE_NUMBERS, CASE_NUMBERS.c.case_id == UNIT_SLOTS.c.case_id, isouter=True)
    .where(UNIT_SLOTS.c.unit_code.in_(_CODES), ~_SIBLING.exists())
    .order_by(UNIT_SLOTS.c.accepted_at)
)
_MOMENT: BindParameter[Any] = bindparam("moment", type_=CASE_EVENTS.c.at.type)
_LATER = APPLICATIONS.alias("later")
_LAST = (
    select(func.max(_LATER.c.n))
    .where(_LATER.c.case_id == APPLICATIONS.c.case_id, _LATER.c.at <= _MOMENT)
    .scalar_subquery()
)
_MOVES = CASE_EVENTS.alias("moves")
_CLOSED = select(_MOVES.c.n).where(
    _MOVES.c.case_id == APPLICATIONS.c.case_id,
    _MOVES.c.at <= _MOMENT,
    _MOVES.c.from_state.in_(sorted(OPEN)),
    _MOVES.c.to_state.not_in(sorted(OPEN)),
)
_SLOTS_THEN = (
    select(
        CASE_UNITS.c.unit_code,
        APPLICATIONS.c.case_id,
        APPLICATIONS.c.slot,
        CASE_EVENTS.c.at.label("accepted_at"),
        APPLICATIONS.c.item_code,
        CASE_NUMBERS.c.year,
        CASE_NUMBERS.c.no,
        _HAS_ORGAN.where(
            PARTIES.c.case_id == APPLICATIONS.c.case_id, PARTIES.c.n <= APPLICATIONS.c.n
        )
        .exists()
        .label("has_organ"),
    )
    .join_from(
        CASE_UNITS,
        APPLICATIONS,
        and_(APPLICATIONS.c.case_id == CASE_UNITS.c.case_id, APPLICATIONS.c.n == CASE_UNITS.c.n),
    )
    .join(
        CASE_EVENTS,
        and_(
            CASE_EVENTS.c.case_id == APPLICATIONS.c.case_id,
            CASE_EVENTS.c.kind == EVENTS["accept"],
            CASE_EVENTS.c.at <= _MOMENT,
        ),
    )
    .join(CASE_NUMBERS, CASE_NUMBERS.c.case_id == APPLICATIONS.c.case_id, isouter=True)
    .where(CASE_UNITS.c.unit_code.in_(_CODES), APPLICATIONS.c.n == _LAST, ~_CLOSED.exists())
    .order_by(CASE_EVENTS.c.at)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The facts, and what writing needs beside them."""

    facts: Facts
    book: Book
    right_found: bool  # the right that the application names is there, or it names none


def read_case(act: Act, stage: Stage, case: Case) -> Reading:
    """Read an accepted case afresh for a later stage."""
    kept = read_kept(act, case)
    return read_facts(act, stage, kept.application, kept.materials, case)


def read_facts(
    act: Act,
    stage: Stage,
    application: Application,
    materials: Iterable[str],
    case: Case,
) -> Reading:
    """Read all that the rules of a stage may look at; malformed unit codes are passed over."""
    item = act.setting.catalogue.items[application.item]
    codes = [code for code in dict.fromkeys(application.units) if is_unit_code(code)]
    places = places_of_rights(item, codes)
    entries = find_acted(act, item, application.right, places) if application.right else {}
    new = new_codes(application)
    asked = (*codes, *entries.values(), *_land_of(codes), *new)
    book = read_book(act.connection, asked, act.day, act.past)
    rights = {right.id: right for right in book.rights()}
    acted = _in_order([rights[entry] for entry in entries if entry in rights], codes)
    slots = _open_cases(act, codes, case)
    units = tuple(
        replace(book.units[code], open_cases=slots.get(code, ()))
        for code in codes
        if code in book.units
    )
    facts = Facts(
        now=act.now,
        day=act.day,
        stage=stage,
        catalogue=act.setting.catalogue,
        item=item,
        application=application,
        materials=frozenset(materials),
        centre=act.setting.centre,
        units=units,
        missing_units=tuple(code for code in codes if code not in book.units),
        known_codes=frozenset(code for code in new if code in book.units),
        acted=acted,
        parcels=_parcels(book),
        calendar=act.setting.calendar,
        case=case_facts(act, case) if case.accepted_at else None,
        actor=act.actor,
        papers_obligatory=stage is Stage.ACCEPTANCE and bool(act.set_to(COMPLETE_PAPERS)),
    )
    return Reading(facts=facts, book=book, right_found=bool(acted) or not application.right)


def places_of_rights(item: Item, codes: Sequence[str]) -> list[str]:
    """Return the units that a right acted upon may lie on: those of the application.

    What was given on a building under construction lies on its land (实施细则 77).
    """
    return [*codes, *_land_of(codes)] if item.act == "mortgage_convert" else list(codes)


def _land_of(codes: Sequence[str]) -> list[str]:
    return [code[:PARCEL] + LAND for code in codes]


def _parcels(book: Book) -> dict[str, UnitFacts]:
    return {code[:PARCEL]: unit for code, unit in book.units.items() if code.endswith(LAND)}


def _in_order(rights: Sequence[RightFacts], codes: Sequence[str]) -> tuple[RightFacts, ...]:
    # A right may have had several entries on one unit: the live ones count, else the last.
    live = [right for right in rights if right.live] or list(rights)[-1:]
    place = {code: order for order, code in enumerate(codes)}
    return tuple(sorted(live, key=lambda right: place.get(right.unit_code, len(place))))


def _open_cases(act: Act, codes: Sequence[str], case: Case) -> Mapping[str, tuple[OpenCase, ...]]:
    found: dict[str, list[OpenCase]] = {}
    now = {"case": case.case_id}
    slots = (_SLOTS_THEN, {"moment": act.past.at}) if act.past else (_SLOTS, now)
    for row in act.rows(slots[0], {**slots[1], "codes": list(codes)}) if codes else ():
        if row["case_id"] != case.case_id:
            found.setdefault(row["unit_code"], []).append(_open_case(act, row))
    return {code: tuple(cases) for code, cases in found.items()}


def _open_case(act: Act, row: Row) -> OpenCase:
    item: Item = act.setting.catalogue.items[row["item_code"]]
    return OpenCase(
        case_id=row["case_id"],
        case_no=case_no(row["year"], row["no"]),
        item=row["item_code"],
        slot=row["slot"],
        accepted_at=row["accepted_at"],
        authority_act=item.act in _COURT_ACTS and bool(row["has_organ"]),
    )


def named_right(reading: Reading) -> UUID | None:
    """Return the right acted upon, to keep it with the application."""
    right = reading.facts.acted_right
    return right.id if right else None
