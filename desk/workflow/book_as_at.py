"""Units as the register showed them at a past moment, put together from facts that never change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import BindParameter, Connection, Select, bindparam, or_, select

from db.tables.papers import CERTIFICATE_RIGHTS, CERTIFICATES
from db.tables.register import CLOSINGS, RIGHTS
from db.tables.units import UNIT_ENDINGS, UNIT_FACTS, UNIT_LOCKS, UNIT_UNLOCKS, UNITS
from desk.workflow.book import UNIT_COLUMNS, ranked, read_book
from desk.workflow.facts import RightFacts, UnitFacts
from desk.workflow.rules.lapse import local_day

Row = Mapping[str, Any]

_CODES: BindParameter[Any] = bindparam("codes", expanding=True)
_MOMENT: BindParameter[Any] = bindparam("moment")
_MADE_LATER = select(UNITS.c.code).where(
    UNITS.c.code.in_(_CODES), UNITS.c.case_id.is_not(None), UNITS.c.at > _MOMENT
)
# What was taken over stood before the register knew of it.
_FACTS = (
    select(UNIT_FACTS)
    .where(
        UNIT_FACTS.c.unit_code.in_(_CODES),
        or_(UNIT_FACTS.c.at <= _MOMENT, UNIT_FACTS.c.case_id.is_(None)),
    )
    .order_by(UNIT_FACTS.c.unit_code, UNIT_FACTS.c.n)
)
_ENDED = select(UNIT_ENDINGS.c.unit_code).where(
    UNIT_ENDINGS.c.unit_code.in_(_CODES), UNIT_ENDINGS.c.at <= _MOMENT
)
_LOCKS = (
    select(UNIT_LOCKS.c.unit_code, UNIT_LOCKS.c.reason)
    .join_from(UNIT_LOCKS, UNIT_UNLOCKS, UNIT_UNLOCKS.c.lock_id == UNIT_LOCKS.c.id, isouter=True)
    .where(
        UNIT_LOCKS.c.unit_code.in_(_CODES),
        UNIT_LOCKS.c.at <= _MOMENT,
        or_(UNIT_UNLOCKS.c.at.is_(None), UNIT_UNLOCKS.c.at > _MOMENT),
    )
    .order_by(UNIT_LOCKS.c.id)
)
_CLOSED = (
    select(CLOSINGS.c.right_id)
    .join_from(CLOSINGS, RIGHTS, RIGHTS.c.id == CLOSINGS.c.right_id)
    .where(RIGHTS.c.unit_code.in_(_CODES), CLOSINGS.c.at <= _MOMENT)
)
_NUMBERS = (
    select(CERTIFICATE_RIGHTS.c.right_id, CERTIFICATES.c.number)
    .join_from(
        CERTIFICATE_RIGHTS, CERTIFICATES, CERTIFICATES.c.id == CERTIFICATE_RIGHTS.c.certificate_id
    )
    .join(RIGHTS, RIGHTS.c.id == CERTIFICATE_RIGHTS.c.right_id)
    .where(RIGHTS.c.unit_code.in_(_CODES), CERTIFICATES.c.at <= _MOMENT)
    .order_by(CERTIFICATES.c.year, CERTIFICATES.c.no)
)
_OLD_NUMBERS = select(RIGHTS.c.id, RIGHTS.c.old_number).where(RIGHTS.c.unit_code.in_(_CODES))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Then:
    """What was so at the moment."""

    moment: datetime
    facts: Mapping[str, Row]
    ended: frozenset[str]
    locks: Mapping[str, str]
    closed: frozenset[UUID]
    numbers: Mapping[UUID, str]

    def unit(self, now: UnitFacts) -> UnitFacts:
        """Return a unit as it stood."""
        entered = [right for right in now.rights if right.registered_at <= self.moment]
        return replace(
            now,
            rights=ranked([self._right(right) for right in entered]),
            ended=now.code in self.ended,
            lock_reason=self.locks.get(now.code),
            **{name: self.facts[now.code][name] for name in UNIT_COLUMNS},
        )

    def _right(self, right: RightFacts) -> RightFacts:
        return replace(
            right,
            closed=right.id in self.closed,
            number=self.numbers.get(right.id),
            rank=None,
        )


def read_book_as_at(
    connection: Connection, codes: Iterable[str], moment: datetime
) -> dict[str, UnitFacts]:
    """Read units as they stood; a unit that a later case made was not there yet."""
    book = read_book(connection, codes, local_day(moment))
    values = {"codes": sorted(book.units), "moment": moment}
    if not book.units:
        return {}
    then = _Then(
        moment=moment,
        facts={row["unit_code"]: row for row in _rows(connection, _FACTS, values)},
        ended=frozenset(row["unit_code"] for row in _rows(connection, _ENDED, values)),
        locks={row["unit_code"]: row["reason"] for row in _rows(connection, _LOCKS, values)},
        closed=frozenset(row["right_id"] for row in _rows(connection, _CLOSED, values)),
        numbers=_numbers(connection, values),
    )
    later = {row["code"] for row in _rows(connection, _MADE_LATER, values)}
    return {code: then.unit(unit) for code, unit in book.units.items() if code not in later}


def _numbers(connection: Connection, values: Row) -> dict[UUID, str]:
    old = {row["id"]: row["old_number"] for row in _rows(connection, _OLD_NUMBERS, values)}
    new = {row["right_id"]: row["number"] for row in _rows(connection, _NUMBERS, values)}
    return old | new


def _rows(connection: Connection, statement: Select[Any], values: Row) -> Sequence[Row]:
    return cast(Sequence[Row], connection.execute(statement, dict(values)).mappings().all())
