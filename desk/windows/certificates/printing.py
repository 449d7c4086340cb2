"""A05 缮证台: what waits for paper, the next sheets, a preview; Ctrl+P writes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desk.windows.certificates.preview import Preview, draw
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.case_columns import case_columns
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Listing
from desk.windows.parts.words import code_word
from desk.workflow.answers import Answer, PrintAnswer, Touched
from desk.workflow.commands import PrintCertificates, SpoilSheet
from desk.workflow.errors import DeskError
from desk.workflow.queries.case_rows import CaseRow
from desk.workflow.queries.cases import CaseView, case
from desk.workflow.queries.stages import in_state, to_print
from desk.workflow.queries.stock import next_sheet
from desk.workflow.reader import Reader
from desk.workflow.scanned import Meaning, ScanKind
from printing.raster import Picture

KINDS = ("certificate", "proof")
PRINTED = "printed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What lies on the printing bench: cases, and the next sheet of each kind."""

    cases: tuple[CaseRow, ...]
    sheets: dict[str, str | None]


Shown = tuple[CaseView | None, Picture | None]


class PrintingScreen(QWidget):
    """Registered cases without paper, then those printed and not handed out yet."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self._wanted: UUID | None = None
        self._view: CaseView | None = None
        self._sheets: dict[str, str | None] = {}
        self.banner = Banner()
        self.title = QLabel(self.tr("Certificates and proofs"))
        self.title.setProperty("role", "title")
        self.stock = QLabel()
        self.stock.setProperty("role", "muted")
        self.cases = Listing[CaseRow](
            case_columns(stage=True, place=False),
            self.tr("Nothing waits for paper. F5 looks again."),
            self.tr("Cases to print"),
        )
        self.preview = Preview(
            self.tr("Choose a case: its paper is shown here before it is written."),
            self.tr("Preview"),
        )
        self.serial = QComboBox()
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("jammed, misplaced, smeared …"))
        self.print = make_action(self, "print", self._print)
        self.spoil = make_action(self, "spoil", self._spoil)
        self.cases.chosen.connect(self._choose)
        self._forget()
        self._lay_out()

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Return what makes this screen stale."""
        return frozenset({Touched.REGISTER, Touched.STOCK})

    @property
    def first(self) -> QWidget:
        """Return the list."""
        return self.cases.view

    @property
    def acts(self) -> Sequence[QAction]:
        """Return writing and voiding."""
        return (self.print, self.spoil)

    def open(self, subject: object) -> None:
        """Show the bench, the given case in front."""
        self._wanted = subject if isinstance(subject, UUID) else None
        self.reload()

    def reload(self) -> None:
        """Read the bench again; the case in front stays in front."""
        window = self._office.person.window

        def ask(reader: Reader, now: datetime) -> Bench:
            rows = (*to_print(reader, now), *in_state(reader, (PRINTED,), now))
            sheets = {kind: next_sheet(reader, window, kind) for kind in KINDS}
            return Bench(cases=rows, sheets=sheets)

        self._office.look(self, ask, self._show)

    def take_scan(self, meaning: Meaning) -> bool:
        """Choose a scanned sheet to void, where it belongs to the case in front."""
        place = self.serial.findText(meaning.value)
        if meaning.kind is not ScanKind.SERIAL or place < 0:
            return False
        self.serial.setCurrentIndex(place)
        self.reason.setFocus()
        return True

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.stock)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.cases, 3)
        middle.addWidget(self.preview, 2)
        spoilt = QFormLayout()
        for label, editor in (
            (self.tr("Sheet to void"), self.serial),
            (self.tr("Reason"), self.reason),
        ):
            editor.setAccessibleName(label)
            spoilt.addRow(label, editor)
        foot = QHBoxLayout()
        foot.addLayout(spoilt, 1)
        foot.addWidget(make_button(self.spoil))
        foot.addWidget(make_button(self.print, main=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.banner)
        layout.addLayout(head)
        layout.addLayout(middle, 1)
        layout.addLayout(foot)

    def _show(self, bench: Bench) -> None:
        current = self.cases.current()
        wanted = self._wanted or (current.case_id if current else None)
        self._sheets = bench.sheets
        self.stock.setText("    ".join(self._next(kind) for kind in KINDS))
        self.cases.show_rows(bench.cases)
        for place, row in enumerate(bench.cases):
            if row.case_id == wanted:
                self.cases.view.setCurrentIndex(self.cases.model.index(place, 0))
        self._wanted = None
        if not bench.cases:
            self._show_case((None, None))

    def _next(self, kind: str) -> str:
        serial = self._sheets[kind]
        word = code_word("paper", kind)
        if serial is None:
            return self.tr("{0}: no sheet at this window").format(word)
        return self.tr("{0}: next sheet {1}").format(word, serial)

    def _choose(self, row: CaseRow | None) -> None:
        if row is None:
            return
        if self._view is None or self._view.row.case_id != row.case_id:
            self._forget()
        case_id, sheets = row.case_id, dict(self._sheets)
        self._shell.show_case(f"{row.case_no or ''}  {row.parties}", row.clock)

        def ask(reader: Reader, now: datetime) -> Shown:
            view = case(reader, case_id, now)
            return view, _page(view, sheets) if view else None

        self._office.look(self, ask, self._show_case)

    def _forget(self) -> None:
        """Until the chosen case is read, no key may act on the one before it."""
        self._view = None
        for action in self.acts:
            action.setEnabled(False)

    def _show_case(self, shown: Shown) -> None:
        view, page = shown
        current = self.cases.current()
        if view is not None and (current is None or current.case_id != view.row.case_id):
            return  # the answer came after the person went on to another case
        self._view = view
        self.preview.show_page(page)
        papers = view.certificates if view else ()
        written = [paper.serial for paper in papers if paper.serial]
        if [self.serial.itemText(place) for place in range(self.serial.count())] != written:
            self.serial.clear()
            self.serial.addItems(written)
        self.print.setEnabled(any(not paper.serial for paper in papers))
        self.spoil.setEnabled(bool(written))

    def _print(self) -> None:
        if self._view is None:
            return
        self.print.setEnabled(False)
        row = self._view.row
        self._wanted = row.case_id
        command = PrintCertificates(
            case_id=row.case_id, seen=row.n, window=self._office.person.window
        )
        self._office.do(self, command, self._printed, self._refused)

    def _printed(self, answer: Answer) -> None:
        if isinstance(answer, PrintAnswer):
            lines = [
                self.tr("{0} {1} on sheet {2}").format(
                    code_word("paper", sheet.kind), sheet.number, sheet.serial
                )
                for sheet in answer.sheets
            ]
            self.banner.say("done", "\n".join(lines))
        self.reload()

    def _spoil(self) -> None:
        if self._view is None:
            return
        reason = self.reason.text().strip()
        if not reason:
            self.banner.say("error", self.tr("Say why the sheet is voided, then press again."))
            self.reason.setFocus()
            return
        self.spoil.setEnabled(False)
        row = self._view.row
        self._wanted = row.case_id
        command = SpoilSheet(
            case_id=row.case_id, seen=row.n, serial=self.serial.currentText(), reason=reason
        )
        self._office.do(self, command, self._spoilt, self._refused)

    def _spoilt(self, _answer: Answer) -> None:
        self.banner.say(
            "done", self.tr("Sheet {0} is void. Print again.").format(self.serial.currentText())
        )
        self.reason.clear()
        self.reload()

    def _refused(self, error: DeskError) -> None:
        self.banner.refuse(error)
        self.reload()


def _page(view: CaseView, sheets: dict[str, str | None]) -> Picture | None:
    """Draw the first paper that is not written yet, else the first."""
    papers = sorted(view.certificates, key=lambda paper: paper.serial is not None)
    if not papers:
        return None
    first = papers[0]
    return draw(first.kind, first.values, first.serial or sheets.get(first.kind) or "—")
