"""The registration fee: class by day and business, pieces, further copies (2559号, 79号, 45号)."""

from collections import Counter
from collections.abc import Iterator

from desk.workflow.answers import ChargeLine
from desk.workflow.effects.writing import copies, paper_kind
from desk.workflow.facts import Facts
from desk.workflow.readings.kinds import is_common_part, is_dwelling, is_garage, text
from desk.workflow.readings.new_units import new_units
from forms.catalogue import FeeAmount, FeeClass
from forms.charges import FeeKind
from forms.checks.money import format_fen
from forms.clauses import Clause


def registration_fee(facts: Facts) -> Iterator[ChargeLine]:
    """Return the lines of the fee; one of 0 with the reason where nothing is charged."""
    fee_class = _fee_class(facts)
    pieces = Counter(_kinds_of_pieces(facts, fee_class))
    lines = [
        line for kind, count in pieces.items() for line in _pieces(facts, fee_class, kind, count)
    ]
    lines += _copies(facts, fee_class)
    if not lines:
        why = {"why_zh": fee_class.zh, "why_en": fee_class.en}
        free = Clause(code="C-FREE", facts=why)
        lines = [_line("fee", 0, free, facts.catalogue.fees.source)]
    yield from lines


def _fee_class(facts: Facts) -> FeeClass:
    code = facts.item.fee_class_on(facts.day, facts.application.reason)
    return facts.catalogue.fees.classes[code]


def _pieces(facts: Facts, fee_class: FeeClass, kind: FeeKind, count: int) -> list[ChargeLine]:
    rate = fee_class.amount(kind, facts.day)
    if rate is None:
        return []
    basis = Clause(code=f"C-FEE.{kind}", facts={"rate": format_fen(rate.fen), "pieces": count})
    return [_line("fee", rate.fen * count, basis, rate.source)]


def _copies(facts: Facts, fee_class: FeeClass) -> list[ChargeLine]:
    rate = fee_class.amount("copy", facts.day)
    each = copies(facts) - (1 if fee_class.first_copy_free else 0)
    count = each * len(_usages(facts)) if _makes_certificates(facts) else 0
    if rate is None or count < 1:
        return []
    basis = Clause(code="C-COPIES", facts={"rate": format_fen(rate.fen), "count": count})
    return [_line("copies", rate.fen * count, basis, rate.source)]


def _makes_certificates(facts: Facts) -> bool:
    if facts.item.output == "same":
        right = facts.acted_right
        return right is None or paper_kind(right.type) == "certificate"
    return facts.item.output in {"certificate", "both"}


def _kinds_of_pieces(facts: Facts, fee_class: FeeClass) -> Iterator[FeeKind]:
    if facts.item.act.startswith("mortgage"):
        # Units of one parcel that secure one debt are one piece, at the rate of the dearest.
        for parcel in dict.fromkeys(unit.parcel for unit in facts.units):
            kinds = [_kind(facts, u.usage) for u in facts.units if u.parcel == parcel]
            yield max(kinds, key=lambda kind: _fen(fee_class.amount(kind, facts.day)))
    else:
        for usage in _usages(facts):
            yield _kind(facts, usage)


def _usages(facts: Facts) -> list[str]:
    if facts.item.act == "split_merge":
        return [text(row.get("usage")) for row in new_units(facts.application)]
    return [
        unit.usage
        for unit in facts.units
        if facts.item.act != "first_project" or not is_common_part(unit, facts.catalogue)
    ]


def _kind(facts: Facts, usage: str) -> FeeKind:
    if is_garage(usage):
        return "garage"
    return "house" if is_dwelling(usage, facts.catalogue) else "nonhouse"


def _fen(amount: FeeAmount | None) -> int:
    return amount.fen if amount else 0


def _line(line: str, amount: int, basis: Clause, source: str) -> ChargeLine:
    return ChargeLine(line=line, what="fee", amount=amount, basis=(basis,), source=source)
