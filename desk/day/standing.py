"""What stands in the database after an event, read only where an expectation asks for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from desk.day.file import Event
from desk.workflow.desk import Desk
from desk.workflow.facts import RightFacts
from desk.workflow.queries.cases import CaseView, case
from desk.workflow.queries.register import UnitView, unit
from desk.workflow.queries.stock import totals


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The case, unit and stock of one event; `missing` is what its pre-review found."""

    desk: Desk
    event: Event
    case_id: UUID | None
    missing: tuple[str, ...] = ()

    def stage(self) -> str | None:
        """Return the stage of the case; nothing where it has not begun."""
        if self.case_id is None:
            return None
        with self.desk.ask() as reader:
            found = reader.case(self.case_id)
        return found.state if found else None

    def charges(self) -> dict[str, int]:
        """Return the case's charges in 分: the fee, and each tax by name."""
        view = self._case()
        return charged((row.what, row.line, row.amount) for row in (view.charges if view else ()))

    def numbers(self) -> list[str]:
        """Return the numbers of the case's certificates and proofs."""
        view = self._case()
        return [row.number for row in view.certificates] if view else []

    def serials(self) -> list[str]:
        """Return the sheets on which they are written."""
        view = self._case()
        return [row.serial for row in view.certificates if row.serial] if view else []

    def unit(self) -> UnitView | None:
        """Return the unit of a check."""
        code = "".join(str(self.event.keys.get("unit", "")).split())
        with self.desk.ask() as reader:
            return unit(reader, code, self.event.at)

    def state(self) -> frozenset[str]:
        """Return the words of the unit's state."""
        view = self.unit()
        return view.state if view else frozenset()

    def rights(self) -> Sequence[RightFacts]:
        """Return all rights of the unit, live and closed."""
        view = self.unit()
        return view.unit.rights if view else ()

    def sheets(self) -> dict[str, int]:
        """Return how many sheets of the kind are blank, used and spoilt."""
        with self.desk.ask() as reader:
            rows = [row for row in totals(reader) if row.kind == self.event.keys.get("stock")]
        return {
            "in_stock": sum(row.in_stock for row in rows),
            "used": sum(row.used for row in rows),
            "spoilt": sum(row.spoilt for row in rows),
        }

    def _case(self) -> CaseView | None:
        if self.case_id is None:
            return None
        with self.desk.ask() as reader:
            return case(reader, self.case_id, self.event.at)


def charged(lines: Iterable[tuple[str, str, int]]) -> dict[str, int]:
    """Return amounts in 分 by name: the whole fee as `fee`, each tax by its line."""
    amounts: dict[str, int] = {}
    for what, line, amount in lines:
        name = "fee" if what == "fee" else line
        amounts[name] = amounts.get(name, 0) + amount
    return amounts
