"""A case of the outbox that somebody else accepted meanwhile: what differs, and mine taken out."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk.windows.recovery.versions_table import versions_table
from desk.workflow.services.drafts import Choice

SIZE = (860, 440)


class AcceptedDialog(QDialog):
    """Theirs stands in the register's own file; Ctrl+Enter takes mine out, Esc leaves it."""

    def __init__(self, told: str, choices: Sequence[Choice], item: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Accepted by somebody else"))
        self.told = QLabel(told)
        self.told.setWordWrap(True)
        titles = (self.tr("Field"), self.tr("Mine"), self.tr("Accepted"))
        self.table = versions_table(choices, item, titles)
        self.table.setAccessibleName(self.tr("What differs"))
        self.confirm = QPushButton(self.tr("Leave theirs, take mine out  Ctrl+Enter"))
        self.confirm.setProperty("main", True)
        self.confirm.setAutoDefault(False)
        self.confirm.setShortcut("Ctrl+Return")
        self.confirm.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.confirm)
        layout = QVBoxLayout(self)
        layout.addWidget(self.told)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        self.resize(*SIZE)
        self.table.setFocus()
