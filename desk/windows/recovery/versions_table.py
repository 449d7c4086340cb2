"""Two versions of one entry as a table: what is meant, mine, theirs."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from desk.windows.recovery.path_words import path_word, value_word
from desk.workflow.services.drafts import Choice


def versions_table(choices: Sequence[Choice], item: str, titles: Sequence[str]) -> QTableWidget:
    """Return a table of the fields; the second and third column share the room."""
    table = QTableWidget(len(choices), len(titles))
    table.setHorizontalHeaderLabels(list(titles))
    table.setWordWrap(True)
    table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # codes differ at their ends
    table.setTabKeyNavigation(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header = table.horizontalHeader()
    for column in range(len(titles)):
        shares = column in (1, 2)
        mode = QHeaderView.ResizeMode
        header.setSectionResizeMode(column, mode.Stretch if shares else mode.ResizeToContents)
    for row, choice in enumerate(choices):
        texts = (
            path_word(choice.path, item),
            value_word(choice.path, choice.mine),
            value_word(choice.path, choice.theirs),
        )
        for column in range(len(titles)):
            cell = QTableWidgetItem(texts[column] if column < len(texts) else "")
            cell.setToolTip(cell.text())
            table.setItem(row, column, cell)
    return table
