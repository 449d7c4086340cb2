"""What happened, in place: refusals with their codes, questions to confirm, things done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desk.windows.parts.actions import ACTIONS, key_text
from desk.windows.parts.words import field_word, language
from desk.workflow.errors import DeskError, Finding, NeedsConfirmation
from forms.messages import message

DONE_MILLISECONDS = 6_000


def finding_text(finding: Finding) -> str:
    """Say a finding in the language of the screen, its code first; of a field what is wrong."""
    problem = finding.facts.get("problem")
    if isinstance(problem, str) and finding.field is not None:
        said = message(problem, language(), **finding.facts)
        return f"{finding.code}  {field_word(finding.field)}: {said}"
    return f"{finding.code}  {finding.text(language())}"


class Banner(QFrame):
    """One line or several at the top of a screen; it never takes the focus from the form."""

    said = Signal(str, str)  # level and text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._confirm = QPushButton()
        self._confirm.setAutoDefault(False)
        self._confirm.clicked.connect(self.confirm)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._confirm)
        self._go_on: Callable[[tuple[str, ...]], None] | None = None
        self._codes: tuple[str, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """Return what is said now; nothing while the banner is hidden."""
        return "" if self.isHidden() else self._text.text()

    def say(self, level: str, text: str) -> None:
        """Say something: error, ask, done or info; what was done goes away by itself."""
        self._timer.stop()
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self.setProperty("level", level)
        self.style().unpolish(self)
        self.style().polish(self)
        self._confirm.setVisible(level == "ask" and self._go_on is not None)
        self.show()
        self.said.emit(level, text)
        if level == "done":
            self._timer.start(DONE_MILLISECONDS)

    def say_findings(self, level: str, findings: Sequence[Finding]) -> None:
        """Say findings, a line each."""
        self.say(level, "\n".join(finding_text(finding) for finding in findings))

    def refuse(
        self, error: DeskError, go_on: Callable[[tuple[str, ...]], None] | None = None
    ) -> None:
        """Show a refusal; where it only asks, the answer goes on with the confirmed codes."""
        if isinstance(error, NeedsConfirmation) and go_on is not None:
            self._go_on, self._codes = go_on, error.codes
            spec = ACTIONS["confirm"]
            self._confirm.setText(f"{spec.title}  {key_text(spec)}")
            self.say_findings("ask", error.findings)
            return
        self._go_on = None
        self.say_findings("error", error.findings)

    def withdraw_question(self) -> None:
        """Take back what was asked: it is about something that is no longer so."""
        if self._go_on is not None:
            self._go_on = None
            self.hide()

    def confirm(self) -> bool:
        """Go on with what was asked; tell whether anything was."""
        go_on, self._go_on = self._go_on, None
        if go_on is not None:
            self.hide()
            go_on(self._codes)
        return go_on is not None
