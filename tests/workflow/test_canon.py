"""Every command and answer survives being written down and read again."""

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from fractions import Fraction
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints
from uuid import UUID

import pytest

from desk.workflow.canon import ANSWERS, COMMANDS, command_fingerprint, from_plain, to_plain
from forms.canonical import canonical_json

SAMPLES: dict[Any, Any] = {
    str: "于丽𬭎",
    int: 7,
    bool: True,
    UUID: UUID(int=7),
    Fraction: Fraction(1, 3),
    datetime: datetime(2018, 3, 26, 1, 2, 3, 4, tzinfo=UTC),
}


def sample(hint: Any) -> Any:
    """Make a value of a type with nothing left at its default."""
    origin, inner = get_origin(hint), get_args(hint)
    if hint in SAMPLES:
        return SAMPLES[hint]
    if origin in {Literal, Union, types.UnionType}:
        return inner[0] if origin is Literal else sample(inner[0])
    if origin is tuple:
        return (sample(inner[0]), sample(inner[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"key": ["text", 1, None, {"inner": True}] if inner[1] is object else "text"}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    assert is_dataclass(hint), hint
    hints = get_type_hints(hint)
    return hint(**{part.name: sample(hints[part.name]) for part in fields(hint)})  # type: ignore[operator]


@pytest.mark.parametrize("kind", [*COMMANDS.values(), *ANSWERS.values()])
def test_every_kind_comes_back_as_it_was(kind: type) -> None:
    value = sample(kind)

    text = canonical_json(to_plain(value))

    assert from_plain(json.loads(text)) == value


@pytest.mark.parametrize("kind", COMMANDS.values())
def test_two_writings_of_one_command_have_one_fingerprint(kind: type) -> None:
    plain = to_plain(sample(kind))
    again = to_plain(from_plain(json.loads(canonical_json(plain))))

    assert command_fingerprint(plain, "w1") == command_fingerprint(again, "w1")
    assert command_fingerprint(plain, "w1") != command_fingerprint(plain, "w2")


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(KeyError):
        from_plain({"kind": "DeleteEverything"})


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(TypeError):
        from_plain({"kind": "CallNext", "window": 1, "surprise": 1})
