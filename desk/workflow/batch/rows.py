"""Rows become applications; whatever is wrong with any cell of any row is told at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import cast

from desk.workflow.application import Application, CoOwnership
from desk.workflow.batch.cells import Cells
from desk.workflow.batch.columns import Column, columns_of, may_be_listed, places_of
from desk.workflow.batch.people import Owners, holders_in, obligors_in, owners_of
from desk.workflow.batch.problems import Problem, refuse_list
from desk.workflow.batch.sheet import Sheet, by_place
from desk.workflow.batch.values import answer_of, chosen, codes
from desk.workflow.reader import Reader
from forms.catalogue import Catalogue
from forms.checks import Refused
from forms.checks.names import clean_text
from forms.checks.unit_code import parse_unit_code
from forms.items import Item
from forms.schema import check_fields
from forms.typed import unit_codes


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """The application of one row, and what is wrong with its cells."""

    line: int
    application: Application
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadList:
    """A list that was read: its columns, their places, a row an application."""

    item: Item
    sheet: Sheet
    columns: tuple[Column, ...]
    places: Mapping[str, int]
    rows: tuple[ListRow, ...]


def item_of(catalogue: Catalogue, kind: str) -> Item:
    """Return the item of a list; ListRefused where there is none or rows cannot say it."""
    item = catalogue.items.get(kind)
    if item is None:
        raise refuse_list("LIST-KIND", kind=kind)
    if not may_be_listed(item):
        raise refuse_list("LIST-KIND-ALONE", kind=kind, item_zh=item.name, item_en=item.name_en)
    return item


def read_rows(sheet: Sheet, kind: str, reader: Reader, day: date) -> ReadList:
    """Read every row against the form of the item and the owners in the register."""
    catalogue = reader.setting.catalogue
    item = item_of(catalogue, kind)
    columns = columns_of(item, catalogue)
    places = places_of(columns, sheet)
    known = {column.key: column for column in columns}
    cells = [Cells(row.line, known, by_place(row.cells, places)) for row in sheet.rows]
    units = [_units(each) for each in cells]
    _tell_twice(cells, units)
    owners = owners_of(reader, [code for each in units for code in each], day)
    rows = (
        _row(each, codes_, item, owners, day) for each, codes_ in zip(cells, units, strict=True)
    )
    return ReadList(item=item, sheet=sheet, columns=columns, places=places, rows=tuple(rows))


def _row(cells: Cells, units: tuple[str, ...], item: Item, owners: Owners, day: date) -> ListRow:
    _tell_missing(cells)
    needed = any(side.role == "obligor" and side.min for side in item.applicants)
    application = Application(
        item=item.code,
        units=units,
        parties=(
            *obligors_in(cells, units, owners, day, needed=needed),
            *holders_in(cells, day),
        ),
        materials=codes(cells.text("materials")) or item.materials_required,
        right=cells.text("right") or None,
        co_ownership=_co_ownership(cells),
        reason=_reason(cells, item),
        fields=_fields(cells, item, day),
        confirmed=codes(cells.text("confirmed")),
    )
    order = list(cells.columns)
    problems = sorted(cells.problems.values(), key=lambda p: order.index(p.column or order[0]))
    return ListRow(line=cells.line, application=application, problems=tuple(problems))


def _tell_missing(cells: Cells) -> None:
    for key, column in cells.columns.items():
        if column.required and not cells.text(key):
            cells.wrong(key, Refused("V-REQUIRED"))


def _units(cells: Cells) -> tuple[str, ...]:
    found = unit_codes(cells.text("units"))
    tidy = (cells.tried("units", lambda text: parse_unit_code(text).text, code) for code in found)
    return tuple(read or code for read, code in zip(tidy, found, strict=True))


def _tell_twice(cells: Sequence[Cells], units: Sequence[tuple[str, ...]]) -> None:
    first: dict[str, int] = {}
    for each, codes_ in zip(cells, units, strict=True):
        for code in codes_:
            line = first.setdefault(code, each.line)
            if line != each.line:
                each.wrong("units", Refused("LIST-TWICE", line=line, unit=code))


def _co_ownership(cells: Cells) -> CoOwnership | None:
    text = cells.text("co_ownership")
    if not text:
        return None
    choices = cells.columns["co_ownership"].choices
    return cast(
        CoOwnership | None, cells.tried("co_ownership", lambda word: chosen(choices, word), text)
    )


def _reason(cells: Cells, item: Item) -> str:
    text = cells.text("reason")
    if not text:
        return item.reasons[0] if len(item.reasons) == 1 else ""
    return cells.tried("reason", clean_text, text) or text


def _fields(cells: Cells, item: Item, day: date) -> dict[str, object]:
    values: dict[str, object] = {}
    for key, column in cells.columns.items():
        text = cells.text(key)
        if column.field is None or not text:
            continue
        read = cells.tried(key, partial(answer_of, column.field.kind, column.choices, day), text)
        values[column.field.key] = text if read is None else read
    for problem in check_fields(item, values):
        cells.wrong(f"fields/{problem.field}", Refused(problem.code, **problem.facts))
    return values
