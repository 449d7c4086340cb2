"""Who works at the centre and in which roles."""

from dataclasses import dataclass

from sqlalchemy import select

from db.tables.people import STAFF, STAFF_ROLES
from desk.workflow.reader import Reader

_STAFF = (
    select(STAFF, STAFF_ROLES.c.role)
    .join_from(STAFF, STAFF_ROLES, STAFF_ROLES.c.login == STAFF.c.login, isouter=True)
    .order_by(STAFF.c.login, STAFF_ROLES.c.role)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A person of the centre."""

    login: str
    name: str
    window: int | None
    active: bool
    roles: frozenset[str]


def staff(reader: Reader) -> list[PersonRow]:
    """Return all people by login."""
    people: dict[str, PersonRow] = {}
    for row in reader.rows(_STAFF):
        known = people.get(row["login"])
        roles = known.roles if known else frozenset[str]()
        people[row["login"]] = PersonRow(
            login=row["login"],
            name=row["name"],
            window=row["window"],
            active=row["active"],
            roles=roles | {row["role"]} if row["role"] else roles,
        )
    return list(people.values())


def person(reader: Reader, login: str) -> PersonRow | None:
    """Return one person, nothing where there is none of that login."""
    return next((found for found in staff(reader) if found.login == login), None)
