"""Rules about the unit itself: its code, its first registration, its lock, its county."""

from collections.abc import Iterator

from desk.workflow.errors import Finding, Level
from desk.workflow.facts import Facts, RightFacts, Stage, UnitFacts
from desk.workflow.readings.kinds import ABOUT_ANY, ACTS_ON, AT_ONCE, FIRST, show
from desk.workflow.readings.new_units import new_codes
from desk.workflow.rules.asking import found, rule
from forms.checks import Refused
from forms.checks.unit_code import parse_unit_code

# A building's right takes in the right to its land, so the land's own entry gives way to it.
COMBINED = {"3": "4", "5": "6", "7": "8", "9": "10", "11": "12", "15": "16", "17": "18"}
NOT_BUILT_YET = frozenset({"LY048", "LY049"})  # notices on a home without a title of its own


@rule("R01", Stage.ACCEPTANCE, everywhere=True)
def unit_code(facts: Facts) -> Iterator[Finding]:
    """Refuse a malformed unit code (条例 8), and a code that was used up (GB/T 37346)."""
    for place, code in enumerate(facts.application.units):
        try:
            parse_unit_code(code)
        except Refused:
            yield found(facts, "R01", at=f"units/{place}", given=code, length=len(code))
    if facts.item.act in FIRST or facts.item.code in NOT_BUILT_YET:
        for unit in facts.units:
            if unit.ended:
                yield found(facts, "R01", "ended", unit=show(unit.code))


@rule("R01", Stage.ACCEPTANCE, Stage.REGISTRATION, everywhere=True)
def new_unit_code(facts: Facts) -> Iterator[Finding]:
    """Refuse a code for a new unit that the register has, in use or used up (GB/T 37346)."""
    for place, code in enumerate(new_codes(facts.application)):
        if code in facts.known_codes:
            yield found(facts, "R01", "known", at=f"fields/new_units/{place}", unit=show(code))


@rule("R02", Stage.ACCEPTANCE)
def live_right(facts: Facts) -> Iterator[Finding]:
    """Refuse what has no live right to stand on (细则 24)."""
    act = facts.item.act
    named = act in ACTS_ON or (act in ABOUT_ANY and facts.acted)
    if named:
        yield from _named_right(facts)
    if not named or act == "notice_convert":
        for unit in facts.units:
            if not _has_ground(facts, unit):
                yield found(facts, "R02", unit=show(unit.code), location=unit.location)


def _named_right(facts: Facts) -> Iterator[Finding]:
    wanted = ACTS_ON.get(facts.item.act)
    for right in facts.acted:
        if not right.live or wanted not in {None, right.type}:
            yield found(
                facts, "R02", "right", unit=show(right.unit_code), number=right.number or "—"
            )


def _has_ground(facts: Facts, unit: UnitFacts) -> bool:
    if unit.ownership:
        return True
    # A building that is still being built has no right of its own yet; its land has (细则 75).
    land = facts.parcels.get(unit.parcel)
    building = facts.application.item == "LY042"
    return building and land is not None and land.ownership is not None


@rule("R02", Stage.REGISTRATION, everywhere=True)
def right_still_there(facts: Facts) -> Iterator[Finding]:
    """Refuse the entry when the right acted upon was closed since acceptance."""
    if facts.item.act in AT_ONCE or "R02" not in facts.item.rules:
        return
    for right in facts.acted:
        if right.closed:
            yield found(
                facts, "R02", "right", unit=show(right.unit_code), number=right.number or "—"
            )


@rule("R08", Stage.ACCEPTANCE, Stage.REGISTRATION)
def locked(facts: Facts) -> Iterator[Finding]:
    """Refuse a unit under an administrative lock (征收条例 16)."""
    for unit in facts.units:
        if unit.lock_reason:
            yield found(facts, "R08", unit=show(unit.code), reason=unit.lock_reason)


@rule("R08", Stage.ACCEPTANCE, everywhere=True)
def locked_elsewhere(facts: Facts) -> Iterator[Finding]:
    """Only warn of a lock where the item changes no right."""
    if "R08" in facts.item.rules or facts.item.act in AT_ONCE:
        return
    for unit in facts.units:
        if unit.lock_reason:
            yield found(
                facts,
                "R08",
                "warning",
                level=Level.WARN,
                unit=show(unit.code),
                reason=unit.lock_reason,
            )


@rule("R09", Stage.ACCEPTANCE)
def registered_already(facts: Facts) -> Iterator[Finding]:
    """Refuse a second first registration of one thing (一物一权)."""
    for unit in facts.units:
        right = _stands_in_the_way(facts, unit)
        if right:
            yield found(facts, "R09", unit=show(unit.code), number=right.number or "—")


def _stands_in_the_way(facts: Facts, unit: UnitFacts) -> RightFacts | None:
    common = unit.live("94") if facts.item.act == "first_project" else ()
    if common:
        return common[0]
    right = unit.ownership
    if right and COMBINED.get(right.type) in facts.item.right_types:
        return right if right.type in facts.item.right_types and unit.kind == "land" else None
    return right


@rule("R56", Stage.ACCEPTANCE, everywhere=True)
def jurisdiction(facts: Facts) -> Iterator[Finding]:
    """Refuse a unit in a county that this centre does not serve (条例 7)."""
    for unit in facts.units:
        if unit.code[:6] not in facts.centre.area_codes:
            yield found(
                facts,
                "R56",
                unit=show(unit.code),
                county=unit.code[:6],
                served="、".join(facts.centre.area_codes),
            )
