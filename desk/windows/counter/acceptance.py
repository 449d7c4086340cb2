"""C03 受理工作台: everything of one application, of any of the 61 kinds, on one screen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk.windows.counter.entry import ApplicationEntry, section
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner, finding_text
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.words import item_name, material_name
from desk.workflow.answers import AcceptAnswer, Answer, PreReviewAnswer, Touched
from desk.workflow.application import Application
from desk.workflow.commands import AcceptCase, PreReview, SeizeUnits, new_id
from desk.workflow.errors import DeskError, Finding
from desk.workflow.queries.obstacles import would_find
from desk.workflow.queries.queue import WaitingRow
from desk.workflow.queries.register import units
from desk.workflow.reader import Reader
from forms.catalogue import delivered
from forms.checks.unit_code import is_unit_code
from forms.items import Item

PATIENCE = 600  # ms after the last key before the rules are asked
SIDE_WIDTH = 320
WIDE = 880
Found = TypeVar("Found")
Sent = AcceptCase | SeizeUnits


class AcceptanceScreen(QWidget):
    """Key the application, see at once what the rules say, accept it with Ctrl+Enter."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self._item: Item | None = None
        self._case: UUID | None = None
        self._seen: int | None = None
        self._sent: Sent | None = None  # sent again as it is while nothing was changed
        self._asked: Application | None = None  # what the pending question is about
        self._form = 0  # counts forms: an answer about an earlier one comes too late
        self.banner = Banner()
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.findings = QListWidget()
        self.accept = make_action(self, "accept", lambda: self._send(()))
        self.confirm = make_action(self, "confirm", self.banner.confirm)
        self.look_up = make_action(self, "look_up", self._look_up)
        self.check = make_action(self, "check", self._check)
        self.notice = make_action(self, "notice", self._notice)
        self.add_party = make_action(self, "add_party", self._add_party)
        self.drop_party = make_action(self, "drop_party", lambda: self.entry.parties.drop())
        acts = (self.look_up, self.add_party, self.drop_party)
        self.entry = ApplicationEntry([make_button(act) for act in acts])
        self._timer = once(self, self._check)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._changed = once(self, self._drop_question)  # when the whole change stands in the form
        self._lay_out()
        self._hear()

    @property
    def shown_of(self) -> frozenset[Touched]:
        """What is being keyed is never reloaded under the clerk's hands."""
        return frozenset()

    @property
    def first(self) -> QWidget:
        """Return the field that is keyed first."""
        return self.entry.codes

    @property
    def acts(self) -> Sequence[QAction]:
        """Return the acts of the workplace."""
        return (self.accept, self.look_up, self.notice, self.add_party, self.check)

    def open(self, subject: object) -> None:
        """Begin with a called ticket, with a kind of business, or go on with what is there."""
        match subject:
            case (WaitingRow() as ticket, str() as code):
                self._begin(code, ticket)
            case WaitingRow() as ticket if ticket.item:
                self._begin(ticket.item, ticket)
            case WaitingRow() as ticket:
                self._shell.go("C02", ticket)
            case str() as code:
                self._begin(code, None)
            case _ if self._item is None:
                self._shell.go("C02")
        if self._item is not None:
            self._shell.show_case(item_name(self._item.code), None)

    def reload(self) -> None:
        """Ask the rules again."""
        self._check()

    def _hear(self) -> None:
        self.entry.changed.connect(lambda: self._timer.start(PATIENCE))
        self.entry.codes.editingFinished.connect(self._look_up)
        for changed in (
            self.entry.changed,
            self.entry.codes.textEdited,
            self.entry.reason.currentTextChanged,
        ):
            changed.connect(lambda *_: self._changed.start(0))

    def _begin(self, code: str, ticket: WaitingRow | None) -> None:
        self._forget()
        if ticket is not None or self._case is not None:
            self.entry.empty()
        item = delivered().items[code]
        self._item = item
        self._case = ticket.case_id if ticket else None
        self._seen = ticket.n if ticket else None
        self.title.setText(f"{ticket.ticket}  {item_name(code)}" if ticket else item_name(code))
        missing = ticket.missing if ticket else ()
        self.entry.begin(item, missing, papers_seen=ticket is not None)
        self.banner.hide()
        self.findings.clear()

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.entry)
        self._columns.setSpacing(16)
        self._columns.addWidget(area, 1)
        self._columns.addWidget(self._side())
        foot = QHBoxLayout()
        foot.addWidget(make_button(self.notice))
        foot.addWidget(make_button(self.check))
        foot.addStretch(1)
        foot.addWidget(make_button(self.accept, main=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.title)
        layout.addWidget(self.banner)
        layout.addLayout(self._columns, 1)
        layout.addLayout(foot)

    def _side(self) -> QWidget:
        self.findings.setAccessibleName(self.tr("What the rules say"))
        self.findings.setWordWrap(True)
        self.findings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side = QWidget()
        side.setMaximumWidth(SIDE_WIDTH * 2)
        side.setMinimumWidth(SIDE_WIDTH)
        box = QVBoxLayout(side)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(section(self.tr("4  Materials")))
        box.addWidget(self.entry.materials, 3)
        box.addWidget(section(self.tr("What the rules say")))
        box.addWidget(self.findings, 2)
        return side

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.width() >= WIDE
        self._columns.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        super().resizeEvent(event)

    def _add_party(self) -> None:
        self.entry.parties.add().name.setFocus()

    def _look_up(self) -> None:
        self.entry.mark_problems()
        known = [code for code in self.entry.unit_codes() if is_unit_code(code)]
        if known:
            self._office.look(
                self,
                lambda reader, now: units(reader, known, now),
                self._of_this_form(self.entry.show_units),
            )
            self._timer.start(PATIENCE)

    def _check(self) -> None:
        if self._item is None:
            return
        application, login = self.entry.application(), self._office.person.login

        def ask(reader: Reader, now: datetime) -> tuple[Finding, ...]:
            return would_find(reader, application, now, login)

        self._office.look(self, ask, self._of_this_form(self._show_findings))

    def _of_this_form(self, show: Callable[[Found], None]) -> Callable[[Found], None]:
        """Show an answer only while the form that it was asked for is still there."""
        form = self._form

        def show_in_time(found: Found) -> None:
            if form == self._form:
                show(found)

        return show_in_time

    def _forget(self) -> None:
        """Begin a form anew: nothing sent, nothing asked, answers under way come too late."""
        self._form += 1
        self._sent, self._asked = None, None
        self._timer.stop()

    def _drop_question(self) -> None:
        """Take a question back once the form says something else than what was asked about."""
        if self._asked is not None and self.entry.application() != self._asked:
            self._asked = None
            self.banner.withdraw_question()

    def _show_findings(self, found: tuple[Finding, ...]) -> None:
        self.findings.clear()
        for finding in found:
            self.findings.addItem(finding_text(finding))
        if not found:
            self.findings.addItem(self.tr("✓ Nothing stands in the way."))

    def _send(self, confirmed: tuple[str, ...]) -> None:
        if self._item is None or not self.accept.isEnabled():
            return
        self.entry.mark_problems()
        self._office.do(
            self,
            self._command(self._item, confirmed),
            self._accepted,
            lambda error: self._refused(error, confirmed),
            guard=self.accept,
        )

    def _command(self, item: Item, confirmed: tuple[str, ...]) -> Sent:
        """Return the act; the same form sent once more is the same act, so it is done once."""
        made, sent = self._made(item, confirmed), self._sent
        if sent is None or replace(made, id=sent.id, case_id=sent.case_id) != sent:
            sent = made
        self._sent = sent
        return sent

    def _made(self, item: Item, confirmed: tuple[str, ...]) -> Sent:
        application = self.entry.application(confirmed)
        case, window = self._case or new_id(), self._office.person.window
        if item.act == "seize":
            return SeizeUnits(
                case_id=case,
                seen=self._seen,
                units=application.units,
                fields=application.fields,
                window=window,
            )
        return AcceptCase(case_id=case, seen=self._seen, application=application, window=window)

    def _accepted(self, answer: Answer) -> None:
        self._item, self._case, self._seen = None, None, None
        self._forget()
        self.entry.empty()
        if isinstance(answer, AcceptAnswer):
            self._shell.go("C10", answer.case_id)
        else:
            self._shell.go("C01")

    def _refused(self, error: DeskError, confirmed: tuple[str, ...]) -> None:
        asked = self._asked = self.entry.application()

        def go_on(codes: tuple[str, ...]) -> None:
            same = self.entry.application() == asked
            self._send((*confirmed, *codes) if same else ())

        self.banner.refuse(error, go_on)

    def _notice(self) -> None:
        """Look at the papers; what is missing is told at once and printed as a notice."""
        if self._item is None:
            return
        if self._case is None:
            self._case = new_id()
        command = PreReview(
            case_id=self._case,
            seen=self._seen,
            item=self._item.code,
            materials=tuple(self.entry.materials_there()),
        )
        self._office.do(self, command, self._noticed, self.banner.refuse)

    def _noticed(self, answer: Answer) -> None:
        if not isinstance(answer, PreReviewAnswer):
            return
        self._seen = answer.n
        if answer.missing:
            names = "、".join(material_name(code) for code in answer.missing)
            self.banner.say("info", self.tr("One-time notice made. Missing: {0}").format(names))
        else:
            self.banner.say("done", self.tr("All papers are there."))


def once(owner: QWidget, act: Callable[[], None]) -> QTimer:
    """Return a timer that acts once each time it is started."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.timeout.connect(act)
    return timer
