"""The columns that lists of cases share."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from desk.windows.parts.marks import clock_text
from desk.windows.parts.tables import Column
from desk.windows.parts.words import item_name, stage_word
from desk.workflow.queries.case_rows import CaseRow

Row = TypeVar("Row")


def clock_column(of: Callable[[Row], CaseRow]) -> Column[Row]:
    """Return the clock of a row's case: its shape, its word and its minutes."""
    return Column(
        title=QCoreApplication.translate("case_columns", "Clock"),
        read=lambda row: clock_text(of(row).clock).text,
        clock=lambda row: clock_text(of(row).clock),
    )


def case_columns(*, stage: bool = False, place: bool = True) -> Sequence[Column[CaseRow]]:
    """Return clock, number, kind of business, parties, and what else a list wants."""
    translate = QCoreApplication.translate
    columns: list[Column[CaseRow]] = [
        clock_column(lambda row: row),
        Column(
            title=translate("case_columns", "Case"),
            read=lambda row: row.case_no or row.ticket or "",
        ),
    ]
    if stage:
        columns.append(
            Column(title=translate("case_columns", "Stage"), read=lambda row: stage_word(row.state))
        )
    columns.append(
        Column(
            title=translate("case_columns", "Business"),
            read=lambda row: item_name(row.item),
            stretches=not place,
        )
    )
    columns.append(
        Column(
            title=translate("case_columns", "Parties"),
            read=lambda row: row.parties,
            stretches=True,  # with the business where both must share a narrow list
        )
    )
    if place:
        columns.append(
            Column(
                title=translate("case_columns", "Window"),
                read=lambda row: str(row.window or ""),
                numbers=True,
            )
        )
    return columns
