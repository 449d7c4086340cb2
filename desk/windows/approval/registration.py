"""A04 登簿: the register before and after; Ctrl+Enter enters the case."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk.windows.approval.register_view import RegisterView
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.application_text import bundle_text
from desk.windows.parts.banner import Banner
from desk.windows.parts.case_columns import case_columns
from desk.windows.parts.office import Office
from desk.windows.parts.own_hand import OwnHand
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Listing
from desk.workflow.answers import Answer, BundleAnswer, RegisterAnswer, Touched
from desk.workflow.commands import Command, RegisterBundle, RegisterCase
from desk.workflow.errors import DeskError
from desk.workflow.queries.case_rows import CaseRow
from desk.workflow.queries.register import RegisterChange, register_change
from desk.workflow.queries.stages import in_state
from desk.workflow.reader import Reader
from desk.workflow.rules.bundles import Member
from desk.workflow.stages import OPEN


class RegistrationScreen(QWidget):
    """Approved cases on the left, what each would change on the right."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self._seen: UUID | None = None
        self.banner = Banner()
        self.title = QLabel(self.tr("Entry in the register"))
        self.title.setProperty("role", "title")
        self.cases = Listing[CaseRow](
            case_columns(place=False),
            self.tr("Nothing is approved. F5 looks again."),
            self.tr("Approved cases"),
            key=lambda row: row.case_id,
        )
        self.change = RegisterView()
        self.bundle = QLabel()
        self.bundle.setWordWrap(True)
        self.bundle.hide()
        self._bundle: tuple[Member, ...] = ()
        self.own_hand = OwnHand(office)
        self.register = make_action(self, "register", self._register)
        self.register.setEnabled(False)
        self.cases.chosen.connect(self._choose)
        self._lay_out()

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Return what makes this screen stale."""
        return frozenset({Touched.REGISTER, Touched.POOL})

    @property
    def first(self) -> QWidget:
        """Return the list."""
        return self.cases.view

    @property
    def acts(self) -> Sequence[QAction]:
        """Return the one act."""
        return (self.register,)

    def open(self, subject: object) -> None:
        """Show what is approved, the given case in front."""
        self.cases.want(subject)
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        self._office.look(
            self, lambda reader, now: in_state(reader, ("approved",), now), self._show
        )

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.cases, 1)
        right = QVBoxLayout()
        right.addWidget(self.bundle)
        right.addWidget(self.change, 1)
        middle.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.own_hand)
        foot.addWidget(make_button(self.register, main=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(self.banner)
        layout.addLayout(middle, 1)
        layout.addLayout(foot)

    def _show(self, rows: list[CaseRow]) -> None:
        self.cases.show_rows(rows)
        if not rows:
            self._seen = None
            self.register.setEnabled(False)
            self.change.show_change(None)
            self._show_bundle(())

    def _choose(self, row: CaseRow | None) -> None:
        if row is None:
            return
        case_id = row.case_id
        if self._seen != case_id:
            self.register.setEnabled(False)  # nothing is entered before its change was shown

        def ask(reader: Reader, now: datetime) -> RegisterChange | None:
            return register_change(reader, case_id, now)

        def shown(change: RegisterChange | None) -> None:
            current = self.cases.current()
            if current is not None and current.case_id == case_id:
                self._seen = case_id
                self.change.show_change(change)
                self._show_bundle(change.bundle if change else ())
                self.register.setEnabled(change is not None)

        self._shell.show_case(f"{row.case_no or ''}  {row.parties}", row.clock)
        self._office.look(self, ask, shown)

    def _register(self) -> None:
        row = self.cases.current()
        if row is None or not self.register.isEnabled():
            return
        self.own_hand.prove(lambda how: self._enter(row, how), self._say_wrong)

    def _enter(self, row: CaseRow, how: str) -> None:
        self.register.setEnabled(False)
        evidence = {} if how == "none" else {"confirmed": how}
        command: Command = RegisterCase(case_id=row.case_id, seen=row.n, evidence=evidence)
        if self._together():
            command = RegisterBundle(bundle_id=self._bundle[0].bundle_id, evidence=evidence)
        self._office.do(self, command, self._registered, self._refused)

    def _say_wrong(self, words: str) -> None:
        self.banner.say("error", words)

    def _together(self) -> bool:
        """Tell whether others of the bundle are still to be entered with this case."""
        return sum(member.state in OPEN for member in self._bundle) > 1

    def _show_bundle(self, members: tuple[Member, ...]) -> None:
        self._bundle = members
        self.bundle.setVisible(bool(members))
        self.bundle.setText(bundle_text(members))

    def _registered(self, answer: Answer) -> None:
        if isinstance(answer, BundleAnswer):
            entered = [number for case in answer.cases for number in case.numbers]
            self._say_entered(entered)
        if isinstance(answer, RegisterAnswer):
            self._say_entered(answer.numbers)
        self.reload()

    def _say_entered(self, numbers: Sequence[str]) -> None:
        self.banner.say("done", self.tr("Entered. {0}").format("、".join(numbers)).strip())

    def _refused(self, error: DeskError) -> None:
        self.banner.refuse(error)
        self.reload()
