"""Rules about co-owners: forms and shares, who must apply, who comes first."""

from collections.abc import Iterator
from fractions import Fraction

from desk.workflow.errors import Finding
from desk.workflow.facts import Facts, RightFacts, Stage, UnitFacts
from desk.workflow.readings.kinds import FIRST, TRANSFERS, show
from desk.workflow.readings.people import givers, is_alike, is_among, names, takers
from desk.workflow.readings.succession import Owners, form_of, is_share_given, successors
from desk.workflow.rules.asking import found, rule
from forms.checks.shares import shares_sum_to_one


@rule("R10", Stage.ACCEPTANCE, Stage.REGISTRATION, everywhere=True)
def form_and_shares(facts: Facts) -> Iterator[Finding]:
    """Refuse holders who do not make up the form they declare (民法典 297–299)."""
    if facts.item.act in FIRST or facts.item.act == "change_co_ownership":
        people = takers(facts)
        declared = facts.application.co_ownership or form_of(people)
        yield from _complaints(facts, Owners(people, declared, declared=True), None)
    elif facts.item.act in TRANSFERS:
        for unit in facts.units:
            if unit.ownership and _sellers_known(facts, unit.ownership):
                yield from _complaints(facts, successors(facts, unit), unit)


def _sellers_known(facts: Facts, right: RightFacts) -> bool:
    # What is left of a stranger's share cannot be said: R14 refuses him.
    return not is_share_given(facts, right) or all(
        any(is_alike(giver, holder) for holder in right.holders) for giver in givers(facts)
    )


def _complaints(facts: Facts, owners: Owners, unit: UnitFacts | None) -> Iterator[Finding]:
    if not owners.holders:
        return
    variant = _what_is_wrong(owners)
    if variant:
        yield found(
            facts,
            "R10",
            variant,
            unit=show(unit.code) if unit else "",
            holders=names(owners.holders),
            total=str(sum((p.share or Fraction(0) for p in owners.holders), Fraction(0))),
        )


def _what_is_wrong(owners: Owners) -> str | None:
    several = len(owners.holders) > 1
    shares = [person.share for person in owners.holders if person.share is not None]
    if owners.co_ownership == "sole":
        return "sole" if several or shares else None
    if owners.co_ownership == "joint":
        return None if several and not shares else "joint"
    whole = len(shares) == len(owners.holders) and shares_sum_to_one(shares)
    return None if several and whole and min(shares) > 0 else "shares"


@rule("R11", Stage.ACCEPTANCE)
def enough_co_owners(facts: Facts) -> Iterator[Finding]:
    """Refuse to dispose of the whole without all joint owners or two thirds (民法典 301)."""
    for unit in facts.units:
        right = unit.ownership
        if right and len(right.holders) > 1 and _is_given_here(facts, right):
            yield from _absent(facts, right)


def _is_given_here(facts: Facts, right: RightFacts) -> bool:
    # An easement names both lands; only the owner of the burdened one gives something.
    gives = any(is_alike(giver, holder) for giver in givers(facts) for holder in right.holders)
    return gives or facts.item.act != "easement_create"


def _absent(facts: Facts, right: RightFacts) -> Iterator[Finding]:
    applying = (*givers(facts), *facts.application.of("consenting"))
    present = [h for h in right.holders if any(is_alike(h, party) for party in applying)]
    absent = [h for h in right.holders if h not in present]
    if right.co_ownership == "shares":
        if all(giver.share is not None for giver in givers(facts)) and givers(facts):
            return
        needed = Fraction(facts.catalogue.rules["R11"].parameter("share_needed", facts.day))
        enough = sum((h.share or Fraction(0) for h in present), Fraction(0)) >= needed
    else:
        enough = not absent
    if not enough:
        yield found(
            facts,
            "R11",
            "shares" if right.co_ownership == "shares" else None,
            unit=show(right.unit_code),
            absent=names(absent),
        )


@rule("R15", Stage.ACCEPTANCE)
def co_owners_first(facts: Facts) -> Iterator[Finding]:
    """Ask whether the other co-owners were offered the share first (民法典 305, 306)."""
    for unit in facts.units:
        right = unit.ownership
        if right is None or right.co_ownership != "shares" or not is_share_given(facts, right):
            continue
        others = [h for h in right.holders if not is_among(h, givers(facts))]
        if others and not all(is_among(taker, right.holders) for taker in takers(facts)):
            yield found(facts, "R15", unit=show(unit.code), others=names(others))
