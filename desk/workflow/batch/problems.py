"""What is wrong with a list: with the file as a whole, or with a row and column of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from forms.messages import message


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with one row; `column` is the key of the column, none for the whole row."""

    line: int
    column: str | None
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)  # ready sentences by language

    def text(self, language: str) -> str:
        """Say it in Chinese or English."""
        return self.said[language] if self.said else message(self.code, language, **self.facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault of a file as a whole, before any row of it is looked at."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)

    def text(self, language: str) -> str:
        """Say it in Chinese or English; a name in each language is kept as `item_zh`, `item_en`."""
        own = f"_{language}"
        told = {name.removesuffix(own): value for name, value in self.facts.items()}
        return message(self.code, language, **told)


class ListRefused(Exception):
    """A file is no list that can be read; nothing of it was judged and nothing was accepted."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(fault.code for fault in faults))
        self.faults = faults

    def text(self, language: str) -> str:
        """Say all of it, a line a fault."""
        return "\n".join(fault.text(language) for fault in self.faults)


def refuse_list(code: str, **facts: object) -> ListRefused:
    """Make the refusal of a file for one reason; the caller raises it."""
    return ListRefused(Fault(code=code, facts=facts))
