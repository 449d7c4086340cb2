"""Money in whole fen: read, written in figures and in capital words, rounded half up."""

import re
from fractions import Fraction

from forms.checks import Refused
from forms.checks.width import half_width

_SHAPE = re.compile(r"(0|[1-9][0-9]{0,13})(?:\.([0-9]{1,2}))?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?")
_SHORT = re.compile(r"([0-9]+(?:\.[0-9]+)?)(w|万|亿)(?:元)?", re.IGNORECASE)
_TIMES = {"w": 10**4, "万": 10**4, "亿": 10**8}
_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_FULL_GROUP = 1_000  # a smaller group of four digits begins with a spoken 零
_GROUPS = ("", "万", "亿", "万亿")


def parse_fen(text: str) -> int:
    """Read an amount in yuan with at most two decimals; commas between thousands are allowed."""
    plain = half_width(text).strip()
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    match = _SHAPE.fullmatch(plain)
    if match is None:
        raise Refused("V-MONEY-SHAPE", value=text)
    return int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))


def understand_fen(text: str) -> int:
    """Read an amount as a clerk types it: `128w`, `128万`, `1.5亿`, or in yuan as `parse_fen`."""
    short = _SHORT.fullmatch(half_width(text).strip())
    if short is None:
        return parse_fen(text)
    yuan = Fraction(short[1]) * _TIMES[short[2].lower()]
    if yuan * 100 != int(yuan * 100):
        raise Refused("V-MONEY-SHAPE", value=text)
    return parse_fen(format_fen(int(yuan * 100)))


def format_fen(fen: int) -> str:
    """Write an amount in yuan with two decimals and no separators."""
    yuan, rest = divmod(abs(fen), 100)
    return f"{'-' if fen < 0 else ''}{yuan}.{rest:02d}"


def format_wan(fen: int) -> str:
    """Write an amount in 万元 with four decimals, as the papers do."""
    tenths = round_half_up(Fraction(fen, 100))  # four decimals of 万元 are whole yuan
    whole, rest = divmod(abs(tenths), 10_000)
    return f"{'-' if tenths < 0 else ''}{whole}.{rest:04d}万元"


def round_half_up(value: Fraction | int) -> int:
    """Round to the nearest whole number, halves away from zero (四舍五入)."""
    exact = Fraction(value)
    rounded = (2 * abs(exact.numerator) + exact.denominator) // (2 * exact.denominator)
    return rounded if exact >= 0 else -rounded


def in_words(fen: int) -> str:
    """Write an amount in capital numerals (大写), as on receipts."""
    yuan, rest = divmod(abs(fen), 100)
    jiao, cent = divmod(rest, 10)
    words = f"{_whole_in_words(yuan)}元" if yuan else ""
    if jiao:
        words += f"{_DIGITS[jiao]}角"
    elif cent and yuan:
        words += "零"
    if cent:
        words += f"{_DIGITS[cent]}分"
    else:
        words = f"{words or '零元'}整"
    return f"{'负' if fen < 0 else ''}{words}"


def _whole_in_words(number: int) -> str:
    groups = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    words = ""
    for place, group in reversed(list(enumerate(groups))):
        if words and 0 < group < _FULL_GROUP and not words.endswith("零"):
            words += "零"
        if group:
            words += _group_in_words(group) + _unit_of(place, groups)
        elif words and place and any(groups[:place]) and not words.endswith("零"):
            words += "零"
    return words


def _unit_of(place: int, groups: list[int]) -> str:
    # 万亿 is said once: 叁万亿, but 叁万零伍亿 where the group of 亿 follows.
    if place == 3 and groups[2]:  # noqa: PLR2004
        return "万"
    return _GROUPS[place]


def _group_in_words(group: int) -> str:
    words, gap = "", False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if digit:
            words += ("零" if gap and words else "") + _DIGITS[digit] + _PLACES[place]
            gap = False
        else:
            gap = True
    return words
