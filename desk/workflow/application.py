"""What the applicants ask for, as it is keyed, kept and sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

CoOwnership = Literal["sole", "joint", "shares"]
HandOver = Literal["counter", "express", "visit"]
PartyRole = Literal["holder", "obligor", "agent", "guardian", "organ", "consenting"]
LATER = MappingProxyType({"later": True})
"""Marks a field that came later: an act that says nothing in it is written as it was before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person or body with the identity it showed."""

    name: str
    id_type: str
    id_number: str
    phone: str | None = None
    address: str | None = None
    share: Fraction | None = None
    married: bool | None = None
    spouse: str | None = None
    represented_by: str | None = None
    guardian: bool | None = None

    def is_same_as(self, other: "Person") -> bool:
        """Tell whether both are the same by name, kind and number of identity."""
        return (self.name, self.id_type, self.id_number) == (
            other.name,
            other.id_type,
            other.id_number,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Person):
    """A person in the part played in one application."""

    role: PartyRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """How the papers are to be handed out: fetched, sent or brought, and to whom."""

    way: HandOver = "counter"
    receiver: str = ""
    phone: str = ""
    address: str = ""
    e_certificate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """One application for one item; `fields` are in the JSON form of the item's form."""

    item: str
    units: tuple[str, ...]
    parties: tuple[Party, ...]
    materials: tuple[str, ...]
    right: str | None = None  # id, name, number of the paper, or name of the case that made it
    co_ownership: CoOwnership | None = None
    reason: str = ""
    fields: Mapping[str, object] = field(default_factory=dict)
    confirmed: tuple[str, ...] = ()
    delivery: Delivery | None = field(default=None, metadata=LATER)

    def of(self, role: PartyRole) -> tuple[Party, ...]:
        """Return the parties of one role, in order."""
        return tuple(party for party in self.parties if party.role == role)
