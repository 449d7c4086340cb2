"""Who will stand in the register for a unit: the whole given, a share sold, two units exchanged."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from desk.workflow.application import CoOwnership, Party, Person
from desk.workflow.facts import NOTICE, Facts, RightFacts, UnitFacts
from desk.workflow.readings.kinds import MORTGAGE_NOTICES
from desk.workflow.readings.people import (
    givers,
    is_alike,
    is_among,
    is_same,
    owners,
    same_people,
    takers,
)


@dataclass(frozen=True, slots=True)
class Owners:
    """Holders with the form of their co-ownership; `declared` by the applicants or derived."""

    holders: tuple[Person, ...]
    co_ownership: CoOwnership
    declared: bool


def successors(facts: Facts, unit: UnitFacts) -> Owners:
    """Return who will own a unit after the case is entered."""
    old = unit.ownership
    if old and is_share_given(facts, old):
        return _share_given(old, givers(facts), takers(facts))
    people = _new_owners(facts, unit)
    if len(people) < len(takers(facts)):
        return Owners(people, form_of(people), declared=False)
    return Owners(people, facts.application.co_ownership or form_of(people), declared=True)


def is_share_given(facts: Facts, old: RightFacts) -> bool:
    """Tell whether only shares are given away, so that the other co-owners stay (民法典 305)."""
    shared = old.co_ownership != "joint" and any(g.share is not None for g in givers(facts))
    return shared and not _whole_is_named(facts)


def _whole_is_named(facts: Facts) -> bool:
    # One who gives and is named as holder again: the holders state all that will stand.
    people = takers(facts)
    again = any(is_among(giver, people) for giver in givers(facts))
    total = sum((person.share or Fraction(0) for person in people), Fraction(0))
    return again and total == 1


def form_of(people: Sequence[Person]) -> CoOwnership:
    """Return the form that holders stand in where nobody declared it."""
    if len(people) == 1:
        return "sole"
    return "shares" if any(person.share is not None for person in people) else "joint"


def as_person(party: Person) -> Person:
    """Return a party without the part it plays in the application."""
    return Person(
        name=party.name,
        id_type=party.id_type,
        id_number=party.id_number,
        phone=party.phone,
        address=party.address,
        share=party.share,
        married=party.married,
        spouse=party.spouse,
        represented_by=party.represented_by,
        guardian=party.guardian,
    )


def is_exchange(facts: Facts) -> bool:
    """Tell whether the same people stand on both sides of several units (互换)."""
    by_reason = facts.item.act == "exchange" or "互换" in facts.application.reason
    return by_reason and len(facts.units) > 1 and same_people(givers(facts), takers(facts))


def buyers(facts: Facts, unit: UnitFacts) -> tuple[Party, ...]:
    """Return the holders who get the unit itself; at a conversion the mortgagee is one too."""
    if facts.item.act != "notice_convert":
        return takers(facts)
    creditors = [
        holder
        for notice in (*facts.acted, *unit.live(NOTICE))
        if notice.fields.get("notice_kind") in MORTGAGE_NOTICES
        for holder in notice.holders
    ]
    return tuple(taker for taker in takers(facts) if not is_among(taker, creditors))


def _new_owners(facts: Facts, unit: UnitFacts) -> tuple[Person, ...]:
    people = buyers(facts, unit)
    if is_exchange(facts):
        people = tuple(p for p in people if not is_among(p, owners(unit))) or people
    return tuple(as_person(person) for person in people)


def _share_given(old: RightFacts, sellers: Sequence[Party], people: Sequence[Party]) -> Owners:
    given = sum((seller.share or _own(old, seller) for seller in sellers), Fraction(0))
    shares: list[tuple[Person, Fraction | None]] = []
    for holder in old.holders:
        parts = [s.share or _own(old, s) for s in sellers if is_alike(s, holder)]
        shares.append((holder, _own(old, holder) - sum(parts, Fraction(0))))
    for person in people:
        part = person.share or (given if len(people) == 1 else None)
        _add(shares, as_person(person), part)
    standing = [replace(person, share=share) for person, share in shares if share != 0]
    if len(standing) == 1 and standing[0].share == 1:
        return Owners((replace(standing[0], share=None),), "sole", declared=False)
    return Owners(tuple(standing), "shares", declared=False)


def _add(
    shares: list[tuple[Person, Fraction | None]], person: Person, part: Fraction | None
) -> None:
    for place, (holder, share) in enumerate(shares):
        if is_same(holder, person):
            shares[place] = holder, None if share is None or part is None else share + part
            return
    shares.append((person, part))


def _own(old: RightFacts, person: Person) -> Fraction:
    holder = next((h for h in old.holders if is_alike(h, person)), None)
    if holder is None:
        return Fraction(0)
    return holder.share if holder.share is not None else Fraction(1)
