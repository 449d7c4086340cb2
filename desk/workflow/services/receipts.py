"""Receipts for papers 收件回执: numbers handed out beforehand, given out away from the database.

A desk reports what became of each number when the database is back, in the order of the numbers:
first the receipt that it gave out, then how it ended.
"""

from uuid import UUID

from sqlalchemy import bindparam, func, insert, select

from db.ids import new_id
from db.numbers import take_number
from db.tables.cases import CASE_NOW
from db.tables.receipts import RECEIPT_BLOCKS, RECEIPT_ENDS, RECEIPTS_FOR_PAPERS
from desk.workflow.act import Act, Row
from desk.workflow.answers import Answer, BlockAnswer
from desk.workflow.commands import (
    HandOutBlock,
    ReceiptCommand,
    ReportReceipt,
    UseReceipt,
    VoidBlock,
    VoidReceipt,
)
from desk.workflow.errors import Code, refuse
from desk.workflow.papers import keep_receipt_for_papers
from desk.workflow.receipt_numbers import BLOCK, ReceiptNumber

SERIES = "receipt_block"
USED, VOID = "used", "void"

_LAST = select(func.max(RECEIPT_BLOCKS.c.last_no)).where(RECEIPT_BLOCKS.c.year == bindparam("of"))
_BLOCK = select(RECEIPT_BLOCKS).where(
    RECEIPT_BLOCKS.c.year == bindparam("of"),
    RECEIPT_BLOCKS.c.first_no <= bindparam("number"),
    RECEIPT_BLOCKS.c.last_no >= bindparam("number"),
)
_NAMED_BLOCK = select(RECEIPT_BLOCKS).where(RECEIPT_BLOCKS.c.id == bindparam("block"))
_RECEIPT = select(RECEIPTS_FOR_PAPERS).where(
    RECEIPTS_FOR_PAPERS.c.year == bindparam("of"), RECEIPTS_FOR_PAPERS.c.no == bindparam("number")
)
_END = select(RECEIPT_ENDS.c.how).where(
    RECEIPT_ENDS.c.year == bindparam("of"), RECEIPT_ENDS.c.no == bindparam("number")
)
_ACCEPTED = select(CASE_NOW.c.case_id).where(
    CASE_NOW.c.case_id == bindparam("case"), CASE_NOW.c.accepted_at.is_not(None)
)
_KNOWN = (
    select(RECEIPTS_FOR_PAPERS.c.no)
    .where(RECEIPTS_FOR_PAPERS.c.block_id == bindparam("block"))
    .union(select(RECEIPT_ENDS.c.no).where(RECEIPT_ENDS.c.block_id == bindparam("block")))
)
_OF_CASE = select(RECEIPT_ENDS.c.no).where(RECEIPT_ENDS.c.case_id == bindparam("case"))


def hand_out_block(act: Act, command: HandOutBlock) -> BlockAnswer:
    """Hand the next numbers of the year to a desk, each of them to one desk only."""
    act.require_role("receipt")
    year = act.day.year
    take_number(act.connection, SERIES, str(year))  # two desks at once: the second one waits here
    last = int(act.connection.execute(_LAST, {"of": year}).scalar() or 0)
    window = command.window if command.window is not None else act.window
    block_id = new_id()
    block = {
        "id": block_id,
        "year": year,
        "first_no": last + 1,
        "last_no": last + BLOCK,
        "window": window,
    }
    act.write(insert(RECEIPT_BLOCKS), [{**block, **act.stamp}])
    return BlockAnswer(
        at=act.now,
        touched=(),
        block_id=block_id,
        year=year,
        first_no=last + 1,
        last_no=last + BLOCK,
    )


def report_receipt(act: Act, command: ReportReceipt) -> Answer:
    """Keep that a receipt was given out: when, by whom, for which case, with what on it."""
    act.require_role("receipt")
    block = _open(act, command)
    if _receipt(act, command) is not None:
        raise refuse(Code.RECEIPT, variant="twice", number=_text(command))
    row = {
        "year": command.year,
        "no": command.no,
        "block_id": block["id"],
        "for_case": command.case_id,
        "item": command.item,
        "received_at": command.received_at,
        "received_by": command.received_by,
        "window": command.window,
        "values": dict(command.values),
        "sha256": command.sha256,
    }
    act.write(insert(RECEIPTS_FOR_PAPERS), [{**row, **act.stamp}])
    return Answer(at=act.now, touched=())


def use_receipt(act: Act, command: UseReceipt) -> Answer:
    """End a number: the papers of its receipt are accepted as this case."""
    act.require_role("receipt")
    block, receipt, of = _open(act, command), _receipt(act, command), {"case": command.case_id}
    is_its = receipt is not None and receipt["for_case"] == command.case_id
    if receipt is None or not is_its or not act.rows(_ACCEPTED, of) or act.rows(_OF_CASE, of):
        raise refuse(Code.RECEIPT, variant="case", number=_text(command))
    _end(act, block["id"], command.no, command.year, how=USED, case_id=command.case_id)
    keep_receipt_for_papers(act, command.case_id, receipt["values"])
    return Answer(at=act.now)


def void_receipt(act: Act, command: VoidReceipt) -> Answer:
    """End a number that leads to no case, with the reason."""
    act.require_role("void_receipt")
    reason = _reason(command.reason)
    block = _open(act, command)
    _end(act, block["id"], command.no, command.year, how=VOID, reason=reason)
    return Answer(at=act.now, touched=())


def void_block(act: Act, command: VoidBlock) -> Answer:
    """End the numbers of a block that were never given out: its desk is lost, or its year over."""
    act.require_role("void_receipt")
    reason = _reason(command.reason)
    found = act.rows(_NAMED_BLOCK, {"block": command.block_id})
    if not found:
        raise refuse(Code.UNKNOWN, at="block")
    known = {row["no"] for row in act.rows(_KNOWN, {"block": command.block_id})}
    for no in range(found[0]["first_no"], found[0]["last_no"] + 1):
        if no not in known:
            _end(act, command.block_id, no, found[0]["year"], how=VOID, reason=reason)
    return Answer(at=act.now, touched=())


def _open(act: Act, command: ReceiptCommand) -> Row:
    """Return the block of a number that has not ended."""
    named = {"of": command.year, "number": command.no}
    found = act.rows(_BLOCK, named)
    if not found:
        raise refuse(Code.RECEIPT, variant="block", number=_text(command))
    if act.rows(_END, named):
        raise refuse(Code.RECEIPT, variant="ended", number=_text(command))
    return found[0]


def _receipt(act: Act, command: ReceiptCommand) -> Row | None:
    found = act.rows(_RECEIPT, {"of": command.year, "number": command.no})
    return found[0] if found else None


def _reason(text: str) -> str:
    if not text.strip():
        raise refuse(Code.RECEIPT, at="reason", variant="reason")
    return text.strip()


def _end(
    act: Act,
    block: UUID,
    no: int,
    year: int,
    *,
    how: str,
    case_id: UUID | None = None,
    reason: str = "",
) -> None:
    row = {
        "year": year,
        "no": no,
        "block_id": block,
        "how": how,
        "case_id": case_id,
        "reason": reason,
    }
    act.write(insert(RECEIPT_ENDS), [{**row, **act.stamp}])


def _text(command: ReceiptCommand) -> str:
    return ReceiptNumber(year=command.year, no=command.no).text
