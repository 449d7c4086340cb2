"""How a figure of tax comes about: base, rate, why that rate, and what was rounded."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from forms.checks.money import format_fen
from forms.clauses import Clause


def worked_out(base: int, rate: Fraction, why: Clause) -> Iterator[Clause]:
    """Yield the clauses of base times rate; rounding is told where there was any."""
    told = {"base": format_fen(base), "percent": f"{float(rate * 100):g}"}
    yield Clause(code="C-TAX", facts=told)
    yield why
    exact = base * rate
    if exact.denominator != 1:
        yuan = Decimal(exact.numerator) / Decimal(exact.denominator * 100)
        yield Clause(code="C-ROUNDED", facts={"exact": f"{yuan.normalize():f}"})
