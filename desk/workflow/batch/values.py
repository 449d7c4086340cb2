"""The text of a cell as the form keeps it: amounts, days, words of a list, yes and no."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from forms.checks import Refused
from forms.checks.width import half_width
from forms.fields import Choice, FieldKind
from forms.typed import unfold_day, unfold_money

_APART = re.compile(r"[、;；\n]+")
_CODES_APART = re.compile(r"[、,，;；\s]+")
_WHOLE = re.compile(r"[0-9]{1,9}")
_YES = frozenset({"是", "有", "true", "yes", "y", "1"})
_NO = frozenset({"否", "无", "false", "no", "n", "0"})
_FEWEST_FIGURES = 6  # of a day with its year: a list may be read in another year than written


def listed(text: str) -> tuple[str, ...]:
    """Return the values of a cell that holds several, `、` between them."""
    return tuple(part.strip() for part in _APART.split(text) if part.strip())


def codes(text: str) -> tuple[str, ...]:
    """Return the codes of a cell in capitals, whatever stands between them."""
    parts = (part.upper() for part in _CODES_APART.split(half_width(text)))
    return tuple(dict.fromkeys(part for part in parts if part))


def chosen(choices: Sequence[Choice], text: str) -> str:
    """Return the code of a choice named by its code or by its word in either language."""
    wanted = half_width(text).strip().lower()
    for choice in choices:
        if wanted in {half_width(word).lower() for word in (choice.code, choice.zh, choice.en)}:
            return choice.code
    raise Refused("V-CHOICE", value=text)


def answer_of(kind: FieldKind, choices: Sequence[Choice], today: date, text: str) -> object:
    """Return the answer to a field in JSON form; Refused where the text is none.

    Where a form only suggests words, any other answer stays as it was written.
    """
    if kind is FieldKind.CHOICE:
        return chosen(choices, text)
    word = _suggested(kind, choices, text)
    read = _READ.get(kind)
    return read(word, today) if read else word.strip()


def _suggested(kind: FieldKind, choices: Sequence[Choice], text: str) -> str:
    """Return the code of a number that was named by its word, the Chinese word of an English."""
    plain = half_width(text).strip().lower()
    for choice in choices:
        if plain in {half_width(choice.zh).lower(), choice.en.lower()}:
            return choice.code if kind is FieldKind.INTEGER else choice.zh
    return text


def _day(text: str, today: date) -> str:
    if sum(sign.isdigit() for sign in half_width(text)) < _FEWEST_FIGURES:
        raise Refused("V-DATE-SHAPE", value=text)
    return unfold_day(text, today).value


def _whole(text: str, _today: date) -> int:
    plain = half_width(text).strip()
    if not _WHOLE.fullmatch(plain):
        raise Refused("V-TYPE")
    return int(plain)


def _flag(text: str, _today: date) -> bool:
    plain = half_width(text).strip().lower()
    if plain not in _YES | _NO:
        raise Refused("V-CHOICE", value=text)
    return plain in _YES


_READ: dict[FieldKind, Callable[[str, date], object]] = {
    FieldKind.MONEY: lambda text, _today: unfold_money(text).value,
    FieldKind.AREA: lambda text, _today: half_width(text).strip(),
    FieldKind.DATE: _day,
    FieldKind.INTEGER: _whole,
    FieldKind.FLAG: _flag,
}
