"""Two hands on one draft: each field both changed is shown with both values, 1 mine, 2 theirs."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.windows.parts.words import field_word
from desk.workflow.services.drafts import Choice

MINE, THEIRS = "mine", "theirs"


class ClashDialog(QDialog):
    """Nothing is chosen beforehand; it closes once every field has its value."""

    def __init__(self, told: str, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Two versions of one draft"))
        self.choices = list(choices)
        self.told = QLabel(told)
        self.told.setWordWrap(True)
        self.listing = QListWidget()
        self.listing.setWordWrap(True)
        self.listing.setAccessibleName(self.tr("Fields that both changed"))
        self.listing.addItems([""] * len(self.choices))
        self.mine = self._button("1", self.tr("Mine"), MINE)
        self.theirs = self._button("2", self.tr("Theirs"), THEIRS)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.mine)
        buttons.addWidget(self.theirs)
        layout = QVBoxLayout(self)
        layout.addWidget(self.told)
        layout.addWidget(self.listing, 1)
        layout.addLayout(buttons)
        self.resize(640, 360)
        self._show()
        self.listing.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the question and changes nothing: it is asked again at the next saving."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)

    def _button(self, key: str, word: str, whose: str) -> QPushButton:
        button = QPushButton(f"{key}  {word}")
        button.setAccessibleName(word)
        button.setAutoDefault(False)
        button.setShortcut(key)
        button.clicked.connect(lambda: self._take(whose))
        return button

    def _take(self, whose: str) -> None:
        row = self.listing.currentRow()
        self.choices[row] = replace(self.choices[row], taken=whose)
        self._show()
        open_ = [n for n, choice in enumerate(self.choices) if not choice.taken]
        if not open_:
            self.accept()
        else:
            self.listing.setCurrentRow(open_[0])

    def _show(self) -> None:
        for row, choice in enumerate(self.choices):
            name = field_word(choice.path.removeprefix("fields/"))
            text = self.tr("{0}   1 mine: {1}   2 theirs: {2}")
            said = text.format(name, _plain(choice.mine), _plain(choice.theirs))
            self.listing.item(row).setText(f"✓ {said}" if choice.taken else said)


def _plain(value: object) -> str:
    return "—" if value is None else str(value)
