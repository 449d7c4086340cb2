"""The database is back, and the person came in by PIN: the passphrase opens it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desk.windows.parts.words import language
from desk.workflow.errors import DeskError
from forms.messages import message


class PassphraseDialog(QDialog):
    """Esc leaves the database shut and the entry as it is; sending in S05 asks again."""

    given = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The database is back"))
        told = QLabel(message("E-NET-001.passphrase", language()))
        told.setWordWrap(True)
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setPlaceholderText(self.tr("Passphrase of {0}").format(name))
        self.line.setAccessibleName(self.line.placeholderText())
        self.problem = QLabel()
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.open_ = QPushButton(self.tr("Open and send  Ctrl+Enter"))
        self.open_.setProperty("main", True)
        self.open_.setAutoDefault(False)
        self.open_.setShortcut("Ctrl+Return")
        self.open_.clicked.connect(self._give)
        self.line.returnPressed.connect(self._give)
        layout = QVBoxLayout(self)
        for part in (told, self.line, self.problem, self.open_):
            layout.addWidget(part)
        self.setMinimumWidth(460)

    def answer(self, right: bool) -> None:
        """Close where the passphrase was right, else let it be typed again."""
        self.open_.setEnabled(True)
        if right:
            self.accept()
            return
        self.problem.setText(
            self.tr("The passphrase is not right. Nothing was sent; type it again.")
        )
        self.line.setFocus()

    def refuse(self, error: DeskError) -> None:
        """Say why nothing could be checked: the database went away again."""
        self.open_.setEnabled(True)
        self.problem.setText(error.text(language()))

    def _give(self) -> None:
        text = self.line.text()
        self.line.clear()
        self.problem.clear()
        if text:
            self.open_.setEnabled(False)
            self.given.emit(text)
