"""A plan becomes rows of the register: units, closings, rights, holders, endings of papers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, bindparam, insert, select

from db.tables.papers import CERTIFICATE_ENDINGS, CERTIFICATE_RIGHTS, CERTIFICATES
from db.tables.register import CLOSINGS, HOLDERS, RIGHT_NOW, RIGHTS
from db.tables.units import UNIT_ENDINGS, UNIT_FACTS, UNIT_ORIGINS, UNITS
from desk.workflow.act import Act
from desk.workflow.application import Person
from desk.workflow.book import Book, person_rest
from desk.workflow.book_pages import UNIT_COLUMNS
from desk.workflow.effects.plan import NewRight, Plan, UnitVersion

_NUMBERS_IN: BindParameter[Any] = bindparam("numbers", expanding=True)
_RIGHTS_IN: BindParameter[Any] = bindparam("rights", expanding=True)
_LINKS = select(CERTIFICATE_RIGHTS.c.right_id, CERTIFICATES.c.number).join_from(
    CERTIFICATE_RIGHTS, CERTIFICATES, CERTIFICATES.c.id == CERTIFICATE_RIGHTS.c.certificate_id
)
_OLD = select(RIGHTS.c.id.label("right_id"), RIGHTS.c.old_number.label("number"))
_PAPERS = _LINKS.where(CERTIFICATE_RIGHTS.c.right_id.in_(_RIGHTS_IN))
_OLD_PAPERS = _OLD.where(RIGHTS.c.id.in_(_RIGHTS_IN), RIGHTS.c.old_number.is_not(None))
_ENDED = select(CERTIFICATE_ENDINGS.c.number).where(CERTIFICATE_ENDINGS.c.number.in_(_NUMBERS_IN))
# Old numbers have no index: a right that goes on under its old paper belongs to the same group.
_GROUPS = select(RIGHTS.c.group_id).where(RIGHTS.c.id.in_(_RIGHTS_IN))
_STILL_PROVED = (
    _LINKS.join(RIGHT_NOW, RIGHT_NOW.c.right_id == CERTIFICATE_RIGHTS.c.right_id).where(
        CERTIFICATES.c.number.in_(_NUMBERS_IN)
    ),
    _OLD.join(RIGHT_NOW, RIGHT_NOW.c.right_id == RIGHTS.c.id).where(
        RIGHTS.c.group_id.in_(_GROUPS), RIGHTS.c.old_number.in_(_NUMBERS_IN)
    ),
)


def write_plan(act: Act, case_id: UUID, plan: Plan, book: Book) -> None:
    """Write everything of a plan but its papers; the order satisfies every key on the way."""
    _write_units(act, case_id, plan.units, book)
    act.write(
        insert(CLOSINGS),
        (
            {
                "right_id": closing.right_id,
                "cause": closing.cause,
                "reason": closing.reason,
                "case_id": case_id,
                **act.stamp,
            }
            for closing in plan.closings
        ),
    )
    _write_rights(act, case_id, plan.rights, book)
    act.write(
        insert(UNIT_ENDINGS),
        (
            {"unit_code": e.code, "cause": e.cause, "case_id": case_id, "at": act.now}
            for e in plan.unit_endings
        ),
    )
    _end_papers(act, case_id, plan)


def holder_rows(right_id: UUID, holders: Iterable[Person]) -> Iterable[dict[str, Any]]:
    """Return the rows of a right's holders in their order."""
    for order, person in enumerate(holders):
        yield {
            "right_id": right_id,
            "ord": order,
            "name": person.name,
            "id_type": person.id_type,
            "id_number": person.id_number,
            "share": person.share,
            "person": person_rest(person),
        }


def _write_units(act: Act, case_id: UUID, units: Sequence[UnitVersion], book: Book) -> None:
    made = {"case_id": case_id, "at": act.now}
    act.write(
        insert(UNITS),
        (
            {
                "code": unit.code,
                "county": unit.code[:6],
                "parcel": unit.parcel,
                "kind": unit.kind,
                **made,
            }
            for unit in units
            if unit.new
        ),
    )
    act.write(
        insert(UNIT_FACTS),
        (
            {
                "unit_code": unit.code,
                "n": 1 if unit.new else book.facts_n[unit.code] + 1,
                **{name: getattr(unit, name) for name in UNIT_COLUMNS},
                **made,
            }
            for unit in units
        ),
    )
    act.write(
        insert(UNIT_ORIGINS),
        (
            {"unit_code": unit.code, "from_code": origin, "case_id": case_id}
            for unit in units
            for origin in unit.origins
        ),
    )


def _write_rights(act: Act, case_id: UUID, rights: Sequence[NewRight], book: Book) -> None:
    new = {right.id for right in rights}
    # What burdens a right of the same plan comes after it, as its key asks.
    ordered = sorted(rights, key=lambda right: right.subject_id in new)
    taken: Counter[str] = Counter()
    rows = []
    for right in ordered:
        n = book.next_n.get(right.unit_code, 1) + taken[right.unit_code]
        taken[right.unit_code] += 1
        rows.append(_right_row(act, case_id, right, n))
    act.write(insert(RIGHTS), rows)
    act.write(
        insert(HOLDERS), (row for right in ordered for row in holder_rows(right.id, right.holders))
    )


def _right_row(act: Act, case_id: UUID, right: NewRight, n: int) -> dict[str, Any]:
    return {
        "id": right.id,
        "unit_code": right.unit_code,
        "n": n,
        "right_type": right.type,
        "registration_type": right.registration_type,
        "group_id": right.group_id,
        "predecessor_id": right.predecessor_id,
        "subject_id": right.subject_id,
        "co_ownership": right.co_ownership,
        "reason": right.reason,
        "fields": right.fields,
        "rank_at": right.rank_at or act.now,
        "rank_n": right.rank_n,
        "old_number": right.proved_by,
        "case_id": case_id,
        **act.stamp,
    }


def _end_papers(act: Act, case_id: UUID, plan: Plan) -> None:
    how = {ending.right_id: ending.how for ending in plan.paper_endings}
    if not how:
        return
    wanted = {"rights": sorted(how)}
    papers = {
        row["number"]: row["right_id"]
        for row in (*act.rows(_OLD_PAPERS, wanted), *act.rows(_PAPERS, wanted))
    }
    kept = _kept(act, wanted["rights"], sorted(papers))
    act.write(
        insert(CERTIFICATE_ENDINGS),
        (
            {
                "number": number,
                "right_id": right_id,
                "how": how[right_id],
                "case_id": case_id,
                "at": act.now,
            }
            for number, right_id in papers.items()
            if number not in kept
        ),
    )


def _kept(act: Act, rights: Sequence[UUID], numbers: Sequence[str]) -> set[str]:
    """Return the papers that ended before, and those that still prove another right."""
    asked = {"rights": rights, "numbers": numbers}
    ended = {row["number"] for row in act.rows(_ENDED, {"numbers": numbers})}
    links = [*act.rows(_STILL_PROVED[0], {"numbers": numbers}), *act.rows(_STILL_PROVED[1], asked)]
    return ended | {row["number"] for row in links if row["right_id"] not in set(rights)}
