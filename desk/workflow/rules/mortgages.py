"""Rules about mortgages: who may give one, on what, in which rank, until when."""

from collections.abc import Iterator

from desk.workflow.application import Person
from desk.workflow.errors import Finding, Level
from desk.workflow.facts import MORTGAGE, NOTICE, Facts, RightFacts, Stage, UnitFacts
from desk.workflow.readings.kinds import (
    PURCHASE_NOTICES,
    is_allocated,
    is_granted,
    is_public_benefit,
    show,
    text,
    use_in_words,
)
from desk.workflow.readings.people import givers, is_among, names, owners
from desk.workflow.rules.asking import found, rule

LAND_OWNERSHIP = {"1", "2"}
HOMESTEAD = {"5", "6"}


@rule("R22", Stage.ACCEPTANCE)
def mortgagor_has_the_right(facts: Facts) -> Iterator[Finding]:
    """Refuse a mortgage by one who has no registered right to give (民法典 395, 402)."""
    if facts.item.act == "notice_create":
        yield from _mortgagor_of_notice(facts)
        return
    registered = {unit.code: _mortgagors(facts, unit) for unit in facts.units}
    known = [holders for holders in registered.values() if holders is not None]
    everybody = tuple(person for holders in known for person in holders)
    for code, holders in registered.items():
        if holders is None:
            continue  # without a live right R02 has spoken
        if not _gives(facts, holders) or not _all_give(facts, everybody):
            yield found(
                facts,
                "R22",
                unit=show(code),
                obligors=names(givers(facts)) or "—",
                registered=names(holders) or "—",
            )


def _mortgagors(facts: Facts, unit: UnitFacts) -> tuple[Person, ...] | None:
    if unit.ownership:
        return unit.ownership.holders
    if facts.item.act == "mortgage_convert":
        return ()  # the finished building must have been registered first
    land = facts.parcels.get(unit.parcel)
    return owners(land) if land and land.ownership and facts.item.code == "LY042" else None


def _gives(facts: Facts, holders: tuple[Person, ...]) -> bool:
    return any(is_among(giver, holders) for giver in givers(facts))


def _all_give(facts: Facts, holders: tuple[Person, ...]) -> bool:
    return bool(givers(facts)) and all(is_among(giver, holders) for giver in givers(facts))


def _mortgagor_of_notice(facts: Facts) -> Iterator[Finding]:
    notices = facts.acted or tuple(r for unit in facts.units for r in unit.live(NOTICE))
    bought = [
        r
        for r in notices
        if r.live and r.type == NOTICE and r.fields.get("notice_kind") in PURCHASE_NOTICES
    ]
    if not any(_all_give(facts, notice.holders) for notice in bought):
        yield found(
            facts,
            "R22",
            "notice",
            obligors=names(givers(facts)) or "—",
            registered=names(p for notice in bought for p in notice.holders) or "—",
        )


@rule("R23", Stage.ACCEPTANCE)
def not_to_be_mortgaged(facts: Facts) -> Iterator[Finding]:
    """Refuse land ownership, homesteads and public-benefit facilities (民法典 399)."""
    for unit in facts.units:
        right = unit.ownership
        if right and right.type in LAND_OWNERSHIP | HOMESTEAD:
            yield found(
                facts,
                "R23",
                unit=show(unit.code),
                what=facts.catalogue.codes["right_type"].zh(right.type),
            )
        elif is_public_benefit(unit.usage, facts.catalogue):
            yield found(
                facts,
                "R23",
                unit=show(unit.code),
                what=use_in_words(unit.usage, facts.catalogue),
            )


@rule("R24", Stage.REGISTRATION)
def rank_behind_others(facts: Facts) -> Iterator[Finding]:
    """Warn of the ranks: a new mortgage comes last, a change harms no other (民法典 409)."""
    own = {right.id for right in facts.acted}
    for unit in facts.units:
        others = [right for right in unit.live(MORTGAGE) if right.id not in own]
        if others and facts.item.act == "mortgage_create":
            last = others[-1]
            yield found(
                facts,
                "R24",
                unit=show(unit.code),
                holder=names(last.holders),
                number=last.number or "—",
                rank=len(others) + 1,
            )
        elif others and "M36" not in facts.materials:
            yield found(
                facts,
                "R24",
                "change",
                unit=show(unit.code),
                holders=names(p for right in others for p in right.holders),
            )


