"""Workbooks of a list: an empty one to fill in, and the same list back with what became of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import xlsxwriter

from desk.workflow.batch.checking import ListOutcome
from desk.workflow.batch.columns import OUTCOMES, Column, columns_of, outcome_columns
from desk.workflow.batch.problems import Problem
from desk.workflow.batch.sheet import MOST_ROWS, SheetRow
from forms.catalogue import Catalogue
from forms.fields import FieldKind
from forms.items import Item
from forms.messages import message

_TEXT = {"num_format": "@", "valign": "top"}
_FORMATS = {
    "text": _TEXT,
    "wrapped": {**_TEXT, "text_wrap": True},
    "wrong": {**_TEXT, "bg_color": "#FFE699"},
    "head": {**_TEXT, "bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True},
    "must": {**_TEXT, "bold": True, "bg_color": "#FCE4D6", "border": 1, "text_wrap": True},
}
_WIDTHS = {
    "units": 32,
    "right": 40,
    "holder": 24,
    "holder_id_number": 24,
    "obligor": 30,
    "obligor_id_number": 24,
    "materials": 24,
    "reason": 22,
    "case_no": 16,
    "problem": 90,
}
_WIDTH = 16
_SEVERAL = frozenset({"holder_id_type", "obligor_id_type", "materials"})
"""Columns in which several words may stand in one cell."""

_LONGEST = 32_000  # characters that a cell of a workbook holds
_CHOICES_FIT = 255  # characters of a list of choices in a workbook


def write_template(path: Path, item: Item, catalogue: Catalogue, language: str) -> None:
    """Write an empty list of an item, with a second sheet that says what stands in each column."""
    columns = columns_of(item, catalogue)
    with _workbook(path) as (book, formats):
        sheet = book.add_worksheet(message("LIST-SHEET", language))
        for place, column in enumerate(columns):
            sheet.set_column(place, place, _WIDTHS.get(column.key, _WIDTH), formats["text"])
            how = formats["must" if column.required else "head"]
            sheet.write_string(0, place, column.heading(language), how)
            _offer(sheet, place, column, language)
        sheet.freeze_panes(1, 1)
        _explain(
            book.add_worksheet(message("LIST-HELP-SHEET", language)), columns, language, formats
        )


def write_outcome(path: Path, outcome: ListOutcome, language: str) -> None:
    """Write the list back as it was, each row in its line, with case numbers and problems."""
    read = outcome.read
    keys = {place: key for key, place in read.places.items()}
    kept = [place for place in range(len(read.sheet.headings)) if keys.get(place) not in OUTCOMES]
    told: dict[int, list[Problem]] = defaultdict(list)
    for problem in outcome.problems:
        told[problem.line].append(problem)
    columns = {column.key: column for column in read.columns}
    with _workbook(path) as (book, formats):
        sheet = book.add_worksheet(message("LIST-SHEET", language))
        _write_headings(sheet, outcome, kept, language, formats)
        for row in read.sheet.rows:
            wrong = {read.places.get(problem.column or "") for problem in told[row.line]}
            _write_row(sheet, row, kept, wrong, formats)
            number = (outcome.case_numbers or {}).get(row.line, "")
            said = "\n".join(sentence(each, columns, language) for each in told[row.line])
            sheet.write_string(row.line - 1, len(kept), number, formats["text"])
            sheet.write_string(row.line - 1, len(kept) + 1, said[:_LONGEST], formats["wrapped"])


def sentence(problem: Problem, columns: Mapping[str, Column], language: str) -> str:
    """Say what is wrong in a row, the column named before it."""
    column = columns.get(problem.column or "")
    text = problem.text(language)
    if column is None:
        return text
    return message("LIST-AT", language, column=column.heading(language), text=text)


@contextmanager
def _workbook(path: Path) -> Iterator[tuple[Any, Mapping[str, Any]]]:
    """Open a workbook beside its place and move it there when it is whole."""
    making = path.with_name(f".{path.name}.making")
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    try:
        with xlsxwriter.Workbook(str(making), options) as book:
            yield book, {name: book.add_format(how) for name, how in _FORMATS.items()}
        making.replace(path)
    finally:
        making.unlink(missing_ok=True)


def _write_headings(
    sheet: Any,
    outcome: ListOutcome,
    kept: Sequence[int],
    language: str,
    formats: Mapping[str, Any],
) -> None:
    read = outcome.read
    keys = {place: key for key, place in read.places.items()}
    named = [(keys[place], read.sheet.headings[place]) for place in kept]
    named += [(column.key, column.heading(language)) for column in outcome_columns()]
    for place, (key, heading) in enumerate(named):
        sheet.set_column(place, place, _WIDTHS.get(key, _WIDTH), formats["text"])
        sheet.write_string(read.sheet.line - 1, place, heading, formats["head"])
    sheet.freeze_panes(read.sheet.line, 1)


def _write_row(
    sheet: Any,
    row: SheetRow,
    kept: Sequence[int],
    wrong: set[int | None],
    formats: Mapping[str, Any],
) -> None:
    for to, place in enumerate(kept):
        text = row.cells[place].text if place < len(row.cells) else ""
        sheet.write_string(row.line - 1, to, text, formats["wrong" if place in wrong else "text"])


def _offer(sheet: Any, place: int, column: Column, language: str) -> None:
    """Let a cell be chosen from the words of its column, where there is one word a cell."""
    words = [choice.zh if language == "zh" else choice.en for choice in column.choices]
    if words and column.key not in _SEVERAL and len(",".join(words)) < _CHOICES_FIT:
        rule = {"validate": "list", "source": words, "error_type": "warning"}
        sheet.data_validation(1, place, MOST_ROWS, place, rule)


def _explain(
    sheet: Any, columns: Sequence[Column], language: str, formats: Mapping[str, Any]
) -> None:
    titles = [
        message(f"LIST-HELP-{name}", language) for name in ("column", "must", "sample", "note")
    ]
    for place, (title, width) in enumerate(zip(titles, (30, 12, 44, 90), strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, title, formats["head"])
    for line, column in enumerate(columns, start=1):
        must = message("LIST-MUST", language) if column.required else ""
        sample = _in_words(column, language)
        told = (column.heading(language), must, sample, _note(column, language))
        for place, text in enumerate(told):
            sheet.write_string(line, place, text, formats["wrapped"])
    sheet.freeze_panes(1, 0)


def _in_words(column: Column, language: str) -> str:
    """Return the example of a column in the language of the sheet."""
    if language == "zh":
        return column.sample
    return next((c.en for c in column.choices if c.zh == column.sample), column.sample)


def _note(column: Column, language: str) -> str:
    if column.field is None:
        words = "、".join(f"{c.code} {c.zh if language == 'zh' else c.en}" for c in column.choices)
        return "\n".join(filter(None, (message(f"LIST-NOTE-{column.key}", language), words)))
    if column.field.kind is FieldKind.DATE:
        return message("LIST-NOTE-date", language)
    hint = column.field.hint_zh if language == "zh" else column.field.hint_en
    words = "、".join(c.zh if language == "zh" else c.en for c in column.choices)
    return "\n".join(filter(None, (hint, words)))
