"""Effects that end something: cancelled rights, lost buildings, released seizures; and seizures."""

from uuid import UUID

from desk.workflow.effects.plan import NewRight, Plan, UnitEnding
from desk.workflow.effects.writing import (
    NewId,
    acted_here,
    close,
    end_paper,
    entry,
    follow,
    given,
    owned,
    ownership_id,
    together,
)
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
from desk.workflow.rules.seizures import is_of, organ, released

_ENDS_WITH_IT = (MORTGAGE, EASEMENT, HABITATION, NOTICE, OBJECTION)
_ORDER_FIELDS = ("authority", "document_no", "from", "to", "matter")
_RENEWAL = "续封"


def cancel(facts: Facts, new_id: NewId) -> Plan:
    """Close a right on the units named, all or some of them, and take its proof back."""
    ended = acted_here(facts)
    whole = len(ended) == len(facts.acted)  # else the proof still proves what is left
    return Plan(
        closings=tuple(close(facts, right, "cancelled") for right in ended),
        paper_endings=tuple(e for right in ended if whole for e in end_paper(facts, right)),
    )


def cancel_ownership(facts: Facts, new_id: NewId) -> Plan:
    """Close the ownership and what rested on it; a lost building's unit ends with it (细则 28)."""
    return together(*(_lost(facts, unit) for unit in facts.units))


def _lost(facts: Facts, unit: UnitFacts) -> Plan:
    old = owned(unit)
    rested = unit.live(*_ENDS_WITH_IT)
    gone = "灭失" in facts.application.reason and unit.kind != "land"
    return Plan(
        closings=(
            close(facts, old, "cancelled"),
            *(close(facts, right, "extinguished") for right in rested),
        ),
        unit_endings=(UnitEnding(code=unit.code, cause="cancelled"),) if gone else (),
        paper_endings=tuple(e for right in (old, *rested) for e in end_paper(facts, right)),
        holders_before=old.holders,
    )


def seize(facts: Facts, new_id: NewId) -> Plan:
    """Enter an order on each unit as it was served, or renew it in its place (查封规定 26)."""
    group = new_id()
    plans = []
    for unit in facts.units:
        renewed = _renewed(facts, unit)
        if renewed:
            fields = {**renewed.fields, **given(facts, *_ORDER_FIELDS), "seizure_kind": "5"}
            right = follow(facts, new_id, renewed, fields=fields)
            plans.append(Plan(rights=(right,), closings=(close(facts, renewed, "renewed"),)))
        else:
            plans.append(Plan(rights=(_order(facts, new_id, unit, group_id=group),)))
    return together(*plans)


def release(facts: Facts, new_id: NewId) -> Plan:
    """Close the seizure named, else all of the organ; the first that waits is in force by rank."""
    return Plan(closings=tuple(close(facts, right, "released") for right in released(facts)))


def _renewed(facts: Facts, unit: UnitFacts) -> RightFacts | None:
    if _RENEWAL not in facts.application.reason:
        return None
    named = {right.id for right in facts.acted}
    return next(
        (
            right
            for right in unit.live(SEIZURE)
            if right.id in named or (not named and is_of(right, organ(facts)))
        ),
        None,
    )


def _order(facts: Facts, new_id: NewId, unit: UnitFacts, *, group_id: UUID) -> NewRight:
    served = facts.case.accepted_at if facts.case else None
    return entry(
        facts,
        new_id,
        unit_code=unit.code,
        right_type=SEIZURE,
        holders=(),
        fields={**given(facts, *_ORDER_FIELDS), "seizure_kind": _kind(unit)},
        group_id=group_id,
        subject_id=ownership_id(unit),
        rank_at=served or facts.now,
    )


def _kind(unit: UnitFacts) -> str:
    waits = bool(unit.live(SEIZURE))
    before_title = unit.ownership is None and bool(unit.live(NOTICE))
    return {(False, False): "1", (True, False): "2", (False, True): "3", (True, True): "4"}[
        waits, before_title
    ]
