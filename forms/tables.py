"""Tables beside the items: materials, texts of rules, code tables; each with its days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

Level = Literal["BLOCK", "CONFIRM", "WARN", "INFO"]
Parameter = int | Fraction | str


def in_force(valid_from: date | None, valid_to: date | None, day: date) -> bool:
    """Say whether a period, open where an end is None, covers a day; both ends count."""
    return (valid_from is None or valid_from <= day) and (valid_to is None or day <= valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A paper that an applicant brings, and how the counter keeps it."""

    code: str
    zh: str
    en: str
    form: str
    form_en: str
    note: str
    initials: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedParameter:
    """A number that a rule works with, in a period."""

    name: str
    value: Parameter
    unit: str
    valid_from: date | None
    valid_to: date | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """What a rule says, at which stages, on what ground and with which numbers."""

    id: str
    level: Level
    stages: tuple[str, ...]
    text_zh: str
    text_en: str
    source: str
    valid_from: date | None
    valid_to: date | None
    parameters: tuple[DatedParameter, ...] = ()

    def parameter(self, name: str, day: date) -> Parameter:
        """Return the value of a parameter on a day; KeyError where there is none."""
        for parameter in self.parameters:
            if parameter.name == name and in_force(parameter.valid_from, parameter.valid_to, day):
                return parameter.value
        raise KeyError((self.id, name, day))


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeEntry:
    """One row of a code table; `national` is the standard's code where ours differs."""

    code: str
    zh: str
    en: str
    initials: str
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""
    national: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeTable:
    """A list of codes; a code that is no longer given out can still be read."""

    name: str
    title: str
    title_en: str
    source: str
    entries: tuple[CodeEntry, ...]
    by_code: Mapping[str, CodeEntry]

    def on(self, day: date) -> tuple[CodeEntry, ...]:
        """Return the entries that may be chosen on a day."""
        return tuple(
            entry for entry in self.entries if in_force(entry.valid_from, entry.valid_to, day)
        )

    def zh(self, code: str) -> str:
        """Return the Chinese name of a code; KeyError where there is none."""
        return self.by_code[code].zh

    def en(self, code: str) -> str:
        """Return the English name of a code; KeyError where there is none."""
        return self.by_code[code].en
