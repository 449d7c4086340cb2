"""The persons of a row: several in one cell, with as many numbers; the owner of the register."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import TypeVar

from desk.workflow.application import Party, PartyRole, Person
from desk.workflow.batch.cells import Cells
from desk.workflow.batch.values import chosen, listed
from desk.workflow.book import read_book
from desk.workflow.reader import Reader
from forms.checks import Refused
from forms.checks.identity import check_identity
from forms.checks.names import clean_name
from forms.checks.phone import check_phone
from forms.checks.shares import parse_share
from forms.checks.unit_code import is_unit_code

Owners = Mapping[str, tuple[Person, ...]]
_Value = TypeVar("_Value")
_AT_ONCE = 500


def owners_of(reader: Reader, units: Sequence[str], day: date) -> Owners:
    """Return who owns each unit in the register now; units without an owner are left out."""
    asked = sorted({code for code in units if is_unit_code(code)})
    owners: dict[str, tuple[Person, ...]] = {}
    for start in range(0, len(asked), _AT_ONCE):
        book = read_book(reader.connection, asked[start : start + _AT_ONCE], day)
        owners |= {
            code: unit.ownership.holders for code, unit in book.units.items() if unit.ownership
        }
    return owners


def holders_in(cells: Cells, day: date) -> tuple[Party, ...]:
    """Return the persons of the columns for holders."""
    names = listed(cells.text("holder"))
    if not names:
        return ()
    phones = _each(cells, "phone", names, check_phone, one_for_all=True)
    shares = _each(cells, "share", names, parse_share)
    people = _identified(cells, "holder", names, day)
    return tuple(
        _party("holder", person, phone, share)
        for person, phone, share in zip(people, phones, shares, strict=True)
    )


def obligors_in(
    cells: Cells, units: Sequence[str], owners: Owners, day: date, *, needed: bool
) -> tuple[Party, ...]:
    """Return the persons of the columns for obligors, else the owners in the register."""
    registered = tuple(_once(owner for code in units for owner in owners.get(code, ())))
    names = listed(cells.text("obligor"))
    if not names:
        return tuple(_party("obligor", person) for person in registered) if needed else ()
    if not cells.text("obligor_id_number"):
        known = {owner.name: owner for owner in registered}
        if all(name in known for name in names):
            return tuple(_party("obligor", known[name]) for name in names)
    return tuple(_party("obligor", person) for person in _identified(cells, "obligor", names, day))


def _identified(cells: Cells, role: str, names: Sequence[str], day: date) -> list[Person]:
    types = _each(
        cells,
        f"{role}_id_type",
        names,
        lambda text: chosen(cells.columns[f"{role}_id_type"].choices, text),
        one_for_all=True,
        required=True,
    )
    numbers = _each(cells, f"{role}_id_number", names, str, required=True)
    people = []
    for name, id_type, number in zip(names, types, numbers, strict=True):
        clean = cells.tried(role, clean_name, name)
        people.append(
            Person(
                name=clean or name,
                id_type=id_type or "",
                id_number=_checked(cells, f"{role}_id_number", id_type, number, day) or "",
            )
        )
    return people


def _checked(
    cells: Cells, column: str, id_type: str | None, number: str | None, day: date
) -> str | None:
    if id_type is None or number is None:
        return number
    return cells.tried(column, lambda text: check_identity(id_type, text, on=day), number) or number


def _each(
    cells: Cells,
    column: str,
    names: Sequence[str],
    read: Callable[[str], _Value],
    *,
    one_for_all: bool = False,
    required: bool = False,
) -> list[_Value | None]:
    """Return a value for each name; a cell with another number of values is told."""
    texts = listed(cells.text(column))
    if one_for_all and len(texts) == 1:
        texts *= len(names)
    if not texts and required:
        cells.wrong(column, Refused("V-REQUIRED"))
    elif texts and len(texts) != len(names):
        cells.wrong(column, Refused("LIST-COUNT", names=len(names), values=len(texts)))
    if len(texts) != len(names):
        return [None] * len(names)
    return [cells.tried(column, read, text) for text in texts]


def _party(
    role: PartyRole, person: Person, phone: str | None = None, share: Fraction | None = None
) -> Party:
    return Party(
        role=role,
        name=person.name,
        id_type=person.id_type,
        id_number=person.id_number,
        phone=phone or person.phone,
        share=share,
        address=person.address,
        married=person.married,
        spouse=person.spouse,
    )


def _once(people: Iterable[Person]) -> Iterable[Person]:
    seen: list[Person] = []
    for person in people:
        if not any(person.is_same_as(other) for other in seen):
            seen.append(person)
            yield person
