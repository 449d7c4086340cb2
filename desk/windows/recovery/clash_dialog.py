"""Two hands on one entry: each field both changed is shown with both values, 1 mine, 2 theirs."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.windows.recovery.versions_table import versions_table
from desk.workflow.services.drafts import Choice

MINE, THEIRS = "mine", "theirs"
TAKEN = 3
SIZE = (860, 440)
COLUMN_OF = {MINE: 1, THEIRS: 2}


class ClashDialog(QDialog):
    """Nothing is chosen beforehand; Ctrl+Enter confirms once every field has its value."""

    def __init__(
        self, told: str, choices: Sequence[Choice], item: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Two versions of one entry"))
        self.choices = list(choices)
        self._item = item
        self.told = QLabel(told)
        self.told.setWordWrap(True)
        self.table = self._table()
        self.mine = self._button("1", self.tr("Mine"), MINE)
        self.theirs = self._button("2", self.tr("Theirs"), THEIRS)
        self.confirm = QPushButton(self.tr("Confirm  Ctrl+Enter"))
        self.confirm.setProperty("main", True)
        self.confirm.setAutoDefault(False)
        self.confirm.setShortcut("Ctrl+Return")
        self.confirm.clicked.connect(self.accept)
        self.open_ = QLabel()
        self.open_.setProperty("role", "muted")
        self._lay_out()
        self._show()
        self.table.selectRow(0)
        self.table.setFocus()

    @property
    def taken(self) -> Mapping[str, object]:
        """Return the value that was chosen for each field; None where the field stays empty."""
        return {c.path: c.theirs if c.taken == THEIRS else c.mine for c in self.choices}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the question and changes nothing: it is asked again."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)

    def _table(self) -> QTableWidget:
        titles = (self.tr("Field"), self.tr("1 Mine"), self.tr("2 Theirs"), self.tr("Taken"))
        table = versions_table(self.choices, self._item, titles)
        table.setAccessibleName(self.tr("Fields that both changed"))
        return table

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_, 1)
        for button in (self.mine, self.theirs, self.confirm):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.told)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        self.resize(*SIZE)

    def _button(self, key: str, word: str, whose: str) -> QPushButton:
        button = QPushButton(f"{key}  {word}")
        button.setAccessibleName(word)
        button.setAutoDefault(False)
        button.setShortcut(key)
        button.clicked.connect(lambda: self._take(whose))
        return button

    def _take(self, whose: str) -> None:
        row = self.table.currentRow()
        self.choices[row] = replace(self.choices[row], taken=whose)
        self._show()
        open_ = [n for n, choice in enumerate(self.choices) if not choice.taken]
        if open_:
            self.table.selectRow(open_[0])

    def _show(self) -> None:
        words = {MINE: self.tr("✓ mine"), THEIRS: self.tr("✓ theirs"), "": self.tr("○ open")}
        for row, choice in enumerate(self.choices):
            self._cell(row, TAKEN).setText(words[choice.taken])
            for whose, column in COLUMN_OF.items():
                font = self._cell(row, column).font()
                font.setBold(choice.taken == whose)
                self._cell(row, column).setFont(font)
        left = sum(not choice.taken for choice in self.choices)
        self.open_.setText(self.tr("{0} still to choose").format(left) if left else "")
        self.confirm.setEnabled(not left)

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        cell = self.table.item(row, column)
        assert cell is not None  # every cell is filled when the table is made
        return cell
