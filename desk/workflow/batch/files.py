"""Reading a list from a workbook or a text file; a hostile file is refused, never evaluated."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from desk.workflow.batch.problems import refuse_list
from desk.workflow.batch.sheet import (
    LARGEST_FILE,
    MOST_COLUMNS,
    Cell,
    Sheet,
    checked_cell,
    sheet_of,
)

MOST_UNPACKED = 100_000_000  # bytes of all parts of a workbook
MOST_PARTS = 1_000
LOST_DIGITS = 10**15  # a spreadsheet keeps fifteen digits of a number, the rest become zeros
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ENCODINGS = ("utf-8-sig", "gb18030")
_SEPARATORS = ",;\t，；"
_UNREADABLE = (
    zipfile.BadZipFile,
    InvalidFileException,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    EOFError,
    RuntimeError,  # a part that is locked with a passphrase
    NotImplementedError,
)
"""Whatever a broken workbook makes of the library that reads it."""


def read_list(file: Path) -> Sheet:
    """Read the first sheet of a workbook, or a csv file; what it is, its content decides."""
    try:
        size = file.stat().st_size
        content = file.read_bytes() if file.is_file() and size <= LARGEST_FILE else b""
    except OSError as error:
        raise refuse_list("LIST-NO-FILE", file=file) from error
    if not file.is_file():
        raise refuse_list("LIST-NO-FILE", file=file)
    if size > LARGEST_FILE:
        raise refuse_list("LIST-LARGE", most=LARGEST_FILE // 1_000_000)
    if content.startswith(_OLD):
        raise refuse_list("LIST-OLD")
    return _workbook(content) if content.startswith(_ZIP) else _text(content)


def _workbook(content: bytes) -> Sheet:
    try:
        _require_harmless(content)
        book = load_workbook(
            io.BytesIO(content), read_only=True, data_only=False, keep_vba=False, keep_links=False
        )
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what a file says of its own size is not trusted
        return sheet_of(
            [_cell(cell) for cell in row] for row in sheet.iter_rows(max_col=MOST_COLUMNS + 1)
        )
    except _UNREADABLE as error:
        raise refuse_list("LIST-UNREADABLE") from error


def _require_harmless(content: bytes) -> None:
    """Refuse what unpacks to more than any list has, and parts that declare entities."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        infos = parts.infolist()
        if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_UNPACKED:
            raise refuse_list("LIST-BOMB")
        for info in infos:
            if info.filename.endswith((".xml", ".rels")) and _declares(parts.read(info)):
                raise refuse_list("LIST-BOMB")


def _declares(part: bytes) -> bool:
    return b"<!DOCTYPE" in part.replace(b"\0", b"")


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return Cell()
    if cell.data_type == "f":
        return Cell(text=f"={str(value).removeprefix('=')}"[:200], fault="LIST-FORMULA")
    if cell.data_type == "e":
        return Cell(text=str(value), fault="LIST-CELL-ERROR")
    if isinstance(value, int | float) and not isinstance(value, bool):
        lost = "LIST-CELL-DIGITS" if abs(value) >= LOST_DIGITS else None
        return Cell(text=_figures(value), fault=lost)
    return checked_cell(_plain(value))


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return value.isoformat() if isinstance(value, date) else str(value)


def _figures(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)


def _text(content: bytes) -> Sheet:
    text = _decoded(content)
    separator = _separator(text)
    try:
        return sheet_of(_cells(text, separator))
    except csv.Error as error:
        raise refuse_list("LIST-UNREADABLE") from error


def _cells(text: str, separator: str) -> Iterator[Sequence[Cell]]:
    for record in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
        yield [checked_cell(value) for value in record]


def _decoded(content: bytes) -> str:
    for encoding in _ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise refuse_list("LIST-UNREADABLE")


def _separator(text: str) -> str:
    """Return the sign that stands between the headings."""
    heading = next((line for line in text.splitlines() if line.strip()), "")
    return max(_SEPARATORS, key=heading.count)
