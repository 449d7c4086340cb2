"""A01 待审池: the shared pool in the order in which it is handed out."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.case_columns import case_columns
from desk.windows.parts.marks import clock_text
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Column, Listing
from desk.windows.parts.words import item_name
from desk.workflow.answers import Answer, CaseAnswer, Touched
from desk.workflow.commands import ClaimCase
from desk.workflow.errors import DeskError
from desk.workflow.queries.case_rows import CaseRow
from desk.workflow.queries.pool import PoolRow, claimed, pool
from desk.workflow.reader import Reader


class PoolScreen(QWidget):
    """G hands out the most urgent case; one's own acceptances are passed over."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self.banner = Banner()
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.mine = Listing[CaseRow](
            case_columns(),
            self.tr("Nothing claimed. Press G for the next case."),
            self.tr("Mine"),
            key=lambda row: row.case_id,
        )
        self.mine.setMaximumHeight(180)
        self.waiting = Listing[PoolRow](
            self._columns(),
            self.tr("The pool is empty. F5 looks again."),
            self.tr("Pool"),
            key=lambda row: row.case.case_id,
        )
        self.claim = make_action(self, "claim", self._claim)
        self.mine.opened.connect(lambda row: shell.go("A02", row.case_id))
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
        """Return the one act."""
        return (self.claim,)

    def open(self, subject: object) -> None:
        """Show the pool as it stands."""
        self.reload()

    def reload(self) -> None:
        """Read the pool again."""
        login = self._office.person.login

        def ask(reader: Reader, now: datetime) -> tuple[list[PoolRow], list[CaseRow]]:
            return pool(reader, login, now), claimed(reader, login, now)

        self._office.look(self, ask, self._show)

    def _columns(self) -> Sequence[Column[PoolRow]]:
        return (
            Column(
                title=self.tr("Clock"),
                read=lambda row: clock_text(row.case.clock).text,
                clock=lambda row: clock_text(row.case.clock),
            ),
            Column(title=self.tr("Case"), read=lambda row: row.case.case_no or ""),
            Column(title=self.tr("Business"), read=lambda row: item_name(row.case.item)),
            Column(title=self.tr("Parties"), read=lambda row: row.case.parties, stretches=True),
            Column(title=self.tr("Why"), read=self._why),
        )

    def _why(self, row: PoolRow) -> str:
        if row.own:
            return self.tr("accepted by you")
        return self.tr("next: least time left") if row.next else ""

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(make_button(self.claim, main=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.banner)
        layout.addLayout(head)
        layout.addWidget(self.mine)
        layout.addWidget(self.waiting, 1)

    def _show(self, found: tuple[list[PoolRow], list[CaseRow]]) -> None:
        rows, mine = found
        self.title.setText(self.tr("{0} in the pool").format(len(rows)))
        self.waiting.show_rows(rows)
        self.mine.show_rows(mine)
        self.claim.setEnabled(any(row.next for row in rows))

    def _claim(self) -> None:
        self.claim.setEnabled(False)
        self._office.do(self, ClaimCase(), self._claimed, self._refused)

    def _claimed(self, answer: Answer) -> None:
        if isinstance(answer, CaseAnswer):
            self._shell.go("A02", answer.case_id)

    def _refused(self, error: DeskError) -> None:
        self.banner.refuse(error)
        self.reload()
