"""Rules about the parties: their numbers, the register's names, wards, spouses, both sides."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from desk.workflow.application import Party, Person
from desk.workflow.errors import Finding
from desk.workflow.facts import Facts, Stage
from desk.workflow.readings.kinds import ABOUT_ANY, GIVEN_AWAY, is_waiver, show
from desk.workflow.readings.people import (
    givers,
    is_among,
    is_same,
    name_of,
    names,
    owners,
    takers,
)
from desk.workflow.rules.asking import found, rule
from forms.checks import Refused
from forms.checks.identity import check_identity, is_minor

_CHECKED = {"1", "6", "7"}  # identity cards, codes of bodies; other papers have no check digit
_BOTH_SIDES = {"LY017", "LY018", "LY019", "LY022"}
_BOTH_SIDES_REASONS = ("互换", "混同", "分家析产")
_CHANGES = 300  # 登记类型 变更登记
# The one who loses here need not apply: a court, a death or a finished claim speaks for him.
_NOT_APPLYING = {"transfer_by_court", "inherit", "seize", "release", "objection_create"}


@rule("R14", Stage.ACCEPTANCE, everywhere=True)
def check_digits(facts: Facts) -> Iterator[Finding]:
    """Refuse a number that fails its check digit (GB 11643, GB 32100)."""
    for place, party in enumerate(facts.application.parties):
        if party.id_type in _CHECKED and not _passes(party):
            yield found(
                facts,
                "R14",
                "digits",
                at=f"parties/{place}",
                name=party.name,
                number=party.id_number,
            )


def _passes(person: Person) -> bool:
    try:
        check_identity(person.id_type, person.id_number)
    except Refused:
        return False
    return True


@rule("R14", Stage.ACCEPTANCE)
def as_registered(facts: Facts) -> Iterator[Finding]:
    """Refuse an obligor, or a lone applicant, whom the register does not name (民法典 212)."""
    registered = _registered(facts)
    applying = givers(facts)
    if not applying and facts.item.act not in _NOT_APPLYING:
        applying = takers(facts) if _holder_applies_alone(facts) else ()
    if not any(registered) or not applying:
        return
    everybody = [person for people in registered for person in people]
    for party in applying:
        if not is_among(party, everybody):
            yield _differs(facts, party, everybody)
            return
    for people in registered:
        if people and not _speak_for(facts, applying, people):
            yield _differs(facts, applying[0], people)
            return


def _speak_for(facts: Facts, applying: Sequence[Party], registered: Sequence[Person]) -> bool:
    # The form of co-ownership belongs to all owners: one who is not named would lose his part.
    if facts.item.act == "change_co_ownership":
        return all(is_among(owner, takers(facts)) for owner in registered)
    return any(is_among(party, registered) for party in applying)


def _registered(facts: Facts) -> list[tuple[Person, ...]]:
    if facts.item.act in ABOUT_ANY and facts.acted:
        return [right.holders for right in facts.acted]
    per_unit = [owners(unit) for unit in facts.units]
    if facts.item.act == "easement_create":
        # Two lands: the obligor owns the burdened one, the holder the one that profits.
        return [tuple(person for people in per_unit for person in people)]
    return per_unit


def _holder_applies_alone(facts: Facts) -> bool:
    return facts.item.mode in {"single", "single_or_authority"} or (
        facts.item.act == "change_co_ownership"
    )


def _differs(facts: Facts, party: Party, registered: Sequence[Person]) -> Finding:
    return found(
        facts,
        "R14",
        name=party.name,
        number=party.id_number,
        registered=names(registered),
    )


@rule("R12", Stage.ACCEPTANCE, everywhere=True)
def wards(facts: Facts) -> Iterator[Finding]:
    """Refuse a minor without guardian, or giving without the undertaking (民法典 35)."""
    applying = takers(facts)
    if facts.item.act not in _NOT_APPLYING:
        applying = (*givers(facts), *applying)
    for party in applying:
        if not is_minor(party.id_type, party.id_number.strip().upper(), facts.day):
            continue
        if not facts.application.of("guardian"):
            yield found(facts, "R12", name=party.name)
        elif _gives(facts, party) and "M59" not in facts.materials:
            yield found(facts, "R12", "undertaking", name=party.name)


def _gives(facts: Facts, party: Party) -> bool:
    return (party.role == "obligor" and facts.item.act in GIVEN_AWAY) or is_waiver(facts)


@rule("R13", Stage.ACCEPTANCE)
def married_sole_holder(facts: Facts) -> Iterator[Finding]:
    """Ask a married sole holder about marital property; not between the spouses (民法典 1062)."""
    for unit in facts.units:
        if len(owners(unit)) != 1:
            continue
        for giver in givers(facts):
            if giver.married and is_among(giver, owners(unit)) and not _to_spouse(facts, giver):
                yield found(
                    facts, "R13", name=giver.name, spouse=giver.spouse or "—", unit=show(unit.code)
                )


def _to_spouse(facts: Facts, giver: Party) -> bool:
    others = [taker for taker in takers(facts) if not is_same(taker, giver)]
    return bool(others) and all(_is_spouse(giver, other) for other in others)


def _is_spouse(one: Person, other: Person) -> bool:
    return (one.spouse is not None and one.spouse.strip() == name_of(other)) or (
        other.spouse is not None and other.spouse.strip() == name_of(one)
    )


@rule("R48", Stage.ACCEPTANCE, everywhere=True)
def two_sides(facts: Facts) -> Iterator[Finding]:
    """Refuse one person on both sides, or twice on one."""
    if not _may_stand_on_both(facts):
        for taker in takers(facts):
            if is_among(taker, givers(facts)):
                yield found(facts, "R48", name=taker.name)
    for one, other in combinations(facts.application.parties, 2):
        if one.role == other.role and is_same(one, other):
            yield found(facts, "R48", "twice", name=one.name)


def _may_stand_on_both(facts: Facts) -> bool:
    return (
        facts.item.registration_type == _CHANGES
        or facts.item.act == "notice_change"
        or facts.item.code in _BOTH_SIDES
        or any(reason in facts.application.reason for reason in _BOTH_SIDES_REASONS)
    )
