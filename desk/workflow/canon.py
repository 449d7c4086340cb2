"""Commands and answers as canonical JSON and back: kept, sent again, compared by fingerprint."""

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from desk.workflow import (
    answers,
    branch_commands,
    commands,
    print_commands,
    review_commands,
    stock_commands,
)
from forms.canonical import fingerprint

Plain = dict[str, Any]
Read = Callable[[Any], Any]
KIND = "kind"


def _concrete(module: types.ModuleType, root: type) -> dict[str, type]:
    return {
        name: kind
        for name, kind in vars(module).items()
        if isinstance(kind, type) and issubclass(kind, root)
    }


COMMANDS: Mapping[str, type[commands.Command]] = {
    **_concrete(commands, commands.Command),
    **_concrete(stock_commands, commands.Command),
    **_concrete(print_commands, commands.Command),
    **_concrete(review_commands, commands.Command),
    **_concrete(branch_commands, commands.Command),
}
ANSWERS: Mapping[str, type[answers.Answer]] = _concrete(answers, answers.Answer)
_BY_NAME: Mapping[str, type] = {**COMMANDS, **ANSWERS}


def to_plain(value: commands.Command | answers.Answer) -> Plain:
    """Return a command or answer as plain JSON values, with the name of its class as `kind`."""
    return {KIND: type(value).__name__, **_plain(value)}


def from_plain(plain: Mapping[str, Any]) -> Any:
    """Make the command or answer again; KeyError for an unknown kind, TypeError for a wrong key."""
    inner = dict(plain)
    return _reader(_BY_NAME[inner.pop(KIND)])(inner)


def command_fingerprint(plain: Mapping[str, Any], by: str) -> str:
    """Return the SHA-256 of a command and of who sends it; `at` is no part of it."""
    return fingerprint({"by": by, "command": dict(plain)})


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        told = {name: getattr(value, name) for name in _names(type(value))}
        later = _later(type(value))
        return {name: _plain(v) for name, v in told.items() if v is not None or name not in later}
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return _WRITE.get(type(value), _same_or_enum)(value)


def _same_or_enum(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value


_WRITE: Mapping[type, Callable[[Any], Any]] = {
    UUID: str,
    Fraction: lambda share: f"{share.numerator}/{share.denominator}",
    datetime: lambda at: at.astimezone(UTC).isoformat(),
    date: date.isoformat,
}


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(part.name for part in fields(kind))


@cache
def _later(kind: type) -> frozenset[str]:
    """Return the fields that came later: with nothing in them old fingerprints still hold."""
    return frozenset(part.name for part in fields(kind) if part.metadata.get("later"))


@cache
def _reader(hint: Any) -> Read:
    if hint in _READ:
        return _READ[hint]
    if is_dataclass(hint):
        return _dataclass_reader(hint)
    origin, inner = get_origin(hint), get_args(hint)
    if origin in {Union, types.UnionType}:
        return _optional_reader(tuple(part for part in inner if part is not types.NoneType))
    if origin is tuple:
        each = _reader(inner[0])
        return lambda value: tuple(each(part) for part in value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


_READ: Mapping[Any, Read] = {
    UUID: UUID,
    Fraction: Fraction,
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
}


def _optional_reader(inner: tuple[Any, ...]) -> Read:
    # A union of several plain JSON types (as `Fact`) reads as it stands.
    read = _reader(inner[0]) if len(inner) == 1 else _as_it_is
    return lambda value: None if value is None else read(value)


def _dataclass_reader(kind: Any) -> Read:
    readers = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}

    def read(plain: Mapping[str, Any]) -> Any:
        return kind(**{name: readers.get(name, _as_it_is)(part) for name, part in plain.items()})

    return read
