"""Practice cases: what lies on the table, what is asked, and how few keys it may take."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from forms.catalogue import delivered
from forms.items import Item

FILE = Path(__file__).parent / "data" / "practice.json"
Spoken = Mapping[str, str]  # by language


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTheTable:
    """A thing that a machine reads: the old certificate, or an identity card."""

    what: Literal["certificate", "card"]
    name: str = ""
    rare: str = ""  # the name in the scenario of rare characters
    id_number: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeCase:
    """A case to practise on."""

    code: str
    name: Spoken
    item: Item
    home: Literal["free", "mortgaged"]
    owners: int  # people who own it together
    papers: Literal["all", "none"]  # what the pre-review has seen
    end: Literal["accepted", "noticed"]
    keys: int
    minutes: int
    on_the_table: tuple[OnTheTable, ...]
    task: Spoken
    hints: tuple[Spoken, ...]


@cache
def practice_cases() -> tuple[PracticeCase, ...]:
    """Return the delivered practice cases; KeyError where one names an item that is not there."""
    rows = json.loads(FILE.read_text("utf-8"))["entries"]
    return tuple(_case(row) for row in rows)


def _case(row: dict[str, Any]) -> PracticeCase:
    return PracticeCase(
        code=row["code"],
        name={"zh": row["zh"], "en": row["en"]},
        item=delivered().items[row["item"]],
        home=row["home"],
        owners=row["owners"],
        papers=row["papers"],
        end=row["end"],
        keys=row["keys"],
        minutes=row["minutes"],
        on_the_table=tuple(OnTheTable(**thing) for thing in row["on_the_table"]),
        task=row["task"],
        hints=tuple(row["hints"]),
    )
