"""Effects on mortgages: set, changed, moved, crystallised, turned from the site to the homes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from desk.workflow.application import Person
from desk.workflow.effects.plan import NewRight, Plan
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
from desk.workflow.facts import MORTGAGE, Facts, RightFacts, UnitFacts
from desk.workflow.readings.people import givers, takers
from desk.workflow.readings.succession import as_person, form_of
from desk.workflow.rules.lapse import RANK_STEP, order_of_rank
from forms.checks.shares import format_share

TERMS = ("amount", "from", "to", "transfer_restricted", "contract_no", "contract_date", "matter")
_KINDS = {"LY041": "maximum", "LY042": "construction"}


def mortgage_create(facts: Facts, new_id: NewId) -> Plan:
    """Enter one mortgage on all units with one proof; it ranks by the instant of its entry."""
    group = new_id()
    people = tuple(as_person(person) for person in takers(facts))
    fields = {"mortgage_kind": _KINDS.get(facts.item.code, "general"), **given(facts, *TERMS)}
    fields.setdefault("transfer_restricted", False)
    shares = [giver.share for giver in givers(facts) if giver.share is not None]
    if shares:
        fields["share"] = format_share(sum(shares[1:], shares[0]))
    rights = [
        entry(
            facts,
            new_id,
            unit_code=unit.code,
            right_type=MORTGAGE,
            holders=people,
            co_ownership=form_of(people),
            fields=fields,
            group_id=group,
            subject_id=ownership_id(unit),
        )
        for unit in facts.units
    ]
    return Plan(rights=tuple(rights), papers=proof(rights))


def mortgage_change(facts: Facts, new_id: NewId) -> Plan:
    """Write the changed terms on every unit; the rank stays unless it is the change."""
    return together(_changed(facts, new_id, facts.acted, given(facts, *TERMS)))


def mortgage_transfer(facts: Facts, new_id: NewId) -> Plan:
    """Write the new creditor; claim and rank go over as they are (民法典 407)."""
    people = tuple(as_person(person) for person in takers(facts))
    return _changed(
        facts, new_id, facts.acted, given(facts, *TERMS), people=people, cause="transfer"
    )


def mortgage_crystallise(facts: Facts, new_id: NewId) -> Plan:
    """Write that the claims of a maximum mortgage are fixed, and their amount (民法典 423)."""
    fields = {**given(facts, "amount", "matter"), "crystallised": True}
    if "amount" in fields and facts.acted_right:
        # The maximum stays what it was: it bounds what the fixed claims may take.
        fields["most"] = facts.acted_right.fields.get("amount")
    return _changed(facts, new_id, facts.acted, fields)


def mortgage_convert(facts: Facts, new_id: NewId) -> Plan:
    """Turn a mortgage on the building site into one on the finished units, with its old rank."""
    subjects = {unit.code: unit.ownership.id for unit in facts.units if unit.ownership}
    return convert_to(facts, new_id, facts.acted, facts.units, subjects)


def convert_to(
    facts: Facts,
    new_id: NewId,
    mortgages: Sequence[RightFacts],
    units: Sequence[UnitFacts],
    subjects: Mapping[str, UUID],
) -> Plan:
    """Return the move of construction mortgages to finished units (细则 77)."""
    if not units:
        return Plan()
    plans = []
    for olds in _by_group(mortgages):
        old, group = olds[0], new_id()
        fields = {**old.fields, "mortgage_kind": "general", **given(facts, *TERMS)}
        rights = [
            entry(
                facts,
                new_id,
                unit_code=unit.code,
                right_type=MORTGAGE,
                holders=old.holders,
                co_ownership=old.co_ownership,
                fields=fields,
                group_id=group,
                predecessor_id=next((o.id for o in olds if o.unit_code == unit.code), old.id),
                subject_id=subjects.get(unit.code),
                rank_at=old.rank_at,
                rank_n=old.rank_n,
            )
            for unit in units
        ]
        closed = Plan(
            rights=tuple(rights),
            closings=tuple(close(facts, right, "converted") for right in olds),
            papers=proof(rights, *former(old)),
            paper_endings=tuple(e for right in olds for e in end_paper(facts, right)),
        )
        plans.append(closed)
    return together(*plans)


def _by_group(rights: Iterable[RightFacts]) -> list[list[RightFacts]]:
    groups: dict[UUID, list[RightFacts]] = {}
    for right in rights:
        groups.setdefault(right.group_id, []).append(right)
    return list(groups.values())


def _changed(
    facts: Facts,
    new_id: NewId,
    olds: Sequence[RightFacts],
    terms: Mapping[str, object],
    *,
    people: tuple[Person, ...] | None = None,
    cause: str = "change",
) -> Plan:
    rights: list[NewRight] = []
    for old in olds:
        rank_at, rank_n = _wanted_rank(facts, old)
        rights.append(
            follow(
                facts,
                new_id,
                old,
                holders=people,
                co_ownership=form_of(people) if people else None,
                fields={**old.fields, **terms},
                rank_at=rank_at,
                rank_n=rank_n,
            )
        )
    numbers = dict.fromkeys(line for old in olds for line in former(old))
    return Plan(
        rights=tuple(rights),
        closings=tuple(close(facts, old, cause) for old in olds),
        papers=proof(rights, *numbers),
        paper_endings=tuple(e for old in olds for e in end_paper(facts, old)),
        holders_before=olds[0].holders if olds else (),
    )


def _wanted_rank(facts: Facts, old: RightFacts) -> tuple[datetime, int]:
    wanted = facts.application.fields.get("rank")
    unit = next((u for u in facts.units if u.code == old.unit_code), None)
    if not isinstance(wanted, int) or unit is None or facts.item.act != "mortgage_change":
        return old.rank_at, old.rank_n
    line = sorted(unit.live(MORTGAGE), key=order_of_rank)
    others = [right for right in line if right.id != old.id]
    place = min(wanted, len(line)) - 1
    if line[place].id == old.id:
        return old.rank_at, old.rank_n
    return _between(others[place - 1] if place else None, next(iter(others[place:]), None))


def _between(before: RightFacts | None, behind: RightFacts | None) -> tuple[datetime, int]:
    """Return a rank behind one mortgage and before another; at least one of them is there.

    It takes the instant of its neighbour. Steps are wide, so that there is room for more between
    them, and never equal: an entry that is written again must not fall behind its equal.
    """
    if before is None and behind is not None:
        return behind.rank_at, behind.rank_n - RANK_STEP
    if before is None:
        raise LookupError("a mortgage that has no neighbour has no other rank")
    if behind is None or behind.rank_at != before.rank_at:
        return before.rank_at, before.rank_n + RANK_STEP
    return before.rank_at, (before.rank_n + behind.rank_n) // 2
