"""The figures of a day: what was issued, how fast, by window and by item."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median, quantiles
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, bindparam, func, select

from db.tables.cases import CASE_EVENTS, CASE_NOW
from db.tables.papers import CERTIFICATES, PRINT_JOB_NOW, PRINT_JOBS, WRITTEN
from desk.workflow.act import Row
from desk.workflow.clock import ClockView, end_of_day
from desk.workflow.queries.case_rows import clocks
from desk.workflow.reader import Reader
from desk.workflow.stages import EVENTS

_TENTHS = 10
_DAY = timedelta(days=1)
_WITHIN: tuple[BindParameter[Any], BindParameter[Any]] = (bindparam("since"), bindparam("until"))

_ISSUED = (
    select(CASE_NOW, CASE_EVENTS.c.window.label("issued_window"))
    .join_from(CASE_EVENTS, CASE_NOW, CASE_NOW.c.case_id == CASE_EVENTS.c.case_id)
    .where(CASE_EVENTS.c.kind == EVENTS["issue"], CASE_EVENTS.c.at.between(*_WITHIN))
    .order_by(CASE_EVENTS.c.at)
)
_ACCEPTED = select(func.count()).where(
    CASE_EVENTS.c.kind.in_([EVENTS["accept"], EVENTS["seize"]]),
    CASE_EVENTS.c.at.between(*_WITHIN),
)
_SHEETS = (
    select(CERTIFICATES.c.kind, func.count().label("sheets"))
    .join_from(PRINT_JOBS, PRINT_JOB_NOW, PRINT_JOB_NOW.c.job_id == PRINT_JOBS.c.id)
    .join(CERTIFICATES, CERTIFICATES.c.id == PRINT_JOBS.c.certificate_id)
    .where(PRINT_JOBS.c.at.between(*_WITHIN), PRINT_JOB_NOW.c.state.in_(WRITTEN))
    .group_by(CERTIFICATES.c.kind)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Throughput:
    """A day in figures; minutes are gross, of the sixty-minute cases alone where it says so."""

    accepted: int
    issued: int
    certificates: int
    proofs: int
    timed_60: int
    within_60: int
    fastest_minutes: float | None
    median_minutes: float | None
    p90_minutes: float | None
    by_window: Mapping[int, int]
    by_item: Mapping[str, int]
    stage_minutes: Mapping[str, float]  # median of the cases that had the stage


def throughput(reader: Reader, first: date, last: date) -> Throughput:
    """Return the figures from one day to another, both included."""
    span = {"since": end_of_day(first - _DAY), "until": end_of_day(last)}
    rows = reader.rows(_ISSUED, span)
    shown = _clocks(reader, rows, span["until"])
    timed = [shown[row["case_id"]] for row in rows if _is_timed(reader, row)]
    sheets = {row["kind"]: row["sheets"] for row in reader.rows(_SHEETS, span)}
    minutes = sorted(clock.gross_minutes for clock in timed)
    return Throughput(
        accepted=int(reader.connection.execute(_ACCEPTED, span).scalar_one()),
        issued=len(rows),
        certificates=sheets.get("certificate", 0),
        proofs=sheets.get("proof", 0),
        timed_60=len(timed),
        within_60=sum(bool(clock.within_target) for clock in timed),
        fastest_minutes=minutes[0] if minutes else None,
        median_minutes=median(minutes) if minutes else None,
        p90_minutes=p90(minutes),
        by_window=dict(sorted(Counter(_windows(rows)).items())),
        by_item=dict(sorted(Counter(str(row["item_code"]) for row in rows).items())),
        stage_minutes=_stage_medians(shown.values()),
    )


def _clocks(reader: Reader, rows: Sequence[Row], now: datetime) -> dict[UUID, ClockView]:
    due = {row["case_id"]: row["due_at"] for row in rows}
    return clocks(reader, due, now) if due else {}


def _is_timed(reader: Reader, row: Row) -> bool:
    return reader.setting.catalogue.items[row["item_code"]].sixty_minutes


def _windows(rows: Sequence[Row]) -> list[int]:
    return [row["issued_window"] for row in rows if row["issued_window"] is not None]


def p90(minutes: Sequence[float]) -> float | None:
    """Return what nine of ten stay within."""
    if len(minutes) > 1:
        return quantiles(minutes, n=_TENTHS, method="inclusive")[-1]
    return minutes[0] if minutes else None


def _stage_medians(shown: Iterable[ClockView]) -> dict[str, float]:
    spent: dict[str, list[float]] = {}
    for clock in shown:
        of_case: dict[str, float] = {}
        for span in clock.stages:
            of_case[span.stage] = of_case.get(span.stage, 0.0) + span.minutes
        for stage, total in of_case.items():
            spent.setdefault(stage, []).append(total)
    return {stage: median(values) for stage, values in sorted(spent.items())}
