"""A01 待审池: the shared pool in the order in which it is handed out, and who holds what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desk.windows.approval.pool_columns import claim_columns, pool_columns
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.chooser import Chooser
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Listing
from desk.windows.parts.words import code_word
from desk.workflow.answers import Answer, CaseAnswer, HandedOverAnswer, Touched
from desk.workflow.commands import ClaimCase, ReleaseClaim
from desk.workflow.errors import DeskError
from desk.workflow.queries.people import PersonRow, staff
from desk.workflow.queries.pool import Claim, PoolRow, Skipper, claims, many_skips, pool
from desk.workflow.reader import Reader
from desk.workflow.review_commands import HandOverClaims, SkipCase, TakeBackClaims
from forms.catalogue import delivered


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The pool at one moment: what waits, what is held, who passed much over."""

    waiting: tuple[PoolRow, ...]
    held: tuple[Claim, ...]
    skippers: tuple[Skipper, ...]
    now: datetime


class PoolScreen(QWidget):
    """G hands out the most urgent case; one's own acceptances are passed over."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self._now = office.clock.now()
        self.banner = Banner()
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.why = QLabel()
        self.why.setProperty("role", "muted")
        self.why.setWordWrap(True)
        self.waiting = Listing[PoolRow](
            pool_columns(),
            self.tr("The pool is empty. F5 looks again."),
            self.tr("Pool"),
            key=lambda row: row.case.case_id,
        )
        self.mine = self._claims(
            self.tr("Nothing claimed. Press G for the next case."), self.tr("Mine")
        )
        self.held = self._claims(self.tr("Nobody else holds a case."), self.tr("Held by others"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("why a claim is broken or handed over"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.claim = make_action(self, "claim", self._claim)
        self.skip = make_action(self, "skip", self._skip)
        self.break_claim = make_action(self, "break_claim", self._break)
        self.leave = make_action(self, "leave_desk", self._leave)
        self.back = make_action(self, "back_at_desk", self._back)
        self.mine.opened.connect(lambda row: shell.go("A02", row.case.case_id))
        self._lay_out()

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Return what makes this screen stale."""
        return frozenset({Touched.POOL, Touched.CASES})

    @property
    def first(self) -> QWidget:
        """Return the list to work from."""
        return self.mine.view if self.mine.model.rows else self.waiting.view

    @property
    def acts(self) -> Sequence[QAction]:
        """Return the acts on pool and claims."""
        return (self.claim, self.skip, self.leave, self.back, self.break_claim)

    def open(self, subject: object) -> None:
        """Show the pool as it stands."""
        self.reload()

    def reload(self) -> None:
        """Read the pool again."""
        login = self._office.person.login

        def ask(reader: Reader, now: datetime) -> Standing:
            return Standing(
                waiting=tuple(pool(reader, login, now)),
                held=tuple(claims(reader, now)),
                skippers=tuple(many_skips(reader, now)),
                now=now,
            )

        self._office.look(self, ask, self._show)

    def _claims(self, empty: str, name: str) -> Listing[Claim]:
        return Listing[Claim](
            claim_columns(lambda: self._now), empty, name, key=lambda row: row.case.case_id
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(make_button(self.skip))
        head.addWidget(make_button(self.claim, main=True))
        lower = QHBoxLayout()
        lower.setSpacing(16)
        lower.addWidget(self.mine, 1)
        lower.addWidget(self.held, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.reason, 1)
        for action in (self.break_claim, self.leave, self.back):
            foot.addWidget(make_button(action))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.banner)
        layout.addLayout(head)
        layout.addWidget(self.why)
        layout.addWidget(self.waiting, 3)
        layout.addLayout(lower, 2)
        layout.addLayout(foot)

    def _show(self, found: Standing) -> None:
        self._now = found.now
        login, roles = self._office.person.login, self._office.person.roles
        self.title.setText(self.tr("{0} in the pool").format(len(found.waiting)))
        self.waiting.show_rows(found.waiting)
        mine = [row for row in found.held if row.login == login]
        self.mine.show_rows(mine)
        self.held.show_rows([row for row in found.held if row.login != login])
        self.why.setText(self._said(found))
        may = "approver" in roles
        self.claim.setEnabled(may and any(row.next for row in found.waiting))
        self.skip.setEnabled(may and bool(found.waiting))
        self.leave.setEnabled(may and bool(mine))
        self.back.setEnabled(may)
        self.break_claim.setEnabled("supervisor" in roles and bool(found.held))

    def _said(self, found: Standing) -> str:
        lines = []
        first = next((row for row in found.waiting if row.next), None)
        if first is not None:
            over = sum(1 for row in found.waiting[: found.waiting.index(first)])
            text = self.tr("Next: {0}, because it has the least time left to its limit")
            if over:
                text += self.tr("; {1} before it are yours or were passed over by you")
            lines.append(text.format(first.case.case_no or "", over))
        if "supervisor" in self._office.person.roles:
            lines += [
                self.tr("{0} passed over {1} cases today").format(one.name, one.times)
                for one in found.skippers
            ]
        return "    ".join(lines)

    def _claim(self) -> None:
        self.claim.setEnabled(False)
        self._office.do(self, ClaimCase(), self._claimed, self._refused)

    def _claimed(self, answer: Answer) -> None:
        if isinstance(answer, CaseAnswer):
            self._shell.go("A02", answer.case_id)

    def _skip(self) -> None:
        row = self.waiting.current()
        if row is None:
            return
        entries = delivered().codes["skip_reason"].entries
        reasons = [(code_word("skip_reason", entry.code), entry.code) for entry in entries]
        question = self.tr("Why do you pass {0} over today? Three a day are told the supervisor.")

        def chosen(reason: str | None) -> None:
            if reason is not None:
                self.skip.setEnabled(False)  # until the pool is read again
                command = SkipCase(case_id=row.case.case_id, seen=row.case.n, reason=reason)
                self._office.do(self, command, self._told, self._refused)

        Chooser(
            self.tr("Pass it over"),
            question.format(row.case.case_no or ""),
            reasons,
            chosen,
            self,
        ).open()

    def _break(self) -> None:
        row = self.held.current() or self.mine.current()
        if row is None or not self._has_reason():
            return
        command = ReleaseClaim(
            case_id=row.case.case_id, seen=row.case.n, reason=self.reason.text().strip()
        )
        self._office.do(self, command, self._told, self._refused, self.break_claim)

    def _leave(self) -> None:
        if not self._has_reason():
            return

        def ask(reader: Reader, _now: datetime) -> list[PersonRow]:
            return staff(reader)

        self._office.look(self, ask, self._ask_colleague)

    def _ask_colleague(self, people: list[PersonRow]) -> None:
        own, reason = self._office.person.login, self.reason.text().strip()
        colleagues = [
            (f"{one.login}  {one.name}", one.login)
            for one in people
            if one.active and "approver" in one.roles and one.login != own
        ]

        def chosen(login: str | None) -> None:
            if login is not None:
                command = HandOverClaims(to=login, reason=reason)
                self._office.do(self, command, self._told, self._refused)

        question = self.tr("Who goes on with all your claims and drafts?")
        Chooser(self.tr("Hand over"), question, colleagues, chosen, self).open()

    def _back(self) -> None:
        self._office.do(self, TakeBackClaims(), self._told, self._refused, self.back)

    def _has_reason(self) -> bool:
        if self.reason.text().strip():
            return True
        self.banner.say("error", self.tr("Say why below, then press again. Nothing was changed."))
        self.reason.setFocus()
        return False

    def _told(self, answer: Answer) -> None:
        self.reason.clear()
        if isinstance(answer, HandedOverAnswer):
            text = self.tr("✓ {0} cases and {1} drafts changed hands, {2} went to the pool.")
            told = text.format(len(answer.cases), answer.drafts, len(answer.to_pool))
            self.banner.say("done", told)
        elif answer.findings:
            self.banner.say_findings("info", answer.findings)
        self.reload()

    def _refused(self, error: DeskError) -> None:
        self.banner.refuse(error)
        self.reload()
