"""The deed tax (契税法): base, rate by date, area and number of homes, exemptions by business."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from desk.workflow.answers import ChargeLine
from desk.workflow.charges.figures import worked_out
from desk.workflow.facts import Facts, UnitFacts
from desk.workflow.readings.kinds import TRANSFERS, is_dwelling, text
from desk.workflow.readings.people import givers, same_people, takers
from forms.checks.area import format_area
from forms.checks.money import format_fen, parse_fen, round_half_up
from forms.clauses import Clause

LINE = "deed_tax"
_BODIES = frozenset({"6", "7"})
_ALWAYS_EXEMPT = {"LY017": "divorce", "LY018": "spouses"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The base of one unit, and how a common price was spread."""

    unit: UnitFacts
    base: int
    spread: tuple[Clause, ...]


def deed_tax(facts: Facts) -> Iterator[ChargeLine]:
    """Return the lines of the deed tax, one for each unit; none where the business bears none."""
    if not facts.item.tax:
        return
    exempt = _exemption(facts)
    base = _base(facts)
    if exempt:
        yield from _exempt(facts, exempt)
    elif base is None:
        if facts.item.act in TRANSFERS:
            basis = Clause(code="C-TAX-ASSESSED")
            yield _line(0, (basis,), facts.catalogue.taxes.standard_rate(facts.day).source)
    else:
        for part in _parts(facts, base):
            yield _taxed(facts, part)


def _exemption(facts: Facts) -> str | None:
    if facts.application.reason == "继承":
        return "statutory_heir"
    return _ALWAYS_EXEMPT.get(facts.item.code)


def _exempt(facts: Facts, code: str) -> Iterator[ChargeLine]:
    for reason in facts.catalogue.taxes.exemptions_on(facts.day):
        if reason.code == code:
            why = {"why_zh": reason.zh, "why_en": reason.en}
            yield _line(0, (Clause(code="C-TAX-EXEMPT", facts=why),), reason.source)


def _base(facts: Facts) -> int | None:
    """Return the price without VAT, in 分; at a conversion the one noticed, if none is new."""
    price = text(facts.application.fields.get("price"))
    if not price and facts.item.act == "notice_convert" and facts.acted_right:
        price = text(facts.acted_right.fields.get("price"))
    return parse_fen(price) if price and not _only_a_mortgage(facts) else None


def _only_a_mortgage(facts: Facts) -> bool:
    # The buyer owns already and only the pre-mortgage comes true: nothing is acquired.
    own = [unit.ownership for unit in facts.units if unit.ownership]
    return (
        facts.item.act == "notice_convert"
        and bool(own)
        and all(same_people(givers(facts), right.holders) for right in own)
        and facts.application.reason == "预抵押转抵押"
    )


def _parts(facts: Facts, base: int) -> Iterator[_Part]:
    # One price for several units is spread over them by floor area, the last takes the rest.
    areas = [unit.floor_area or unit.land_area or 1 for unit in facts.units]
    left = base
    for place, (unit, area) in enumerate(zip(facts.units, areas, strict=True), start=1):
        last = place == len(areas)
        part = left if last else round_half_up(Fraction(base * area, sum(areas)))
        left -= part
        yield _Part(unit=unit, base=part, spread=_spread(base, area, areas))


def _spread(total: int, area: int, areas: Sequence[int]) -> tuple[Clause, ...]:
    if len(areas) == 1:
        return ()
    told = {"total": format_fen(total), "area": format_area(area), "areas": format_area(sum(areas))}
    return (Clause(code="C-TAX-PART", facts=told),)


def _taxed(facts: Facts, part: _Part) -> ChargeLine:
    rate, why, source = _rate(facts, part.unit)
    return _line(
        round_half_up(part.base * rate), (*part.spread, *worked_out(part.base, rate, why)), source
    )


def _rate(facts: Facts, unit: UnitFacts) -> tuple[Fraction, Clause, str]:
    homes = _homes(facts)
    if homes is not None and unit.floor_area and is_dwelling(unit.usage, facts.catalogue):
        relief = facts.catalogue.taxes.relief(facts.day, homes, unit.floor_area)
        if relief:
            told: dict[str, str | int] = {"homes": homes, "area": format_area(unit.floor_area)}
            return relief.rate, Clause(code="C-TAX-RELIEF", facts=told), relief.source
    full = facts.catalogue.taxes.standard_rate(facts.day)
    return full.rate, Clause(code="C-TAX-FULL"), full.source


def _homes(facts: Facts) -> int | None:
    # The relief is for a person's purchase of a home, so the form must ask for it.
    asked = any(field.key == "dwelling_count" for field in facts.item.fields)
    homes = facts.application.fields.get("dwelling_count")
    person = all(taker.id_type not in _BODIES for taker in takers(facts))
    if facts.item.act == "notice_convert":
        person = True  # the bank is there for its mortgage, the buyer of a home is a person
    return homes if asked and person and isinstance(homes, int) else None


def _line(amount: int, basis: tuple[Clause, ...], source: str) -> ChargeLine:
    return ChargeLine(line=LINE, what="tax", amount=amount, basis=basis, source=source)
