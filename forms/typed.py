"""What a clerk types or pastes, unfolded: the value to keep and the text to show for it."""

import re
from dataclasses import dataclass
from datetime import date

from forms.checks.certificate_no import PaperKind, understand_certificate_no
from forms.checks.dates import understand_day
from forms.checks.money import format_fen, in_words, understand_fen
from forms.checks.phone import check_phone
from forms.checks.unit_code import LENGTH, is_unit_code, parse_unit_code
from forms.checks.width import half_width

GROUP_ENDS = (6, 12, 19)  # of a unit code: 6-6-7-9
NUMBERED_PAPERS = ("1", "2")  # identity papers whose numbers know no signs between
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212\ufe58\ufe63\u200b-\u200d\u2060\ufeff]+")
_LISTED = re.compile(r"[,;，、；\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfolded:
    """A value as it is kept, as it is shown, and said beneath where figures are read wrong."""

    value: str
    shown: str
    words: str = ""


def bare(text: str) -> str:
    """Return text in plain width without the spaces and dashes that come with pasting."""
    return _BETWEEN.sub("", half_width(text))


def unfold_money(text: str) -> Unfolded:
    """Read `128w`, `128万`, `1.5亿` or `1,280,000`; shown with separators, said in words."""
    fen = understand_fen(half_width(text).strip())
    yuan, rest = divmod(fen, 100)
    return Unfolded(value=format_fen(fen), shown=f"{yuan:,}.{rest:02d}", words=in_words(fen))


def unfold_day(text: str, today: date) -> Unfolded:
    """Read `1120` (this year), `20261120`, `+3` or `-1`."""
    day = understand_day(text, today).isoformat()
    return Unfolded(value=day, shown=day)


def unfold_certificate_no(
    text: str, province: str, place: str, kind: PaperKind = "certificate"
) -> Unfolded:
    """Read `2019-12345` as this registry's number; older numbers stay as they were written."""
    number = understand_certificate_no(text, province, place, kind).text
    return Unfolded(value=number, shown=number)


def unfold_phone(text: str) -> Unfolded:
    """Read a number with the spaces and dashes of a business card."""
    number = check_phone(text)
    return Unfolded(value=number, shown=number)


def tidy_identity(text: str, id_type: str) -> str:
    """Return the number of an identity paper in capitals; signs stay where the paper has them."""
    plain = half_width(text)
    tidy = bare(plain) if id_type in NUMBERED_PAPERS else "".join(plain.split())
    return tidy.upper()


def tidy_unit_code(text: str) -> str:
    """Return a unit code without what was pasted with it."""
    return bare(text).upper()


def unit_codes(text: str) -> tuple[str, ...]:
    """Return the codes of a line in their order, each once; a code may stand in its groups."""
    parts = (tidy_unit_code(part) for part in _LISTED.split(half_width(text)))
    codes = [code for part in parts for code in _apart(part)]
    return tuple(dict.fromkeys(codes))


def grouped(text: str) -> str:
    """Write a code, also one that is not whole yet, in groups of 6, 6, 7 and 9."""
    code = tidy_unit_code(text)
    starts = (0, *GROUP_ENDS)
    ends = (*GROUP_ENDS, len(code))
    return " ".join(code[a:b] for a, b in zip(starts, ends, strict=True) if code[a:b])


def unfold_unit_code(text: str) -> Unfolded:
    """Read a unit code; refused where it is none."""
    code = parse_unit_code(tidy_unit_code(text))
    return Unfolded(value=code.text, shown=code.display)


def _apart(part: str) -> list[str]:
    """Take codes apart that were pasted with nothing but spaces between them."""
    pieces = [part[at : at + LENGTH] for at in range(0, len(part), LENGTH)]
    return pieces if len(pieces) > 1 and all(map(is_unit_code, pieces)) else [part] * bool(part)
