"""Bundles 组合件 that the counter offers: kinds of business that are accepted together."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from forms.catalogue import delivered
from forms.items import Item

FILE = Path(__file__).parent / "data" / "bundles.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Kinds of business in the order in which they are entered."""

    code: str
    zh: str
    en: str
    initials: str
    items: tuple[Item, ...]


@cache
def bundles() -> tuple[Bundle, ...]:
    """Return the delivered bundles; KeyError where one names an item that is not there."""
    known = delivered().items
    rows = json.loads(FILE.read_text("utf-8"))["entries"]
    return tuple(
        Bundle(
            code=row["code"],
            zh=row["zh"],
            en=row["en"],
            initials=row["initials"],
            items=tuple(known[code] for code in row["items"]),
        )
        for row in rows
    )
