"""The way of Enter through an acceptance: the fields that are keyed, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desk.windows.counter.parties import PartyRow
from desk.windows.parts.form_view import shown

if TYPE_CHECKING:
    from desk.windows.counter.entry import ApplicationEntry

WALKED = ("name", "id_number", "phone", "share", "address")
"""What Enter walks of a person; what is mostly right as it stands is reached with Tab."""


def walked(entry: ApplicationEntry) -> Iterator[tuple[str, QWidget]]:
    """Yield the fields in the order in which Enter walks them, each with its section."""
    for row in entry.parties.rows:
        for name in WALKED:
            yield "parties", row.cells[name].editor
    yield "property", entry.codes
    if entry.right.count() > 1:
        yield "property", entry.right
    yield "contract", entry.shared
    yield "contract", entry.reason
    for editor in entry.form.editors.values():
        yield "contract", editor
    if entry.questions.questions:
        yield "questions", entry.questions.table
    yield "materials", entry.materials
    for widget in entry.delivery.fields:
        yield "delivery", widget
    yield "check", entry.check.findings


def place_after(rows: Sequence[PartyRow], last: QWidget, widgets: Sequence[QWidget]) -> int | None:
    """Return the place in the walk that comes after a field, walked or beside the walk."""
    if last in widgets:
        return widgets.index(last) + 1
    row = next((row for row in rows if row.isAncestorOf(last)), None)
    if row is None:
        return None
    editors = [cell.editor for cell in row.cells.values()]
    if last not in editors:
        return None
    later = [one for one in editors[editors.index(last) :] if one in widgets]
    return widgets.index(later[0] if later else row.address) + (0 if later else 1)


def order_focus(entry: ApplicationEntry) -> None:
    """Let Tab walk as the eye does, rows that were added later too."""
    widgets = [cell.editor for row in entry.parties.rows for cell in row.cells.values()]
    seen = set(widgets)
    widgets += [widget for _, widget in walked(entry) if widget not in seen]
    for first, second in pairwise(widgets):
        QWidget.setTabOrder(first, second)


def is_empty_field(widget: QWidget) -> bool:
    """Tell whether a field waits to be keyed."""
    if isinstance(widget, QLineEdit | QComboBox | QPlainTextEdit):
        return not shown(widget)
    return False
