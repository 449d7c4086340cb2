"""Rows of a form whose label is also the name that a screen reader says."""

from PySide6.QtWidgets import QFormLayout, QWidget


def add_rows(form: QFormLayout, *rows: tuple[str, QWidget]) -> None:
    """Add label and editor of each row to a form."""
    for label, editor in rows:
        editor.setAccessibleName(label)
        form.addRow(label, editor)
