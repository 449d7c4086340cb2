"""The numbers of receipts for papers: each out of one block, each ended once, no gap unnamed."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Subquery, and_, exists, func, not_, or_, select

from db.breach import Breach, breaches
from db.tables.cases import CASE_NOW
from db.tables.receipts import RECEIPT_BLOCKS, RECEIPT_ENDS, RECEIPTS_FOR_PAPERS

_WITHIN = "receipts: a number outside its block"
_APART = "receipts: blocks without gap and overlap"
_NAMED = "receipts: a gap that nobody named"
_CASE = "receipts: used for another case"


def receipts_lie_in_blocks(connection: Connection) -> Iterator[Breach]:
    """Find blocks that overlap or leave a gap, and numbers that no block holds."""
    before = RECEIPT_BLOCKS.alias("before")
    follows = exists().where(
        before.c.year == RECEIPT_BLOCKS.c.year, before.c.last_no == RECEIPT_BLOCKS.c.first_no - 1
    )
    apart = select(RECEIPT_BLOCKS.c.id, RECEIPT_BLOCKS.c.year, RECEIPT_BLOCKS.c.first_no).where(
        RECEIPT_BLOCKS.c.first_no > 1, ~follows
    )
    yield from breaches(connection, apart, _APART)
    overlaps = and_(
        before.c.id != RECEIPT_BLOCKS.c.id,
        before.c.year == RECEIPT_BLOCKS.c.year,
        before.c.first_no <= RECEIPT_BLOCKS.c.last_no,
        before.c.last_no >= RECEIPT_BLOCKS.c.first_no,
    )
    twice = select(RECEIPT_BLOCKS.c.id, RECEIPT_BLOCKS.c.year, RECEIPT_BLOCKS.c.first_no).where(
        exists().where(overlaps)
    )
    yield from breaches(connection, twice, _APART)
    for table in (RECEIPTS_FOR_PAPERS, RECEIPT_ENDS):
        holds = exists().where(
            RECEIPT_BLOCKS.c.id == table.c.block_id,
            RECEIPT_BLOCKS.c.year == table.c.year,
            RECEIPT_BLOCKS.c.first_no <= table.c.no,
            RECEIPT_BLOCKS.c.last_no >= table.c.no,
        )
        outside = select(table.c.no, table.c.year, table.c.block_id).where(~holds)
        yield from breaches(connection, outside, _WITHIN)


def numbers_of_receipts_end_once(connection: Connection) -> Iterator[Breach]:
    """Find numbers passed over without a word, and numbers used for a case that is not theirs.

    A desk takes the numbers of a block in their order: below the highest one that was given out
    or voided, each has its receipt or its reason.
    """
    touched = _touched()
    many = (
        select(
            touched.c.block_id,
            func.count().label("many"),
            func.max(touched.c.no).label("highest"),
        )
        .group_by(touched.c.block_id)
        .subquery()
    )
    gaps = (
        select(RECEIPT_BLOCKS.c.id, RECEIPT_BLOCKS.c.year, many.c.highest, many.c.many)
        .join(many, many.c.block_id == RECEIPT_BLOCKS.c.id)
        .where(many.c.highest - RECEIPT_BLOCKS.c.first_no + 1 != many.c.many)
    )
    yield from breaches(connection, gaps, _NAMED)
    accepted = exists().where(
        RECEIPTS_FOR_PAPERS.c.year == RECEIPT_ENDS.c.year,
        RECEIPTS_FOR_PAPERS.c.no == RECEIPT_ENDS.c.no,
        RECEIPTS_FOR_PAPERS.c.for_case == RECEIPT_ENDS.c.case_id,
        CASE_NOW.c.case_id == RECEIPT_ENDS.c.case_id,
        CASE_NOW.c.accepted_at.is_not(None),
    )
    nameless = and_(RECEIPT_ENDS.c.how == "void", func.trim(RECEIPT_ENDS.c.reason) == "")
    odd = select(RECEIPT_ENDS.c.no, RECEIPT_ENDS.c.year, RECEIPT_ENDS.c.how).where(
        or_(and_(RECEIPT_ENDS.c.how == "used", not_(accepted)), nameless)
    )
    yield from breaches(connection, odd, _CASE)


def _touched() -> Subquery:
    given: Any = select(
        RECEIPTS_FOR_PAPERS.c.block_id, RECEIPTS_FOR_PAPERS.c.year, RECEIPTS_FOR_PAPERS.c.no
    )
    ended = select(RECEIPT_ENDS.c.block_id, RECEIPT_ENDS.c.year, RECEIPT_ENDS.c.no)
    found: Subquery = given.union(ended).subquery()
    return found
