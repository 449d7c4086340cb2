"""Paying by scanning a code: an order is made once under its number, then only asked about."""

from enum import StrEnum
from typing import Protocol

from desk.windows.devices.device import DeviceError


class Paying(StrEnum):
    """What has become of an order."""

    OPEN = "open"
    PAID = "paid"
    CLOSED = "closed"  # nobody can pay it any more


class PaymentChannel(Protocol):
    """Takes payments for the centre; the same number is the same order, however often sent."""

    def order(self, number: str, fen: int) -> str:
        """Make an order, or find it again; return what its code says, or DeviceError."""

    def ask(self, number: str) -> Paying:
        """Say what has become of an order; DeviceError E-PAY-003 where that is not known."""

    def close(self, number: str) -> Paying:
        """Close an order that is not paid; a paid one stays paid. DeviceError as above."""


class NoChannel:
    """A workplace without a channel: money is taken by hand."""

    def order(self, number: str, fen: int) -> str:
        """There is none."""
        raise DeviceError("E-PAY-001")

    def ask(self, number: str) -> Paying:
        """No order was ever made here."""
        return Paying.CLOSED

    def close(self, number: str) -> Paying:
        """No order was ever made here."""
        return Paying.CLOSED


class SimulatedChannel:
    """Pays by itself at the second question, for training; a test says when, and breaks the line.

    `taken` is what payers were charged, an entry a payment.
    """

    def __init__(self, pays_at: int | None = 2) -> None:
        self.pays_at = pays_at
        self.is_there = True
        self.taken: list[tuple[str, int]] = []
        self._orders: dict[str, tuple[int, Paying]] = {}
        self._asked: dict[str, int] = {}

    def order(self, number: str, fen: int) -> str:
        """Keep the order."""
        if not self.is_there:
            raise DeviceError("E-PAY-002")
        self._orders.setdefault(number, (fen, Paying.OPEN))
        return f"DEMO-PAY/{number}/{fen}"

    def ask(self, number: str) -> Paying:
        """Tell, after the payer had his time."""
        self._require()
        self._asked[number] = self._asked.get(number, 0) + 1
        if self.pays_at is not None and self._asked[number] >= self.pays_at:
            self.pay(number)
        return self._orders[number][1]

    def close(self, number: str) -> Paying:
        """Close the order unless it was paid."""
        self._require()
        fen, state = self._orders[number]
        if state is Paying.OPEN:
            self._orders[number] = (fen, Paying.CLOSED)
        return self._orders[number][1]

    def pay(self, number: str) -> None:
        """Let the payer scan the code and pay: what is paid or closed takes no money."""
        fen, state = self._orders[number]
        if state is Paying.OPEN:
            self._orders[number] = (fen, Paying.PAID)
            self.taken.append((number, fen))

    def _require(self) -> None:
        if not self.is_there:
            raise DeviceError("E-PAY-003")
