"""C01 我的窗口: who waits, who was called, what is in hand, what is ready to hand out."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desk.windows.counter.slips import Slips
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.case_columns import clock_column
from desk.windows.parts.marks import minutes_text
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Column, Listing
from desk.windows.parts.words import item_name, lane_word, stage_word
from desk.workflow.answers import Answer, TicketAnswer, Touched
from desk.workflow.commands import CallNext, DrawTicket, MissTicket, RecallTicket, new_id
from desk.workflow.errors import DeskError
from desk.workflow.queries.case_rows import CaseRow
from desk.workflow.queries.cases import MyWindow, my_window
from desk.workflow.queries.queue import WaitingRow
from desk.workflow.reader import Reader
from desk.workflow.scanned import Meaning, case_of_slip

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
        self.now.setWordWrap(True)
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
        self._scanned: Meaning | None = None
        self._slips = Slips(office, shell, self, self.banner, self.reload)
        self.call = make_action(self, "call", self._call)
        self.recall = make_action(self, "recall", self._recall)
        self.no_show = make_action(self, "no_show", self._set_aside)
        self.begin = make_action(self, "begin", self._begin)
        self.hand_out = make_action(self, "hand_out", self._hand_out)
        self.ticket = make_action(self, "ticket", self._draw)
        self.drafts = make_action(self, "drafts", lambda: shell.go("S06"))
        self._my_drafts = make_button(self.drafts)
        self._lay_out()
        self.in_hand.opened.connect(lambda row: shell.go("C12", row.case_id))
        self.to_issue.opened.connect(lambda row: shell.go("C11", row.case_id))
        self.waiting.opened.connect(lambda row: self._recall() if row.set_aside else self._call())
        self.waiting.chosen.connect(lambda _row: self._allow())
        office.away.connect(self._allow)

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
        at_hand = (self.call, self.recall, self.no_show, self.begin, self.hand_out)
        return (*at_hand, self.express, self.ticket)

    def open(self, subject: object) -> None:
        """Show the window as it stands; with a scanned number or slip, choose its row."""
        self._scanned = subject if isinstance(subject, Meaning) else None
        self._allow()
        case_id = case_of_slip(self._scanned.value) if self._scanned else None
        if case_id is not None:
            self._scanned = None
            self._slips.take(case_id)
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
                read=self._waits,
                numbers=True,
            ),
        )

    def _case_columns(self) -> Sequence[Column[CaseRow]]:
        return (
            clock_column(lambda row: row),
            Column(title=self.tr("Case"), read=lambda row: row.case_no or ""),
            Column(title=self.tr("Stage"), read=lambda row: stage_word(row.state)),
            Column(title=self.tr("Parties"), read=lambda row: row.parties, stretches=True),
        )

    def _waits(self, row: WaitingRow) -> str:
        return self.tr("set aside") if row.set_aside else minutes_text(row.waits_minutes)

    def _papers(self, row: WaitingRow) -> str:
        if row.state != "pre_reviewed" and not row.missing:
            return self.tr("not looked at")
        if not row.missing:
            return self.tr("complete")
        return self.tr("{0} missing").format(len(row.missing))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(make_button(self.call, main=True))
        for action in (self.recall, self.no_show, self.begin):
            head.addWidget(make_button(action))
        head.addStretch(1)
        head.addWidget(self._my_drafts)
        grid = QGridLayout()
        grid.setSpacing(12)
        grid.addLayout(
            self._titled(self.tr("Waiting"), self.waiting, self._ticket_row()), 0, 0, 2, 1
        )
        grid.addLayout(self._titled(self.tr("In hand"), self.in_hand), 0, 1)
        self.express = make_action(self, "express", lambda: self._shell.go("B04"))
        out = QWidget()
        buttons = QHBoxLayout(out)
        buttons.setContentsMargins(0, 0, 0, 0)
        for action in (self.express, self.hand_out):
            buttons.addWidget(make_button(action))
        grid.addLayout(self._titled(self.tr("To hand out"), self.to_issue, out), 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.banner)
        layout.addWidget(self.now)
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
        self._called = max(
            found.called, key=lambda row: row.called_at or row.drawn_at, default=None
        )
        self.waiting.show_rows(found.waiting)
        self.in_hand.show_rows(found.in_hand)
        self.to_issue.show_rows(found.to_issue)
        called = self._called
        if called is not None:
            text = self.tr("Now at the window: {0}  {1}")
            self.now.setText(text.format(called.ticket, item_name(called.item)))
        else:
            in_line = sum(not row.set_aside for row in found.waiting)
            self.now.setText(self.tr("{0} waiting").format(in_line))
        self._my_drafts.setText(f"{self.drafts.text()} {len(found.drafts)}")
        self._allow()
        self._choose_scanned()
        self._choose(self._slips.serve(found))

    def _choose_scanned(self) -> None:
        """Choose the row of a scanned number, or say that it does not wait."""
        scanned, self._scanned = self._scanned, None
        if scanned is None or (self._called is not None and _is_of(scanned, self._called)):
            return
        wanted = next((row for row in self.waiting.model.rows if _is_of(scanned, row)), None)
        if wanted is None:
            text = self.tr("{0} does not wait here. Press F3 to search all cases for it.")
            self.banner.say("info", text.format(scanned.value))
            return
        self._choose(wanted.case_id)

    def _choose(self, case_id: UUID | None) -> None:
        """Choose the row of a case that waits."""
        for place, row in enumerate(self.waiting.model.rows):
            if row.case_id == case_id:
                self.waiting.view.setCurrentIndex(self.waiting.model.index(place, 0))

    def _allow(self) -> None:
        """Enable what can be done with the called number and the chosen one."""
        here = not self._office.is_away
        at_window = here and self._office.person.window is not None
        called = self._called is not None
        self.begin.setEnabled(called)  # who was called before the outage is served in it
        self.no_show.setEnabled(here and called)
        self.recall.setEnabled(at_window and self._to_recall() is not None)
        self.call.setEnabled(at_window)
        self.ticket.setEnabled(here)
        self.hand_out.setEnabled(here and bool(self.to_issue.model.rows))
        for listing in (self.waiting, self.in_hand, self.to_issue):
            listing.say_away(away=not here)
        if not here and not called:
            self.now.setText(
                self.tr("The queue is away with the database. Begin with F2; call people by hand.")
            )

    def _to_recall(self) -> WaitingRow | None:
        """Return the number at the window, or else the chosen one that was set aside."""
        chosen = self.waiting.current()
        return self._called or (chosen if chosen is not None and chosen.set_aside else None)

    def _recall(self) -> None:
        row, window = self._to_recall(), self._office.person.window
        if row is not None and window is not None and self.recall.isEnabled():
            command = RecallTicket(case_id=row.case_id, seen=row.n, window=window)
            self._office.do(self, command, self._called_one, self._refused, guard=self.recall)

    def _set_aside(self) -> None:
        row, window = self._called, self._office.person.window
        if row is not None and window is not None and self.no_show.isEnabled():
            command = MissTicket(case_id=row.case_id, seen=row.n, window=window)
            self._office.do(self, command, self._missed_one, self._refused, guard=self.no_show)

    def _missed_one(self, answer: Answer) -> None:
        if isinstance(answer, TicketAnswer):
            text = self.tr("{0} is set aside. If the person comes, choose it and press Shift+F9.")
            self.banner.say("done", text.format(answer.ticket))
        self.reload()

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


def _is_of(scanned: Meaning, row: WaitingRow) -> bool:
    """Tell whether a scanned number belongs to a row."""
    return scanned.value == row.ticket
