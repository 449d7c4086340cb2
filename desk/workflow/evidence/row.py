"""One row to compare: what was entered, what it is held against, and where that is to be seen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from desk.workflow.evidence.words import NOTHING, Words
from desk.workflow.facts import Facts

Source = Literal["machine", "person"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """A row: `key` stays the same while the application does; `paper` is a code of a material."""

    key: str
    label: Words
    entered: Words
    against: Words = NOTHING
    source: Source = "person"
    paper: str = ""

    @property
    def needs_person(self) -> bool:
        """Tell whether a person has to look; what the machine found equal is ticked already."""
        return self.source == "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What was shown at the acceptance and is kept with it: exchange, signatures, pages."""

    exchange: Mapping[str, Any] = field(default_factory=dict)
    signed: tuple[str, ...] = ()


def first_of(facts: Facts, papers: Iterable[str]) -> str:
    """Return the first of these papers that was handed in, nothing where none was."""
    return next((code for code in papers if code in facts.materials), "")
