"""Sheets between the pile and the applicant: those in a printer, those that nobody checked yet."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import and_, bindparam, or_, select

from db.tables.cases import CASE_NUMBERS
from db.tables.papers import (
    CERTIFICATES,
    PRINT_JOB_EVENTS,
    PRINT_JOB_NOW,
    PRINT_JOBS,
    SHEET_NOW,
    UNDER_WAY,
    WRITTEN,
)
from db.tables.people import STAFF
from desk.workflow.kept import case_no
from desk.workflow.reader import Reader
from desk.workflow.sheets import IN_PRINTER, ON_PAPER

MOST_ENDS = 5
_NAMES = ("job_id", "case_id", "state", "serial", "window", "kind", "number", "since", "person")
_ASKED = bindparam("of_window", type_=PRINT_JOBS.c.window.type)
_NAMED = bindparam("of_serial", type_=PRINT_JOB_NOW.c.serial.type)
_JOBS = (
    select(
        PRINT_JOB_NOW.c.job_id,
        PRINT_JOB_NOW.c.state,
        PRINT_JOB_NOW.c.serial,
        PRINT_JOBS.c.case_id,
        PRINT_JOBS.c.window,
        CERTIFICATES.c.kind,
        CERTIFICATES.c.number,
        CERTIFICATES.c["values"],
        CASE_NUMBERS.c.year,
        CASE_NUMBERS.c.no,
        PRINT_JOB_EVENTS.c.at.label("since"),
        STAFF.c.name.label("person"),
    )
    .join_from(PRINT_JOB_NOW, PRINT_JOBS, PRINT_JOBS.c.id == PRINT_JOB_NOW.c.job_id)
    .join(CERTIFICATES, CERTIFICATES.c.id == PRINT_JOB_NOW.c.certificate_id)
    .join(
        PRINT_JOB_EVENTS,
        and_(
            PRINT_JOB_EVENTS.c.job_id == PRINT_JOB_NOW.c.job_id,
            PRINT_JOB_EVENTS.c.n == PRINT_JOB_NOW.c.n,
        ),
    )
    .join(SHEET_NOW, SHEET_NOW.c.serial == PRINT_JOB_NOW.c.serial)
    .join(STAFF, STAFF.c.login == PRINT_JOB_EVENTS.c.actor)
    .join(CASE_NUMBERS, CASE_NUMBERS.c.case_id == PRINT_JOBS.c.case_id, isouter=True)
    .where(
        PRINT_JOB_NOW.c.state.in_(bindparam("states", expanding=True)),
        SHEET_NOW.c.place.in_((IN_PRINTER, ON_PAPER)),
        or_(_ASKED.is_(None), PRINT_JOBS.c.window == _ASKED),
        or_(_NAMED.is_(None), PRINT_JOB_NOW.c.serial == _NAMED),
    )
    .order_by(PRINT_JOB_EVENTS.c.at, PRINT_JOB_NOW.c.serial)
)

_LAST = (
    select(PRINT_JOB_NOW.c.state, PRINT_JOB_EVENTS.c.reason, PRINT_JOB_EVENTS.c.at)
    .join_from(PRINT_JOB_NOW, CERTIFICATES, CERTIFICATES.c.id == PRINT_JOB_NOW.c.certificate_id)
    .join(
        PRINT_JOB_EVENTS,
        and_(
            PRINT_JOB_EVENTS.c.job_id == PRINT_JOB_NOW.c.job_id,
            PRINT_JOB_EVENTS.c.n == PRINT_JOB_NOW.c.n,
        ),
    )
    .where(
        PRINT_JOB_NOW.c.state.in_((*WRITTEN, "spoilt")),
        CERTIFICATES.c.kind == bindparam("of_kind"),
        or_(_ASKED.is_(None), PRINT_JOB_NOW.c.window == _ASKED),
        PRINT_JOB_EVENTS.c.at > bindparam("since", type_=PRINT_JOB_EVENTS.c.at.type),
    )
    .order_by(PRINT_JOB_EVENTS.c.at.desc())
    .limit(MOST_ENDS)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRow:
    """One sheet with its paper: where the job stands, since when, by whom."""

    job_id: UUID
    case_id: UUID
    case_no: str | None
    state: str
    serial: str
    window: int | None
    kind: str
    number: str
    holder: str
    since: datetime
    person: str


def in_printer(reader: Reader, window: int | None = None) -> list[JobRow]:
    """Return the sheets that nobody has accounted for, oldest first; none: of all windows."""
    return _jobs(reader, UNDER_WAY, window)


def to_check(reader: Reader, window: int | None = None) -> list[JobRow]:
    """Return the written sheets that nobody has checked, oldest first."""
    return _jobs(reader, ("printed",), window)


def _jobs(reader: Reader, states: tuple[str, ...], window: int | None) -> list[JobRow]:
    return _read(reader, {"states": list(states), "of_window": window, "of_serial": None})


def _read(reader: Reader, wanted: Mapping[str, Any]) -> list[JobRow]:
    found = reader.rows(_JOBS, wanted)
    return [
        JobRow(
            case_no=case_no(row["year"], row["no"]),
            holder=row["values"].get("holders", ""),
            **{name: row[name] for name in _NAMES},
        )
        for row in found
    ]


def job_of(reader: Reader, serial: str) -> JobRow | None:
    """Return the job of a sheet that is in a printer, or written and still in the house."""
    wanted = {"states": [*UNDER_WAY, *WRITTEN], "of_window": None, "of_serial": serial}
    return next(iter(_read(reader, wanted)), None)


def spoilt_last(reader: Reader, window: int | None, kind: str, since: datetime) -> list[str]:
    """Return why the last sheets of a window were void, back to the last one that was good."""
    wanted = {"of_kind": kind, "of_window": window, "since": since}
    ends = itertools.takewhile(lambda row: row["state"] == "spoilt", reader.rows(_LAST, wanted))
    return [row["reason"] for row in ends]
