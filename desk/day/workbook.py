"""Workbooks to go on counting with; every text is a text cell, whatever it begins with."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

Rows = Iterable[Sequence[object]]


def open_workbook(path: Path) -> Any:
    """Return a new workbook, written when its `with` ends."""
    return xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})


def yuan(fen: int) -> float:
    """Return an amount as a workbook goes on counting with it."""
    return fen / 100


def write_sheet(book: Any, name: str, rows: Rows) -> None:
    """Add a sheet of rows."""
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 30, 18)
    for line, row in enumerate(rows):
        for column, value in enumerate(row):
            _cell(sheet, line, column, value)


def _cell(sheet: Any, line: int, column: int, value: object) -> None:
    """Write one cell: numbers as numbers, everything else as text and never as a formula."""
    if value is None:
        sheet.write_blank(line, column, None)
    elif isinstance(value, bool):
        sheet.write_boolean(line, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(line, column, value)
    else:
        sheet.write_string(line, column, _joined(value))


def _joined(value: object) -> str:
    if isinstance(value, Mapping):
        if "name" in value:
            share = f" {value['share']}" if value.get("share") else ""
            return f"{value['name']}{share}"
        return "；".join(f"{key} {part}" for key, part in value.items())
    if isinstance(value, list | tuple):
        return "；".join(_joined(part) for part in value)
    return str(value)
