"""Rules about advance notices and their conversion."""

from collections.abc import Iterator
from datetime import date, timedelta

from desk.workflow.errors import Finding
from desk.workflow.facts import NOTICE, Facts, RightFacts, Stage, UnitFacts
from desk.workflow.readings.kinds import MORTGAGE_NOTICES, show
from desk.workflow.readings.people import is_among, names, same_people, takers
from desk.workflow.readings.succession import buyers
from desk.workflow.rules.asking import found, rule
from desk.workflow.rules.lapse import local_day


@rule("R28", Stage.ACCEPTANCE)
def converted_in_time(facts: Facts) -> Iterator[Finding]:
    """Refuse a conversion by another buyer, for another unit, or after ninety days (民法典 221)."""
    for notice in facts.acted:
        if notice.live and notice.type == NOTICE:
            unit = next((u for u in facts.units if u.code == notice.unit_code), None)
            if unit is None:
                yield found(facts, "R28", "unit", unit=show(notice.unit_code))
            elif unit.ownership:
                yield from _late_or_other(facts, unit, unit.ownership, notice)


def _late_or_other(
    facts: Facts, unit: UnitFacts, ownership: RightFacts, notice: RightFacts
) -> Iterator[Finding]:
    last = last_day_to_convert(facts, ownership)
    if facts.day > last:
        yield found(
            facts, "R28", unit=show(unit.code), number=notice.number or "—", until=last.isoformat()
        )
    if not _is_its_holder(facts, unit, notice):
        yield found(
            facts,
            "R28",
            "buyer",
            unit=show(unit.code),
            holder=names(notice.holders),
            number=notice.number or "—",
        )


def last_day_to_convert(facts: Facts, ownership: RightFacts) -> date:
    """Return the ninetieth day after the obligor's right was registered."""
    days = facts.catalogue.rules["R28"].parameter("days_to_apply", facts.day)
    return local_day(ownership.registered_at) + timedelta(days=int(days))


def _is_its_holder(facts: Facts, unit: UnitFacts, notice: RightFacts) -> bool:
    if notice.fields.get("notice_kind") in MORTGAGE_NOTICES:
        return all(is_among(holder, takers(facts)) for holder in notice.holders)
    return same_people(buyers(facts, unit), notice.holders)
