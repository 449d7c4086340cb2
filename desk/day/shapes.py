"""Shapes of JSON values: what a place may hold, checked with the place in every message."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from desk.day.problems import Problem, shown

Problems = Iterator[Problem]


class Shape(Protocol):
    """Anything that can say what is wrong with the value at a place."""

    def problems(self, value: Any, place: str) -> Problems:
        """Return what is wrong with a value; nothing where it fits."""
        ...


def under(place: str, key: object) -> str:
    """Return the place of a key or index below a place."""
    return f"{place}/{key}" if place else str(key)


def is_whole(value: object) -> bool:
    """Tell whether a value is a whole number, which `true` is not."""
    return isinstance(value, int) and not isinstance(value, bool)


@dataclass(frozen=True, slots=True)
class Text:
    """One line of visible text without blanks at its ends."""

    longest: int
    shortest: int = 1

    def problems(self, value: Any, place: str) -> Problems:
        """Check kind, length and characters; the text itself may be megabytes long."""
        if not isinstance(value, str):
            yield Problem(code="DAY-TEXT-WANTED", place=place, facts={"value": shown(value)})
        elif len(value) > self.longest:
            sizes = {"length": len(value), "limit": self.longest}
            yield Problem(code="DAY-TOO-LONG", place=place, facts=sizes)
        elif len(value) < self.shortest:
            yield Problem(code="DAY-TOO-SHORT", place=place)
        elif _SURROGATE.search(value):
            yield Problem(code="DAY-SURROGATE", place=place)
        elif bad := _CONTROL.search(value):
            facts = {"character": f"U+{ord(bad[0]):04X}"}
            yield Problem(code="DAY-CHARACTER", place=place, facts=facts)
        elif value != value.strip():
            yield Problem(code="DAY-BLANKS", place=place)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text of a fixed form; `wanted` is an example for the message."""

    pattern: re.Pattern[str]
    wanted: str
    exists: Callable[[str], object] | None = None

    def problems(self, value: Any, place: str) -> Problems:
        """Check the form, and that the day or instant it names exists."""
        if not isinstance(value, str):
            yield Problem(code="DAY-TEXT-WANTED", place=place, facts={"value": shown(value)})
            return
        facts = {"value": shown(value), "wanted": self.wanted}
        if not self.pattern.fullmatch(value):
            yield Problem(code="DAY-FORM", place=place, facts=facts)
        elif self.exists is not None:
            try:
                self.exists(value)
            except ValueError:
                yield Problem(code="DAY-NO-SUCH-DAY", place=place, facts=facts)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between two bounds, both allowed."""

    least: int
    most: int

    def problems(self, value: Any, place: str) -> Problems:
        """Check kind and bounds."""
        facts = {"value": shown(value), "least": self.least, "most": self.most}
        if not is_whole(value):
            yield Problem(code="DAY-WHOLE-WANTED", place=place, facts=facts)
        elif not self.least <= value <= self.most:
            yield Problem(code="DAY-RANGE", place=place, facts=facts)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few values; `true` is no number."""

    choices: tuple[str | int, ...]

    def problems(self, value: Any, place: str) -> Problems:
        """Check the value against the choices."""
        fits = isinstance(value, str) or is_whole(value)
        if not fits or value not in self.choices:
            facts = {"value": shown(value), "choices": ", ".join(map(str, self.choices))}
            yield Problem(code="DAY-CHOICE", place=place, facts=facts)


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false; with `only` one of them alone."""

    only: bool | None = None

    def problems(self, value: Any, place: str) -> Problems:
        """Check the kind."""
        if not isinstance(value, bool) or (self.only is not None and value is not self.only):
            yield Problem(code="DAY-FLAG-WANTED", place=place, facts={"value": shown(value)})


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of values of one shape; `unique` where none may stand twice."""

    shape: Shape
    least: int
    most: int
    unique: bool = False

    def problems(self, value: Any, place: str) -> Problems:
        """Check kind, length, each member, and that none stands twice."""
        if not isinstance(value, list):
            yield Problem(code="DAY-LIST-WANTED", place=place, facts={"value": shown(value)})
            return
        if not self.least <= len(value) <= self.most:
            facts = {"count": len(value), "least": self.least, "most": self.most}
            yield Problem(code="DAY-COUNT", place=place, facts=facts)
            return
        for index, member in enumerate(value):
            yield from self.shape.problems(member, under(place, index))
        if self.unique:
            yield from _twice(value, place)


@dataclass(frozen=True, slots=True)
class Keys:
    """An object with keys that must, and keys that may be there; no others."""

    required: Mapping[str, Shape]
    optional: Mapping[str, Shape] = field(default_factory=dict)
    least: int = 0
    further: Callable[[Mapping[str, Any], str], Problems] | None = None

    def problems(self, value: Any, place: str) -> Problems:
        """Check for unknown and missing keys, then each value, then what joins several keys."""
        if not isinstance(value, dict):
            yield Problem(code="DAY-OBJECT-WANTED", place=place, facts={"value": shown(value)})
            return
        yield from self._of_keys(value, place)
        known = {**self.optional, **self.required}
        for key, shape in known.items():
            if key in value:
                yield from shape.problems(value[key], under(place, key))
        if self.further is not None:
            yield from self.further(value, place)

    def _of_keys(self, value: Mapping[str, Any], place: str) -> Problems:
        for key in value:
            if key not in self.required and key not in self.optional:
                yield unknown_key(key, place)
        for key in self.required:
            if key not in value:
                yield Problem(code=_at_top("DAY-MISSING", place), place=place, facts={"key": key})
        if len(value) < self.least:
            yield Problem(code="DAY-NO-KEYS", place=place)


@dataclass(frozen=True, slots=True)
class Named:
    """An object with any keys of one form, whose values have one shape."""

    keys: re.Pattern[str]
    shape: Shape

    def problems(self, value: Any, place: str) -> Problems:
        """Check each key's form and each value."""
        if not isinstance(value, dict):
            yield Problem(code="DAY-OBJECT-WANTED", place=place, facts={"value": shown(value)})
            return
        if not value:
            yield Problem(code="DAY-NO-KEYS", place=place)
        for key, member in value.items():
            if self.keys.fullmatch(key):
                yield from self.shape.problems(member, under(place, key))
            else:
                yield unknown_key(key, place)


def unknown_key(key: str, place: str) -> Problem:
    """Return the problem of a key that is not known where it stands."""
    return Problem(code=_at_top("DAY-UNKNOWN-KEY", place), place=place, facts={"key": shown(key)})


def day_of(text: str) -> date:
    """Return the day of `2018-03-26`; ValueError where it does not exist."""
    return date.fromisoformat(text)


def moment_of(text: str) -> datetime:
    """Return the local instant of `2018-03-26T09:00:00`; ValueError where it does not exist."""
    return datetime.fromisoformat(text)


def _at_top(code: str, place: str) -> str:
    return code if place else f"{code}-TOP"


def _twice(values: list[Any], place: str) -> Problems:
    seen: set[str] = set()
    for index, value in enumerate(values):
        mark = repr(sorted(value.items())) if isinstance(value, dict) else repr(value)
        if mark in seen:
            yield Problem(
                code="DAY-TWICE", place=under(place, index), facts={"value": shown(value)}
            )
        seen.add(mark)


_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
