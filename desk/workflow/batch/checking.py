"""A list is judged as a whole: what is wrong with any row is told, or every row is accepted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from desk.workflow.act import Watch
from desk.workflow.answers import CasesAnswer
from desk.workflow.batch.problems import Problem
from desk.workflow.batch.rows import ListRow, ReadList, read_rows
from desk.workflow.batch.sheet import Sheet
from desk.workflow.clock import day_of
from desk.workflow.commands import AcceptList, BundledCase
from desk.workflow.desk import Desk
from desk.workflow.errors import Code, DeskError, Finding, Level
from desk.workflow.services.bundle import judge_list
from forms.messages import LANGUAGES, message

_PLACE = 1  # of the row in `cases/ROW/…`


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOutcome:
    """What became of a list: the problems of its rows, or a case number for each line."""

    read: ReadList
    problems: tuple[Problem, ...] = ()
    case_numbers: Mapping[int, str] | None = None  # none where nothing was kept


def check_list(
    desk: Desk,
    sheet: Sheet,
    kind: str,
    *,
    by: str,
    at: datetime | None = None,
    dry_run: bool = False,
    watch: Watch | None = None,
) -> ListOutcome:
    """Accept all rows of a list, or tell all that is wrong with any; a dry run keeps nothing.

    Raises ListRefused for what is no list, DeskError for what stands in the way of any list.
    """
    with desk.ask() as reader:
        read = read_rows(sheet, kind, reader, day_of(at or datetime.now(UTC)))
    command = AcceptList(cases=tuple(BundledCase(application=r.application) for r in read.rows))
    try:
        if any(row.problems for row in read.rows):
            # What cannot be read cannot be kept either: it is only judged.
            desk.rehearse(command, by=by, at=at, service=judge_list, watch=watch)
            return ListOutcome(read=read, problems=_told(read.rows, {}))
        if dry_run:
            desk.rehearse(command, by=by, at=at, watch=watch)
            return ListOutcome(read=read)
        answer = desk.do(command, by=by, at=at, watch=watch)
    except DeskError as refusal:
        return ListOutcome(read=read, problems=_told(read.rows, _by_row(refusal)))
    assert isinstance(answer, CasesAnswer)
    numbers = {row.line: c.case_no for row, c in zip(read.rows, answer.cases, strict=True)}
    return ListOutcome(read=read, case_numbers=numbers)


def _by_row(refusal: DeskError) -> dict[int, list[Finding]]:
    """Sort findings by the place of their row; what is about no row stands in the way of all."""
    found: dict[int, list[Finding]] = {}
    for finding in refusal.findings:
        parts = (finding.field or "").split("/")
        if parts[0] != "cases" or len(parts) <= _PLACE:
            raise refusal
        found.setdefault(int(parts[_PLACE]), []).append(finding)
    return found


def _told(rows: Sequence[ListRow], found: Mapping[int, Sequence[Finding]]) -> tuple[Problem, ...]:
    return tuple(
        problem
        for place, row in enumerate(rows)
        for problem in (*row.problems, *_of_register(row, found.get(place, ())))
    )


def _of_register(row: ListRow, findings: Sequence[Finding]) -> Iterator[Problem]:
    """Yield what the register and the rules say, but for what the cells themselves showed."""
    shown = {problem.column for problem in row.problems}
    for finding in findings:
        column = _column(row, finding)
        if column in shown or _repeats(finding, shown):
            continue
        if _is_side_missing(finding) and (len(findings) > 1 or shown):
            continue  # the owner lacks because the unit does
        yield Problem(line=row.line, column=column, code=finding.code, said=_said(finding))


def _is_side_missing(finding: Finding) -> bool:
    return finding.code == Code.FORM and (finding.field or "").endswith("/parties")


def _repeats(finding: Finding, shown: set[str | None]) -> bool:
    """Tell whether a finding repeats what is told of a person's number or of a unit."""
    if finding.code == "R14" and finding.facts.get("variant") == "digits":
        return bool(shown & {"holder_id_number", "obligor_id_number"})
    return finding.code == "R01" and "units" in shown


def _column(row: ListRow, finding: Finding) -> str | None:
    """Return the key of the column that a finding is about; none for the row as a whole."""
    parts = (finding.field or "").split("/")[_PLACE + 1 :]
    if not parts:
        return None
    if parts[0] in {"units", "right", "materials"}:
        return parts[0]
    if parts[0] != "parties":
        return f"fields/{parts[0]}"
    if len(parts) == 1:
        return None
    return row.application.parties[int(parts[1])].role


def _said(finding: Finding) -> dict[str, str]:
    return {language: _sentence(finding, language) for language in LANGUAGES}


def _sentence(finding: Finding, language: str) -> str:
    problem = finding.facts.get("problem")
    if problem is not None:
        return message(str(problem), language, **finding.facts)
    text = f"{finding.code} {finding.text(language)}"
    if finding.level is Level.CONFIRM:
        text += message("LIST-CONFIRM", language, code=finding.code)
    return text
