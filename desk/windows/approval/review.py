"""A02 审核工作台: papers on the left, what was entered on the right; then one decision."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from desk.windows.approval.blind_box import BlindBox
from desk.windows.approval.branches import BranchDialog, branches_in_words
from desk.windows.approval.concluded import Concluded
from desk.windows.approval.conclusion import Asked, Conclusion, ConclusionDialog, Way
from desk.windows.approval.paper_pane import PaperPane
from desk.windows.approval.register_view import RegisterView
from desk.windows.approval.rows_pane import RowsPane
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.words import item_name
from desk.workflow.answers import Answer, CaseAnswer, Touched
from desk.workflow.commands import CaseCommand, DecideCase, ReleaseClaim
from desk.workflow.errors import DeskError
from desk.workflow.evidence.of_case import Comparison
from desk.workflow.evidence.points import points_to_put_right
from desk.workflow.queries.branches import BranchRow, branches_of
from desk.workflow.queries.cases import CaseView, case
from desk.workflow.queries.leaves import Leaf, leaves_of
from desk.workflow.queries.register import RegisterChange, register_change
from desk.workflow.queries.to_compare import to_compare
from desk.workflow.reader import Reader
from desk.workflow.review_commands import ReferCase
from desk.workflow.services.claims import mark_work

APPROVAL_OPINION = "经审核，符合登记条件，同意登记。"
MINUTE = 60_000  # ms between two marks that somebody works on the case


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Everything of a claimed case that its approver looks at."""

    view: CaseView | None
    change: RegisterChange | None
    compared: Comparison | None
    leaves: tuple[Leaf, ...]

    @property
    def shown(self) -> tuple[Leaf, ...]:
        """Return the pages to show: the desk's own papers say what a drawn case hides."""
        if self.compared is None or self.compared.blind is None:
            return self.leaves
        return tuple(leaf for leaf in self.leaves if leaf.photographed is not None)


