"""C01 我的窗口: who waits, who was called, what is in hand, what is ready to hand out."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.marks import clock_text, minutes_text
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Column, Listing
from desk.windows.parts.words import item_name, lane_word, stage_word
from desk.workflow.answers import Answer, TicketAnswer, Touched
from desk.workflow.commands import CallNext, DrawTicket, new_id
from desk.workflow.errors import DeskError
from desk.workflow.queries.case_rows import CaseRow
from desk.workflow.queries.cases import MyWindow, my_window
from desk.workflow.queries.queue import WaitingRow
from desk.workflow.reader import Reader

NO_WINDOW = 0


class MyWindowScreen(QWidget):
    """The clerk's first screen: everything a window has before it, each with its clock."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self.banner = Banner()
        self.now = QLabel()
        self.now.setProperty("role", "title")
        self.waiting = Listing[WaitingRow](
            self._waiting_columns(),
            self.tr("Nobody is waiting. Draw a ticket with Ctrl+T."),
            self.tr("Waiting"),
            key=lambda row: row.case_id,
        )
        self.in_hand = Listing[CaseRow](
            self._case_columns(),
            self.tr("Nothing in hand. Call the next with F9."),
            self.tr("In hand"),
            key=lambda row: row.case_id,
        )
        self.to_issue = Listing[CaseRow](
            self._case_columns(),
            self.tr("Nothing to hand out yet; certificates appear here when they are printed."),
            self.tr("To hand out"),
            key=lambda row: row.case_id,
        )
        self.lane = QComboBox()
        for lane in ("normal", "priority", "appointment"):
            self.lane.addItem(lane_word(lane), lane)
        self.lane.setAccessibleName(self.tr("Lane"))
        self._called: WaitingRow | None = None
        self.call = make_action(self, "call", self._call)
        self.begin = make_action(self, "begin", self._begin)
        self.hand_out = make_action(self, "hand_out", self._hand_out)
        self.ticket = make_action(self, "ticket", self._draw)
        self._lay_out()
        self.in_hand.opened.connect(lambda row: shell.go("C12", row.case_id))
        self.to_issue.opened.connect(lambda row: shell.go("C11", row.case_id))
        self.waiting.opened.connect(lambda _row: self._call())

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Return what makes this screen stale."""
        return frozenset({Touched.QUEUE, Touched.CASES, Touched.STOCK})

    @property
    def first(self) -> QWidget:
        """Return the list that the clerk works from."""
        return self.waiting.view

    @property
    def acts(self) -> Sequence[QAction]:
        """Return the acts of the window."""
        return (self.call, self.begin, self.hand_out, self.ticket)

    def open(self, subject: object) -> None:
        """Show the window as it stands."""
        self.reload()

    def reload(self) -> None:
        """Read the window again."""
        person = self._office.person

        def ask(reader: Reader, now: datetime) -> MyWindow:
            return my_window(reader, person.window or NO_WINDOW, person.login, now)

        self._office.look(self, ask, self._show)

    def _waiting_columns(self) -> Sequence[Column[WaitingRow]]:
        return (
            Column(title=self.tr("Ticket"), read=lambda row: row.ticket),
            Column(title=self.tr("Lane"), read=lambda row: lane_word(row.lane)),
            Column(title=self.tr("Business"), read=lambda row: item_name(row.item), stretches=True),
            Column(title=self.tr("Papers"), read=self._papers),
            Column(
                title=self.tr("Waits"),
                read=lambda row: minutes_text(row.waits_minutes),
                numbers=True,
            ),
        )

    def _case_columns(self) -> Sequence[Column[CaseRow]]:
        return (
            Column(
                title=self.tr("Clock"),
                read=lambda row: clock_text(row.clock).text,
                clock=lambda row: clock_text(row.clock),
            ),
            Column(title=self.tr("Case"), read=lambda row: row.case_no or ""),
            Column(title=self.tr("Stage"), read=lambda row: stage_word(row.state)),
            Column(title=self.tr("Parties"), read=lambda row: row.parties, stretches=True),
        )

    def _papers(self, row: WaitingRow) -> str:
        if row.state != "pre_reviewed" and not row.missing:
            return self.tr("not looked at")
        if not row.missing:
            return self.tr("complete")
        return self.tr("{0} missing").format(len(row.missing))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.now, 1)
        head.addWidget(make_button(self.call, main=True))
        head.addWidget(make_button(self.begin))
        grid = QGridLayout()
        grid.setSpacing(12)
        grid.addLayout(
            self._titled(self.tr("Waiting"), self.waiting, self._ticket_row()), 0, 0, 2, 1
        )
        grid.addLayout(self._titled(self.tr("In hand"), self.in_hand), 0, 1)
        hand_over = make_button(self.hand_out)
        grid.addLayout(self._titled(self.tr("To hand out"), self.to_issue, hand_over), 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.banner)
        layout.addLayout(head)
        layout.addLayout(grid, 1)

    def _titled(self, title: str, listing: QWidget, beside: QWidget | None = None) -> QVBoxLayout:
        label = QLabel(title)
        label.setProperty("role", "section")
        head = QHBoxLayout()
        head.addWidget(label, 1)
        if beside is not None:
            head.addWidget(beside)
        box = QVBoxLayout()
        box.setSpacing(6)
        box.addLayout(head)
        box.addWidget(listing, 1)
        return box

    def _ticket_row(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.lane)
        layout.addWidget(make_button(self.ticket))
        return row

    def _show(self, found: MyWindow) -> None:
        self._called = found.called[0] if found.called else None
        self.waiting.show_rows(found.waiting)
        self.in_hand.show_rows(found.in_hand)
        self.to_issue.show_rows(found.to_issue)
        called = self._called
        if called is not None:
            text = self.tr("Now at the window: {0}  {1}")
            self.now.setText(text.format(called.ticket, item_name(called.item)))
        else:
            self.now.setText(self.tr("{0} waiting").format(len(found.waiting)))
        self.begin.setEnabled(called is not None)
        self.hand_out.setEnabled(bool(found.to_issue))
        self.call.setEnabled(self._office.person.window is not None)

    def _call(self) -> None:
        window = self._office.person.window
        if window is None or not self.call.isEnabled():
            return
        command = CallNext(window=window)
        self._office.do(self, command, self._called_one, self._refused, guard=self.call)

    def _called_one(self, answer: Answer) -> None:
        if isinstance(answer, TicketAnswer):
            self.banner.say(
                "done", self.tr("Called {0}. Accept with Ctrl+Enter.").format(answer.ticket)
            )
        self.reload()

    def _begin(self) -> None:
        if self._called is not None:
            self._shell.go("C03", self._called)

    def _hand_out(self) -> None:
        row = self.to_issue.current()
        if row is not None:
            self._shell.go("C11", row.case_id)

    def _draw(self) -> None:
        command = DrawTicket(case_id=new_id(), lane=self.lane.currentData())
        self._office.do(self, command, self._drawn, self._refused, guard=self.ticket)

    def _drawn(self, answer: Answer) -> None:
        if isinstance(answer, TicketAnswer):
            self.banner.say("done", self.tr("Ticket {0} drawn.").format(answer.ticket))
        self.reload()

    def _refused(self, error: DeskError) -> None:
        self.banner.refuse(error)
        self.reload()
