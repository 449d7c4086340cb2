"""`desk receipts`: the numbers of receipts for papers 收件回执, as a supervisor needs them."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from desk.places import UNMET, standing_address, stop
from desk.spoken import LANGUAGE, help_of, say

if TYPE_CHECKING:
    from desk.workflow.receipt_numbers import ReceiptNumber

app = typer.Typer(no_args_is_help=True)
Database = Annotated[str | None, typer.Option("--db", help=help_of("DB"))]
Number = Annotated[str, typer.Argument(help=help_of("RECEIPT-NUMBER"), metavar="NUMBER")]
Reason = Annotated[str, typer.Option(help=help_of("RECEIPT-REASON"))]
Login = Annotated[str, typer.Option(prompt=say("CLI-ASK-NEW-LOGIN"))]
Password = Annotated[str, typer.Option(prompt=say("CLI-ASK-PASSWORD"), hide_input=True)]


@app.command("list", help=help_of("RECEIPTS-LIST"))
def list_(db: Database = None) -> None:
    """List the blocks that are not used up and the receipts that lead to no case yet."""
    from desk.workflow.desk import Desk
    from desk.workflow.queries.receipts import open_blocks, open_receipts
    from desk.workflow.why.receipts import block_line, receipt_line

    desk = Desk.open(standing_address(db))
    now = datetime.now(UTC)
    try:
        with desk.ask() as reader:
            lines = [block_line(block, LANGUAGE) for block in open_blocks(reader)]
            lines += [receipt_line(reader, one, now, LANGUAGE) for one in open_receipts(reader)]
    finally:
        desk.close()
    for line in lines:
        typer.echo(line)


@app.command(help=help_of("RECEIPTS-VOID"))
def void(
    number: Number,
    *,
    reason: Reason,
    db: Database = None,
    login: Login = "",
    password: Password = "",
) -> None:
    """Void one number with its reason."""
    from desk.workflow.administering import void_receipt

    url = standing_address(db)
    named = _number(number)
    _done(
        lambda: void_receipt(url, named, reason, login=login, password=password),
        say("CLI-RECEIPT-VOID", number=named.text),
    )


@app.command("void-block", help=help_of("RECEIPTS-VOID-BLOCK"))
def void_block(
    number: Number,
    *,
    reason: Reason,
    db: Database = None,
    login: Login = "",
    password: Password = "",
) -> None:
    """Void what was never given out of the block that holds a number."""
    from desk.workflow.administering import void_block as end_block

    url = standing_address(db)
    named = _number(number)
    _done(
        lambda: end_block(url, named, reason, login=login, password=password),
        say("CLI-RECEIPT-BLOCK", number=named.text),
    )


def _number(text: str) -> "ReceiptNumber":
    from desk.workflow.receipt_numbers import receipt_number

    found = receipt_number(text)
    if found is None:
        stop(say("CLI-RECEIPT-NONE", text=text))
    return found


def _done(act: Callable[[], None], told: str) -> None:
    from desk.workflow.errors import DeskError
    from desk.workflow.people import NotFounded

    try:
        act()
    except (NotFounded, DeskError) as error:
        stop(error.text(LANGUAGE), UNMET)
    typer.echo(told)
