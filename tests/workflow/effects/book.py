"""A book small enough to check by eye: a plan applied to the facts it was made from."""

from dataclasses import dataclass
from datetime import datetime
from itertools import count
from uuid import UUID

from desk.workflow.effects import plan
from desk.workflow.effects.plan import NewPaper, NewRight, Plan
from desk.workflow.facts import Facts, RightFacts
from desk.workflow.rules.lapse import ranks

_numbers = count(1)


def new_id() -> UUID:
    """Return ids that grow, so that a failing test reads well."""
    return UUID(int=next(_numbers))


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What stands on one unit after the entry."""

    holders: list[str]
    shares: list[str]
    co_ownership: str | None
    rank: int | None


@dataclass(frozen=True, slots=True)
class After:
    """The register after a plan was written."""

    plan: Plan
    rights: list[RightFacts]

    def standing(self, unit: str, right_type: str) -> list[Standing]:
        """Return the live rights of a type on a unit, in the order of their ranks."""
        here = [r for r in self.rights if r.unit_code == unit and r.live]
        places = ranks(here)
        found = [r for r in here if r.type == right_type]
        found.sort(key=lambda r: (r.rank_at, r.rank_n, r.registered_at))
        return [_standing(r, places.get(r.id)) for r in found]

    def holders(self, unit: str, right_type: str = "4") -> list[list[str]]:
        """Return the names of the holders of each live right of a type."""
        return [each.holders for each in self.standing(unit, right_type)]

    def fields(self, unit: str, right_type: str) -> list[dict[str, object]]:
        """Return what each live right of a type records."""
        return [
            dict(r.fields)
            for r in self.rights
            if r.unit_code == unit and r.live and r.type == right_type
        ]

    def papers(self) -> list[tuple[str, int]]:
        """Return each new paper as its kind and the number of entries it proves."""
        return [(paper.kind, len(paper.right_ids)) for paper in self.plan.papers]

    def endings(self) -> list[str]:
        """Return how each old paper ended."""
        return [ending.how for ending in self.plan.paper_endings]

    def causes(self) -> list[str]:
        """Return why each old entry was closed, in order."""
        return [closing.cause for closing in self.plan.closings]

    def notes(self) -> str:
        """Return all that the new papers note."""
        return "".join(line for paper in self.plan.papers for line in paper.notes)

    def paper(self, place: int = 0) -> NewPaper:
        """Return one of the new papers."""
        return self.plan.papers[place]


def entered(facts: Facts) -> After:
    """Plan the case and write the plan; nothing is closed twice, nothing is closed unseen."""
    made = plan(facts, new_id)
    before = {right.id: right for place in facts.units for right in place.rights}
    before |= {right.id: right for place in facts.parcels.values() for right in place.rights}
    before |= {right.id: right for right in facts.acted}
    closed = [closing.right_id for closing in made.closings]
    assert len(closed) == len(set(closed))
    assert all(before[right].live for right in closed)
    kept = [right for right in before.values() if right.id not in closed]
    new = [_as_entered(right, facts.now) for right in made.rights]
    _one_owner_each([*kept, *new])
    return After(made, [*kept, *new])


def _one_owner_each(rights: list[RightFacts]) -> None:
    owned = [right.unit_code for right in rights if right.live and right.is_ownership]
    assert len(owned) == len(set(owned))


def _as_entered(right: NewRight, now: datetime) -> RightFacts:
    return RightFacts(
        id=right.id,
        unit_code=right.unit_code,
        type=right.type,
        holders=right.holders,
        co_ownership=right.co_ownership,
        fields=right.fields,
        registered_at=now,
        rank_at=right.rank_at or now,
        rank_n=right.rank_n,
        group_id=right.group_id,
        predecessor_id=right.predecessor_id,
        subject_id=right.subject_id,
    )


def _standing(right: RightFacts, rank: int | None) -> Standing:
    return Standing(
        holders=[person.name for person in right.holders],
        shares=[str(person.share) for person in right.holders if person.share is not None],
        co_ownership=right.co_ownership,
        rank=rank,
    )
