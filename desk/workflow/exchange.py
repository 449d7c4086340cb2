"""What other offices say by exchange: the contract that was filed, and the state of its taxes."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from desk.workflow.application import Person

FAR = Fraction(1, 10)  # of the assessed value, from which a price has to be explained


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledContract:
    """A contract as the trading system filed it; amounts in 分."""

    number: str
    unit: str
    signed: date
    price: int
    payment: str  # a code of contract_payment
    sellers: tuple[Person, ...]
    buyers: tuple[Person, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxState:
    """What the tax office says of a contract; amounts in 分."""

    assessed: int
    deed_tax: int
    voucher: str = ""

    @property
    def paid(self) -> bool:
        """Tell whether the tax was paid: only then there is a voucher."""
        return bool(self.voucher)


def percent_off(price: int, assessed: int) -> int:
    """Return by how many percent a price differs from the assessed value, away from zero."""
    return -(-abs(price - assessed) * 100 // assessed)


def is_far_off(price: int, assessed: int) -> bool:
    """Tell whether a price differs so much that it has to be explained."""
    return abs(price - assessed) > assessed * FAR
