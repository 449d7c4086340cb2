"""After a decision: what can still be taken back, what is printed, and which case is next."""

from collections.abc import Callable
from datetime import datetime, timedelta
from types import MappingProxyType
from uuid import UUID

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desk.windows.devices.printing_out import print_kept
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.office import Office
from desk.windows.parts.once import once
from desk.windows.parts.shell import Shell
from desk.windows.parts.words import item_name, stage_word
from desk.workflow.answers import Answer, CaseAnswer
from desk.workflow.commands import ClaimCase
from desk.workflow.errors import DeskError
from desk.workflow.queries.papers import PaperRow, papers_of
from desk.workflow.queries.pool import PoolRow, pool
from desk.workflow.reader import Reader
from desk.workflow.review_commands import RecallApproval
from desk.workflow.services.claims import RECALL

_LETTERS = MappingProxyType({"returned": "supplement_notice", "refused": "refusal_of_registration"})


class Concluded(QWidget):
    """A line under the title with the decision that was made and the acts that may follow it."""

    def __init__(
        self,
        office: Office,
        shell: Shell,
        banner: Banner,
        open_case: Callable[[object], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._office, self._shell, self._banner, self._open = office, shell, banner, open_case
        self._answer: CaseAnswer | None = None
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.recall = make_action(parent, "recall_approval", self._recall)
        self.enter = make_action(parent, "to_entry", self._enter)
        self.claim = make_action(parent, "claim_next", self._claim)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.said, 1)
        for action in (self.recall, self.enter):
            layout.addWidget(make_button(action))
        layout.addWidget(make_button(self.claim, main=True))
        self._too_late = once(self, lambda: self.recall.setEnabled(False))
        self.forget()

    @property
    def acts(self) -> tuple[QAction, ...]:
        """Return what may follow a decision."""
        return (self.recall, self.enter, self.claim)

    def forget(self) -> None:
        """A case is in hand again."""
        self._answer = None
        self._too_late.stop()
        for action in self.acts:
            action.setEnabled(False)
        self.hide()

    def approved(self, answer: CaseAnswer, title: str) -> None:
        """Offer to take the approval back within its minute, to enter the case, or the next one."""
        self.told(answer, title)
        if answer.state == "approved":
            self.recall.setEnabled(True)
            self._too_late.start(RECALL // timedelta(milliseconds=1))
            self.enter.setEnabled("registrar" in self._office.person.roles)

    def told(self, answer: CaseAnswer, title: str) -> None:
        """Say what was decided, print its letter, and look for the next case."""
        self._answer = answer
        self._tell(f"✓ {title}: {stage_word(answer.state)}")
        self.show()
        if answer.state in _LETTERS:
            self._print(answer.case_id, _LETTERS[answer.state])
        login = self._office.person.login

        def ask(reader: Reader, now: datetime) -> PoolRow | None:
            return next((row for row in pool(reader, login, now) if row.next), None)

        self._office.look(self, ask, self._offer)

    def _tell(self, text: str) -> None:
        self.said.setText(text)
        self.said.setAccessibleName(text)

    def _offer(self, row: PoolRow | None) -> None:
        if self._answer is None:
            return
        self.claim.setEnabled(row is not None)
        following = self.tr("The pool is empty.")
        if row is not None:
            name = f"{row.case.case_no or ''} {item_name(row.case.item)}"
            following = self.tr("Next: {0}").format(name)
        self._tell(f"{self.said.text()}    {following}")

    def _print(self, case_id: UUID, kind: str) -> None:
        def ask(reader: Reader, _now: datetime) -> PaperRow | None:
            letters = [row for row in papers_of(reader, case_id) if row.kind == kind]
            return letters[-1] if letters else None

        def send(row: PaperRow | None) -> None:
            if row is not None:
                print_kept(self._office, self, row.id, self._printed, self._not_printed)

        self._office.look(self, ask, send)

    def _printed(self, name: str) -> None:
        self._banner.say("done", self.tr("{0} is printed.").format(name))

    def _not_printed(self, why: str) -> None:
        self._banner.say("error", why)

    def _recall(self) -> None:
        if self._answer is None:
            return
        answer = self._answer
        command = RecallApproval(
            case_id=answer.case_id, seen=answer.n, reason=self.tr("taken back within a minute")
        )
        self.recall.setEnabled(False)
        self._office.do(self, command, lambda _done: self._open(answer.case_id), self._refused)

    def _enter(self) -> None:
        if self._answer is not None:
            self._shell.go("A04", self._answer.case_id)

    def _claim(self) -> None:
        self.claim.setEnabled(False)

        def claimed(answer: Answer) -> None:
            if isinstance(answer, CaseAnswer):
                self._open(answer.case_id)

        self._office.do(self, ClaimCase(), claimed, self._refused)

    def _refused(self, error: DeskError) -> None:
        self._banner.refuse(error)
