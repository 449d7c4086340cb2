"""Everything keyed for one case, as values by path, each with where it came from.

Paths: `units` (a list of codes), `right`, `co_ownership`, `reason`, `parties/KEY/name` and such,
`fields/KEY` of the item's form, `delivery/way` and such, `materials/CODE`,
`answers/QUESTION/KEY` and `notes/QUESTION/KEY`.
A party's key is a number that it keeps for good, so a path means the same person after any change.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import cast

from desk.workflow.application import (
    Application,
    CoOwnership,
    Delivery,
    HandOver,
    Party,
    PartyRole,
)
from desk.workflow.delivery import COUNTER, SENT
from forms.canonical import canonical_json
from forms.checks import Refused
from forms.checks.shares import parse_share
from forms.checks.width import half_width

PRESENT, DEFERRED, PROMISED = "present", "deferred", "promised"
Values = Mapping[str, object]


class Source(StrEnum):
    """Where a value came from."""

    TYPED = "typed"
    CARD = "card"
    CODE = "code"  # the QR of a certificate, or any other scanned code
    REGISTER = "register"
    PRE_REVIEW = "pre_review"
    EXCHANGE = "exchange"  # another office: trading, tax
    EARLIER = "earlier"  # an earlier case of the same person


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryState:
    """One entry at one moment; it is never changed, a change makes another."""

    item: str = ""
    values: Values = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    def with_value(self, path: str, value: object, source: str) -> "EntryState":
        """Return the entry with one value; an empty one is taken out with its source."""
        values, sources = dict(self.values), dict(self.sources)
        if is_empty(value):
            values.pop(path, None)
            sources.pop(path, None)
        else:
            values[path], sources[path] = value, str(source)
        return EntryState(item=self.item, values=values, sources=sources)

    def snapshot(self) -> str:
        """Return the entry as canonical JSON: the same entry gives the same text."""
        whole = {"item": self.item, "values": self.values, "sources": self.sources}
        return canonical_json(whole)

    @classmethod
    def restore(cls, text: str) -> "EntryState":
        """Return the entry that a snapshot keeps."""
        whole = json.loads(text)
        return cls(item=whole["item"], values=whole["values"], sources=whole["sources"])

    def text(self, path: str) -> str:
        """Return a value as text, nothing where there is none."""
        value = self.values.get(path)
        return "" if value is None else str(value)

    @property
    def units(self) -> tuple[str, ...]:
        """Return the unit codes."""
        found = self.values.get("units")
        return tuple(cast("Sequence[str]", found)) if found else ()

    @property
    def party_keys(self) -> tuple[int, ...]:
        """Return the keys of all rows of people, in their order."""
        found = {int(path.split("/")[1]) for path in self.values if path.startswith("parties/")}
        return tuple(sorted(found))

    @property
    def people(self) -> tuple[int, ...]:
        """Return the keys of the rows in which somebody was keyed."""
        return tuple(key for key in self.party_keys if self._is_somebody(key))

    @property
    def id_numbers(self) -> tuple[str, ...]:
        """Return the numbers of the people, in their order."""
        return tuple(self.party(key).id_number for key in self.people)

    def free_rows(self, role: str | None = None) -> tuple[int, ...]:
        """Return the keys of the rows in which nobody was keyed, of one role if it is named."""
        return tuple(
            key
            for key in self.party_keys
            if key not in self.people and role in (None, self.text(f"parties/{key}/role"))
        )

    def party(self, key: int) -> Party:
        """Return one person; a share that is none is left to the rules."""

        def of(name: str) -> str:
            return self.text(f"parties/{key}/{name}")

        flags = {name: self.values.get(f"parties/{key}/{name}") for name in ("married", "guardian")}
        return Party(
            role=cast("PartyRole", of("role") or "holder"),
            name=of("name"),
            id_type=of("id_type") or "1",
            id_number=of("id_number"),
            phone=of("phone") or None,
            address=of("address") or None,
            share=share_of(of("share")),
            married=cast("bool | None", flags["married"]),
            represented_by=of("represented_by") or None,
            guardian=cast("bool | None", flags["guardian"]),
        )

    def materials(self, state: str = PRESENT) -> tuple[str, ...]:
        """Return the codes of the papers in a state."""
        return tuple(
            sorted(
                path.split("/")[1]
                for path, value in self.values.items()
                if path.startswith("materials/") and value == state
            )
        )

    def fields(self) -> dict[str, object]:
        """Return the answers to the questions of the form, in JSON form."""
        return {
            path.removeprefix("fields/"): value
            for path, value in self.values.items()
            if path.startswith("fields/")
        }

    def application(self, confirmed: tuple[str, ...] = ()) -> Application:
        """Return what the applicants ask for."""
        return Application(
            item=self.item,
            units=self.units,
            parties=tuple(self.party(key) for key in self.people),
            materials=self.materials(),
            right=self.text("right") or None,
            co_ownership=cast("CoOwnership | None", self.values.get("co_ownership")),
            reason=self.text("reason"),
            fields=self.fields(),
            confirmed=confirmed,
            delivery=self.delivery(),
        )

    def delivery(self) -> Delivery | None:
        """Return how the papers are to be handed out; what is fetched needs no address."""
        way = self.text("delivery/way")
        if not way:
            return None
        told = {name: self.text(f"delivery/{name}") for name in SENT} if way != COUNTER else {}
        return Delivery(
            way=cast("HandOver", way),
            e_certificate=bool(self.values.get("delivery/e_certificate")),
            **told,
        )

    def interview(self) -> list[dict[str, str]]:
        """Return the answers of the interview, a line for each question and person."""
        lines = []
        for path in sorted(self.values):
            head, *rest = path.split("/")
            if head == "answers":
                question, key = rest
                line = {
                    "question": question,
                    "person": self.text(f"parties/{key}/name"),
                    "role": self.text(f"parties/{key}/role"),
                    "answer": self.text(path),
                    "note": self.text(f"notes/{question}/{key}"),
                }
                lines.append(line)
        return lines

    def _is_somebody(self, key: int) -> bool:
        return bool(self.text(f"parties/{key}/name") or self.text(f"parties/{key}/id_number"))


def is_empty(value: object) -> bool:
    """Tell whether a value says nothing; False is an answer."""
    return value is None or value in ("", [], ())


def share_of(text: str) -> Fraction | None:
    """Return a share; nothing where the text is none."""
    try:
        return parse_share(half_width(text.strip())) if text.strip() else None
    except Refused:
        return None
