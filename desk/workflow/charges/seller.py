"""The seller's taxes, shown where the facts suffice; the tax office collects them, not the desk."""

from collections.abc import Iterator
from datetime import date

from desk.workflow.answers import ChargeLine
from desk.workflow.charges.figures import worked_out
from desk.workflow.facts import Facts, UnitFacts
from desk.workflow.readings.kinds import is_dwelling, text
from desk.workflow.readings.people import givers
from desk.workflow.rules.lapse import local_day
from forms.catalogue import TaxLine
from forms.checks.money import parse_fen, round_half_up
from forms.clauses import Clause

_SALES = frozenset({"LY012", "LY013"})
_BODIES = frozenset({"6", "7"})
_UNKNOWN_BASES = frozenset({"gain", "difference", "construction_cost", "none"})


def seller_taxes(facts: Facts) -> tuple[ChargeLine, ...]:
    """Return VAT, its surcharges and stamp duty of a sale; `what` is `other`, nothing is due here.

    Income tax and land appreciation tax need the seller's costs and are left to the tax office.
    """
    price = text(facts.application.fields.get("price"))
    if facts.item.code not in _SALES or len(facts.units) != 1 or not price:
        return ()
    return tuple(_lines(facts, facts.units[0], parse_fen(price)))


def _lines(facts: Facts, unit: UnitFacts, price: int) -> Iterator[ChargeLine]:
    chosen: dict[str, TaxLine] = {}
    for line in facts.catalogue.taxes.lines_on(facts.day):
        if _applies(facts, unit, line):
            best = chosen.get(line.tax)
            chosen[line.tax] = line if best is None or _detail(line) > _detail(best) else best
    vat = 0
    for line in sorted(chosen.values(), key=lambda each: each.base == "vat"):
        base = vat if line.base == "vat" else price
        if line.rate is None:
            continue
        amount = round_half_up(base * line.rate)
        vat = amount if line.tax == "vat" else vat
        why = Clause(code="C-TAX-OTHER", facts={"why_zh": line.zh, "why_en": line.en})
        basis = tuple(worked_out(base, line.rate, why))
        yield ChargeLine(
            line=line.key, what="other", amount=amount, basis=basis, source=line.source
        )


def _applies(facts: Facts, unit: UnitFacts, line: TaxLine) -> bool:
    if line.base in _UNKNOWN_BASES or line.tax == "income" or line.only_home is not None:
        return False
    home = is_dwelling(unit.usage, facts.catalogue)
    person = all(giver.id_type not in _BODIES for giver in givers(facts))
    return (
        line.home in {None, home} and line.individual in {None, person} and _held(facts, unit, line)
    )


def _held(facts: Facts, unit: UnitFacts, line: TaxLine) -> bool:
    if line.held_years_from is None and line.held_years_below is None:
        return True
    if unit.ownership is None:
        return False
    years = _full_years(local_day(unit.ownership.registered_at), facts.day)
    long_enough = line.held_years_from is None or years >= line.held_years_from
    short_enough = line.held_years_below is None or years < line.held_years_below
    return long_enough and short_enough


def _full_years(since: date, day: date) -> int:
    return day.year - since.year - ((day.month, day.day) < (since.month, since.day))


def _detail(line: TaxLine) -> int:
    conditions = (line.home, line.individual, line.held_years_from, line.held_years_below)
    return sum(condition is not None for condition in conditions)