class ReviewScreen(QWidget):
    """One claimed case: each row beside its paper, then one decision."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self._case: UUID | None = None
        self._begun: UUID | None = None  # the case whose rows are shown
        self._view: CaseView | None = None
        self.banner = Banner()
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.beside = QLabel()
        self.beside.setProperty("role", "muted")
        self.beside.setWordWrap(True)
        self.papers = PaperPane(office)
        self.change = RegisterView()
        self.rows = RowsPane()
        self.blind = BlindBox()
        self.opinion = QLineEdit(APPROVAL_OPINION)
        self.opinion.setAccessibleName(self.tr("Opinion"))
        self.left = QLabel()
        self.left.setProperty("role", "muted")
        self.concluded = Concluded(office, shell, self.banner, self.open, self)
        self._make_acts()
        self._lay_out()
        self.rows.changed.connect(self._wake)
        self.rows.in_front.connect(lambda row: self.papers.want(row.paper) if row else None)
        self.blind.changed.connect(self._wake)
        self._marks = QTimer(self)
        self._marks.timeout.connect(self._mark_work)
        self._marks.start(MINUTE)

    @property
    def shown_of(self) -> frozenset[Touched]:
        """A case under review is not reloaded under the approver's eyes."""
        return frozenset()

    @property
    def first(self) -> QWidget:
        """Return the rows."""
        return self.rows.listing.view

    @property
    def acts(self) -> Sequence[QAction]:
        """Return the decisions, then what helps to look."""
        return (*self._decisions, *self._looking, *self.concluded.acts)

    def open(self, subject: object) -> None:
        """Show a claimed case."""
        if isinstance(subject, UUID):
            self._case = subject
            self.banner.hide()
            self.concluded.forget()
            self.opinion.setText(APPROVAL_OPINION)
            self.blind.clear()
        self.reload()
        self._mark_work()

    def reload(self) -> None:
        """Read the case again; what was said of rows that read as before stays."""
        if self._case is None:
            self._show(Found(view=None, change=None, compared=None, leaves=()))
            return
        case_id = self._case

        def ask(reader: Reader, now: datetime) -> Found:
            return Found(
                view=case(reader, case_id, now),
                change=register_change(reader, case_id, now),
                compared=to_compare(reader, case_id, now),
                leaves=leaves_of(reader, case_id),
            )

        self._office.look(self, ask, self._show)
        self._tell_branches()

    def _make_acts(self) -> None:
        self.approve = make_action(self, "approve", self._approve)
        self.give_back = make_action(self, "return", lambda: self._conclude("return"))
        self.refuse = make_action(self, "refuse", lambda: self._conclude("refuse"))
        self.refer = make_action(self, "refer", lambda: self._conclude("refer"))
        self.release = make_action(self, "release", self._release)
        self.branches = make_action(self, "branches", self._open_branches)
        self._decisions = (
            self.approve,
            self.give_back,
            self.refuse,
            self.refer,
            self.release,
            self.branches,
        )
        self._looking = (
            make_action(self, "differs", self.rows.differ),
            make_action(self, "note", self.rows.note),
            make_action(self, "zoom", lambda: self.papers.front.zoom()),
            make_action(self, "rotate", lambda: self.papers.front.turn()),
            make_action(self, "pop_out", self.papers.pop_out),
            make_action(self, "page_on", lambda: self.papers.step(+1)),
            make_action(self, "page_back", lambda: self.papers.step(-1)),
        )

    def _lay_out(self) -> None:
        compared = QVBoxLayout()
        compared.addWidget(self.rows, 1)
        compared.addWidget(self.blind)
        compared.addWidget(self.opinion)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self._tabs(), 4)
        middle.addLayout(compared, 5)
        top, foot, last = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(make_button(self.branches))
        for action in (self.give_back, self.refuse, self.refer):
            foot.addWidget(make_button(action))
        foot.addStretch(1)
        last.addWidget(make_button(self.release))
        last.addStretch(1)
        last.addWidget(self.left)
        last.addWidget(make_button(self.approve, main=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.beside)
        layout.addWidget(self.banner)
        layout.addWidget(self.concluded)
        layout.addLayout(middle, 1)
        layout.addLayout(foot)
        layout.addLayout(last)

    def _tabs(self) -> QTabWidget:
        shown = QTabWidget()
        shown.setAccessibleName(self.tr("Papers and register"))
        shown.addTab(self.papers, self.tr("Papers"))
        shown.addTab(self.change, self.tr("Register"))
        return shown

    def _show(self, found: Found) -> None:
        self._view = view = found.view
        in_hand = view is not None and view.row.state == "in_approval"
        for action in (*self._decisions, *self._looking):
            action.setEnabled(in_hand)
        self.change.show_change(found.change)
        rows = found.compared.rows if found.compared else ()
        self.blind.ask(found.compared.blind if found.compared else None)
        if self._begun != self._case:
            self._begun = self._case
            self.papers.begin(found.shown)
            self.rows.begin(rows)
        else:
            self.papers.refresh(found.shown)
            self.rows.refresh(rows)
        self._wake()
        if view is None:
            self.title.setText(self.tr("No case claimed. Press G for the next one."))
            return
        self.title.setText(f"{view.row.case_no or ''}  {item_name(view.row.item)}")
        self._shell.show_case(self.title.text(), view.row.clock)

    def _wake(self) -> None:
        """Let approve wake once every row was looked at and agrees; say what is still open."""
        in_hand = self._view is not None and self._view.row.state == "in_approval"
        waiting, differ = len(self.rows.open_rows), len(self.rows.differing)
        self.approve.setEnabled(in_hand and not waiting and not differ and self.blind.is_typed)
        said = ""
        if in_hand and waiting:
            said = self.tr("{0} rows still open").format(waiting)
        elif in_hand and differ:
            said = self.tr("{0} rows differ").format(differ)
        elif in_hand and not self.blind.is_typed:
            said = self.tr("type price and number anew")
            if self.rows.listing.view.hasFocus():
                self.blind.setFocus()
        self.left.setText(said)

    def _evidence(self) -> dict[str, object]:
        whole = {
            "rows": dict(self.rows.looks),
            "notes": dict(self.rows.notes),
            "blind": self.blind.typed,
        }
        return {name: value for name, value in whole.items() if value}

    def _approve(self) -> None:
        if self._view is None:
            return
        row = self._view.row
        command = DecideCase(
            case_id=row.case_id,
            seen=row.n,
            decision="approve",
            opinion=self.opinion.text().strip(),
            evidence=self._evidence(),
        )
        self._do(command, self._approved)

    def _approved(self, answer: Answer) -> None:
        if self._view is not None and isinstance(answer, CaseAnswer):
            self._end()
            self.concluded.approved(answer, self.title.text())

    def _conclude(self, way: Way) -> None:
        if self._view is None:
            return
        row, evidence = self._view.row, self._evidence()
        points = points_to_put_right(self.rows.differing, self.rows.notes)

        def send(concluded: Conclusion) -> None:
            self._office.do(
                self,
                _command(row.case_id, row.n, concluded, evidence),
                lambda answer: self._sent(dialog, answer),
                dialog.refuse,
            )

        asked = Asked(way=way, case_no=row.case_no or "", points=points)
        dialog = ConclusionDialog(self._office, asked, send, self)
        dialog.open()

    def _sent(self, dialog: ConclusionDialog, answer: Answer) -> None:
        dialog.accept()
        if isinstance(answer, CaseAnswer):
            self._end()
            self.concluded.told(answer, self.title.text())

    def _end(self) -> None:
        """Let the case go; its rows stay to be seen until the next one is there."""
        self._case = self._view = None
        for action in (*self._decisions, *self._looking):
            action.setEnabled(False)
        self._wake()

    def _release(self) -> None:
        if self._view is None:
            return
        row = self._view.row
        reason = self.tr("given back by the approver")

        def released(_answer: Answer) -> None:
            self._case = None
            self._shell.go("A01", row.case_id)

        self._do(ReleaseClaim(case_id=row.case_id, seen=row.n, reason=reason), released)

    def _do(self, command: CaseCommand, done: Callable[[Answer], None]) -> None:
        for action in self._decisions:
            action.setEnabled(False)
        self._office.do(self, command, done, self._refused)

    def _refused(self, error: DeskError) -> None:
        self.banner.refuse(error)
        self.reload()

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

    def _mark_work(self) -> None:
        """Note that somebody works on the case, so that the claim does not run out."""
        case_id, office = self._case, self._office
        if case_id is None or office.is_away or not self.isVisible():
            return
        login = office.person.login
        office.background.run(
            self,
            lambda: office.desk.upkeep(lambda act: mark_work(act, case_id), by=login),
            lambda _done: None,
            office.failed.emit,
        )


def _command(
    case_id: UUID, seen: int, concluded: Conclusion, evidence: dict[str, object]
) -> CaseCommand:
    if concluded.way == "refer":
        return ReferCase(case_id=case_id, seen=seen, opinion=concluded.opinion, evidence=evidence)
    points = {"points": [dict(point) for point in concluded.points]} if concluded.points else {}
    return DecideCase(
        case_id=case_id,
        seen=seen,
        decision=concluded.way,
        opinion=concluded.opinion,
        ground=concluded.ground,
        second=concluded.second,
        evidence=evidence | points,
    )
