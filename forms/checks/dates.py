"""Days: read as data, understood as a clerk types them, written as the papers write them."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from forms.checks import Refused
from forms.checks.width import half_width

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_PARTS = re.compile(r"([0-9]{4})[-./年 ]([0-9]{1,2})[-./月 ]([0-9]{1,2})日?")
_MONTH_DAY = re.compile(r"([0-9]{1,2})[-./月]([0-9]{1,2})日?")
_DIGITS = re.compile(r"[0-9]+")
_STEP = re.compile(r"([+-])([0-9]{1,4})")
_NAMED = {"今天": 0, "今": 0, "明天": 1, "明": 1, "昨天": -1, "昨": -1, "后天": 2, "前天": -2}


def parse_day(text: str) -> date:
    """Read a day written as `2018-03-26`; one that does not exist is refused."""
    match = _ISO.fullmatch(text)
    if match is None:
        raise Refused("V-DATE-SHAPE", value=text)
    return _day(int(match[1]), int(match[2]), int(match[3]), text)


def format_day_zh(day: date) -> str:
    """Write a day as the papers do: `2018年03月26日`."""
    return f"{day.year:04d}年{day.month:02d}月{day.day:02d}日"


def understand_day(text: str, today: date) -> date:
    """Read a day as typed: `1120`, `20181120`, `181120`, `2018.11.20`, `11-20`, `+3`, `今天`."""
    plain = half_width(text).strip()
    if plain in _NAMED:
        return _moved(today, _NAMED[plain], text)
    if step := _STEP.fullmatch(plain):
        return _moved(today, int(step[1] + step[2]), text)
    if parts := _PARTS.fullmatch(plain):
        return _day(int(parts[1]), int(parts[2]), int(parts[3]), text)
    if short := _MONTH_DAY.fullmatch(plain):
        return _day(today.year, int(short[1]), int(short[2]), text)
    if _DIGITS.fullmatch(plain) and len(plain) in _READ_DIGITS:
        return _day(*_READ_DIGITS[len(plain)](plain, today), text)
    raise Refused("V-DATE-SHAPE", value=text)


_READ_DIGITS: dict[int, Callable[[str, date], tuple[int, int, int]]] = {
    1: lambda digits, today: (today.year, today.month, int(digits)),
    2: lambda digits, today: (today.year, today.month, int(digits)),
    4: lambda digits, today: (today.year, int(digits[:2]), int(digits[2:])),
    6: lambda digits, today: (2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:])),
    8: lambda digits, today: (int(digits[:4]), int(digits[4:6]), int(digits[6:])),
}


def _moved(today: date, days: int, text: str) -> date:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        raise Refused("V-DATE-EXISTS", value=text) from None


def _day(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Refused("V-DATE-EXISTS", value=text) from None
