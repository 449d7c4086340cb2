"""Trying changed law as it is seen: tables in the terminal, a workbook, and what it comes to."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from desk.day.file import SHANGHAI
from desk.day.progress import bar
from desk.day.workbook import open_workbook, write_sheet, yuan
from desk.workflow.addresses import Address
from desk.workflow.desk import Desk, OldDatabase
from desk.workflow.trial.law import LawGap, OtherCharge, OtherFinding, Trial, try_law
from forms.catalogue import Catalogue, CatalogueError, changed_catalogue
from forms.checks.money import format_fen
from forms.messages import message

DONE, UNUSABLE = 0, 2
MOST_ROWS = 200
"""Rows of a table in the terminal; the workbook has all of them."""

_FIRST, _LAST = date(1, 1, 2), date(9999, 12, 30)
_FINDING = ("case", "item", "name", "day", "stage", "rule", "before", "after", "end")
_NAME = _FINDING.index("name")
_CHARGE = ("case", "item", "name", "day", "line", "before", "after")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialRequest:
    """What is to be tried on which cases."""

    folder: Path
    url: Address
    since: str | None = None  # days as they were typed
    until: str | None = None
    out: Path | None = None
    language: str = "en"


class _Unusable(Exception):
    """The trial cannot be made; each line says what to do."""

    def __init__(self, *lines: str) -> None:
        super().__init__(*lines)
        self.lines = lines


def run(request: TrialRequest) -> int:
    """Try changed law and tell what would have ended otherwise; return the exit status."""
    console = Console()
    try:
        period = _period(request)
        changed = _changed(request)
        trial = _try(request, changed, period, console)
    except _Unusable as error:
        for line in error.lines:
            print(line, file=sys.stderr)  # noqa: T201 - the command's own lines
        return UNUSABLE
    for title, columns, rows in _tables(trial, changed, request.language, format_fen):
        if rows:
            console.print(_table(title, columns, rows[:MOST_ROWS]))
            console.print()
    for line in summary(trial, request):
        console.print(line, markup=False, highlight=False, soft_wrap=True)
    if request.out:
        _write(request.out, trial, changed, request)
        told = message("TRIAL-WRITTEN", request.language, out=request.out)
        console.print(told, markup=False, highlight=False, soft_wrap=True)
    return DONE


def summary(trial: Trial, request: TrialRequest) -> Iterator[str]:
    """Yield the sentences that say what the trial came to."""
    language = request.language
    yield message(
        "TRIAL-LOOKED",
        language,
        since=request.since or message("TRIAL-BEGINNING", language),
        until=request.until or message("TRIAL-END", language),
        cases=trial.cases,
        judged=trial.judged,
        charged=trial.charged,
    )
    if not trial.findings and not trial.charges:
        yield message("TRIAL-SAME", language)
    if trial.findings:
        yield _of_findings(trial.findings, language)
    if trial.charges:
        yield _of_charges(trial.charges, language)
    if trial.unlike:
        cases = ", ".join(trial.unlike)
        yield message("TRIAL-UNLIKE", language, count=len(trial.unlike), cases=cases)
    yield message("TRIAL-LIMIT", language)
    yield message("TRIAL-UNTOUCHED", language)


def _of_findings(findings: Sequence[OtherFinding], language: str) -> str:
    ends = {end: {f.case_no for f in findings if f.ends == end} for end in ("refused", "asked")}
    return message(
        "TRIAL-FINDINGS",
        language,
        count=len(findings),
        cases=len({finding.case_no for finding in findings}),
        refused=len(ends["refused"]),
        asked=len(ends["asked"] - ends["refused"]),
    )


def _of_charges(charges: Sequence[OtherCharge], language: str) -> str:
    before, after = sum(c.before for c in charges), sum(c.after for c in charges)
    return message(
        "TRIAL-CHARGES",
        language,
        count=len(charges),
        cases=len({charge.case_no for charge in charges}),
        before=format_fen(before),
        after=format_fen(after),
        difference=format_fen(after - before),
    )


def _changed(request: TrialRequest) -> Catalogue:
    """Read the changed data after all that can be wrong with the request."""
    language = request.language
    if not request.folder.is_dir():
        raise _Unusable(message("TRIAL-NO-FOLDER", language, folder=request.folder))
    out = request.out
    if out and (out.suffix != ".xlsx" or not out.absolute().parent.is_dir()):
        raise _Unusable(message("TRIAL-OUT", language, out=out))
    try:
        return changed_catalogue(request.folder)
    except CatalogueError as error:
        problems = (f"{p.file}: {p.key or '-'}: {p.reason(language)}" for p in error.problems)
        raise _Unusable(message("TRIAL-DATA", language), *problems) from error


def _try(
    request: TrialRequest,
    changed: Catalogue,
    period: tuple[datetime, datetime],
    console: Console,
) -> Trial:
    language = request.language
    progress = bar(console)
    try:
        desk = Desk.look(request.url)
    except OldDatabase as old:
        raise _Unusable(message("TRIAL-OLD", language, found=old.found, known=old.known)) from old
    try:
        with progress, desk.ask() as reader:
            task = progress.add_task(message("TRIAL-WORKING", language), total=None)
            return try_law(
                reader,
                changed,
                *period,
                lambda done, all_: progress.update(task, completed=done, total=all_),
            )
    except LawGap as gap:
        told = message("TRIAL-GAP", language, case=gap.case_no, key=gap.key)
        raise _Unusable(told) from gap
    finally:
        desk.close()


def _period(request: TrialRequest) -> tuple[datetime, datetime]:
    """Return the first and the last instant of the period; both days count."""
    told = {"since": request.since or "…", "until": request.until or "…"}
    wrong = _Unusable(message("TRIAL-PERIOD", request.language, **told))
    try:
        first = date.fromisoformat(request.since) if request.since else _FIRST
        last = date.fromisoformat(request.until) if request.until else _LAST
    except ValueError as error:
        raise wrong from error
    if not _FIRST <= first <= last <= _LAST:
        raise wrong
    return _midnight(first), _midnight(last + timedelta(days=1)) - timedelta(microseconds=1)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), SHANGHAI).astimezone(UTC)


def _tables(
    trial: Trial, law: Catalogue, language: str, money: Callable[[int], object]
) -> Iterator[tuple[str, Sequence[str], list[list[object]]]]:
    findings = [_finding(each, law, language) for each in trial.findings]
    yield message("TRIAL-TITLE-FINDINGS", language), _columns(_FINDING, language), findings
    charges = [_charge(each, law, language, money) for each in trial.charges]
    yield message("TRIAL-TITLE-CHARGES", language), _columns(_CHARGE, language), charges


def _columns(names: Sequence[str], language: str) -> list[str]:
    return [message(f"TRIAL-COL-{name}", language) for name in names]


def _finding(found: OtherFinding, law: Catalogue, language: str) -> list[object]:
    return [
        *_case(found, law, language),
        message(f"TRIAL-STAGE-{found.stage}", language),
        found.code,
        _levels(found.before, language),
        _levels(found.after, language),
        message(f"TRIAL-END-{found.ends}", language),
    ]


def _charge(
    charge: OtherCharge, law: Catalogue, language: str, money: Callable[[int], object]
) -> list[object]:
    line = message(f"TRIAL-LINE-{charge.line}", language)
    return [*_case(charge, law, language), line, money(charge.before), money(charge.after)]


def _case(of: OtherFinding | OtherCharge, law: Catalogue, language: str) -> tuple[str, ...]:
    item = law.items[of.item]
    name = item.name if language == "zh" else item.name_en
    return of.case_no, of.item, name, of.at.astimezone(SHANGHAI).date().isoformat()


def _levels(levels: Sequence[str], language: str) -> str:
    if not levels:
        return "—"
    told = [
        (message(f"TRIAL-LEVEL-{level}", language), levels.count(level))
        for level in dict.fromkeys(levels)
    ]
    return ", ".join(word if count == 1 else f"{word} ×{count}" for word, count in told)


def _table(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> Table:
    table = Table(title=title)
    for place, column in enumerate(columns):
        if place != _NAME:  # a terminal is narrow; the workbook has the names
            table.add_column(column, no_wrap=True)
    for row in rows:
        table.add_row(*(str(value) for place, value in enumerate(row) if place != _NAME))
    return table


def _write(out: Path, trial: Trial, law: Catalogue, request: TrialRequest) -> None:
    with open_workbook(out) as book:
        told = [[line] for line in summary(trial, request)]
        write_sheet(book, message("TRIAL-TITLE-SUMMARY", request.language), told)
        for title, columns, rows in _tables(trial, law, request.language, yuan):
            write_sheet(book, title, [columns, *rows])
