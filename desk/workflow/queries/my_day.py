"""A person's own figures of today and of the last working days, counted from the events."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, func, select

from db.tables.cases import CASE_EVENTS, RATINGS
from desk.workflow.act import Row
from desk.workflow.clock import day_of, end_of_day, minutes_between
from desk.workflow.queries.throughput import p90
from desk.workflow.reader import Reader
from desk.workflow.stages import EVENTS

WORKING_DAYS = 20
FEWEST_RATINGS = 5  # fewer would tell who gave which

_DAY = timedelta(days=1)
_TAKEN_IN = (EVENTS["accept"], EVENTS["seize"])
_CALLED = (EVENTS["call"], EVENTS["recall"])
_REFUSED = (EVENTS["refuse"], EVENTS["refuse_acceptance"])
_COLUMN_OF = {
    **dict.fromkeys(_TAKEN_IN, "accepted"),
    **dict.fromkeys(_REFUSED, "refused"),
    EVENTS["approve"]: "approved",
    EVENTS["issue"]: "issued",
}

_LOGIN: BindParameter[Any] = bindparam("login")
_WITHIN: tuple[BindParameter[Any], BindParameter[Any]] = (bindparam("since"), bindparam("until"))
_BEGIN = CASE_EVENTS.alias("begin")
_DONE = select(CASE_EVENTS.c.kind, CASE_EVENTS.c.at).where(
    CASE_EVENTS.c.actor == _LOGIN,
    CASE_EVENTS.c.at.between(*_WITHIN),
    CASE_EVENTS.c.kind.in_(_COLUMN_OF),
)
_SENT_BACK = (
    select(CASE_EVENTS.c.at)
    .join_from(
        CASE_EVENTS,
        _BEGIN,
        and_(_BEGIN.c.case_id == CASE_EVENTS.c.case_id, _BEGIN.c.kind == EVENTS["accept"]),
    )
    .where(
        CASE_EVENTS.c.kind == EVENTS["return"],
        CASE_EVENTS.c.at.between(*_WITHIN),
        _BEGIN.c.actor == _LOGIN,
    )
)
_AT_WINDOW = (
    select(CASE_EVENTS.c.at.label("until"), func.max(_BEGIN.c.at).label("since"))
    .join_from(
        CASE_EVENTS,
        _BEGIN,
        and_(
            _BEGIN.c.case_id == CASE_EVENTS.c.case_id,
            _BEGIN.c.n < CASE_EVENTS.c.n,
            _BEGIN.c.kind.in_(_CALLED),
        ),
    )
    .where(
        CASE_EVENTS.c.kind.in_(_TAKEN_IN),
        CASE_EVENTS.c.at.between(*_WITHIN),
        CASE_EVENTS.c.actor == _LOGIN,
    )
    .group_by(CASE_EVENTS.c.case_id, CASE_EVENTS.c.n, CASE_EVENTS.c.at)
)
_IN_ALL = (
    select(CASE_EVENTS.c.at.label("until"), _BEGIN.c.at.label("since"))
    .join_from(
        CASE_EVENTS,
        _BEGIN,
        and_(_BEGIN.c.case_id == CASE_EVENTS.c.case_id, _BEGIN.c.kind.in_(_TAKEN_IN)),
    )
    .where(
        CASE_EVENTS.c.kind == EVENTS["issue"],
        CASE_EVENTS.c.at.between(*_WITHIN),
        CASE_EVENTS.c.actor == _LOGIN,
    )
)
_RATED = (
    select(func.count(RATINGS.c.score).label("many"), func.avg(RATINGS.c.score).label("mean"))
    .join_from(RATINGS, CASE_EVENTS, CASE_EVENTS.c.case_id == RATINGS.c.case_id)
    .where(
        CASE_EVENTS.c.kind == EVENTS["issue"],
        CASE_EVENTS.c.at.between(*_WITHIN),
        CASE_EVENTS.c.actor == _LOGIN,
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The middle of some minutes, and what nine of ten stay within."""

    p50: float | None = None
    p90: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFigures:
    """What one person did in a time; `returned` are cases that came back to who accepted them."""

    accepted: int
    approved: int
    issued: int
    returned: int
    refused: int
    at_window: Spread  # from the call to the acceptance
    gross: Spread  # from the acceptance to the hand-out, of what this person handed out


@dataclass(frozen=True, slots=True, kw_only=True)
class MyDays:
    """Today, every day before it, all together; the ratings only where they hide who gave them."""

    today: date
    by_day: dict[date, OwnFigures]  # the newest day first
    together: OwnFigures
    rating: float | None


def my_days(reader: Reader, login: str, today: date) -> MyDays:
    """Return the figures of a person for today and the working days before it."""
    days = _last_days(reader, today)
    span = {"login": login, "since": end_of_day(days[-1] - _DAY), "until": end_of_day(today)}
    counts: dict[date, Counter[str]] = defaultdict(Counter)
    for row in reader.rows(_DONE, span):
        counts[day_of(row["at"])][_COLUMN_OF[row["kind"]]] += 1
    for row in reader.rows(_SENT_BACK, span):
        counts[day_of(row["at"])]["returned"] += 1
    windows = _minutes(reader.rows(_AT_WINDOW, span))
    gross = _minutes(reader.rows(_IN_ALL, span))
    shown = sorted({*days, *counts}, reverse=True)
    return MyDays(
        today=today,
        by_day={
            day: _figures(counts[day], windows.get(day, []), gross.get(day, [])) for day in shown
        },
        together=_figures(
            sum(counts.values(), Counter()),
            [one for some in windows.values() for one in some],
            [one for some in gross.values() for one in some],
        ),
        rating=_rating(reader.rows(_RATED, span)[0]),
    )


def _last_days(reader: Reader, today: date) -> list[date]:
    """Return today and the working days before it, the newest first."""
    days, day = [today], today
    while len(days) <= WORKING_DAYS:
        day -= _DAY
        if reader.setting.calendar.is_working(day):
            days.append(day)
    return days


def _minutes(rows: Sequence[Row]) -> dict[date, list[float]]:
    """Return how long each took, by the day on which it ended."""
    found: dict[date, list[float]] = defaultdict(list)
    for row in rows:
        found[day_of(row["until"])].append(minutes_between(row["since"], row["until"]))
    return found


def _figures(counts: Counter[str], windows: list[float], gross: list[float]) -> OwnFigures:
    return OwnFigures(
        accepted=counts["accepted"],
        approved=counts["approved"],
        issued=counts["issued"],
        returned=counts["returned"],
        refused=counts["refused"],
        at_window=_spread(windows),
        gross=_spread(gross),
    )


def _spread(minutes: list[float]) -> Spread:
    return Spread(p50=median(minutes) if minutes else None, p90=p90(sorted(minutes)))


def _rating(row: Row) -> float | None:
    return float(row["mean"]) if row["many"] >= FEWEST_RATINGS else None
