"""From the bytes of a file to JSON values, more strictly than JSON readers commonly are."""

import json
import math
from collections import Counter
from pathlib import Path
from typing import Any, NoReturn

from desk.day.problems import Problem, UnusableDay, shown

LIMIT = 64 * 1024 * 1024
"""Bytes; the longest day that the shapes allow stays below it."""

_MARK = b"\xef\xbb\xbf"
_DIGITS = 18


def read_json(path: Path) -> object:
    """Return the JSON value in a file; UnusableDay says what is wrong and where."""
    try:
        return parse(_bytes(path))
    except UnusableDay as error:
        raise UnusableDay(error.problems, str(path)) from None


def parse(content: bytes) -> object:
    """Return the one JSON value that the bytes hold; UnusableDay where they do not."""
    text = _text(content)
    if not text.strip(" \t\r\n"):
        _refuse("DAY-EMPTY")
    try:
        value: object = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise UnusableDay([_syntax(text, error)]) from None
    except RecursionError:
        # The scanner of the standard library counts its own depth; nothing was built yet.
        raise UnusableDay([Problem(code="DAY-DEPTH")]) from None
    return value


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LIMIT:
            _refuse("DAY-SIZE", limit=LIMIT // 1024 // 1024)
        return path.read_bytes()
    except OSError as error:
        raise UnusableDay([Problem(code="DAY-FILE", facts={"why": error.strerror})]) from None


def _text(content: bytes) -> str:
    if content.startswith(_MARK):
        _refuse("DAY-MARK")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse("DAY-ENCODING", byte=error.start)
    if "\0" in text:  # what UTF-16 without a mark looks like, and never JSON
        _refuse("DAY-ENCODING", byte=text.index("\0"))
    return text


def _syntax(text: str, error: json.JSONDecodeError) -> Problem:
    end = text.rstrip(" \t\r\n")
    if error.msg == "Extra data":
        return Problem(code="DAY-TRAILING", facts={"line": error.lineno, "column": error.colno})
    if error.pos >= len(end) or error.msg.startswith("Unterminated string"):
        line = end.count("\n") + 1
        column = len(end) - end.rfind("\n")
        return Problem(code="DAY-TRUNCATED", facts={"line": line, "column": column})
    return Problem(code="DAY-SYNTAX", facts={"line": error.lineno, "column": error.colno})


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) < len(pairs):
        twice = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
        _refuse("DAY-KEY-TWICE", key=shown(twice))
    return read


def _whole(digits: str) -> int:
    if len(digits) > _DIGITS:
        _refuse("DAY-NUMBER", value=shown(digits))
    return int(digits)


def _fraction(digits: str) -> float | int:
    """Read a number with a point or exponent; `18.0` is a whole number in JSON Schema too."""
    number = float(digits)
    if math.isfinite(number) and number.is_integer() and abs(number) < 10**_DIGITS:
        return int(number)
    return number


def _constant(name: str) -> NoReturn:
    _refuse("DAY-CONSTANT", value=name)


def _refuse(code: str, **facts: object) -> NoReturn:
    raise UnusableDay([Problem(code=code, facts=facts)])


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object,
    parse_int=_whole,
    parse_float=_fraction,
    parse_constant=_constant,
)
