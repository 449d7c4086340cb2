"""A06 质检与废证: each written sheet is scanned, compared and found good, or void."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desk.windows.certificates.in_hand import job_columns
from desk.windows.certificates.preview import Preview, draw
from desk.windows.certificates.spoiling import SpoilForm
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Listing
from desk.workflow.answers import Answer, JobAnswer, Touched
from desk.workflow.errors import DeskError
from desk.workflow.print_commands import CheckSheet
from desk.workflow.queries.cases import case
from desk.workflow.queries.print_jobs import JobRow, to_check
from desk.workflow.reader import Reader
from desk.workflow.scanned import Meaning, ScanKind
from printing.raster import Picture


class CheckingScreen(QWidget):
    """The written sheets nobody has looked at, beside what should stand on the one in hand."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self._job: JobRow | None = None
        self.banner = Banner()
        self.title = QLabel(self.tr("Check of written sheets"))
        self.title.setProperty("role", "title")
        self.jobs = Listing[JobRow](
            job_columns(),
            self.tr("No written sheet waits for its check. F5 looks again."),
            self.tr("Sheets to check"),
            key=lambda row: row.job_id,
        )
        self.preview = Preview(
            self.tr("Scan a sheet: what should stand on it is shown here."), self.tr("As kept")
        )
        self.in_hand = QLineEdit()
        self.in_hand.setPlaceholderText(self.tr("scan the sheet"))
        self.spoiling = SpoilForm(office)
        self.good = make_action(self, "good", self._check)
        self.spoil = make_action(self, "spoil_checked", self._spoil)
        self.jobs.chosen.connect(self._choose)
        self._lay_out()

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Return what makes this screen stale."""
        return frozenset({Touched.STOCK})

    @property
    def first(self) -> QWidget:
        """Return the field for the sheet in hand."""
        return self.in_hand

    @property
    def acts(self) -> Sequence[QAction]:
        """Return the two findings."""
        return (self.good, self.spoil)

    def open(self, subject: object) -> None:
        """Show the sheets of all windows: a check is nobody's own."""
        self.spoiling.reload()
        self.reload()

    def reload(self) -> None:
        """Read the sheets again."""

        def ask(reader: Reader, _now: datetime) -> list[JobRow]:
            return to_check(reader)

        self._office.look(self, ask, self._show)

    def take_scan(self, meaning: Meaning) -> bool:
        """Take the scanned sheet into the hand, and show what should stand on it."""
        if meaning.kind is not ScanKind.SERIAL:
            return False
        self.in_hand.setText(meaning.value)
        for place, row in enumerate(self.jobs.model.rows):
            if row.serial == meaning.value:
                self.jobs.view.setCurrentIndex(self.jobs.model.index(place, 0))
        self.good.setEnabled(True)
        return True

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.jobs, 3)
        middle.addWidget(self.preview, 2)
        form = QFormLayout()
        self.in_hand.setAccessibleName(self.tr("Sheet in hand"))
        form.addRow(self.tr("Sheet in hand"), self.in_hand)
        fields = QHBoxLayout()
        fields.setSpacing(16)
        fields.addLayout(form, 1)
        fields.addWidget(self.spoiling, 1)
        foot = QHBoxLayout()
        foot.addWidget(make_button(self.spoil))
        foot.addStretch(1)
        foot.addWidget(make_button(self.good, main=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.banner)
        layout.addWidget(self.title)
        layout.addLayout(middle, 1)
        layout.addLayout(fields)
        layout.addLayout(foot)

    def _show(self, rows: list[JobRow]) -> None:
        self.jobs.show_rows(rows)
        self.good.setEnabled(bool(rows))
        if not rows:
            self.preview.show_page(None)

    def _choose(self, row: JobRow | None) -> None:
        self._job = row
        if row is None:
            return
        case_id, number, serial = row.case_id, row.number, row.serial

        def ask(reader: Reader, now: datetime) -> Picture | None:
            view = case(reader, case_id, now)
            papers = view.certificates if view else ()
            own = next((paper for paper in papers if paper.number == number), None)
            return draw(own.kind, own.values, serial) if own else None

        self._office.look(self, ask, self.preview.show_page)

    def _scanned(self) -> str:
        return self.in_hand.text().strip().upper()

    def _check(self) -> None:
        serial = self._scanned()
        job = next((row for row in self.jobs.model.rows if row.serial == serial), self._job)
        if not serial or job is None:
            self._say_wrong(self.tr("Scan the sheet in your hand first, then press again."))
            self.in_hand.setFocus()
            return
        command = CheckSheet(job_id=job.job_id, scanned=serial)
        self._office.do(self, command, self._checked, self._refused, self.good)

    def _checked(self, answer: Answer) -> None:
        if isinstance(answer, JobAnswer):
            told = (
                self.tr("✓ Sheet {0} is good. It may be handed out.")
                if answer.state == "checked"
                else self.tr("Sheet {0} is void. Its paper waits to be written again.")
            )
            self.banner.say("done", told.format(answer.serial))
        self.in_hand.clear()
        self.spoiling.clear()
        self.in_hand.setFocus()
        self.reload()

    def _spoil(self) -> None:
        self.spoiling.spoil_in_hand(self.in_hand, self._checked, self._refused, self._say_wrong)

    def _say_wrong(self, words: str) -> None:
        self.banner.say("error", words)

    def _refused(self, error: DeskError) -> None:
        self.banner.refuse(error)
        self.reload()
