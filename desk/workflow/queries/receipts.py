"""Receipts for papers: the one a case began with, those that lead to no case yet, one by number."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Select, and_, bindparam, func, select

from db.tables.cases import CASE_NOW
from db.tables.people import STAFF
from db.tables.receipts import RECEIPT_BLOCKS, RECEIPT_ENDS, RECEIPTS_FOR_PAPERS
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


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRow:
    """A block that was handed out: to whom, and how many of its numbers were given, have ended."""

    id: UUID
    first: ReceiptNumber
    last: ReceiptNumber
    window: int | None
    person: str
    at: datetime
    given: int
    ended: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """What is known of the numbers of some blocks: which were given out, and how they ended."""

    given: frozenset[ReceiptNumber]
    ended: Mapping[ReceiptNumber, str]


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
        .join_from(receipt, STAFF, STAFF.c.login == receipt.c.received_by, isouter=True)
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
_OF_BLOCK = {
    name: select(func.count())
    .select_from(table)
    .where(table.c.block_id == RECEIPT_BLOCKS.c.id)
    .scalar_subquery()
    .label(name)
    for name, table in (("given", RECEIPTS_FOR_PAPERS), ("ended", RECEIPT_ENDS))
}
_HANDED_OUT = (
    select(RECEIPT_BLOCKS, STAFF.c.name.label("person"), *_OF_BLOCK.values())
    .join_from(RECEIPT_BLOCKS, STAFF, STAFF.c.login == RECEIPT_BLOCKS.c.actor, isouter=True)
    .order_by(RECEIPT_BLOCKS.c.year, RECEIPT_BLOCKS.c.first_no)
)
_BLOCKS: BindParameter[Any] = bindparam("blocks", expanding=True)
_GIVEN = select(RECEIPTS_FOR_PAPERS.c.year, RECEIPTS_FOR_PAPERS.c.no).where(
    RECEIPTS_FOR_PAPERS.c.block_id.in_(_BLOCKS)
)
_ENDED = select(RECEIPT_ENDS.c.year, RECEIPT_ENDS.c.no, RECEIPT_ENDS.c.how).where(
    RECEIPT_ENDS.c.block_id.in_(_BLOCKS)
)
_ACCEPTED = select(CASE_NOW.c.case_id).where(
    CASE_NOW.c.case_id.in_(bindparam("cases", expanding=True)), CASE_NOW.c.accepted_at.is_not(None)
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


def open_blocks(reader: Reader) -> list[BlockRow]:
    """Return the blocks with a number that has not ended, in their order."""
    blocks = [_block(row) for row in reader.rows(_HANDED_OUT)]
    return [block for block in blocks if block.ended <= block.last.no - block.first.no]


def block_of(reader: Reader, number: ReceiptNumber) -> UUID | None:
    """Return the block that holds a number, if it has a number that has not ended."""
    blocks = open_blocks(reader)
    return next((block.id for block in blocks if block.first <= number <= block.last), None)


def reported(reader: Reader, blocks: Sequence[UUID]) -> Reported:
    """Return what the database knows of the numbers of some blocks, whoever told it."""
    of = {"blocks": list(blocks)}
    return Reported(
        given=frozenset(_number(row) for row in reader.rows(_GIVEN, of)),
        ended={_number(row): row["how"] for row in reader.rows(_ENDED, of)},
    )


def accepted_among(reader: Reader, cases: Iterable[UUID]) -> frozenset[UUID]:
    """Return which of these cases are accepted."""
    found = reader.connection.execute(_ACCEPTED, {"cases": list(cases)}).scalars()
    return frozenset(found)


def _block(row: Row) -> BlockRow:
    return BlockRow(
        id=row["id"],
        first=ReceiptNumber(year=row["year"], no=row["first_no"]),
        last=ReceiptNumber(year=row["year"], no=row["last_no"]),
        window=row["window"],
        person=row["person"] or row["actor"],
        at=row["at"],
        given=row["given"],
        ended=row["ended"],
    )


def _number(row: Row) -> ReceiptNumber:
    return ReceiptNumber(year=row["year"], no=row["no"])


def _receipt(row: Row) -> ReceiptRow:
    accepted = row["accepted_at"]
    return ReceiptRow(
        number=ReceiptNumber(year=row["year"], no=row["no"]).text,
        item=row["item"],
        received_at=row["received_at"],
        window=row["window"],
        person=row["person"] or row["received_by"],
        ended=row["how"] or "",
        reason=row["reason"] or "",
        case_id=row["case_id"],
        wait=None if accepted is None else max(accepted - row["received_at"], _NO_TIME),
    )
