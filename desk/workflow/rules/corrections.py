"""Rules about corrections and objections: when they come too late, or twice."""

from collections.abc import Iterator
from datetime import datetime

from desk.workflow.errors import Fact, Finding, Level
from desk.workflow.facts import (
    EASEMENT,
    HABITATION,
    MORTGAGE,
    NOTICE,
    OBJECTION,
    SEIZURE,
    Facts,
    RightFacts,
    Stage,
    UnitFacts,
)
from desk.workflow.readings.kinds import NAMED_RIGHTS, show, text
from desk.workflow.readings.people import is_among, takers
from desk.workflow.rules.asking import found, rule

_SLIP = "笔误"


@rule("R18", Stage.ACCEPTANCE)
def objected_before(facts: Facts) -> Iterator[Finding]:
    """Warn when the same person objects again on the same ground (细则 83)."""
    if facts.item.act != "objection_create":
        return
    matter = text(facts.application.fields.get("matter")).strip()
    for unit in facts.units:
        for right in unit.rights:
            again = right.type == OBJECTION and text(right.fields.get("matter")).strip() == matter
            if again and any(is_among(taker, right.holders) for taker in takers(facts)):
                yield found(
                    facts,
                    "R18",
                    "again",
                    level=Level.WARN,
                    unit=show(unit.code),
                    number=right.number or "—",
                )


@rule("R32", Stage.ACCEPTANCE)
def corrected_too_late(facts: Facts) -> Iterator[Finding]:
    """Refuse a correction of what others built upon, save a slip of the pen (细则 80, 81)."""
    if _SLIP in facts.application.reason or _SLIP in text(facts.application.fields.get("matter")):
        return
    for unit in facts.units:
        since = _in_question(facts, unit)
        if since is not None:
            yield from _later_entries(facts, unit, since)


def _in_question(facts: Facts, unit: UnitFacts) -> datetime | None:
    acted = next((r for r in facts.acted if r.unit_code == unit.code), None)
    right = acted or unit.ownership
    return right.registered_at if right else None


def _later_entries(facts: Facts, unit: UnitFacts, since: datetime) -> Iterator[Finding]:
    burdens = unit.live(MORTGAGE, EASEMENT, HABITATION, NOTICE, SEIZURE)
    owner = (unit.ownership,) if unit.ownership else ()
    acted = {right.id for right in facts.acted}
    for right in (*owner, *burdens):
        if right.registered_at > since and right.id not in acted:
            yield found(facts, "R32", about=_says(facts, right))


def _says(facts: Facts, right: RightFacts) -> dict[str, Fact]:
    types = facts.catalogue.codes["right_type"]
    return {
        "unit": show(right.unit_code),
        "right": NAMED_RIGHTS.get(right.type) or types.zh(right.type),
        "number": right.number or text(right.fields.get("document_no")) or "—",
    }
