"""A05 缮证台: what waits for paper, the sheets in the printer, a preview; Ctrl+P writes."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desk.windows.certificates.batch import Batch
from desk.windows.certificates.bench import KINDS, Bench, Shown, bench, page_of
from desk.windows.certificates.in_hand import job_columns
from desk.windows.certificates.nudging import Nudge
from desk.windows.certificates.preview import Preview
from desk.windows.certificates.print_run import PrintRun
from desk.windows.certificates.queueing import QueueWatch
from desk.windows.certificates.spoiling import SpoilForm
from desk.windows.certificates.standing import Sheets, Standing
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.case_columns import case_columns
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Listing
from desk.windows.parts.words import code_word, language
from desk.workflow.answers import Answer, JobAnswer, ReservedSheet, Touched
from desk.workflow.errors import DeskError
from desk.workflow.print_commands import (
    ConfirmSheet,
    JobCommand,
    ReturnSheet,
    SwapSheet,
)
from desk.workflow.queries.case_rows import CaseRow
from desk.workflow.queries.cases import CaseView, case
from desk.workflow.queries.print_jobs import JobRow
from desk.workflow.reader import Reader
from desk.workflow.scanned import Meaning, ScanKind
from forms.messages import message


class PrintingScreen(QWidget):
    """Registered cases without paper, and every sheet that nobody has accounted for yet."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self._view: CaseView | None = None
        self._sheets: dict[str, Sheets] = {}
        self.banner, self.due, self.watch = Banner(), Banner(), QueueWatch(office, self)
        self.standing, self.nudge = Standing(office, self), Nudge(self)
        self._moved: set[str] = set()  # kinds of sheets that were written with the nudge
        self.title = QLabel(self.tr("Certificates and proofs"))
        self.title.setProperty("role", "title")
        self.stock = QLabel()
        self.stock.setProperty("role", "muted")
        self.cases = Listing[CaseRow](
            case_columns(stage=True, place=False),
            self.tr("Nothing waits for paper. F5 looks again."),
            self.tr("Cases to print"),
            key=lambda row: row.case_id,
            many=True,
        )
        self.jobs = Listing[JobRow](
            job_columns(),
            self.tr("No sheet is in the printer."),
            self.tr("Sheets in the printer"),
            key=lambda row: row.job_id,
        )
        self.preview = Preview(
            self.tr("Choose a case: its paper is shown here before it is written."),
            self.tr("Preview"),
        )
        self.in_hand = QLineEdit()
        self.in_hand.setPlaceholderText(self.tr("scan the sheet that came out"))
        self.spoiling = SpoilForm(office)
        self.run = PrintRun(office, self)
        self.batch = Batch(self.run, self)
        self.print = make_action(self, "print", self._print)
        self.written = make_action(self, "written", self._confirm)
        self.blank = make_action(self, "blank", self._return)
        self.swap = make_action(self, "swap", self._swap)
        self.keep_nudge = make_action(self, "keep_nudge", self._keep_nudge)
        self.calibrate = make_action(self, "calibrate", lambda: shell.go("D05"))
        self.spoil = make_action(self, "spoil", self._spoil)
        self._connect()
        self._forget()
        self._lay_out()

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Return what makes this screen stale."""
        return frozenset({Touched.REGISTER, Touched.STOCK})

    @property
    def first(self) -> QWidget:
        """Return the list, or the field for a sheet that has to be accounted for."""
        return self.in_hand if self.jobs.model.rows else self.cases.view

    @property
    def acts(self) -> Sequence[QAction]:
        """Return writing, and what can have become of a sheet."""
        after = (self.written, self.blank, self.swap, self.spoil)
        return (self.print, *after, *self.nudge.acts, self.keep_nudge, self.calibrate)

    def open(self, subject: object) -> None:
        """Show the bench, the given case in front."""
        self.cases.want(subject)
        self.spoiling.reload()
        self.standing.ask_driver()
        self.reload()

    def reload(self) -> None:
        """Read the bench again; the case in front stays in front."""
        window = self._office.person.window
        profiles = {kind: self.standing.profile(kind) for kind in KINDS}

        def ask(reader: Reader, now: datetime) -> Bench:
            return bench(reader, now, window, profiles)

        self._office.look(self, ask, self._show)

    def take_scan(self, meaning: Meaning) -> bool:
        """Take a scanned sheet as the one in hand: the reserved one is written with that."""
        if meaning.kind is not ScanKind.SERIAL:
            return False
        self.in_hand.setText(meaning.value)
        if self._under_way(meaning.value) is not None:
            self._confirm()
        elif self.jobs.model.rows:
            self.banner.say(
                "ask",
                self.tr(
                    "Sheet {0} was not the reserved one. If it came out written, "
                    "Ctrl+Shift+W notes the swap; else scan the reserved sheet."
                ).format(meaning.value),
            )
        return True

    def _connect(self) -> None:
        self.cases.chosen.connect(self._choose)
        self.jobs.chosen.connect(self._show_job)
        self.run.sent.connect(self._sent)
        self.run.refused.connect(self._refused)
        self.run.stopped.connect(self._jammed)
        self.run.ended.connect(self.reload)
        self.standing.changed.connect(self._tell_due)
        self.nudge.moved.connect(self._nudged)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.stock)
        lists = QVBoxLayout()
        lists.addWidget(self.cases, 3)
        lists.addWidget(self.jobs, 2)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addLayout(lists, 3)
        middle.addWidget(self.preview, 2)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(make_button(self.written))
        foot.addWidget(make_button(self.print, main=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        for banner in (self.banner, self.watch.banner, self.due, self.batch.banner):
            layout.addWidget(banner)
        layout.addLayout(head)
        layout.addLayout(middle, 1)
        layout.addLayout(self._fields())
        layout.addLayout(foot)

    def _fields(self) -> QHBoxLayout:
        form = QFormLayout()
        self.in_hand.setAccessibleName(self.tr("Sheet in hand"))
        form.addRow(self.tr("Sheet in hand"), self.in_hand)
        form.addRow("", make_button(self.blank))
        form.addRow("", make_button(self.swap))
        void = QVBoxLayout()
        void.addWidget(self.spoiling)
        void.addWidget(make_button(self.spoil))
        fields = QHBoxLayout()
        fields.setSpacing(16)
        fields.addLayout(form, 1)
        fields.addLayout(void, 1)
        return fields

    def _show(self, bench: Bench) -> None:
        self._sheets = bench.sheets
        self.stock.setText("    ".join(self._next(kind) for kind in KINDS))
        self._tell_due()
        self.jobs.show_rows(bench.jobs)
        for action in (self.written, self.blank, self.swap):
            action.setEnabled(bool(bench.jobs))
        self.cases.show_rows(bench.cases)
        if not bench.cases:
            self._show_case((None, None))
        if bench.jobs and not self.run.is_running:
            self._ask_about(bench.jobs)

    def _ask_about(self, jobs: Sequence[JobRow]) -> None:
        """Nothing is printed by itself: a person says what became of each sheet."""
        if self.banner.text:
            return
        self.banner.say(
            "ask",
            self.tr(
                "{0} sheet(s) in the printer are not accounted for. Scan each as it lies in your "
                "hand: written Ctrl+Enter, blank Ctrl+Shift+B, spoilt Ctrl+Shift+V."
            ).format(len(jobs)),
        )

    def _due(self, kinds: Iterable[str]) -> list[str]:
        """Say of each kind why the printer has to be verified before it writes on it."""
        now = self._office.clock.now()
        found = {kind: self.standing.due(kind, self._sheets[kind], now) for kind in kinds}
        return [self.standing.words(kind, why) for kind, why in found.items() if why]

    def _tell_due(self) -> None:
        told = self._due(kind for kind, sheets in self._sheets.items() if sheets.serial)
        if told:
            text = self.tr("Verify the printer first, with Ctrl+Shift+J. {0}")
            self.due.say("ask", text.format("  ".join(told)))
        else:
            self.due.hide()

    def _nudged(self) -> None:
        if not self.nudge.is_none:
            self.banner.say("info", self.tr("The next sheet is {0}.").format(self.nudge.words()))
        row = self.cases.current()
        if row is not None:
            self._look_at(row.case_id)

    def _keep_nudge(self) -> None:
        """Keep the nudge in the profiles by which sheets were written with it."""
        profiles = [found for kind in self._moved if (found := self.standing.profile(kind))]
        if self.nudge.is_none or not profiles:
            self._say_wrong(
                self.tr("Nothing was kept: move the print with Alt+arrows and write a sheet first.")
            )
            return
        for profile in profiles:
            self._office.keeping.profiles.nudge(profile, *self.nudge.mm)
        self.banner.say("done", self.tr("✓ Kept in the profile: {0}.").format(self.nudge.words()))
        self._moved.clear()
        self.nudge.forget()

    def _next(self, kind: str) -> str:
        serial = self._sheets[kind].serial
        word = code_word("paper", kind)
        if serial is None:
            return self.tr("{0}: no sheet at this window").format(word)
        return self.tr("{0}: next sheet {1}").format(word, serial)

    def _choose(self, row: CaseRow | None) -> None:
        if row is None:
            return
        if self._view is None or self._view.row.case_id != row.case_id:
            self._forget()
        self._look_at(row.case_id)
        self._shell.show_case(f"{row.case_no or ''}  {row.parties}", row.clock)

    def _show_job(self, row: JobRow | None) -> None:
        if row is not None and not self.in_hand.text():
            self.in_hand.setFocus()

    def _look_at(self, case_id: UUID) -> None:
        serials = {kind: sheets.serial for kind, sheets in self._sheets.items()}
        nudge = self.nudge.mm

        def ask(reader: Reader, now: datetime) -> Shown:
            view = case(reader, case_id, now)
            return view, page_of(view, serials, nudge) if view else None

        self._office.look(self, ask, self._show_case)

    def _forget(self) -> None:
        """Until the chosen case is read, no key may act on the one before it."""
        self._view = None
        self.print.setEnabled(False)

    def _show_case(self, shown: Shown) -> None:
        view, page = shown
        current = self.cases.current()
        if view is not None and (current is None or current.case_id != view.row.case_id):
            return  # the answer came after the person went on to another case
        self._view = view
        self.preview.show_page(page)
        waits = view is not None and any(not paper.serial for paper in view.certificates)
        busy = view is not None and any(
            job.case_id == view.row.case_id for job in self.jobs.model.rows
        )
        self.print.setEnabled(waits and not busy and not self.run.is_running)

    def _print(self) -> None:
        if self._view is None:
            return
        rows = self.cases.picked()
        alone = {paper.kind for paper in self._view.certificates if not paper.serial}
        held = self._due(alone if len(rows) == 1 else KINDS)
        if held:
            self.banner.say("error", message("E-PRN-016", language(), why="  ".join(held)))
            return
        self.print.setEnabled(False)
        self.banner.hide()
        self.run.nudge = self.nudge.mm
        if len(rows) == 1:
            self.cases.want(self._view.row.case_id)
        self.batch.start(rows, self.jobs.model.rows)

    def _sent(self, sheet: ReservedSheet, out: int, of: int) -> None:
        word = code_word("paper", sheet.kind)
        if not self.nudge.is_none:
            self._moved.add(sheet.kind)
        self.watch.begin()
        self.banner.say(
            "info",
            self.tr("{0} of {1}: {2} {3} goes onto sheet {4}. Scan the sheet.").format(
                out, of, word, sheet.number, sheet.serial
            ),
        )
        self.in_hand.clear()
        self.in_hand.setFocus()

    def _jammed(self, words: str) -> None:
        self.banner.say(
            "error",
            self.tr(
                "{0} Nothing is printed again by itself: look at the sheet, then say below what "
                "became of it."
            ).format(words),
        )
        self.reload()

    def _under_way(self, serial: str) -> JobRow | None:
        return next((job for job in self.jobs.model.rows if job.serial == serial), None)

    def _confirm(self) -> None:
        self._step(lambda job, serial: ConfirmSheet(job_id=job.job_id, scanned=serial))

    def _return(self) -> None:
        reason = self.spoiling.reason.currentText().strip() or self.tr("nothing came out")
        self._step(
            lambda job, serial: ReturnSheet(job_id=job.job_id, scanned=serial, reason=reason)
        )

    def _swap(self) -> None:
        reason = self.tr("another sheet lay in the tray")
        self._step(lambda job, serial: SwapSheet(job_id=job.job_id, scanned=serial, reason=reason))

    def _step(self, make: Callable[[JobRow, str], JobCommand]) -> None:
        """Take a step of the job of the sheet in hand; of another sheet, of the current job."""
        serial = self.in_hand.text().strip().upper()
        job = self._under_way(serial) or self.jobs.current()
        if not serial or job is None:
            self._say_wrong(self.tr("Scan the sheet in your hand first, then press again."))
            self.in_hand.setFocus()
            return
        self._office.do(self, make(job, serial), self._stepped, self._refused)

    def _stepped(self, answer: Answer) -> None:
        if isinstance(answer, JobAnswer):
            said = {
                "printed": self.tr("✓ Sheet {0} is written. It waits for its check."),
                "returned": self.tr("Sheet {0} is back on the pile. Print again."),
                "spoilt": self.tr("Sheet {0} is void. Print again."),
            }
            offer = ""
            if answer.state == "printed" and not self.nudge.is_none:
                offer = self.tr(" It was {0}: Ctrl+Shift+K keeps that in the profile.").format(
                    self.nudge.words()
                )
            level = "ask" if offer else "done"
            self.banner.say(level, said[answer.state].format(answer.serial) + offer)
        self.batch.tick(answer)
        self.in_hand.clear()
        self.spoiling.clear()
        self.reload()

    def _spoil(self) -> None:
        self.spoiling.spoil_in_hand(self.in_hand, self._stepped, self._refused, self._say_wrong)

    def _say_wrong(self, words: str) -> None:
        self.banner.say("error", words)

    def _refused(self, error: DeskError) -> None:
        self.banner.refuse(error)
        self.reload()
