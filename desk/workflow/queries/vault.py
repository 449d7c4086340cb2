"""The vault: every sheet a certificate was ever printed on, with its paper as it was printed."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, and_, bindparam, func, or_, select, union

from db.tables.cases import CASE_EVENTS, CASE_NUMBERS
from db.tables.papers import (
    CERTIFICATES,
    PAPERS,
    PRINT_JOB_EVENTS,
    PRINT_JOB_NOW,
    PRINT_JOBS,
    SHEET_NOW,
)
from db.tables.people import STAFF
from desk.workflow.act import Row
from desk.workflow.certificate_qr import read_certificate_qr
from desk.workflow.kept import case_no
from desk.workflow.queries.papers import PaperView, paper
from desk.workflow.queries.standing import CertificateStanding, standing_of
from desk.workflow.reader import Reader
from desk.workflow.stages import EVENTS
from forms.checks import Refused
from forms.checks.certificate_no import parse_certificate_no

MOST_ROWS = 200
_NAMES = (
    *("job_id", "case_id", "number", "kind", "serial", "state", "place", "at", "window"),
    *("printer", "registrar", "times", "paper_id"),
)
_CASE_NO_PARTS = 2
_NO_DIGITS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultRow:
    """One sheet with one printing: what stands on it, who signed and printed it, what became of it.

    `times` says how many sheets this number was printed on; more than one where one was spoilt.
    """

    job_id: UUID
    case_id: UUID
    case_no: str | None
    number: str
    kind: str
    serial: str
    state: str
    place: str
    at: datetime
    window: int | None
    printer: str
    registrar: str | None
    times: int
    holder: str
    paper_id: UUID | None  # none where papers are not kept


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultView:
    """A sheet with its paper, the hash kept with it and of it now, and whether it still holds."""

    row: VaultRow
    values: dict[str, Any]
    paper: PaperView | None
    now_sha256: str
    standing: CertificateStanding | None

    @property
    def unchanged(self) -> bool:
        """Tell whether the kept paper is, byte for byte, what was printed."""
        return self.paper is not None and self.paper.row.sha256 == self.now_sha256


_SENT = PRINT_JOB_EVENTS.alias("sent")
_AGAIN = PRINT_JOBS.alias("again")
_SENT_AGAIN = PRINT_JOB_EVENTS.alias("sent_again")
_PRINTER = STAFF.alias("printer")
_REGISTRAR = STAFF.alias("registrar")
_TIMES = (
    select(func.count())
    .select_from(_AGAIN)
    .join(_SENT_AGAIN, and_(_SENT_AGAIN.c.job_id == _AGAIN.c.id, _SENT_AGAIN.c.state == "sent"))
    .where(_AGAIN.c.certificate_id == CERTIFICATES.c.id)
    .scalar_subquery()
)
_SHEETS = (
    select(
        PRINT_JOBS.c.id.label("job_id"),
        PRINT_JOBS.c.case_id,
        PRINT_JOBS.c.serial,
        PRINT_JOBS.c.window,
        PRINT_JOB_NOW.c.state,
        SHEET_NOW.c.place,
        CERTIFICATES.c.number,
        CERTIFICATES.c.kind,
        CERTIFICATES.c["values"],
        CASE_NUMBERS.c.year,
        CASE_NUMBERS.c.no,
        _SENT.c.at,
        _PRINTER.c.name.label("printer"),
        _REGISTRAR.c.name.label("registrar"),
        PAPERS.c.id.label("paper_id"),
        _TIMES.label("times"),
    )
    .join_from(PRINT_JOBS, _SENT, and_(_SENT.c.job_id == PRINT_JOBS.c.id, _SENT.c.state == "sent"))
    .join(PRINT_JOB_NOW, PRINT_JOB_NOW.c.job_id == PRINT_JOBS.c.id)
    .join(SHEET_NOW, SHEET_NOW.c.serial == PRINT_JOBS.c.serial)
    .join(CERTIFICATES, CERTIFICATES.c.id == PRINT_JOBS.c.certificate_id)
    .join(_PRINTER, _PRINTER.c.login == _SENT.c.actor)
    .join(CASE_NUMBERS, CASE_NUMBERS.c.case_id == PRINT_JOBS.c.case_id, isouter=True)
    .join(
        CASE_EVENTS,
        and_(
            CASE_EVENTS.c.case_id == PRINT_JOBS.c.case_id,
            CASE_EVENTS.c.kind == EVENTS["register"],
        ),
        isouter=True,
    )
    .join(_REGISTRAR, _REGISTRAR.c.login == CASE_EVENTS.c.actor, isouter=True)
    .join(
        PAPERS,
        and_(
            PAPERS.c.certificate_id == CERTIFICATES.c.id,
            PAPERS.c.serial == PRINT_JOBS.c.serial,
            PAPERS.c.at == _SENT.c.at,
        ),
        isouter=True,
    )
    .order_by(PRINT_JOBS.c.id.desc())
    .limit(MOST_ROWS)
)
_TEXT: BindParameter[Any] = bindparam("text")
_FOUND = union(
    select(PRINT_JOBS.c.id).where(PRINT_JOBS.c.serial == bindparam("code")),
    select(PRINT_JOBS.c.id)
    .join(CERTIFICATES, CERTIFICATES.c.id == PRINT_JOBS.c.certificate_id)
    .where(or_(CERTIFICATES.c.number == _TEXT, CERTIFICATES.c.no == bindparam("paper_no"))),
    select(PRINT_JOBS.c.id)
    .join(CASE_NUMBERS, CASE_NUMBERS.c.case_id == PRINT_JOBS.c.case_id)
    .where(CASE_NUMBERS.c.no == bindparam("no"), CASE_NUMBERS.c.year == bindparam("year")),
).subquery()
_FIND = _SHEETS.where(PRINT_JOBS.c.id.in_(select(_FOUND.c.id)))
_ONE = _SHEETS.where(PRINT_JOBS.c.id == bindparam("job"))


def printed_sheets(reader: Reader, text: str = "") -> list[VaultRow]:
    """Return sheets by certificate number, its digits, a QR, a serial, a case; none: the newest."""
    text = text.strip()
    found = reader.rows(_FIND, _searched(text)) if text else reader.rows(_SHEETS)
    return [_row(row) for row in found]


def printed_sheet(reader: Reader, job_id: UUID) -> VaultView | None:
    """Return one sheet with its paper, hashed afresh; nothing where it was never printed."""
    found = reader.rows(_ONE, {"job": job_id})
    if not found:
        return None
    row = _row(found[0])
    kept = paper(reader, row.paper_id) if row.paper_id else None
    return VaultView(
        row=row,
        values=found[0]["values"],
        paper=kept,
        now_sha256=hashlib.sha256(kept.content).hexdigest() if kept else "",
        standing=standing_of(reader, row.number),
    )


def _row(row: Row) -> VaultRow:
    return VaultRow(
        case_no=case_no(row["year"], row["no"]),
        holder=row["values"].get("holders", ""),
        **{name: row[name] for name in _NAMES},
    )


def _as_number(text: str) -> str:
    try:
        return parse_certificate_no(text).text
    except Refused:
        return text


def _searched(text: str) -> dict[str, Any]:
    """Return a text in every form in which it may be looked for."""
    said = read_certificate_qr(text)
    parts = text.split("-")
    numbered = len(parts) == _CASE_NO_PARTS and all(part.isdecimal() for part in parts)
    short = text.isdecimal() and len(text) <= _NO_DIGITS
    return {
        "text": said.number if said else _as_number(text),
        "code": "".join(text.split()).upper(),
        "paper_no": int(text) if short else -1,
        "year": int(parts[0][:4]) if numbered else -1,
        "no": int(parts[1][:9]) if numbered else -1,
    }
