"""A receipt for papers: who has been waiting since when, and what became of it."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from desk.workflow.clock import SHANGHAI
from desk.workflow.queries.receipts import BlockRow, ReceiptRow, receipt
from desk.workflow.reader import Reader
from desk.workflow.receipt_numbers import ReceiptNumber
from desk.workflow.why.words import item_name
from forms.messages import message

MINUTE = timedelta(minutes=1)
UNKNOWN = "—"


def waited(given: ReceiptRow | None, language: str) -> Iterator[str]:
    """Say how long a case waited from its receipt for papers to its acceptance."""
    if given is not None and given.wait is not None:
        yield message(
            "WHY-RECEIPT",
            language,
            number=given.number,
            at=_minute(given.received_at),
            window=given.window or UNKNOWN,
            minutes=given.wait // MINUTE,
        )


def receipt_lines(
    reader: Reader, number: ReceiptNumber, now: datetime, language: str
) -> list[str] | None:
    """Say what became of a receipt that led to no case; nothing where it did, or is unknown."""
    given = receipt(reader, number)
    if given is None or given.case_id is not None:
        return None
    return [receipt_line(reader, given, now, language)]


def receipt_line(reader: Reader, given: ReceiptRow, now: datetime, language: str) -> str:
    """Say of a receipt without a case who took the papers in, and why it is void or still waits."""
    facts = {
        "number": given.number,
        "item": item_name(reader, given.item, language),
        "at": _minute(given.received_at),
        "person": given.person,
        "window": given.window or UNKNOWN,
    }
    if given.ended:
        return message("WHY-RECEIPT.void", language, **facts, reason=given.reason)
    waiting = max(now - given.received_at, timedelta()) // MINUTE
    return message("WHY-RECEIPT.open", language, **facts, minutes=waiting)


def block_line(block: BlockRow, language: str) -> str:
    """Say of a block who has it, and how many of its numbers were given out and have ended."""
    return message(
        "WHY-RECEIPT-BLOCK",
        language,
        first=block.first.text,
        last=block.last.text,
        window=block.window or UNKNOWN,
        person=block.person,
        at=_minute(block.at),
        given=block.given,
        ended=block.ended,
    )


def _minute(at: datetime) -> str:
    return at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
