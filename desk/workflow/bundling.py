"""The bundle of a case, and the register as the cases before it will leave it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, bindparam, select

from db.ids import new_id
from db.tables.bundles import BUNDLE_CASES
from db.tables.cases import CASE_NOW, CASE_NUMBERS
from desk.workflow import effects
from desk.workflow.act import Act
from desk.workflow.entering import write_plan
from desk.workflow.facts import Stage
from desk.workflow.judging import judge
from desk.workflow.kept import case_no
from desk.workflow.reading import Reading, read_case
from desk.workflow.rules.bundles import Member, builds_on_nothing

_CASE: BindParameter[Any] = bindparam("case")
_OWN = select(BUNDLE_CASES.c.bundle_id).where(BUNDLE_CASES.c.case_id == _CASE)
_MEMBERS = (
    select(
        BUNDLE_CASES.c.bundle_id,
        BUNDLE_CASES.c.case_id,
        CASE_NOW.c.item_code,
        CASE_NOW.c.state,
        CASE_NUMBERS.c.year,
        CASE_NUMBERS.c.no,
    )
    .join_from(BUNDLE_CASES, CASE_NOW, CASE_NOW.c.case_id == BUNDLE_CASES.c.case_id)
    .join(CASE_NUMBERS, CASE_NUMBERS.c.case_id == BUNDLE_CASES.c.case_id, isouter=True)
    .order_by(BUNDLE_CASES.c.place)
)
_OF_CASE = _MEMBERS.where(BUNDLE_CASES.c.bundle_id == _OWN.scalar_subquery())
_OF_BUNDLE = _MEMBERS.where(BUNDLE_CASES.c.bundle_id == bindparam("bundle"))


def bundle_of(act: Act, case_id: UUID) -> tuple[Member, ...]:
    """Return the cases of a case's bundle in their order; nothing where it stands alone."""
    return _members(act.rows(_OF_CASE, {"case": case_id}))


def members_of(act: Act, bundle_id: UUID) -> tuple[Member, ...]:
    """Return the cases of a bundle in their order; nothing where there is none."""
    return _members(act.rows(_OF_BUNDLE, {"bundle": bundle_id}))


@contextmanager
def foreseen(act: Act) -> Iterator[None]:
    """Write what will be entered, look at the register as it leaves it, and take it all back."""
    with act.connection.begin_nested() as savepoint:
        yield
        savepoint.rollback()


def foresee(act: Act, case_id: UUID, reading: Reading) -> None:
    """Write what a case will do to the register; only within `foreseen`."""
    write_plan(act, case_id, effects.plan(reading.facts, new_id), reading.book)


@contextmanager
def after_those_before(act: Act, case_id: UUID) -> Iterator[None]:
    """Show the register as the open cases before this one in its bundle will leave it.

    Where one of them ended without an entry there is no such register: R58 refuses.
    """
    members = bundle_of(act, case_id)
    judge(builds_on_nothing(members, case_id))
    before = before_in(members, case_id)
    if not before:
        yield
        return
    with foreseen(act):
        for member in before:
            reading = read_case(act, Stage.REGISTRATION, act.case(member.case_id))
            foresee(act, member.case_id, reading)
        yield


def before_in(members: tuple[Member, ...], case_id: UUID) -> tuple[Member, ...]:
    """Return the members before a case that are still to be entered."""
    return tuple(m for m in members[: _place(members, case_id)] if not m.entered)


def _place(members: tuple[Member, ...], case_id: UUID) -> int:
    return next((n for n, member in enumerate(members) if member.case_id == case_id), 0)


def _members(rows: Iterable[Any]) -> tuple[Member, ...]:
    return tuple(
        Member(
            bundle_id=row["bundle_id"],
            case_id=row["case_id"],
            case_no=case_no(row["year"], row["no"]) or "—",
            item=row["item_code"],
            state=row["state"],
        )
        for row in rows
    )
