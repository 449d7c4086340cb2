"""A02/A03: the application beside the register; approve, return, refuse or give back."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk.windows.approval.branches import BranchDialog, branches_in_words
from desk.windows.approval.register_view import RegisterView
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.application_text import application_text
from desk.windows.parts.banner import Banner
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.words import code_word, item_name
from desk.workflow.answers import Answer, Touched
from desk.workflow.commands import CaseCommand, DecideCase, ReleaseClaim, Verdict
from desk.workflow.errors import DeskError
from desk.workflow.queries.branches import BranchRow, branches_of
from desk.workflow.queries.cases import CaseView, case
from desk.workflow.queries.register import RegisterChange, register_change
from desk.workflow.reader import Reader

GROUNDS = ("1", "2", "3", "4")
APPROVAL_OPINION = "经审核，符合登记条件，同意登记。"
Found = tuple[CaseView | None, RegisterChange | None]


class ReviewScreen(QWidget):
    """One claimed case: everything to look at, then one decision."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self._case: UUID | None = None
        self._view: CaseView | None = None
        self.banner = Banner()
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.change = RegisterView()
        self.opinion = QPlainTextEdit(APPROVAL_OPINION)
        self.opinion.setAccessibleName(self.tr("Opinion"))
        self.opinion.setTabChangesFocus(True)
        self.opinion.setFixedHeight(self.opinion.fontMetrics().height() * 3)
        self.ground = QComboBox()
        self.ground.setAccessibleName(self.tr("Ground of refusal"))
        self.ground.addItem(self.tr("ground, to refuse only"), None)
        for code in GROUNDS:
            self.ground.addItem(f"{code}  {code_word('refusal_ground', code)}", code)
        self.approve = make_action(self, "approve", lambda: self._decide("approve"))
        self.give_back = make_action(self, "return", lambda: self._decide("return"))
        self.refuse = make_action(self, "refuse", lambda: self._decide("refuse"))
        self.release = make_action(self, "release", self._release)
        self.branches = make_action(self, "branches", self._open_branches)
        self.beside = QLabel()
        self.beside.setProperty("role", "muted")
        self.beside.setWordWrap(True)
        self._lay_out()

    @property
    def shown_of(self) -> frozenset[Touched]:
        """A case under review is not reloaded under the approver's eyes."""
        return frozenset()

    @property
    def first(self) -> QWidget:
        """Return the opinion."""
        return self.opinion

    @property
    def acts(self) -> Sequence[QAction]:
        """Return the decisions."""
        return (self.approve, self.give_back, self.refuse, self.release, self.branches)

    def open(self, subject: object) -> None:
        """Show a claimed case."""
        if isinstance(subject, UUID):
            self._case = subject
            self.banner.hide()
            self.opinion.setPlainText(APPROVAL_OPINION)
            self.ground.setCurrentIndex(0)
        self.reload()

    def reload(self) -> None:
        """Read the case again."""
        if self._case is None:
            self._show((None, None))
            return
        case_id = self._case

        def ask(reader: Reader, now: datetime) -> Found:
            return case(reader, case_id, now), register_change(reader, case_id, now)

        self._office.look(self, ask, self._show)
        self._tell_branches()

    def _tell_branches(self) -> None:
        case_id = self._case
        if case_id is None:
            self.beside.clear()
            return

        def told(rows: list[BranchRow]) -> None:
            self.beside.setText(branches_in_words(rows))
            self.beside.setVisible(bool(rows))

        self._office.look(self, lambda reader, _now: branches_of(reader, case_id), told)

    def _open_branches(self) -> None:
        if self._case is not None:
            BranchDialog(self._office, self._case, self._tell_branches, self).open()

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.told)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(area, 2)
        middle.addWidget(self.change, 3)
        foot = QHBoxLayout()
        for action in (self.give_back, self.refuse, self.release, self.branches):
            foot.addWidget(make_button(action))
        foot.addStretch(1)
        foot.addWidget(make_button(self.approve, main=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.title)
        layout.addWidget(self.beside)
        layout.addWidget(self.banner)
        layout.addLayout(middle, 1)
        layout.addWidget(self.opinion)
        layout.addWidget(self.ground)
        layout.addLayout(foot)

    def _show(self, found: Found) -> None:
        view, change = found
        self._view = view
        for action in self.acts:
            action.setEnabled(view is not None and view.row.state == "in_approval")
        self.change.show_change(change)
        if view is None:
            self.title.setText(self.tr("No case claimed. Press G in the pool."))
            self.told.clear()
            return
        self.title.setText(f"{view.row.case_no or ''}  {item_name(view.row.item)}")
        self._shell.show_case(self.title.text(), view.row.clock)
        self.told.setText(application_text(view))

    def _decide(self, verdict: Verdict) -> None:
        if self._view is None:
            return
        row = self._view.row
        command = DecideCase(
            case_id=row.case_id,
            seen=row.n,
            decision=verdict,
            opinion=self.opinion.toPlainText().strip(),
            ground=self.ground.currentData() if verdict == "refuse" else None,
        )
        self._send(command, "A04" if verdict == "approve" else "A01")

    def _release(self) -> None:
        if self._view is not None:
            row = self._view.row
            reason = self.tr("given back by the approver")
            self._send(ReleaseClaim(case_id=row.case_id, seen=row.n, reason=reason), "A01")

    def _send(self, command: CaseCommand, then: str) -> None:
        for action in self.acts:
            action.setEnabled(False)

        def answered(_answer: Answer) -> None:
            may_register = "registrar" in self._office.person.roles
            self._case = None
            self._shell.go(then if then != "A04" or may_register else "A01", command.case_id)

        self._office.do(self, command, answered, self._refused)

    def _refused(self, error: DeskError) -> None:
        self.banner.refuse(error)
        self.reload()
