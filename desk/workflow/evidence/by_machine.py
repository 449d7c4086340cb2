"""Rows that the machine compares with the register; what it finds unequal waits for a person."""

from collections.abc import Iterable, Iterator, Sequence

from desk.workflow.application import Person
from desk.workflow.evidence.row import EvidenceRow, Shown, Source, first_of
from desk.workflow.evidence.words import NOTHING, Words, joined, plain, said, side_by_side
from desk.workflow.facts import (
    EASEMENT,
    HABITATION,
    MORTGAGE,
    NOTICE,
    OBJECTION,
    SEIZURE,
    Facts,
    RightFacts,
    UnitFacts,
)
from desk.workflow.readings.kinds import ABOUT_ANY, ACTS_ON, show
from desk.workflow.readings.people import is_among, names, owners
from forms.checks.area import format_area

LIMITS = (SEIZURE, OBJECTION, NOTICE, MORTGAGE, HABITATION, EASEMENT)
OLD_PAPERS = ("M04", "M40", "M46", "M63", "M56", "M51", "M61", "M52", "M43")
CONSENTS = ("M36", "M60")
_SEVERAL = 3
"""So many units are named one by one; of more the first ones and how many there are."""


def machine_rows(facts: Facts, shown: Shown) -> Iterator[EvidenceRow]:
    """Yield what the machine compares, in the order of the screen."""
    yield from _holder(facts)
    yield _units(facts)
    yield from _facts(facts)
    yield _limits(facts)
    yield from _number(facts)
    yield from _tax(facts, shown)


def _holder(facts: Facts) -> Iterator[EvidenceRow]:
    """Set who applies beside whom the register names; every one named there has to apply."""
    registered = _registered(facts)
    if not registered:
        return
    parties, givers = facts.application.parties, facts.application.of("obligor")
    equal = all(is_among(one, parties) for one in registered)
    if not _about_right(facts):
        equal = equal and all(is_among(one, registered) for one in givers)
    applying = parties if _about_right(facts) else givers or facts.application.of("holder")
    yield EvidenceRow(
        key="holder",
        label=said("ROW-HOLDER"),
        entered=plain(names(applying)) if applying else NOTHING,
        against=said("ROW-REGISTER", what=names(registered)),
        source=_by(equal=equal),
        paper=first_of(facts, OLD_PAPERS),
    )


def _about_right(facts: Facts) -> bool:
    """Tell whether the act is about a right of its own, not about the ownership of the units."""
    return bool(facts.acted) and (facts.item.act in ACTS_ON or facts.item.act in ABOUT_ANY)


def _registered(facts: Facts) -> tuple[Person, ...]:
    """Return whom the register names on what the act is about, each once."""
    if _about_right(facts):
        found: Iterable[Person] = (one for right in facts.acted for one in right.holders)
    else:
        found = (one for unit in facts.units for one in owners(unit))
    people: list[Person] = []
    for one in found:
        if not is_among(one, people):
            people.append(one)
    return tuple(people)


def _units(facts: Facts) -> EvidenceRow:
    missing = facts.missing_units
    return EvidenceRow(
        key="units",
        label=said("ROW-UNITS"),
        entered=_several([plain(show(code)) for code in facts.application.units]),
        against=said("ROW-UNITS-MISSING", codes="、".join(missing))
        if missing
        else said("ROW-IN-REGISTER"),
        source=_by(equal=not missing),
        paper=first_of(facts, OLD_PAPERS),
    )


def _facts(facts: Facts) -> Iterator[EvidenceRow]:
    if facts.units:
        yield EvidenceRow(
            key="facts",
            label=said("ROW-FACTS"),
            entered=_several([plain(_told(unit)) for unit in facts.units]),
            against=said("ROW-TAKEN-OVER"),
            source="machine",
            paper=first_of(facts, ("M07", *OLD_PAPERS)),
        )


def _told(unit: UnitFacts) -> str:
    area = unit.floor_area if unit.floor_area is not None else unit.land_area
    parts = (unit.location, unit.usage, f"{format_area(area)} ㎡" if area is not None else "")
    return "  ".join(part for part in parts if part)


def _limits(facts: Facts) -> EvidenceRow:
    acted = {right.id for right in facts.acted}
    found = [right for unit in facts.units for right in unit.live(*LIMITS) if right.id not in acted]
    locked = [unit for unit in facts.units if unit.lock_reason]
    limits = [_limit(facts, right) for right in found]
    limits += [said("ROW-LOCKED", reason=unit.lock_reason) for unit in locked]
    return EvidenceRow(
        key="limits",
        label=said("ROW-LIMITS"),
        entered=_several(limits) if limits else said("ROW-NONE"),
        against=said("ROW-REGISTER-NOW"),
        source=_by(equal=not limits),
        paper=first_of(facts, CONSENTS),
    )


def _limit(facts: Facts, right: RightFacts) -> Words:
    table = facts.catalogue.codes["right_type"]
    kind = Words(table.zh(right.type), table.en(right.type))
    return side_by_side(kind, plain(names(right.holders)))


def _number(facts: Facts) -> Iterator[EvidenceRow]:
    """Hold the register's number against the paper, if it is there; else against nothing more."""
    rights = facts.acted or tuple(u.ownership for u in facts.units if u.ownership is not None)
    numbers = tuple(dict.fromkeys(right.number for right in rights if right.number))
    if numbers:
        paper = first_of(facts, OLD_PAPERS)
        yield EvidenceRow(
            key="number",
            label=said("ROW-NUMBER"),
            entered=_several([plain(number) for number in numbers]),
            against=said("ROW-REGISTER-NUMBER"),
            source="person" if paper else "machine",
            paper=paper,
        )


def _tax(facts: Facts, shown: Shown) -> Iterator[EvidenceRow]:
    """Say how the taxes stand; the entry asks once more (R40)."""
    if not facts.item.tax:
        return
    settled = facts.case is not None and facts.case.tax_settled
    voucher = str(shown.exchange.get("voucher") or "")
    entered = said("ROW-TAX-SETTLED") if settled or voucher else said("ROW-TAX-OPEN")
    paper = first_of(facts, ("M06", "M09"))
    yield EvidenceRow(
        key="tax",
        label=said("ROW-TAX"),
        entered=entered,
        against=said("ROW-EXCHANGE", what=voucher) if voucher else said("ROW-TAX-AT-ENTRY"),
        source="person" if paper and not voucher else "machine",
        paper=paper,
    )


def _several(every: Sequence[Words]) -> Words:
    if len(every) <= _SEVERAL:
        return joined(every)
    return said("ROW-SEVERAL", first=joined(every[:_SEVERAL]), many=len(every))


def _by(*, equal: bool) -> Source:
    return "machine" if equal else "person"
