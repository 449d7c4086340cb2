"""Who is who: parties against the register, by name and number."""

from collections.abc import Iterable

from desk.workflow.application import Party, Person
from desk.workflow.facts import Facts, RightFacts, UnitFacts
from forms.checks.identity import modern_number

_DOTS = str.maketrans(dict.fromkeys("•‧∙⋅・･", "·"))


def number_of(person: Person) -> str:
    """Return the number in the form in which numbers are compared: 15 digits as 18."""
    return modern_number("".join(person.id_number.split()).upper())


def name_of(person: Person) -> str:
    """Return the name in the form in which names are compared."""
    return person.name.strip().translate(_DOTS)


def is_same(one: Person, other: Person) -> bool:
    """Tell whether name and number are the same, as the register must be matched (民法典 212)."""
    return name_of(one) == name_of(other) and number_of(one) == number_of(other)


def is_alike(one: Person, other: Person) -> bool:
    """Tell whether name or number is the same: one person, perhaps wrongly written."""
    return name_of(one) == name_of(other) or number_of(one) == number_of(other)


def is_among(person: Person, people: Iterable[Person]) -> bool:
    """Tell whether somebody is one of these, by name and number."""
    return any(is_same(person, other) for other in people)


def same_people(some: Iterable[Person], others: Iterable[Person]) -> bool:
    """Tell whether both name the same people, in any order."""
    ones, twos = tuple(some), tuple(others)
    return all(is_among(p, twos) for p in ones) and all(is_among(p, ones) for p in twos)


def names(people: Iterable[Person]) -> str:
    """Return the names as one list."""
    return "、".join(person.name for person in people)


def owners(unit: UnitFacts) -> tuple[Person, ...]:
    """Return the holders of the live ownership or use, nobody where there is none."""
    return unit.ownership.holders if unit.ownership else ()


def all_consent(facts: Facts, right: RightFacts) -> bool:
    """Tell whether all holders of a right applied along as consenting, with their paper (M36)."""
    consenting = facts.application.of("consenting")
    return "M36" in facts.materials and all(is_among(h, consenting) for h in right.holders)


def givers(facts: Facts) -> tuple[Party, ...]:
    """Return those who give or owe."""
    return facts.application.of("obligor")


def takers(facts: Facts) -> tuple[Party, ...]:
    """Return those who get or have the right."""
    return facts.application.of("holder")
