"""Rules about what burdens a unit: mortgages, notices, objections, habitation, easements."""

from collections.abc import Iterator

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
from desk.workflow.readings.kinds import (
    MORTGAGE_NOTICES,
    NAMED_RIGHTS,
    PURCHASE_NOTICES,
    is_waiver,
    show,
)
from desk.workflow.readings.people import all_consent, givers, is_among, names, takers
from desk.workflow.rules.asking import found, rule


@rule("R04", Stage.ACCEPTANCE)
def restricted_transfer(facts: Facts) -> Iterator[Finding]:
    """Refuse a transfer against the mortgage's clause without the mortgagee (民法典 406)."""
    for unit in facts.units:
        for mortgage in unit.live(MORTGAGE):
            restricted = mortgage.fields.get("transfer_restricted") is True
            if restricted and not all_consent(facts, mortgage):
                yield found(facts, "R04", about=_says(mortgage))
            elif not restricted:
                yield found(facts, "R04", "follows", level=Level.INFO, about=_says(mortgage))


@rule("R05", Stage.ACCEPTANCE)
def noticed(facts: Facts) -> Iterator[Finding]:
    """Refuse a disposal past the holder of an advance notice without his consent (民法典 221)."""
    if "M36" in facts.materials:
        return
    for unit in facts.units:
        for notice in unit.live(NOTICE):
            if not _may_pass(facts, unit, notice):
                yield found(facts, "R05", about=_says(notice))


def _may_pass(facts: Facts, unit: UnitFacts, notice: RightFacts) -> bool:
    converted = facts.item.act == "notice_convert" and _is_converted(facts, notice)
    in_favour = all(is_among(taker, notice.holders) for taker in takers(facts))
    by_himself = all(is_among(holder, givers(facts)) for holder in notice.holders)
    return converted or in_favour or by_himself or _serves_the_buyer(facts, unit, notice)


def _is_converted(facts: Facts, notice: RightFacts) -> bool:
    return any(right.id == notice.id for right in facts.acted) or (
        notice.fields.get("notice_kind") in MORTGAGE_NOTICES
    )


def _serves_the_buyer(facts: Facts, unit: UnitFacts, notice: RightFacts) -> bool:
    # The pre-mortgage was given by the noticed buyer himself: his purchase is what it waits for.
    return (
        facts.item.act == "transfer"
        and notice.fields.get("notice_kind") in MORTGAGE_NOTICES
        and any(
            other.fields.get("notice_kind") in PURCHASE_NOTICES
            and all(is_among(taker, other.holders) for taker in takers(facts))
            for other in unit.live(NOTICE)
        )
    )


@rule("R06", Stage.ACCEPTANCE)
def disputed(facts: Facts) -> Iterator[Finding]:
    """Ask for the applicant's undertaking while an objection holds (细则 84)."""
    if facts.item.act == "cancel_ownership" and not is_waiver(facts):
        return
    for unit in facts.units:
        for objection in unit.live(OBJECTION):
            yield found(
                facts,
                "R06",
                matter=str(objection.fields.get("matter") or "—"),
                about=_says(objection),
            )


@rule("R17", Stage.ACCEPTANCE)
def inhabited(facts: Facts) -> Iterator[Finding]:
    """Ask whether the parties know of the right of habitation (民法典 369)."""
    for unit in facts.units:
        for habitation in unit.live(HABITATION):
            until = str(habitation.fields.get("to") or "—")
            yield found(facts, "R17", until=until, about=_says(habitation))


@rule("R21", Stage.ACCEPTANCE)
def waived_with_burdens(facts: Facts) -> Iterator[Finding]:
    """Refuse a waiver at the cost of others' rights without their consent (细则 28)."""
    for unit in facts.units:
        for burden in unit.live(MORTGAGE, EASEMENT, NOTICE, SEIZURE, HABITATION):
            if not is_waiver(facts):
                yield found(facts, "R21", "lost", level=Level.WARN, about=_says(burden))
            elif "M36" not in facts.materials:
                yield found(facts, "R21", about=_says(burden))


@rule("R37", Stage.ACCEPTANCE)
def divided_with_burdens(facts: Facts) -> Iterator[Finding]:
    """Refuse a split or merger of a burdened unit without consent (细则 37)."""
    if "M36" in facts.materials:
        return
    for unit in facts.units:
        for burden in unit.live(MORTGAGE, EASEMENT, HABITATION, NOTICE):
            yield found(facts, "R37", about=_says(burden))


def _says(right: RightFacts) -> dict[str, Fact]:
    holder = names(right.holders) or str(right.fields.get("authority") or "—")
    return {
        "unit": show(right.unit_code),
        "right": NAMED_RIGHTS.get(right.type, right.type),
        "holder": holder,
        "number": right.number or "—",
    }
