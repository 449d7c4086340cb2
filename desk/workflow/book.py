"""Units with all their rights, read from the register in four queries, however many there are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Connection, Select

from desk.workflow.application import Person
from desk.workflow.book_pages import NOW, THEN, UNIT_COLUMNS
from desk.workflow.facts import RightFacts, UnitFacts
from desk.workflow.past import Past
from desk.workflow.rules.lapse import is_lapsed, ranks

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Units by code; the place of the next entry in the book of each; the count of its facts."""

    units: Mapping[str, UnitFacts]
    next_n: Mapping[str, int]
    facts_n: Mapping[str, int]

    def rights(self) -> Iterable[RightFacts]:
        """Return all rights of all units that were read."""
        return (right for unit in self.units.values() for right in unit.rights)


def read_book(
    connection: Connection, codes: Iterable[str], day: date, past: Past | None = None
) -> Book:
    """Read units with rights, live and closed, now or as they were at a moment of the past.

    Units that are not there are left out.

    The place of the next entry comes from the same query as the rights, so that an entry made
    meanwhile by somebody else meets the unique key and never goes unseen.
    """
    pages = THEN if past else NOW
    values: dict[str, object] = {"codes": sorted(set(codes))}
    if past:
        values |= {"moment": past.at, "hidden": past.hidden}
    units = _rows(connection, pages.units, values)
    if not units:
        return Book(units={}, next_n={}, facts_n={})
    rows = _rows(connection, pages.rights, values)
    holders = read_holders(_rows(connection, pages.holders, values)) if rows else {}
    numbers = _numbers(_rows(connection, pages.numbers, values)) if rows else {}
    rights: dict[str, list[RightFacts]] = defaultdict(list)
    next_n: dict[str, int] = defaultdict(lambda: 1)
    for row in rows:
        right = _right(row, holders.get(row["id"], ()), numbers, day)
        rights[right.unit_code].append(right)
        next_n[right.unit_code] = row["n"] + 1
    return Book(
        units={row["code"]: _unit(row, _ranked(rights[row["code"]])) for row in units},
        next_n={row["code"]: next_n[row["code"]] for row in units},
        facts_n={row["code"]: row["n"] for row in units},
    )


def read_holders(rows: Iterable[Row]) -> dict[UUID, tuple[Person, ...]]:
    """Return the persons of rows ordered by right and place."""
    found: dict[UUID, list[Person]] = defaultdict(list)
    for row in rows:
        found[row["right_id"]].append(person_of(row))
    return {right: tuple(persons) for right, persons in found.items()}


def person_of(row: Row) -> Person:
    """Make a person of a row that keeps name, identity, share and the rest as JSON."""
    return Person(
        name=row["name"],
        id_type=row["id_type"],
        id_number=row["id_number"],
        share=row["share"],
        **row["person"],
    )


def person_rest(person: Person) -> dict[str, object]:
    """Return what is kept of a person beside name, identity and share."""
    rest = {
        "phone": person.phone,
        "address": person.address,
        "married": person.married,
        "spouse": person.spouse,
        "represented_by": person.represented_by,
        "guardian": person.guardian,
    }
    return {key: value for key, value in rest.items() if value is not None}


def _rows(connection: Connection, statement: Select[Any], values: Row) -> list[Row]:
    return cast(list[Row], connection.execute(statement, dict(values)).mappings().all())


def _numbers(rows: Iterable[Row]) -> dict[UUID, str]:
    return {row["right_id"]: row["number"] for row in rows}


def _right(
    row: Row, holders: tuple[Person, ...], numbers: Mapping[UUID, str], day: date
) -> RightFacts:
    return RightFacts(
        id=row["id"],
        unit_code=row["unit_code"],
        type=row["right_type"],
        holders=holders,
        co_ownership=row["co_ownership"],
        fields=row["fields"],
        registered_at=row["at"],
        rank_at=row["rank_at"],
        rank_n=row["rank_n"],
        number=numbers.get(row["id"], row["old_number"]),
        group_id=row["group_id"],
        predecessor_id=row["predecessor_id"],
        subject_id=row["subject_id"],
        case_id=row["case_id"],
        name=row["name"],
        closed=row["closed_by"] is not None,
        lapsed=is_lapsed(row["right_type"], row["fields"], row["rank_at"], day),
    )


def _ranked(rights: Sequence[RightFacts]) -> tuple[RightFacts, ...]:
    places = ranks(rights)
    return tuple(
        replace(right, rank=places[right.id]) if right.id in places else right for right in rights
    )


def _unit(row: Row, rights: tuple[RightFacts, ...]) -> UnitFacts:
    return UnitFacts(
        code=row["code"],
        kind=row["kind"],
        parcel=row["parcel"],
        lock_reason=row["lock_reason"],
        ended=row["ended_at"] is not None,
        rights=rights,
        **{name: row[name] for name in UNIT_COLUMNS},
    )
