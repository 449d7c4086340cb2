"""The exchange with trading and tax: simulated for rehearsals, else both are keyed by hand."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TypeVar

from desk.workflow.exchange import FiledContract, TaxState
from desk.workflow.reader import Reader


class ExchangeDown(Exception):
    """The other office cannot be reached: what it would say is keyed by hand."""


AGAIN = 5_000  # ms between two questions to a tax office that has not answered
Found = TypeVar("Found")


def or_down(ask: Callable[[], Found]) -> Found | ExchangeDown:
    """Return what an exchange said, or that it could not be reached: the windows read both."""
    try:
        return ask()
    except ExchangeDown as down:
        return down


class Exchange(Protocol):
    """Asks other offices; may take long, so never on the thread of the windows."""

    def contract(self, number: str) -> FiledContract | None:
        """Return a filed contract; None where nobody knows the number."""

    def tax(self, contract: FiledContract) -> TaxState | None:
        """Return the state of its taxes; None while the tax office has not answered."""


class NoExchange:
    """Nothing is connected: contract and taxes are keyed by hand."""

    def contract(self, number: str) -> FiledContract | None:
        """There is nobody to ask."""
        raise ExchangeDown(number)

    def tax(self, contract: FiledContract) -> TaxState | None:
        """There is nobody to ask."""
        raise ExchangeDown(contract.number)


Ask = Callable[[Callable[[Reader, datetime], FiledContract | None]], FiledContract | None]


class SimulatedExchange:
    """Answers from the data of the demonstration centre; the tax office may keep it waiting."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self.is_there = True
        self.tax_answers = True

    def contract(self, number: str) -> FiledContract | None:
        """Return the contract of a house of the demonstration."""
        if not self.is_there:
            raise ExchangeDown(number)
        from desk.workflow.demo.contracts import filed_contract  # which no start has to wait for

        return self._ask(lambda reader, now: filed_contract(reader, number, now))

    def tax(self, contract: FiledContract) -> TaxState | None:
        """Return its taxes, unless the answer is still to come."""
        if not self.is_there:
            raise ExchangeDown(contract.number)
        from desk.workflow.demo.contracts import tax_state

        return tax_state(contract) if self.tax_answers else None
