"""Papers are taken in while the database is away: the act waits here, its receipt is written."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desk.local.keeping import Keeping
from desk.local.numbers import Given, NoNumberLeft, Written
from desk.local.outbox import Waiting, title_of
from desk.workflow.act import Setting
from desk.workflow.commands import AcceptCase
from desk.workflow.errors import DeskError, Finding, KeptForLater, Level, Unreachable
from desk.workflow.receipt_letter import TakenIn, receipt_values
from desk.workflow.receipt_numbers import ReceiptNumber
from printing.errors import PaperError

if TYPE_CHECKING:
    from printing.sheet import Rendered

PAPER = "receipt_for_papers"


def take_in(
    keeping: Keeping, setting: Setting, command: AcceptCase, taken: TakenIn
) -> KeptForLater:
    """Keep an acceptance for later with the receipt for its papers; return what to tell of it.

    Unreachable where no number is left, DeskError where the receipt can't be written: then
    nothing was kept here.
    """

    def write(number: ReceiptNumber) -> Written:
        return _written(setting, command, number, taken)

    title = title_of(command)
    try:
        given = keeping.take_in(
            command, command.case_id, login=taken.login, title=title, write=write
        )
    except NoNumberLeft as error:
        raise Unreachable("no_number") from error
    except PaperError as error:
        finding = Finding(code=error.code, level=Level.BLOCK, facts=error.facts)
        raise DeskError((finding,)) from error
    place, of = keeping.numbers.place_of(given.number)
    return KeptForLater(given.number.text, place=place, of=of, left=keeping.numbers.left)


def write_again(keeping: Keeping, setting: Setting, row: Waiting, taken: TakenIn) -> Given | None:
    """Give an act in the outbox whose number is void another one; nothing where it can't be."""
    command = keeping.outbox.command(row.id)
    if not isinstance(command, AcceptCase):
        return None
    acceptance = command

    def write(number: ReceiptNumber) -> Written:
        return _written(setting, acceptance, number, taken)

    try:
        return keeping.give_again(row.id, command.case_id, write)
    except NoNumberLeft:
        return None


def drawn(given: Given) -> bytes:
    """Return the receipt as a PDF, the same as often as it is asked for."""
    if given.written is None:
        raise ValueError(given.number.text)
    return _render(given.written.values).pdf


def _written(
    setting: Setting, command: AcceptCase, number: ReceiptNumber, taken: TakenIn
) -> Written:
    values = receipt_values(setting, command, number, taken)
    return Written(
        values=values,
        sha256=_render(values).sha256,
        at=taken.at,
        login=taken.login,
        window=taken.window,
        item=command.application.item,
    )


def _render(values: Mapping[str, Any]) -> "Rendered":
    # Loaded with the first receipt: the typefaces and layouts are large, and no start needs them.
    from printing.papers import render_paper

    return render_paper(PAPER, values)
