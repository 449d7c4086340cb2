"""Receipts for papers: the one a case began with, those that lead to no case yet, one by number."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, select

from db.tables.cases import CASE_NOW
from db.tables.people import STAFF
from db.tables.receipts import RECEIPT_ENDS, RECEIPTS_FOR_PAPERS
from desk.workflow.act import Row
from desk.workflow.reader import Reader
from desk.workflow.receipt_numbers import ReceiptNumber

_NO_TIME = timedelta()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptRow:
    """A receipt for papers; `wait` is the time until its case was accepted."""

    number: str
    item: str
    received_at: datetime
    window: int | None
    person: str
    ended: str  # used, void, or nothing yet
    reason: str
    case_id: UUID | None
    wait: timedelta | None


def _receipts() -> Select[Any]:
    """Select receipts with their ends and the acceptance of their cases."""
    receipt, end = RECEIPTS_FOR_PAPERS, RECEIPT_ENDS
    return (
        select(
            receipt,
            STAFF.c.name.label("person"),
            end.c.how,
            end.c.reason,
            end.c.case_id,
            CASE_NOW.c.accepted_at,
        )
        .join_from(receipt, STAFF, STAFF.c.login == receipt.c.actor, isouter=True)
        .join(end, and_(end.c.year == receipt.c.year, end.c.no == receipt.c.no), isouter=True)
        .join(CASE_NOW, CASE_NOW.c.case_id == end.c.case_id, isouter=True)
    )


_OF_CASE = _receipts().where(RECEIPT_ENDS.c.case_id == bindparam("case"))
_NUMBERED = _receipts().where(
    RECEIPTS_FOR_PAPERS.c.year == bindparam("of"), RECEIPTS_FOR_PAPERS.c.no == bindparam("number")
)
_OPEN = (
    _receipts()
    .where(RECEIPT_ENDS.c.no.is_(None))
    .order_by(RECEIPTS_FOR_PAPERS.c.received_at, RECEIPTS_FOR_PAPERS.c.no)
)
_ENDED = select(RECEIPT_ENDS.c.year, RECEIPT_ENDS.c.no).where(
    RECEIPT_ENDS.c.block_id.in_(bindparam("blocks", expanding=True))
)


def receipt_of(reader: Reader, case_id: UUID) -> ReceiptRow | None:
    """Return the receipt for papers that a case began with; nothing where it began with none."""
    rows = reader.rows(_OF_CASE, {"case": case_id})
    return _receipt(rows[0]) if rows else None


def receipt(reader: Reader, number: ReceiptNumber) -> ReceiptRow | None:
    """Return one receipt; nothing where none was reported under this number."""
    rows = reader.rows(_NUMBERED, {"of": number.year, "number": number.no})
    return _receipt(rows[0]) if rows else None


def open_receipts(reader: Reader) -> list[ReceiptRow]:
    """Return the receipts whose papers are neither accepted nor given back, oldest first."""
    return [_receipt(row) for row in reader.rows(_OPEN)]


def ended_of(reader: Reader, blocks: list[UUID]) -> list[ReceiptNumber]:
    """Return the numbers of some blocks that have ended, whoever ended them."""
    rows = reader.rows(_ENDED, {"blocks": blocks})
    return [ReceiptNumber(year=row["year"], no=row["no"]) for row in rows]


def _receipt(row: Row) -> ReceiptRow:
    accepted = row["accepted_at"]
    return ReceiptRow(
        number=ReceiptNumber(year=row["year"], no=row["no"]).text,
        item=row["item"],
        received_at=row["received_at"],
        window=row["window"],
        person=row["person"] or row["actor"],
        ended=row["how"] or "",
        reason=row["reason"] or "",
        case_id=row["case_id"],
        wait=None if accepted is None else max(accepted - row["received_at"], _NO_TIME),
    )
