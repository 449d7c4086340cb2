"""C12 案件查询: any case by number, ticket, name, unit or paper; one timeline; what can be done."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk.windows.counter.charges import refund_words
from desk.windows.counter.timeline import event_columns, events_of
from desk.windows.devices.printing_out import newest_plain, print_kept
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.application_text import application_text, bundle_text
from desk.windows.parts.banner import Banner
from desk.windows.parts.case_columns import case_columns
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Listing
from desk.windows.parts.viewer import show_paper
from desk.windows.parts.words import code_word, item_name, language
from desk.workflow.answers import Answer, Touched
from desk.workflow.commands import (
    AnnounceCase,
    CaseCommand,
    PauseCase,
    ResumeCase,
    SupplementCase,
    WithdrawCase,
)
from desk.workflow.errors import DeskError
from desk.workflow.queries.case_rows import CaseRow
from desk.workflow.queries.cases import CaseView, EventRow, case, find_cases
from desk.workflow.queries.papers import paper
from desk.workflow.reader import Reader
from desk.workflow.why.receipts import waited
from forms.checks.money import format_fen
from forms.clauses import said
from forms.messages import message

PATIENCE = 250
MOST = 100
IN_A_ROW = 3  # buttons; all in one row would push the window wider than a counter screen
PAUSES = ("supplement", "announcement", "site_visit", "applicant_away", "system_fault")
OPEN = ("accepted", "in_approval", "returned", "approved")


class SearchScreen(QWidget):
    """A line, what it finds, and the whole case beside it."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self._view: CaseView | None = None
        self.banner = Banner()
        self.line = QLineEdit()
        self.line.setPlaceholderText(
            self.tr("Case number, ticket, name, ID number, unit code or certificate number")
        )
        self.line.setAccessibleName(self.tr("Search cases"))
        self.found = Listing[CaseRow](
            case_columns(stage=True, place=False),
            self.tr("No case found. Clear the line to see the latest."),
            self.tr("Cases"),
            key=lambda row: row.case_id,
        )
        self.head = QLabel()
        self.head.setWordWrap(True)
        self.head.setProperty("role", "section")
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.events = Listing[EventRow](
            event_columns(), self.tr("Nothing happened yet."), self.tr("Timeline")
        )
        self.money = make_action(self, "money", self._money)
        self.pause = make_action(self, "pause", self._pause)
        self.announce = make_action(self, "announce", self._announce)
        self.supplement = make_action(self, "supplement", self._supplement)
        self.withdraw = make_action(self, "withdraw", self._withdraw)
        self.paper = make_action(self, "paper", self._open_paper)
        self.print = make_action(self, "print_paper", self._print_paper)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.reload)
        self.line.textChanged.connect(lambda _text: self._timer.start(PATIENCE))
        self.found.chosen.connect(self._choose)
        self._lay_out()

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Return what makes this screen stale."""
        return frozenset({Touched.CASES})

    @property
    def first(self) -> QWidget:
        """Return the line."""
        return self.line

    @property
    def acts(self) -> Sequence[QAction]:
        """Return what can be done with a case here."""
        return (
            self.money,
            self.pause,
            self.supplement,
            self.announce,
            self.withdraw,
            self.paper,
            self.print,
        )

    def open(self, subject: object) -> None:
        """Show a case, what a text finds, or the latest ones."""
        if isinstance(subject, UUID):
            self.found.want(subject)
        elif isinstance(subject, str):
            self.line.setText(subject)
        self.reload()

    def reload(self) -> None:
        """Look again."""
        text = self.line.text().strip()
        self._office.look(self, lambda reader, now: find_cases(reader, text, MOST, now), self._show)

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.told)
        right = QVBoxLayout()
        right.addWidget(self.head)
        right.addWidget(area, 3)
        right.addWidget(self.events, 2)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.found, 3)
        middle.addLayout(right, 2)
        foot = QGridLayout()
        for place, action in enumerate(self.acts):
            foot.addWidget(make_button(action), place // IN_A_ROW, place % IN_A_ROW)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.line)
        layout.addWidget(self.banner)
        layout.addLayout(middle, 1)
        layout.addLayout(foot)

    def _show(self, rows: list[CaseRow]) -> None:
        self.found.show_rows(rows)
        if not rows:
            self._show_case(None)

    def _choose(self, row: CaseRow | None) -> None:
        if row is None:
            return
        case_id = row.case_id
        if self._view is None or self._view.row.case_id != case_id:
            self._view = None  # until the chosen case is read, no key acts on the one before it
            for action in self.acts:
                action.setEnabled(False)

        def ask(reader: Reader, now: datetime) -> CaseView | None:
            return case(reader, case_id, now)

        self._office.look(self, ask, self._show_case)

    def _show_case(self, view: CaseView | None) -> None:
        self._view = view
        state = view.row.state if view else ""
        clerk = "clerk" in self._office.person.roles
        for action in self.acts:
            action.setEnabled(clerk and state in OPEN)
        cashier = clerk or "supervisor" in self._office.person.roles
        self.money.setEnabled(cashier and bool(view and view.row.accepted_at))
        self.paper.setEnabled(bool(view and view.papers))
        self.print.setEnabled(bool(view and newest_plain(view.papers)))
        self.events.show_rows(events_of(view) if view else ())
        if view is None:
            self.head.clear()
            self.told.clear()
            return
        row = view.row
        self.head.setText(f"{row.case_no or row.ticket or ''}  {item_name(row.item)}")
        self._shell.show_case(self.head.text(), row.clock)
        waiting = "\n".join(waited(view.receipt, language()))
        first = [text for text in (waiting, refund_words(view), bundle_text(view.bundle)) if text]
        said = (*first, application_text(view), "\n".join(_outcome(view)))
        self.told.setText("\n\n".join(said))

    def _send(self, command: CaseCommand, done: str) -> None:
        for action in self.acts:
            action.setEnabled(False)

        def answered(_answer: Answer) -> None:
            self.banner.say("done", done)
            self.found.want(command.case_id)
            self.reload()

        self._office.do(self, command, answered, self._refused)

    def _refused(self, error: DeskError) -> None:
        self.banner.refuse(error)
        self.reload()

    def _money(self) -> None:
        if self._view is not None:
            self._shell.go("C10", self._view.row.case_id)

    def _pause(self) -> None:
        if self._view is None:
            return
        row = self._view.row
        if row.paused:
            self._send(
                ResumeCase(case_id=row.case_id, seen=row.n), self.tr("The clock runs again.")
            )
            return
        words = [code_word("pause_reason", reason) for reason in PAUSES]
        title = self.tr("Pause")
        chosen, sure = QInputDialog.getItem(self, title, self.tr("Reason"), words, 0, False)
        if sure:
            reason = PAUSES[words.index(chosen)]
            command = PauseCase(case_id=row.case_id, seen=row.n, reason=reason)  # type: ignore[arg-type]
            self._send(command, self.tr("Paused; the gross clock runs on."))

    def _open_paper(self) -> None:
        """Hand the newest paper of the case to the system's viewer, which prints it."""
        if self._view is None or not self._view.papers:
            return
        newest = self._view.papers[-1].id
        self._office.look(
            self, lambda reader, _now: paper(reader, newest), partial(show_paper, self.banner)
        )

    def _print_paper(self) -> None:
        """Print the newest paper of the case once more; certificates have their own place."""
        found = newest_plain(self._view.papers) if self._view is not None else None
        if found is not None:
            print_kept(self._office, self, found.id, self._printed, self._not_printed)

    def _printed(self, name: str) -> None:
        self.banner.say("done", self.tr("{0} was handed to the printer.").format(name))

    def _not_printed(self, why: str) -> None:
        self.banner.say("error", why)

    def _announce(self) -> None:
        if self._view is not None:
            row = self._view.row
            self._send(
                AnnounceCase(case_id=row.case_id, seen=row.n),
                self.tr("The announcement is published."),
            )

    def _supplement(self) -> None:
        """Take in all papers that are missing or were promised."""
        if self._view is None:
            return
        row = self._view.row
        codes = tuple(one.code for one in self._view.materials if one.state != "present")
        command = SupplementCase(case_id=row.case_id, seen=row.n, materials=codes)
        self._send(command, self.tr("Papers taken in: {0}").format("、".join(codes) or "—"))

    def _withdraw(self) -> None:
        if self._view is None:
            return
        row = self._view.row
        label = self.tr("Why do the applicants withdraw {0}?").format(row.case_no or "")
        reason, sure = QInputDialog.getText(self, self.tr("Withdraw"), label)
        if sure and reason.strip():
            command = WithdrawCase(case_id=row.case_id, seen=row.n, reason=reason.strip())
            self._send(command, self.tr("Withdrawn."))


def _outcome(view: CaseView) -> list[str]:
    """Say charges, papers and sheets of a case."""
    lines = []
    if view.supplement is not None:
        until, days = view.supplement.until.isoformat(), view.supplement.days
        lines.append(message(view.supplement.said, language(), until=until, days=days))
    lines += [f"{said(row.basis, language())}  {format_fen(row.amount)}" for row in view.charges]
    lines += [f"{row.number}  № {row.serial or '—'}" for row in view.certificates]
    if view.handed_to:
        lines.append(f"→ {view.handed_to}")
    return lines
