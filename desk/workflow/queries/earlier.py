"""What earlier cases know of a person: the phone and the address given last."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from db.tables.cases import PARTIES
from desk.workflow.reader import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How a person was reached in the newest earlier case."""

    id_number: str
    phone: str | None
    address: str | None


_SAID = (
    select(PARTIES.c.id_number, PARTIES.c.person)
    .where(PARTIES.c.id_number.in_(bindparam("numbers", expanding=True)))
    .order_by(PARTIES.c.case_id.desc(), PARTIES.c.n.desc())  # ids of cases grow with time
)


def contacts(reader: Reader, numbers: tuple[str, ...]) -> dict[str, Contact]:
    """Return for each number the phone and the address that were given last."""
    found: dict[str, Contact] = {}
    for row in reader.rows(_SAID, {"numbers": list(numbers)}):
        before = found.get(row["id_number"])
        found[row["id_number"]] = Contact(
            id_number=row["id_number"],
            phone=(before and before.phone) or row["person"].get("phone"),
            address=(before and before.address) or row["person"].get("address"),
        )
    return found
