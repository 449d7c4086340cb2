"""One row while it is read: its cells by column, and what is wrong with them."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from desk.workflow.batch.columns import Column
from desk.workflow.batch.problems import Problem
from desk.workflow.batch.sheet import Cell
from forms.checks import Refused

_Value = TypeVar("_Value")


class Cells:
    """The cells of one row; each column is told once, at the first thing that is wrong with it."""

    def __init__(self, line: int, columns: Mapping[str, Column], cells: Mapping[str, Cell]) -> None:
        self.line = line
        self.columns = columns
        self.problems: dict[str, Problem] = {}
        self._cells = cells
        for key, cell in cells.items():
            if cell.fault and key in columns:
                self.wrong(key, Refused(cell.fault))

    def text(self, column: str) -> str:
        """Return the text of a column; nothing where it lacks or cannot be used."""
        cell = self._cells.get(column, Cell())
        return "" if cell.fault else cell.text

    def wrong(self, column: str, refusal: Refused) -> None:
        """Keep what is wrong with a column."""
        problem = Problem(
            line=self.line, column=column, code=refusal.code, facts=dict(refusal.facts)
        )
        self.problems.setdefault(column, problem)

    def tried(self, column: str, read: Callable[[str], _Value], text: str) -> _Value | None:
        """Return what a text reads as; a refusal is kept."""
        try:
            return read(text)
        except Refused as refusal:
            self.wrong(column, refusal)
            return None
