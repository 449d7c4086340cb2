"""Effects on ownership and use: transfers of the whole or a share, by contract, death or court."""

from desk.workflow.effects.plan import Plan
from desk.workflow.effects.writing import (
    NewId,
    close,
    end_paper,
    entry,
    former,
    owned,
    ownership_fields,
    papers,
    together,
)
from desk.workflow.facts import NOTICE, SEIZURE, Facts, RightFacts, UnitFacts
from desk.workflow.readings.kinds import PURCHASE_NOTICES
from desk.workflow.readings.people import is_among
from desk.workflow.readings.succession import successors
from desk.workflow.rules.seizures import is_of, organ


def transfer(facts: Facts, new_id: NewId) -> Plan:
    """Close the old ownership of each unit and enter the new; burdens stay on the unit."""
    return together(*(pass_on(facts, new_id, unit) for unit in facts.units))


def pass_on(facts: Facts, new_id: NewId, unit: UnitFacts) -> Plan:
    """Return the transfer of one unit, with a certificate of its own."""
    old = owned(unit)
    to = successors(facts, unit)
    new = entry(
        facts,
        new_id,
        unit_code=unit.code,
        right_type=old.type,
        holders=to.holders,
        co_ownership=to.co_ownership,
        fields=ownership_fields(facts),
        predecessor_id=old.id,
    )
    fulfilled = [
        notice
        for notice in unit.live(NOTICE)
        if notice.fields.get("notice_kind") in PURCHASE_NOTICES
        and all(is_among(holder, to.holders) for holder in notice.holders)
    ]
    return Plan(
        rights=(new,),
        closings=(
            close(facts, old, "transfer"),
            *(close(facts, notice, "converted") for notice in fulfilled),
        ),
        papers=papers(facts, new, *former(old)),
        paper_endings=(
            *end_paper(facts, old),
            *(ending for notice in fulfilled for ending in end_paper(facts, notice)),
        ),
        holders_before=old.holders,
    )


def transfer_by_court(facts: Facts, new_id: NewId) -> Plan:
    """Transfer by order of a court; the seizures that it disposes of end with it (查封规定 26)."""
    ended = [
        close(facts, seizure, cause)
        for unit in facts.units
        for seizure, cause in _ended_seizures(facts, unit)
    ]
    return together(transfer(facts, new_id), Plan(closings=tuple(ended)))


def _ended_seizures(facts: Facts, unit: UnitFacts) -> list[tuple[RightFacts, str]]:
    seizures = unit.live(SEIZURE)
    if seizures and is_of(seizures[0], organ(facts)):
        # The court that seized first has disposed of the whole: its own ends, those waiting lapse.
        return [(seizures[0], "disposed"), *((waiting, "lapsed") for waiting in seizures[1:])]
    served = facts.case.accepted_at if facts.case else None
    return [(s, "outranked") for s in seizures if served is not None and s.rank_at > served]
