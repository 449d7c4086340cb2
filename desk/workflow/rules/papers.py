"""Rules that are met by a paper, or by what the application itself states."""

from collections.abc import Iterator
from datetime import date

from desk.workflow.errors import Finding, Level
from desk.workflow.facts import EASEMENT, Facts, Stage, UnitFacts
from desk.workflow.readings.kinds import (
    is_dwelling,
    is_granted,
    is_leased,
    show,
    text,
    use_in_words,
)
from desk.workflow.readings.people import is_among, names, owners, same_people, takers
from desk.workflow.rules.asking import found, rule

_INHERITANCE = {"LY015": ("M20",), "LY016": ("M05", "M18", "M19", "M21")}
_FREE_OF_CHARGE = ("划拨", "作价出资", "授权经营")
_REBUILT = ("翻建", "改建", "扩建")
_TWO_LANDS = 2


def _missing(facts: Facts, *codes: str) -> str:
    return "、".join(
        f"{code} {facts.catalogue.materials[code].zh}"
        for code in codes
        if code not in facts.materials
    )


@rule("R16", Stage.ACCEPTANCE)
def only_on_a_dwelling(facts: Facts) -> Iterator[Finding]:
    """Refuse a right of habitation on anything but a dwelling (民法典 366)."""
    for unit in facts.units:
        if not is_dwelling(unit.usage, facts.catalogue):
            usage = use_in_words(unit.usage, facts.catalogue)
            yield found(facts, "R16", unit=show(unit.code), usage=usage)


@rule("R19", Stage.ACCEPTANCE)
def inheritance_papers(facts: Facts) -> Iterator[Finding]:
    """Refuse an inheritance that is not proved (细则 14)."""
    missing = _missing(facts, *_INHERITANCE.get(facts.item.code, ()))
    if missing:
        yield found(facts, "R19", missing=missing)


@rule("R30", Stage.REGISTRATION)
def old_paper_taken_back(facts: Facts) -> Iterator[Finding]:
    """Refuse the entry until the old certificate is handed in or announced void (细则 23)."""
    announced = facts.case is not None and facts.case.announced_at is not None
    if "M04" not in facts.materials and not announced:
        numbers = [u.ownership.number for u in facts.units if u.ownership and u.ownership.number]
        yield found(facts, "R30", numbers="、".join(numbers) or "—")


@rule("R31", Stage.ACCEPTANCE)
def easement_in_both_books(facts: Facts) -> Iterator[Finding]:
    """Refuse an easement on one book only, or moved without the land it serves (民法典 380)."""
    if facts.item.act == "easement_create":
        if len(set(facts.application.units)) < _TWO_LANDS:
            yield found(facts, "R31", unit=show(facts.application.units[0]))
        return
    for right in facts.acted[:1]:
        if same_people(takers(facts), right.holders):
            return
        lands = _lands(facts)
        landowners = [p for unit in lands for p in owners(unit)]
        # Whose land it serves is known only where both lands are named.
        if len(lands) == len(facts.acted) and not all(
            is_among(taker, landowners) for taker in takers(facts)
        ):
            yield found(facts, "R31", "alone", holders=names(takers(facts)))


def _lands(facts: Facts) -> tuple[UnitFacts, ...]:
    return tuple(unit for unit in facts.units if unit.live(EASEMENT))


@rule("R34", Stage.ACCEPTANCE)
def price_of_the_land(facts: Facts) -> Iterator[Finding]:
    """Refuse granted or leased land whose price is not shown to be paid (城市房地产管理法 39)."""
    paper = "M09" if facts.item.code == "LY002" else "M33"
    if paper not in facts.materials and any(_is_paid_for(facts, unit) for unit in facts.units):
        yield found(facts, "R34", missing=_missing(facts, paper))


def _is_paid_for(facts: Facts, unit: UnitFacts) -> bool:
    reason = facts.application.reason
    if any(word in reason for word in _FREE_OF_CHARGE) and "转出让" not in reason:
        return False
    if is_granted(reason) or is_leased(reason) or "转出让" in reason or "续期" in reason:
        return True
    nature = text(facts.application.fields.get("land_right_nature")) or unit.land_right_nature
    return is_granted(nature) or is_leased(nature)


@rule("R36", Stage.ACCEPTANCE)
def planned_and_finished(facts: Facts) -> Iterator[Finding]:
    """Refuse a building without planning and completion papers (细则 35)."""
    rebuilt = any(word in facts.application.reason for word in _REBUILT)
    missing = _missing(facts, "M10", "M11")
    if missing and (facts.item.act != "change_facts" or rebuilt):
        yield found(facts, "R36", missing=missing)


@rule("R38", Stage.ACCEPTANCE)
def within_the_village(facts: Facts) -> Iterator[Finding]:
    """Refuse a homestead to one from outside the collective, save an heir (土地管理法 62)."""
    member = facts.application.fields.get("member") is True
    if not member and "继承" not in facts.application.reason:
        yield found(facts, "R38", holders=names(takers(facts)))


@rule("R39", Stage.ACCEPTANCE)
def interest_shown(facts: Facts) -> Iterator[Finding]:
    """Refuse an objection without shown interest and the holder's refusal (民法典 220)."""
    if "M50" not in facts.materials:
        yield found(facts, "R39", missing=_missing(facts, "M50"))


@rule("R46", Stage.ACCEPTANCE)
def loss_statement(facts: Facts) -> Iterator[Finding]:
    """Refuse a re-issue before the loss statement stood for fifteen working days (细则 22)."""
    stated = text(facts.application.fields.get("statement_date"))
    if not stated:
        yield found(facts, "R46", "none")
        return
    days = int(facts.catalogue.rules["R46"].parameter("statement_days", facts.day))
    last = facts.calendar.add_working_days(date.fromisoformat(stated), days)
    if facts.day <= last:
        yield found(facts, "R46", stated=stated, until=last.isoformat())


@rule("R54", Stage.ACCEPTANCE, everywhere=True)
def all_papers(facts: Facts) -> Iterator[Finding]:
    """Tell of every paper that is missing, all at once; the centre says if it refuses (条例 17)."""
    needed = facts.item.materials_required
    if facts.application.of("agent"):
        needed = (*needed, "M03")
    missing = _missing(facts, *dict.fromkeys(needed))
    if missing and facts.papers_obligatory:
        yield found(facts, "R54", "obligatory", level=Level.BLOCK, missing=missing)
    elif missing:
        yield found(facts, "R54", missing=missing)
