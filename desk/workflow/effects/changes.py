"""Effects of changes and corrections: names, facts of the unit, form of co-ownership."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from desk.workflow.application import Person
from desk.workflow.effects.plan import NewRight, Plan, UnitVersion
from desk.workflow.effects.writing import (
    NewId,
    close,
    end_paper,
    follow,
    former,
    given,
    owned,
    ownership_fields,
    paper_kind,
    papers,
    proof,
    together,
)
from desk.workflow.facts import Facts, RightFacts, UnitFacts
from desk.workflow.readings.people import givers, is_alike, is_same, takers
from desk.workflow.readings.succession import as_person, form_of
from forms.checks.area import parse_area

UNIT_FACTS = ("location", "usage", "floor_area", "land_area", "land_right_nature", "land_term_to")
_AREAS = frozenset({"floor_area", "land_area", "inner_area", "shared_area"})


def change_holder_name(facts: Facts, new_id: NewId) -> Plan:
    """Write the holder as now called in every entry of the right, with new papers (细则 26)."""
    renamed = {old: as_person(new) for old, new in zip(givers(facts), takers(facts), strict=False)}

    def now_called(holder: Person) -> Person:
        for old, new in renamed.items():
            if is_same(old, holder):
                return replace(new, share=holder.share)
        return holder

    rights = [r for r in _in_question(facts) if any(now_called(h) != h for h in r.holders)]
    return _rewritten(
        facts,
        new_id,
        [(r, tuple(now_called(h) for h in r.holders), r.fields) for r in rights],
        "change",
    )


def change_facts(facts: Facts, new_id: NewId) -> Plan:
    """Write new facts of the unit and the ownership again, with a new certificate (细则 37)."""
    return together(*(_changed_unit(facts, new_id, unit) for unit in facts.units))


def change_co_ownership(facts: Facts, new_id: NewId) -> Plan:
    """Write the same owners in their new form, joint or by shares."""
    people = tuple(as_person(person) for person in takers(facts))
    form = facts.application.co_ownership or form_of(people)
    plans = []
    for unit in facts.units:
        old = owned(unit)
        new = follow(facts, new_id, old, holders=people, co_ownership=form)
        plans.append(_replaced(facts, old, new, "change"))
    return together(*plans)


def correct(facts: Facts, new_id: NewId) -> Plan:
    """Write what was wrong as it is right, keep the wrong entry as history (民法典 220)."""
    changed = [
        version_of(unit, given(facts, *UNIT_FACTS))
        for unit in facts.units
        if given(facts, *UNIT_FACTS)
    ]
    amount = given(facts, "amount")  # the matter says what was wrong: the application keeps it
    rewritten = _rewritten(
        facts,
        new_id,
        [
            (right, _as_corrected(facts, right), {**right.fields, **amount})
            for right in _in_question(facts)
        ],
        "corrected",
    )
    return together(Plan(units=tuple(changed)), rewritten)


def version_of(unit: UnitFacts, changed: Mapping[str, object]) -> UnitVersion:
    """Return the facts of a unit with some of them replaced; texts of areas and days are read."""
    values = {key: _read(key, value) for key, value in changed.items()}
    same = {
        name: getattr(unit, name)
        for name in UnitVersion.__dataclass_fields__
        if name not in {"new", "origins"}
    }
    return UnitVersion(**{**same, **values})


def _read(key: str, value: object) -> object:
    if key in _AREAS and isinstance(value, str):
        return parse_area(value)
    if key == "land_term_to" and isinstance(value, str):
        return date.fromisoformat(value)
    return value


def _changed_unit(facts: Facts, new_id: NewId, unit: UnitFacts) -> Plan:
    old = owned(unit)
    new = follow(facts, new_id, old, fields={**old.fields, **ownership_fields(facts)})
    changed = Plan(units=(version_of(unit, given(facts, *UNIT_FACTS)),))
    return together(changed, _replaced(facts, old, new, "change"))


def _replaced(facts: Facts, old: RightFacts, new: NewRight, cause: str) -> Plan:
    return Plan(
        rights=(new,),
        closings=(close(facts, old, cause),),
        papers=papers(facts, new, *former(old)),
        paper_endings=end_paper(facts, old),
        holders_before=old.holders,
    )


def _in_question(facts: Facts) -> tuple[RightFacts, ...]:
    if facts.acted and not facts.acted[0].is_ownership:
        return facts.acted
    return tuple(unit.ownership for unit in facts.units if unit.ownership)


def _as_corrected(facts: Facts, right: RightFacts) -> tuple[Person, ...]:
    # An interested person who applies is not the holder; the holder is known by name or number.
    return tuple(_corrected(holder, takers(facts)) for holder in right.holders)


def _corrected(holder: Person, applying: Iterable[Person]) -> Person:
    for person in applying:
        if is_alike(person, holder) and not is_same(person, holder):
            return replace(as_person(person), share=holder.share)
    return holder


def _rewritten(
    facts: Facts,
    new_id: NewId,
    wanted: list[tuple[RightFacts, tuple[Person, ...], Mapping[str, object]]],
    cause: str,
) -> Plan:
    plans, proved = [], []
    for old, people, fields in wanted:
        new = follow(facts, new_id, old, holders=people, fields=fields)
        plan = _replaced(facts, old, new, cause)
        if paper_kind(old.type) == "proof":
            plan = replace(plan, papers=())
            proved.append(new)
        plans.append(plan)
    numbers = dict.fromkeys(line for old, _, _ in wanted for line in former(old))
    return together(*plans, Plan(papers=proof(proved, *numbers)))
