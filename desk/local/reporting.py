"""The database is back: it is told what became of each number, and hands out the next in time."""

from datetime import datetime

from desk.local.numbers import Given, Numbers
from desk.workflow.answers import BlockAnswer
from desk.workflow.commands import ReportReceipt, UseReceipt, VoidReceipt
from desk.workflow.desk import Desk
from desk.workflow.errors import DeskError, Finding, Unreachable
from desk.workflow.queries.receipts import Reported, accepted_among, reported
from desk.workflow.receipt_numbers import FEWEST
from desk.workflow.rules.lapse import local_day
from forms.messages import message


def report(
    numbers: Numbers, desk: Desk, *, login: str, window: int | None, now: datetime
) -> tuple[Finding, ...]:
    """Report in the order of the numbers and fill the reserve up; return what was refused.

    What the database knows already is not told again, so this can end at any moment and begin anew.
    """
    refused: list[Finding] = []
    numbers.void_of_earlier_years(local_day(now).year, message("RECEIPT-YEAR", "zh"))
    given = numbers.rows()
    with desk.ask() as reader:
        known = reported(reader, numbers.blocks())
        accepted = accepted_among(reader, [one.case_id for one in given if one.case_id])
    for number in sorted(numbers.unsettled() & known.ended.keys()):
        numbers.settle(number)
    for one in given:
        if one.number in known.ended:
            continue
        try:
            _tell(desk, one, known, login)
            if one.state == "void" or one.case_id in accepted:
                _end(desk, one, login)
                numbers.settle(one.number)
        except Unreachable:
            raise
        except DeskError as error:
            refused += error.findings
    if numbers.left < FEWEST:
        _fill_up(numbers, desk, login, window)
    return tuple(refused)


def is_due(numbers: Numbers) -> bool:
    """Tell whether there is anything to report, or the reserve runs low."""
    return numbers.left < FEWEST or bool(numbers.rows())


def _tell(desk: Desk, one: Given, known: Reported, login: str) -> None:
    if one.written is None or one.case_id is None or one.number in known.given:
        return
    written = one.written
    desk.do(
        ReportReceipt(
            year=one.number.year,
            no=one.number.no,
            case_id=one.case_id,
            item=written.item,
            received_at=written.at,
            received_by=written.login,
            window=written.window,
            values=written.values,
            sha256=written.sha256,
        ),
        by=login,
    )


def _end(desk: Desk, one: Given, login: str) -> None:
    year, no = one.number.year, one.number.no
    if one.state == "void":
        desk.do(VoidReceipt(year=year, no=no, reason=one.reason), by=login)
    elif one.case_id is not None:
        desk.do(UseReceipt(year=year, no=no, case_id=one.case_id), by=login)


def _fill_up(numbers: Numbers, desk: Desk, login: str, window: int | None) -> None:
    asked = numbers.ask(login, window)
    answer = desk.do(asked, by=login)
    if isinstance(answer, BlockAnswer):
        numbers.add(asked, answer)
