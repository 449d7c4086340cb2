"""Effects on easements, rights of habitation and objections."""

from desk.workflow.effects.plan import Plan
from desk.workflow.effects.writing import (
    NewId,
    close,
    end_paper,
    entry,
    follow,
    former,
    given,
    ownership_id,
    proof,
    together,
)
from desk.workflow.facts import EASEMENT, HABITATION, OBJECTION, Facts, UnitFacts
from desk.workflow.readings.people import givers, is_among, owners, takers
from desk.workflow.readings.succession import as_person, form_of

_CONTENT = ("matter", "from", "to", "contract_no", "contract_date")


def easement_create(facts: Facts, new_id: NewId) -> Plan:
    """Enter the easement in the books of both lands, with one proof (民法典 372)."""
    people = tuple(as_person(person) for person in takers(facts))
    group = new_id()
    rights = [
        entry(
            facts,
            new_id,
            unit_code=unit.code,
            right_type=EASEMENT,
            holders=people,
            co_ownership=form_of(people),
            fields={**given(facts, *_CONTENT), "side": _side(facts, unit)},
            group_id=group,
            subject_id=ownership_id(unit),
        )
        for unit in facts.units
    ]
    return Plan(rights=tuple(rights), papers=proof(rights))


def easement_change(facts: Facts, new_id: NewId) -> Plan:
    """Write the easement's new content or holder in both books."""
    people = tuple(as_person(person) for person in takers(facts))
    rights = [
        follow(
            facts,
            new_id,
            old,
            holders=people,
            co_ownership=form_of(people),
            fields={**old.fields, **given(facts, *_CONTENT)},
        )
        for old in facts.acted
    ]
    numbers = dict.fromkeys(line for old in facts.acted for line in former(old))
    return Plan(
        rights=tuple(rights),
        closings=tuple(close(facts, old, "change") for old in facts.acted),
        papers=proof(rights, *numbers),
        paper_endings=tuple(e for old in facts.acted for e in end_paper(facts, old)),
    )


def habitation_create(facts: Facts, new_id: NewId) -> Plan:
    """Enter a right of habitation on each dwelling, with its proof (民法典 368)."""
    return _burden(facts, new_id, HABITATION)


def objection_create(facts: Facts, new_id: NewId) -> Plan:
    """Enter an objection against the right named, else the ownership (民法典 220)."""
    return _burden(facts, new_id, OBJECTION)


def _burden(facts: Facts, new_id: NewId, right_type: str) -> Plan:
    people = tuple(as_person(person) for person in takers(facts))
    plans = []
    for unit in facts.units:
        named = next((r.id for r in facts.acted if r.unit_code == unit.code), None)
        right = entry(
            facts,
            new_id,
            unit_code=unit.code,
            right_type=right_type,
            holders=people,
            co_ownership=form_of(people),
            fields=given(facts, *_CONTENT),
            subject_id=named or ownership_id(unit),
        )
        plans.append(Plan(rights=(right,), papers=proof([right])))
    return together(*plans)


def _side(facts: Facts, unit: UnitFacts) -> str:
    burdened = any(is_among(giver, owners(unit)) for giver in givers(facts))
    return "servient" if burdened else "dominant"
