"""Effects of first registrations: a right where there was none, a building with its land."""

from datetime import date

from desk.workflow.effects.changes import version_of
from desk.workflow.effects.mortgages import convert_to
from desk.workflow.effects.plan import NewRight, Plan, UnitVersion
from desk.workflow.effects.writing import (
    NewId,
    close,
    end_paper,
    entry,
    former,
    ownership_fields,
    papers,
    together,
)
from desk.workflow.facts import COMMON_PARTS, NOTICE, Facts, UnitFacts
from desk.workflow.readings.kinds import is_common_part, is_public_benefit, text
from desk.workflow.readings.people import takers
from desk.workflow.readings.succession import as_person, form_of
from desk.workflow.rules.mortgages import construction_mortgages
from forms.messages import message

_CONTRACTED = ("家庭承包", "其他方式承包")


def first_ownership(facts: Facts, new_id: NewId) -> Plan:
    """Enter the first right of each unit; the land's own entry gives way to the building's."""
    return together(*(_first(facts, new_id, unit) for unit in facts.units))


def first_project(facts: Facts, new_id: NewId) -> Plan:
    """Enter every home of a project, the common parts without paper, and what burdened the site."""
    homes = [u for u in facts.units if not is_common_part(u, facts.catalogue)]
    common = [u for u in facts.units if is_common_part(u, facts.catalogue)]
    plan = together(*(_first(facts, new_id, unit) for unit in homes))
    shared = Plan(rights=tuple(_common_part(facts, new_id, unit) for unit in common))
    return together(plan, shared, _burdens_of_the_site(facts, new_id, homes, plan.rights))


def right_type_for(facts: Facts, unit: UnitFacts) -> str:
    """Return the type of right that the item gives to a unit, by what stands on the land."""
    types = facts.item.right_types
    if len(types) == 1:
        return types[0]
    if facts.item.code == "LY008":
        if unit.kind == "land" or unit.code[19:20] == "W":
            return "11"
        return "10" if facts.application.reason in _CONTRACTED else "12"
    return types[0] if unit.kind == "land" else types[1]


def _first(facts: Facts, new_id: NewId, unit: UnitFacts) -> Plan:
    people = tuple(as_person(person) for person in takers(facts))
    land = unit.ownership
    new = entry(
        facts,
        new_id,
        unit_code=unit.code,
        right_type=right_type_for(facts, unit),
        holders=people,
        co_ownership=facts.application.co_ownership or form_of(people),
        fields=ownership_fields(facts),
        predecessor_id=land.id if land else None,
    )
    return Plan(
        rights=(new,),
        closings=(close(facts, land, "change"),) if land else (),
        units=_facts_of_the_grant(facts, unit),
        papers=papers(facts, new, *(former(land) if land else ())),
        paper_endings=end_paper(facts, land) if land else (),
    )


def _facts_of_the_grant(facts: Facts, unit: UnitFacts) -> tuple[UnitVersion, ...]:
    nature = text(facts.application.fields.get("land_right_nature"))
    term = text(facts.application.fields.get("land_term_to"))
    if not (nature or term):
        return ()
    changed: dict[str, object] = {}
    if nature:
        changed["land_right_nature"] = nature
    if term:
        changed["land_term_to"] = date.fromisoformat(term)
    return (version_of(unit, changed),)


def _common_part(facts: Facts, new_id: NewId, unit: UnitFacts) -> NewRight:
    # It belongs to all owners of the project for ever, whoever they will be (民法典 274).
    return entry(
        facts,
        new_id,
        unit_code=unit.code,
        right_type=COMMON_PARTS,
        holders=(),
        fields={"matter": message("N-COMMON", "zh")},
    )


def _burdens_of_the_site(
    facts: Facts, new_id: NewId, homes: list[UnitFacts], entered: tuple[NewRight, ...]
) -> Plan:
    if "M61" not in facts.materials:
        return Plan()
    free = [
        unit
        for unit in homes
        if not unit.live(NOTICE) and not is_public_benefit(unit.usage, facts.catalogue)
    ]
    subjects = {right.unit_code: right.id for right in entered}
    return convert_to(facts, new_id, construction_mortgages(facts), free, subjects)
