"""What a case costs: the registration fee and the deed tax, in 分, with how each came about."""

from collections.abc import Iterable

from desk.workflow.answers import ChargeLine
from desk.workflow.charges.deed_tax import deed_tax
from desk.workflow.charges.fee import registration_fee
from desk.workflow.charges.seller import seller_taxes
from desk.workflow.facts import Facts

__all__ = ["amounts", "seller_taxes", "work_out"]

FEE, DEED_TAX = "fee", "deed_tax"


def work_out(facts: Facts) -> tuple[ChargeLine, ...]:
    """Return every line of the fee and of the deed tax by the tables in force on the day."""
    return (*registration_fee(facts), *deed_tax(facts))


def amounts(lines: Iterable[ChargeLine]) -> dict[str, int]:
    """Return the sums that a slip shows: the whole fee, and each tax by its name."""
    sums = {FEE: 0, DEED_TAX: 0}
    for line in lines:
        key = FEE if line.what == FEE else line.line
        sums[key] = sums.get(key, 0) + line.amount
    return sums
