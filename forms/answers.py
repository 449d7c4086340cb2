"""One answer of a form, in the JSON form of a day file, checked by the kind of its field."""

from collections.abc import Callable, Mapping
from typing import Final

from forms.checks import Refused
from forms.checks.area import format_area, parse_area
from forms.checks.certificate_no import parse_certificate_no
from forms.checks.dates import parse_day
from forms.checks.money import format_fen, parse_fen
from forms.checks.names import clean_text
from forms.checks.shares import parse_share
from forms.checks.unit_code import parse_unit_code
from forms.fields import Field, FieldKind

MOST_UNITS = 500
_UNIT_TEXTS: Final = {
    "location": 400,
    "usage": 60,
    "land_right_nature": 40,
    "structure": 40,
    "floor": 20,
}
_UNIT_KINDS: Final = frozenset({"land", "house", "forest", "sea", "other"})
_UNIT_REQUIRED: Final = ("code", "kind", "location", "usage")


def answer_problems(field: Field, value: object) -> list[Refused]:
    """Return what is wrong with an answer; faults of new units name their line and key."""
    if field.kind is FieldKind.UNITS:
        return _unit_problems(value)
    try:
        _CHECK[field.kind](field, value)
    except Refused as refusal:
        return [refusal]
    return []


def _unit_problems(value: object) -> list[Refused]:
    if not isinstance(value, list | tuple) or not 1 <= len(value) <= MOST_UNITS:
        return [Refused("V-UNITS-LIST", limit=MOST_UNITS)]
    problems: list[Refused] = []
    seen: set[str] = set()
    for line, unit in enumerate(value, start=1):
        if not isinstance(unit, Mapping):
            problems.append(Refused("V-TYPE", line=line))
            continue
        problems += _problems_of_unit(unit, line)
        code = "".join(str(unit.get("code")).split())
        if code in seen:
            problems.append(Refused("V-UNITS-TWICE", line=line, key="code", value=code))
        seen.add(code)
    return problems


def _problems_of_unit(unit: Mapping[str, object], line: int) -> list[Refused]:
    problems = [
        Refused("V-UNITS-MISSING", line=line, key=key) for key in _UNIT_REQUIRED if key not in unit
    ]
    for key, value in unit.items():
        try:
            _require_unit_value(key, value)
        except Refused as refusal:
            problems.append(Refused(refusal.code, **refusal.facts, line=line, key=key))
    return problems


def _require_unit_value(key: str, value: object) -> None:
    if key in _UNIT_TEXTS:
        _require_length(clean_text(_text(value)), _UNIT_TEXTS[key])
    elif key in _UNIT_VALUE:
        _UNIT_VALUE[key](value)
    else:
        raise Refused("V-KEY")


def _require_kind(value: object) -> None:
    if _text(value) not in _UNIT_KINDS:
        raise Refused("V-CHOICE", value=value)


def _require_parcel(value: object) -> None:
    # A parcel is the first 19 characters of the code of the bare land on it.
    parse_unit_code(f"{_text(value)}W00000000")


def _require_whole(value: object, minimum: int | None, maximum: int | None) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Refused("V-TYPE")
    _require_range(value, minimum, maximum)


def _require_range(
    value: int, minimum: int | None, maximum: int | None, write: Callable[[int], str] = str
) -> None:
    if minimum is not None and value < minimum:
        raise Refused("V-TOO-SMALL", least=write(minimum))
    if maximum is not None and value > maximum:
        raise Refused("V-TOO-LARGE", most=write(maximum))


def _require_length(text: str, limit: int | None) -> None:
    if limit is not None and len(text) > limit:
        raise Refused("V-LENGTH", length=len(text), limit=limit)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Refused("V-TYPE")
    return value


def _plain_text(field: Field, value: object) -> None:
    _require_length(clean_text(_text(value)), field.max_length)


def _money(field: Field, value: object) -> None:
    _require_range(parse_fen(_text(value)), field.minimum, field.maximum, format_fen)


def _area(field: Field, value: object) -> None:
    _require_range(parse_area(_text(value)), field.minimum, field.maximum, format_area)


def _integer(field: Field, value: object) -> None:
    _require_whole(value, field.minimum, field.maximum)


def _choice(field: Field, value: object) -> None:
    if _text(value) not in {choice.code for choice in field.choices}:
        raise Refused("V-CHOICE", value=value)


def _flag(_field: Field, value: object) -> None:
    if not isinstance(value, bool):
        raise Refused("V-TYPE")


# What a parser returns is dropped: here only its refusal counts.
_CHECK: dict[FieldKind, Callable[[Field, object], object]] = {
    FieldKind.TEXT: _plain_text,
    FieldKind.LONG_TEXT: _plain_text,
    FieldKind.MONEY: _money,
    FieldKind.AREA: _area,
    FieldKind.DATE: lambda _field, value: parse_day(_text(value)),
    FieldKind.INTEGER: _integer,
    FieldKind.CHOICE: _choice,
    FieldKind.FLAG: _flag,
    FieldKind.SHARE: lambda _field, value: parse_share(_text(value)),
    FieldKind.UNIT_CODE: lambda _field, value: parse_unit_code(_text(value)),
    FieldKind.CERTIFICATE_NO: lambda _field, value: parse_certificate_no(_text(value)),
}

_UNIT_VALUE: dict[str, Callable[[object], object]] = {
    "code": lambda value: parse_unit_code(_text(value)),
    "kind": _require_kind,
    "parcel": _require_parcel,
    "land_area": lambda value: parse_area(_text(value)),
    "floor_area": lambda value: parse_area(_text(value)),
    "inner_area": lambda value: parse_area(_text(value)),
    "shared_area": lambda value: parse_area(_text(value)),
    "land_term_to": lambda value: parse_day(_text(value)),
    "floors": lambda value: _require_whole(value, 1, 200),
    "built": lambda value: _require_whole(value, 1800, 2100),
    "locked": lambda value: _require_length(clean_text(_text(value)), 200),
}
