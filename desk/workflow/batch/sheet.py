"""A list as it stands in its file: a heading, rows with the numbers a spreadsheet shows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desk.workflow.batch.problems import refuse_list

MOST_ROWS = 2_000
MOST_LINES = 100_000  # with the blank ones
MOST_COLUMNS = 100
LONGEST_CELL = 2_000  # characters
LARGEST_FILE = 20_000_000  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a cell holds as text; `fault` is the code of what makes it unusable."""

    text: str = ""
    fault: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One row under the heading, and its number in the file."""

    line: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The heading and every row that is not blank."""

    line: int  # of the heading
    headings: tuple[str, ...]
    rows: tuple[SheetRow, ...]


def sheet_of(lines: Iterable[Sequence[Cell]]) -> Sheet:
    """Make a sheet of the lines of a file; ListRefused where there is nothing or too much."""
    heading: tuple[int, tuple[str, ...]] | None = None
    rows: list[SheetRow] = []
    for line, cells in enumerate(lines, start=1):
        if line > MOST_LINES:
            raise refuse_list("LIST-LINES", most=MOST_LINES)
        kept = _trimmed(cells)
        if not kept:
            continue
        if len(kept) > MOST_COLUMNS:
            raise refuse_list("LIST-COLUMNS", line=line, most=MOST_COLUMNS)
        if heading is None:
            heading = line, tuple(cell.text for cell in kept)
        elif len(rows) == MOST_ROWS:
            raise refuse_list("LIST-ROWS", most=MOST_ROWS)
        else:
            rows.append(SheetRow(line=line, cells=kept))
    if heading is None or not rows:
        raise refuse_list("LIST-EMPTY")
    return Sheet(line=heading[0], headings=heading[1], rows=tuple(rows))


def place_name(place: int) -> str:
    """Return the letters by which a spreadsheet calls a column, counted from nothing: A, B, AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def by_place(cells: Sequence[Cell], places: Mapping[str, int]) -> dict[str, Cell]:
    """Return the cells of a row by the keys of their columns; a short row ends in blanks."""
    return {key: cells[place] if place < len(cells) else Cell() for key, place in places.items()}


def checked_cell(text: str, fault: str | None = None) -> Cell:
    """Make a cell of text; a formula and a text beyond all measure are faults."""
    text = text.strip()
    if fault is None and text.startswith("="):
        fault = "LIST-FORMULA"
    if fault is None and len(text) > LONGEST_CELL:
        fault = "LIST-CELL-LONG"
    return Cell(text=text[:LONGEST_CELL], fault=fault)


def _trimmed(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    kept = list(cells)
    while kept and not kept[-1].text and kept[-1].fault is None:
        kept.pop()
    return tuple(kept)
