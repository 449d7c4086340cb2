"""Effects on advance notices: entered, changed, turned into what they announced."""

from desk.workflow.application import Person
from desk.workflow.effects.mortgages import TERMS
from desk.workflow.effects.ownership import pass_on
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
from desk.workflow.facts import MORTGAGE, NOTICE, Facts, RightFacts, UnitFacts
from desk.workflow.readings.kinds import MORTGAGE_NOTICES
from desk.workflow.readings.people import is_among, same_people, takers
from desk.workflow.readings.succession import as_person, buyers, form_of

_FIELDS = ("price", *TERMS)
_KINDS = {"LY048": "1", "LY049": "3"}


def notice_create(facts: Facts, new_id: NewId) -> Plan:
    """Enter a notice on each unit with its proof; a pre-mortgage rests on a purchase."""
    people = tuple(as_person(person) for person in takers(facts))
    kind = _KINDS.get(facts.item.code) or facts.application.fields.get("notice_kind")
    fields = {"notice_kind": kind, **given(facts, *_FIELDS)}
    plans = []
    for unit in facts.units:
        subject = next((r.id for r in facts.acted if r.unit_code == unit.code), None)
        right = entry(
            facts,
            new_id,
            unit_code=unit.code,
            right_type=NOTICE,
            holders=people,
            co_ownership=facts.application.co_ownership or form_of(people),
            fields=fields,
            subject_id=subject or ownership_id(unit),
        )
        plans.append(Plan(rights=(right,), papers=proof([right])))
    return together(*plans)


def notice_change(facts: Facts, new_id: NewId) -> Plan:
    """Write the changed or assigned notice, with its old place in time."""
    people = tuple(as_person(person) for person in takers(facts))
    plans = []
    for old in facts.acted:
        new = follow(
            facts,
            new_id,
            old,
            holders=people,
            co_ownership=form_of(people),
            fields={**old.fields, **given(facts, *_FIELDS)},
        )
        plans.append(
            Plan(
                rights=(new,),
                closings=(close(facts, old, "change"),),
                papers=proof([new], *former(old)),
                paper_endings=end_paper(facts, old),
                holders_before=old.holders,
            )
        )
    return together(*plans)


def notice_convert(facts: Facts, new_id: NewId) -> Plan:
    """Enter the purchase and mortgage announced; the mortgage ranks from its notice."""
    return together(*(_converted(facts, new_id, unit) for unit in facts.units))


def _converted(facts: Facts, new_id: NewId, unit: UnitFacts) -> Plan:
    plan = Plan()
    if _buys(facts, unit):
        plan = pass_on(facts, new_id, unit)
    owner = plan.rights[0].id if plan.rights else ownership_id(unit)
    announced = [
        right
        for right in unit.live(NOTICE)
        if right.fields.get("notice_kind") in MORTGAGE_NOTICES and _is_wanted(facts, right)
    ]
    mortgages = [
        entry(
            facts,
            new_id,
            unit_code=unit.code,
            right_type=MORTGAGE,
            holders=notice.holders,
            co_ownership=notice.co_ownership,
            fields=_mortgage_fields(facts, notice),
            predecessor_id=notice.id,
            subject_id=owner,
            rank_at=notice.rank_at,
            rank_n=notice.rank_n,
        )
        for notice in announced
    ]
    return together(
        plan,
        Plan(
            rights=tuple(mortgages),
            closings=tuple(close(facts, notice, "converted") for notice in announced),
            papers=tuple(p for right in mortgages for p in proof([right])),
            paper_endings=tuple(e for notice in announced for e in end_paper(facts, notice)),
        ),
    )


def _buys(facts: Facts, unit: UnitFacts) -> bool:
    to: tuple[Person, ...] = buyers(facts, unit)
    return bool(to) and not (unit.ownership and same_people(to, unit.ownership.holders))


def _is_wanted(facts: Facts, notice: RightFacts) -> bool:
    # With the purchase every pre-mortgage on the unit comes true; alone only the one named.
    named = any(right.id == notice.id for right in facts.acted)
    purchase = any(right.fields.get("notice_kind") not in MORTGAGE_NOTICES for right in facts.acted)
    return named or purchase or any(is_among(holder, takers(facts)) for holder in notice.holders)


def _mortgage_fields(facts: Facts, notice: RightFacts) -> dict[str, object]:
    kept = {key: notice.fields[key] for key in TERMS if key in notice.fields}
    asked = given(facts, "amount", "from", "to")
    return {"mortgage_kind": "general", "transfer_restricted": False, **kept, **asked}
