"""Rules about seizures: what they stop, how they wait, who may end them."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from desk.workflow.errors import Fact, Finding, Level
from desk.workflow.facts import NOTICE, SEIZURE, Facts, OpenCase, RightFacts, Stage, UnitFacts
from desk.workflow.readings.kinds import show, text
from desk.workflow.readings.people import is_among, owners
from desk.workflow.rules.asking import found, rule

SERVED_PAPERS = ("M22", "M23", "M24")
Counts = Callable[[datetime], bool]  # whether an order served at an instant counts


@rule("R03", Stage.ACCEPTANCE)
def seized(facts: Facts) -> Iterator[Finding]:
    """Refuse to dispose of what is seized, or whose land is (城市房地产管理法 38)."""
    since = facts.case.accepted_at if facts.case else None
    yield from _stopped(facts, "R03", lambda served: since is None or served <= since)


@rule("R20", Stage.REGISTRATION, everywhere=True)
def seized_meanwhile(facts: Facts) -> Iterator[Finding]:
    """Refuse the entry when an order was served before it (查封规定 23)."""
    if "R03" in facts.item.rules:
        yield from _stopped(facts, "R20", lambda served: True)


def _stopped(facts: Facts, code: str, counts: Counts) -> Iterator[Finding]:
    for unit in facts.units:
        for place in (unit, *_land_of(facts, unit)):
            yield from _orders_on(facts, code, place, counts, on_land=place is not unit)


def _orders_on(
    facts: Facts, code: str, place: UnitFacts, counts: Counts, *, on_land: bool
) -> Iterator[Finding]:
    seizure = place.seizure
    if seizure and counts(seizure.rank_at):
        yield found(facts, code, "parcel" if on_land else None, about=_says(seizure))
    elif order := _pending(facts, place, counts):
        yield found(facts, code, "pending", unit=show(place.code), number=order.case_no or "—")


def _pending(facts: Facts, place: UnitFacts, counts: Counts) -> OpenCase | None:
    # An order counts from the minute it is served, though its entry is still under way.
    return next(
        (
            case
            for case in place.open_cases
            if facts.catalogue.items[case.item].act == "seize" and counts(case.accepted_at)
        ),
        None,
    )


def _land_of(facts: Facts, unit: UnitFacts) -> tuple[UnitFacts, ...]:
    land = facts.parcels.get(unit.parcel)
    if land is None or land.code == unit.code:
        return ()
    other_owner = (
        unit.ownership
        and land.ownership
        and not any(is_among(holder, owners(land)) for holder in owners(unit))
    )
    return () if other_owner else (land,)


def _says(seizure: RightFacts) -> dict[str, Fact]:
    return {
        "unit": show(seizure.unit_code),
        "authority": text(seizure.fields.get("authority")),
        "document": text(seizure.fields.get("document_no")),
        "until": text(seizure.fields.get("to")),
    }


@rule("R20", Stage.ACCEPTANCE, Stage.REGISTRATION)
def transfer_of_what_another_seized(facts: Facts) -> Iterator[Finding]:
    """Warn of a court's transfer of what another organ seized: suggest a review, go on."""
    if facts.item.act != "transfer_by_court":
        return
    for unit in facts.units:
        seizure = unit.seizure
        if seizure and not is_of(seizure, organ(facts)):
            yield found(facts, "R20", "other", level=Level.WARN, about=_says(seizure))


@rule("R41", Stage.ACCEPTANCE)
def served_papers(facts: Facts) -> Iterator[Finding]:
    """Refuse an order without ruling, notice to assist and officers' cards (法发〔2004〕5号)."""
    missing = [code for code in SERVED_PAPERS if code not in facts.materials]
    if missing:
        yield found(facts, "R41", missing="、".join(missing))


@rule("R41", Stage.ACCEPTANCE)
def debtor_is_not_the_owner(facts: Facts) -> Iterator[Finding]:
    """Suggest a review where the debtor named is not the owner; the merits are not examined."""
    debtors = facts.application.of("obligor")
    for unit in facts.units:
        if debtors and unit.ownership and not any(is_among(d, owners(unit)) for d in debtors):
            yield found(facts, "R41", "review", level=Level.WARN, unit=show(unit.code))


@rule("R42", Stage.REGISTRATION)
def waits_behind(facts: Facts) -> Iterator[Finding]:
    """Tell the organ that its order waits, or takes hold of a right still to come."""
    for unit in facts.units:
        waiting = unit.live(SEIZURE)
        if waiting and facts.application.reason != "续封":
            yield found(facts, "R42", place=len(waiting), about=_says(waiting[0]))
        elif unit.ownership is None and unit.live(NOTICE):
            yield found(facts, "R42", "before", unit=show(unit.code))


@rule("R43", Stage.ACCEPTANCE)
def longer_than_allowed(facts: Facts) -> Iterator[Finding]:
    """Warn of an order longer than the law allows (民诉法解释 485)."""
    first, last = (text(facts.application.fields.get(key)) for key in ("from", "to"))
    years = facts.catalogue.rules["R43"].parameter("most_years", facts.day)
    if first and last and date.fromisoformat(last) > _years_on(first, int(years)):
        yield found(facts, "R43", "long", level=Level.WARN, until=last, years=int(years))


def _years_on(first: str, years: int) -> date:
    day = date.fromisoformat(first)
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


@rule("R44", Stage.ACCEPTANCE)
def released_by_its_organ(facts: Facts) -> Iterator[Finding]:
    """Refuse a release by anyone but the organ that seized, or one above it (查封规定 28)."""
    if facts.item.act != "release":
        return
    by = organ(facts)
    for right in facts.acted:
        if right.type != SEIZURE or not right.live:
            yield found(facts, "R44", "none", authority=by)
        elif not is_of(right, by):
            yield found(facts, "R44", released_by=by, about=_says(right))
    if awaits_entry(facts) or not (facts.application.right or released(facts)):
        yield found(facts, "R44", "none", authority=by)


def awaits_entry(facts: Facts) -> bool:
    """Tell whether a release names an order that has been served but is not entered yet."""
    named = facts.item.act == "release" and facts.application.right and not facts.acted
    return bool(named) and any(_pending(facts, unit, lambda served: True) for unit in facts.units)


def organ(facts: Facts) -> str:
    """Return the organ whose order this is."""
    named = text(facts.application.fields.get("authority"))
    parties = facts.application.of("organ")
    return named or (parties[0].name if parties else "")


def released(facts: Facts) -> tuple[RightFacts, ...]:
    """Return the seizures that an order of release ends: the one named, else all of the organ."""
    if facts.acted:
        return tuple(r for r in facts.acted if any(r.unit_code == u.code for u in facts.units))
    return tuple(
        right for unit in facts.units for right in unit.live(SEIZURE) if is_of(right, organ(facts))
    )


def is_of(seizure: RightFacts, name: str) -> bool:
    """Tell whether a seizure belongs to an organ, or to a court below it."""
    authority = text(seizure.fields.get("authority")).strip()
    return bool(name) and (authority == name.strip() or _is_above(name.strip(), authority))


def _is_above(upper: str, lower: str) -> bool:
    if not lower.endswith("人民法院") or upper == lower:
        return False
    if upper == "最高人民法院":
        return True
    for level, below in (("高级人民法院", ("最高",)), ("中级人民法院", ("最高", "高级", "中级"))):
        if upper.endswith(level) and not any(word in lower for word in below):
            return level == "高级人民法院" or lower.startswith(upper.removesuffix(level))
    return False
