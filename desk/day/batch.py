"""A list as it is imported in the terminal: who, how far it is, every problem at its row."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from desk.workflow.addresses import Address
from desk.workflow.batch.checking import ListOutcome, check_list
from desk.workflow.batch.files import read_list
from desk.workflow.batch.problems import ListRefused, refuse_list
from desk.workflow.batch.rows import item_of
from desk.workflow.batch.sheet import Sheet
from desk.workflow.batch.writing import sentence, write_outcome, write_template
from desk.workflow.desk import Desk
from desk.workflow.errors import DeskError
from desk.workflow.people import is_right_password
from forms.catalogue import delivered
from forms.messages import message

DONE, PROBLEMS, MISUSE = 0, 1, 2
MOST_TOLD = 200
"""Problems told in the terminal; the workbook has all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchRequest:
    """Which list is to be accepted, as what, by whom."""

    file: Path | None
    kind: str | None
    by: str | None
    out: Path | None
    dry_run: bool = False
    template: bool = False
    language: str = "en"


def run(
    request: BatchRequest, where: Callable[[], Address], ask_password: Callable[[], str]
) -> int:
    """Accept a list or tell what is wrong with it; return the exit status."""
    try:
        if request.kind is None:
            raise refuse_list("LIST-NO-KIND")
        kind = request.kind.strip().upper()
        if request.template:
            return _template(request, kind)
        return _accept(request, kind, where, ask_password)
    except (ListRefused, DeskError) as refusal:
        print(refusal.text(request.language), file=sys.stderr)  # noqa: T201 - the command's lines
        return MISUSE


def _template(request: BatchRequest, kind: str) -> int:
    catalogue = delivered()
    item = item_of(catalogue, kind)
    out = request.out
    if out is None or request.file is not None:
        raise refuse_list("LIST-TEMPLATE-OUT")
    _require_out(out, None)
    try:
        write_template(out, item, catalogue, request.language)
    except OSError as error:
        raise refuse_list("LIST-OUT", out=out) from error
    name = item.name if request.language == "zh" else item.name_en
    _say(request, Console(), "LIST-TEMPLATE", kind=kind, item=name, out=out)
    return DONE


def _accept(
    request: BatchRequest,
    kind: str,
    where: Callable[[], Address],
    ask_password: Callable[[], str],
) -> int:
    if request.file is None or not request.by:
        raise refuse_list("LIST-NO-LIST")
    item_of(delivered(), kind)
    if request.out is not None:
        _require_out(request.out, request.file)
    sheet = read_list(request.file)
    console = Console()
    desk = Desk.open(where())
    try:
        _require_person(desk, request.by, ask_password)
        outcome = _checked(desk, sheet, kind, request, console)
    finally:
        desk.close()
    _tell(outcome, request, console)
    if request.out is not None:
        _write(outcome, request.out, request, console)
    return PROBLEMS if outcome.problems else DONE


def _require_out(out: Path, file: Path | None) -> None:
    """Refuse a place that cannot be written before anything is accepted."""
    own = file is not None and out.exists() and file.exists() and out.samefile(file)
    if own or out.suffix != ".xlsx" or not out.absolute().parent.is_dir() or out.is_dir():
        raise refuse_list("LIST-OUT", out=out)


def _require_person(desk: Desk, login: str, ask_password: Callable[[], str]) -> None:
    """Ask the passphrase in a live centre; a rehearsal has none."""
    if desk.kind != "live":
        return
    password = ask_password()
    with desk.ask() as reader:
        if not is_right_password(reader, login, password):
            raise refuse_list("LIST-WHO", login=login)


def _checked(
    desk: Desk, sheet: Sheet, kind: str, request: BatchRequest, console: Console
) -> ListOutcome:
    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=console,
        disable=not console.is_terminal,
        transient=True,
    )
    code = "LIST-TRYING" if request.dry_run else "LIST-WORKING"
    with progress:
        task = progress.add_task(message(code, request.language, rows=len(sheet.rows)), total=None)
        return check_list(
            desk,
            sheet,
            kind,
            by=str(request.by),
            dry_run=request.dry_run,
            watch=lambda done, of: progress.update(task, completed=done, total=of),
        )


def _tell(outcome: ListOutcome, request: BatchRequest, console: Console) -> None:
    columns = {column.key: column for column in outcome.read.columns}
    problems, rows = outcome.problems, len(outcome.read.rows)
    for problem in problems[:MOST_TOLD]:
        text = sentence(problem, columns, request.language)
        _say(request, console, "LIST-ROW", line=problem.line, text=text)
    if len(problems) > MOST_TOLD:
        _say(request, console, "LIST-MORE", count=len(problems) - MOST_TOLD)
    if problems:
        wrong = len({problem.line for problem in problems})
        _say(request, console, "LIST-WRONG", total=rows, rows=wrong, count=len(problems))
    elif outcome.case_numbers is None:
        _say(request, console, "LIST-TRIED", rows=rows)
    else:
        numbers = list(outcome.case_numbers.values())
        _say(request, console, "LIST-ACCEPTED", rows=rows, first=numbers[0], last=numbers[-1])


def _write(outcome: ListOutcome, out: Path, request: BatchRequest, console: Console) -> None:
    try:
        write_outcome(out, outcome, request.language)
    except OSError as error:
        _say(request, console, "LIST-NOT-WRITTEN", out=out, why=error)
    else:
        _say(request, console, "LIST-WRITTEN", out=out)


def _say(request: BatchRequest, console: Console, code: str, **facts: object) -> None:
    told = message(code, request.language, **facts)
    console.print(told, markup=False, highlight=False, soft_wrap=True)
