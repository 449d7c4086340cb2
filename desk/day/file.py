"""A day file as it is read: checked whole, its times made instants."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from desk.day.problems import UnusableDay
from desk.day.reading import read_json
from desk.day.references import moment, problems_of
from desk.day.schema import DAY

SHANGHAI = ZoneInfo("Asia/Shanghai")
_MOST = 1000  # problems looked for; a file with more is not corrected one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One act of the day: its place in the file, its instant, and all its keys."""

    i: int
    at: datetime
    by: str
    do: str
    case: str | None
    keys: Mapping[str, Any]
    expect: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A usable day file; `parts` keeps centre, staff, stock, units and rights as written."""

    path: Path
    title: str
    date: date
    parts: Mapping[str, Any]
    events: tuple[Event, ...]


def read_day(path: Path) -> Day:
    """Read a day file and check all of it; UnusableDay says what is wrong and where."""
    data: Any = read_json(path)
    problems = [problem for _, problem in zip(range(_MOST), DAY.problems(data, ""), strict=False)]
    if not problems:
        problems = [p for _, p in zip(range(_MOST), problems_of(data), strict=False)]
    if problems:
        raise UnusableDay(problems, str(path))
    return _day(path, data)


def _day(path: Path, data: dict[str, Any]) -> Day:
    day = date.fromisoformat(data["date"])
    return Day(
        path=path,
        title=data["title"],
        date=day,
        parts=data,
        events=tuple(_event(i, keys, day) for i, keys in enumerate(data["events"])),
    )


def _event(i: int, keys: dict[str, Any], day: date) -> Event:
    return Event(
        i=i,
        at=moment(keys["at"], day).replace(tzinfo=SHANGHAI).astimezone(UTC),
        by=keys["by"],
        do=keys["do"],
        case=keys.get("case"),
        keys=keys,
        expect=keys.get("expect"),
    )
