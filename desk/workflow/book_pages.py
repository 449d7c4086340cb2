"""What is read of units and their rights: as they stand now, or as they stood at a moment."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    FromClause,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
)

from db.tables.papers import CERTIFICATE_RIGHTS, CERTIFICATES
from db.tables.register import CLOSINGS, HOLDERS, RIGHTS
from db.tables.units import UNIT_ENDINGS, UNIT_FACTS, UNIT_LOCKS, UNIT_NOW, UNIT_UNLOCKS, UNITS

_CODES: BindParameter[Any] = bindparam("codes", expanding=True)
_MOMENT: BindParameter[Any] = bindparam("moment", type_=UNITS.c.at.type)
_HIDDEN: BindParameter[Any] = bindparam("hidden", type_=CLOSINGS.c.case_id.type)
UNIT_COLUMNS = (
    "location",
    "usage",
    "land_area",
    "floor_area",
    "inner_area",
    "shared_area",
    "land_right_nature",
    "land_term_to",
    "structure",
    "floor",
    "floors",
    "built",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The four queries that a book is put together from."""

    units: Select[Any]
    rights: Select[Any]
    holders: Select[Any]
    numbers: Select[Any]


def _was(rows: FromClause) -> ColumnElement[bool]:
    """Tell whether a row was there: taken over with the register, or entered by that moment."""
    entered = and_(rows.c.case_id != _HIDDEN, rows.c.at <= _MOMENT)
    return or_(rows.c.case_id.is_(None), entered)


def _units_then() -> Select[Any]:
    newer = UNIT_FACTS.alias("newer")
    last = select(func.max(newer.c.n)).where(newer.c.unit_code == UNITS.c.code, _was(newer))
    ended = select(UNIT_ENDINGS.c.at).where(
        UNIT_ENDINGS.c.unit_code == UNITS.c.code, _was(UNIT_ENDINGS)
    )
    unlocked = select(UNIT_UNLOCKS.c.lock_id).where(
        UNIT_UNLOCKS.c.lock_id == UNIT_LOCKS.c.id, UNIT_UNLOCKS.c.at <= _MOMENT
    )
    locked = (
        select(UNIT_LOCKS.c.reason)
        .where(
            UNIT_LOCKS.c.unit_code == UNITS.c.code,
            UNIT_LOCKS.c.at <= _MOMENT,
            ~unlocked.exists(),
        )
        .order_by(UNIT_LOCKS.c.id.desc())
        .limit(1)
    )
    return (
        select(
            UNITS.c.code,
            UNITS.c.kind,
            UNITS.c.parcel,
            UNIT_FACTS.c.n,
            ended.scalar_subquery().label("ended_at"),
            locked.scalar_subquery().label("lock_reason"),
            *(UNIT_FACTS.c[name] for name in UNIT_COLUMNS),
        )
        .join_from(
            UNITS,
            UNIT_FACTS,
            and_(UNIT_FACTS.c.unit_code == UNITS.c.code, UNIT_FACTS.c.n == last.scalar_subquery()),
        )
        .where(UNITS.c.code.in_(_CODES))
    )


_RIGHTS = (
    select(RIGHTS, CLOSINGS.c.cause.label("closed_by"))
    .where(RIGHTS.c.unit_code.in_(_CODES))
    .order_by(RIGHTS.c.unit_code, RIGHTS.c.n)
)
_CLOSED = CLOSINGS.c.right_id == RIGHTS.c.id
_HOLDERS = (
    select(HOLDERS)
    .join_from(HOLDERS, RIGHTS, RIGHTS.c.id == HOLDERS.c.right_id)
    .where(RIGHTS.c.unit_code.in_(_CODES))
    .order_by(HOLDERS.c.right_id, HOLDERS.c.ord)
)
_NUMBERS = (
    select(CERTIFICATE_RIGHTS.c.right_id, CERTIFICATES.c.number)
    .join_from(
        CERTIFICATE_RIGHTS,
        CERTIFICATES,
        CERTIFICATES.c.id == CERTIFICATE_RIGHTS.c.certificate_id,
    )
    .join(RIGHTS, RIGHTS.c.id == CERTIFICATE_RIGHTS.c.right_id)
    .where(RIGHTS.c.unit_code.in_(_CODES))
    .order_by(CERTIFICATES.c.year, CERTIFICATES.c.no)
)
NOW = Pages(
    units=(
        select(
            UNITS.c.code,
            UNITS.c.kind,
            UNITS.c.parcel,
            UNIT_NOW.c.n,
            UNIT_NOW.c.ended_at,
            UNIT_NOW.c.lock_reason,
            *(UNIT_FACTS.c[name] for name in UNIT_COLUMNS),
        )
        .join_from(UNITS, UNIT_NOW, UNIT_NOW.c.code == UNITS.c.code)
        .join(
            UNIT_FACTS,
            and_(UNIT_FACTS.c.unit_code == UNIT_NOW.c.code, UNIT_FACTS.c.n == UNIT_NOW.c.n),
        )
        .where(UNITS.c.code.in_(_CODES))
    ),
    rights=_RIGHTS.join_from(RIGHTS, CLOSINGS, _CLOSED, isouter=True),
    holders=_HOLDERS,
    numbers=_NUMBERS,
)
THEN = Pages(
    units=_units_then(),
    rights=_RIGHTS.join_from(RIGHTS, CLOSINGS, and_(_CLOSED, _was(CLOSINGS)), isouter=True).where(
        _was(RIGHTS)
    ),
    holders=_HOLDERS,
    numbers=_NUMBERS.where(_was(CERTIFICATES)),
)
"""Takes a `moment`, and in `hidden` the case whose own entries were not made yet."""