@rule("R25", Stage.ACCEPTANCE)
def maximum_amount(facts: Facts) -> Iterator[Finding]:
    """Refuse a maximum mortgage without a period, or moved before it is fixed (民法典 421)."""
    act = facts.item.act
    if act == "mortgage_create":
        missing = [key for key in ("amount", "from", "to") if not facts.application.fields.get(key)]
        if missing:
            yield found(facts, "R25", "period", at=missing[0])
    for right in facts.acted:
        if act == "mortgage_transfer" and is_open_maximum(right):
            yield found(facts, "R25", number=right.number or "—", holder=names(right.holders))
        if act == "mortgage_crystallise" and right.live and not is_open_maximum(right):
            yield found(facts, "R25", "settled", number=right.number or "—")


def is_open_maximum(right: RightFacts) -> bool:
    """Tell whether a mortgage secures a maximum amount whose claims are still open."""
    return (
        right.fields.get("mortgage_kind") == "maximum"
        and right.fields.get("crystallised") is not True
    )


@rule("R26", Stage.ACCEPTANCE)
def building_under_construction(facts: Facts) -> Iterator[Finding]:
    """Keep construction mortgages and pre-sold homes apart (担保制度解释 51, 细则 86)."""
    for unit in facts.units:
        if facts.item.act == "mortgage_create":
            for notice in unit.live(NOTICE):
                yield found(
                    facts,
                    "R26",
                    "noticed",
                    unit=show(unit.code),
                    holder=names(notice.holders),
                    number=notice.number or "—",
                )
        else:
            yield from _to_be_released(facts, unit)


def _to_be_released(facts: Facts, unit: UnitFacts) -> Iterator[Finding]:
    for mortgage in unit.live(MORTGAGE):
        if mortgage.fields.get("mortgage_kind") == "construction":
            yield found(
                facts,
                "R26",
                unit=show(unit.code),
                holder=names(mortgage.holders),
                number=mortgage.number or "—",
            )


@rule("R27", Stage.REGISTRATION)
def construction_mortgage_follows(facts: Facts) -> Iterator[Finding]:
    """Refuse the entry of a finished building that forgets its construction mortgage (细则 77)."""
    if "M61" in facts.materials:
        return
    for mortgage in construction_mortgages(facts):
        yield found(facts, "R27", holder=names(mortgage.holders), number=mortgage.number or "—")


def construction_mortgages(facts: Facts) -> tuple[RightFacts, ...]:
    """Return the live construction mortgages on the units and on the land they stand on."""
    if facts.item.act == "mortgage_convert":
        return tuple(right for right in facts.acted if right.live)
    land = {
        facts.parcels[u.parcel].code: facts.parcels[u.parcel]
        for u in facts.units
        if u.parcel in facts.parcels
    }
    places = {unit.code: unit for unit in facts.units} | land
    return tuple(
        right
        for place in places.values()
        for right in place.live(MORTGAGE)
        if right.fields.get("mortgage_kind") == "construction"
    )


@rule("R35", Stage.ACCEPTANCE)
def land_conditions(facts: Facts) -> Iterator[Finding]:
    """Warn of investment and approval that the transfer of land needs (城市房地产管理法 39, 40)."""
    for unit in facts.units:
        nature = unit.land_right_nature
        if facts.item.act == "transfer" and is_granted(nature):
            yield found(facts, "R35", "granted", unit=show(unit.code))
        elif is_allocated(nature):
            variant = "allocated" if facts.item.act == "transfer" else "mortgage"
            yield found(facts, "R35", variant, unit=show(unit.code), nature=text(nature))


@rule("R47", Stage.ACCEPTANCE, everywhere=True)
def longer_than_the_land(facts: Facts) -> Iterator[Finding]:
    """Warn of a mortgage or easement that outlives the right to the land (民法典 377)."""
    to = text(facts.application.fields.get("to"))
    if facts.item.act not in {"mortgage_create", "easement_create"} or not to:
        return
    for unit in facts.units:
        if unit.land_term_to and to > unit.land_term_to.isoformat():
            yield found(
                facts,
                "R47",
                "remaining",
                level=Level.WARN,
                unit=show(unit.code),
                to=to,
                until=unit.land_term_to.isoformat(),
            )
