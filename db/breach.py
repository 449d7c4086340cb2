"""What a check of the whole database finds: one thing that does not hold, by name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Executable


@dataclass(frozen=True, slots=True)
class Breach:
    """One thing that does not hold: what, which row, and what was found."""

    invariant: str
    key: str
    detail: str


Check = Callable[[Connection], Iterator[Breach]]


def breaches(connection: Connection, query: Executable, invariant: str) -> Iterator[Breach]:
    """Yield a breach for each row that a query finds: its first column is the key."""
    for row in connection.execute(query):
        key, *rest = row
        yield Breach(invariant, str(key), ", ".join(str(part) for part in rest))
