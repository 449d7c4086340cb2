"""常用语 1–9: phrases of a review, typed as a figure or written out."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from desk.windows.parts.words import code_word
from forms.catalogue import delivered

TABLE = "review_phrase"


def phrase_list() -> str:
    """Return all phrases with their figures, a line each, in the language of the screen."""
    entries = delivered().codes[TABLE].entries
    return "\n".join(f"{entry.code}  {code_word(TABLE, entry.code)}" for entry in entries)


def as_phrase(typed: str) -> str:
    """Return the phrase of a figure in Chinese, as papers say it; any other text as it is."""
    text, table = typed.strip(), delivered().codes[TABLE]
    return table.zh(text) if text in table.by_code else text


class NoteDialog(QDialog):
    """Asks for a note to one row: the figure of a phrase or any text; Esc writes none."""

    def __init__(self, row: str, kept: str, noted: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Note"))
        head = QLabel(row)
        head.setProperty("role", "section")
        head.setWordWrap(True)
        listed = QLabel(phrase_list())
        listed.setWordWrap(True)
        self.line = QLineEdit(kept)
        self.line.setAccessibleName(self.tr("Note"))
        self.line.setPlaceholderText(self.tr("1 to 9, or a text; Enter writes it"))
        self.line.selectAll()
        self.line.returnPressed.connect(self.accept)
        layout = QVBoxLayout(self)
        for part in (head, listed, self.line):
            layout.addWidget(part)
        self.accepted.connect(lambda: noted(as_phrase(self.line.text())))
        self.setMinimumWidth(460)
