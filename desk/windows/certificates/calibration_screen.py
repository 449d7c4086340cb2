"""D05 打印校准: six steps from a ruler sheet to a profile that two people signed."""

from collections.abc import Callable, Sequence
from datetime import datetime

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

from desk.local.profiles import Profile
from desk.windows.certificates.bench import KINDS
from desk.windows.certificates.readings import ReadingsForm, RulerPicture
from desk.windows.certificates.spoiling import WITNESSES
from desk.windows.certificates.standing import Standing
from desk.windows.devices.printing_out import Job, print_job
from desk.windows.devices.simulated import SIMULATED
from desk.windows.devices.spool import Queue
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.labelled import add_rows
from desk.windows.parts.office import Office
from desk.windows.parts.second_person import SecondPerson
from desk.windows.parts.shell import Shell
from desk.windows.parts.words import code_word, language
from desk.workflow.answers import Touched
from desk.workflow.clock import SHANGHAI
from desk.workflow.queries.stock import batch_of, next_sheet
from desk.workflow.reader import Reader
from printing.calibrating import Measuring, Step
from printing.calibration import Calibration
from printing.errors import PaperError
from printing.papers import longest_values, overlay_of, render_paper
from printing.ruler import ruler_sheet


class CalibrationScreen(QWidget):
    """One printer, one kind of sheet: measured, verified, tried on a void sheet, kept."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self.standing = Standing(office, self)
        self.measuring = Measuring(kind=KINDS[0])
        self._is_tried = False
        self.banner = Banner()
        self.steps, self.result, self.printer = QLabel(), QLabel(), QLabel()
        self.kind, self.batch, self.tray = QComboBox(), QLineEdit(), QLineEdit()
        self.readings, self.picture = ReadingsForm(), RulerPicture()
        self.second = SecondPerson(office, WITNESSES)
        self.ruler = make_action(self, "print_ruler", self._print_ruler)
        self.trial = make_action(self, "print_trial", self._print_trial)
        self.go = make_action(self, "keep_calibration", self._go_on)
        self.anew = make_action(self, "calibrate_anew", self._begin_anew)
        for kind in KINDS:
            self.kind.addItem(code_word("paper", kind), kind)
        self.kind.currentIndexChanged.connect(self._choose)
        self.readings.asked.connect(self.picture.show_number)
        self._lay_out()
        self._choose()

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Return what makes this screen stale: nothing; it is in the hands of one person."""
        return frozenset()

    @property
    def first(self) -> QWidget:
        """Return the field in which the person works now."""
        if self.measuring.is_read:
            return self.readings.fields[0]
        return self.second if self.measuring.step is Step.TRIAL else self.kind

    @property
    def acts(self) -> Sequence[QAction]:
        """Return the steps."""
        return (self.ruler, self.go, self.trial, self.anew)

    def open(self, subject: object) -> None:
        """Show the printer of this workplace."""
        self.standing.ask_driver()
        printer = self._office.workplace.printer
        self._office.machines.run(self, printer.queue, self._warn_of_fitting, self.banner.refuse)
        self.second.reload()
        self.reload()

    def reload(self) -> None:
        """Read which delivery the next sheet of this window comes from."""
        kind, window = self._kind, self._office.person.window

        def ask(reader: Reader, _now: datetime) -> str:
            return batch_of(reader, kind, next_sheet(reader, window, kind))

        self._office.look(self, ask, self._show_batch)

    def _warn_of_fitting(self, queue: Queue) -> None:
        if queue.is_fitting:
            self.banner.say(
                "ask",
                self.tr(
                    "The printer is set to fit papers to the page. Turn that off first: what is "
                    "measured would not hold."
                ),
            )

    @property
    def _kind(self) -> str:
        return str(self.kind.currentData())

    @property
    def _port(self) -> str:
        return self._office.workplace.printer.port

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Calibration of the printer"))
        title.setProperty("role", "title")
        self.result.setWordWrap(True)
        self.steps.setWordWrap(True)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addLayout(self._fields(), 1)
        middle.addWidget(self.picture, 1)
        foot = QHBoxLayout()
        for action in (self.anew, self.trial, self.ruler):
            foot.addWidget(make_button(action))
        foot.addStretch(1)
        foot.addWidget(make_button(self.go, main=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        for widget in (self.banner, title, self.steps):
            layout.addWidget(widget)
        layout.addLayout(middle, 1)
        layout.addLayout(foot)

    def _fields(self) -> QVBoxLayout:
        self.tray.setPlaceholderText(self.tr("as the printer calls it; empty: its own choice"))
        self.batch.setPlaceholderText(self.tr("mark of the delivery"))
        form = QFormLayout()
        add_rows(
            form,
            (self.tr("Printer"), self.printer),
            (self.tr("Kind of sheet"), self.kind),
            (self.tr("Tray"), self.tray),
            (self.tr("Delivery"), self.batch),
        )
        left = QVBoxLayout()
        left.addLayout(form)
        left.addWidget(self.readings)
        left.addWidget(self.result)
        left.addStretch(1)
        sign = QFormLayout()
        sign.addRow(self.tr("Second person"), self.second)
        left.addLayout(sign)
        return left

    def _choose(self) -> None:
        """Begin with the profile that there is: where it still holds one ruler is enough."""
        profile = self.standing.profile(self._kind)
        if profile is None:
            self.measuring = Measuring(kind=self._kind)
        else:
            self.measuring = Measuring.again(self._kind, profile.calibration)
            self.tray.setText(profile.tray)
        self.picture.show_kind(self._kind)
        self._begin()
        self.reload()

    def _begin_anew(self) -> None:
        self.measuring = Measuring(kind=self._kind)
        self._begin()
        self.banner.say("info", self.tr("Begun anew. Print the ruler sheet with Ctrl+P."))

    def _begin(self) -> None:
        self._is_tried = False
        self.readings.clear()
        self._show()

    def _show_batch(self, batch: str) -> None:
        self.batch.setText(batch)

    def _show(self) -> None:
        step, port = self.measuring.step, self._port
        self.printer.setText(self.tr("simulated") if port == SIMULATED else port or "—")
        self.steps.setText("   ›   ".join(self._step_words(step)))
        self.readings.setEnabled(self.measuring.is_read)
        self.ruler.setEnabled(step is not Step.TRIAL)
        self.trial.setEnabled(step is Step.TRIAL)
        self.second.setEnabled(step is Step.TRIAL and self._is_tried)
        self.go.setEnabled(self.measuring.is_read or (step is Step.TRIAL and self._is_tried))
        self.kind.setEnabled(step in (Step.CHOOSE, Step.TRIAL, Step.COMPUTED))
        self.result.setText(_told(self.measuring.calibration))

    def _step_words(self, step: Step) -> Sequence[str]:
        words = (
            self.tr("choose"),
            self.tr("ruler sheet"),
            self.tr("read off"),
            self.tr("computed"),
            self.tr("verify"),
            self.tr("trial"),
        )
        return [
            f"▶ {number} {word}" if number == step else f"{number} {word}"
            for number, word in enumerate(words, start=1)
        ]

    def _print_ruler(self) -> None:
        measuring = self.measuring
        at = self._office.clock.now().astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
        head = f"{self.printer.text()} / {self.tray.text()} / {self.batch.text()}\n{at}"

        def made() -> bytes:
            return ruler_sheet(measuring.kind, head, measuring.calibration).pdf

        self._send(Job(name="标尺页", made=made, tray=self.tray.text().strip()), self._ruled)

    def _ruled(self, _name: str) -> None:
        self.measuring = self.measuring.ruled()
        self.readings.clear()
        self._show()
        self.banner.say(
            "info",
            self.tr(
                "Lay the ruler sheet on a blank sheet, edge on edge, against the light. Read at "
                "which mm the corner of the form stands; left and up are minus. Then Ctrl+Enter."
            ),
        )
        self.readings.fields[0].setFocus()

    def _go_on(self) -> None:
        if self.measuring.step is Step.TRIAL:
            self.second.prove(self._keep, self._say_wrong)
        else:
            self._take_readings()

    def _take_readings(self) -> None:
        try:
            self.measuring = self.measuring.read(self.readings.readings())
        except PaperError as error:
            self.banner.say("error", f"{error.code}  {error.text(language())}")
            return
        self._show()
        off = f"{self.measuring.off or 0:.1f}"
        if self.measuring.step is Step.TRIAL:
            said = self.tr(
                "✓ True to {0} mm. Lay a void sheet into the tray and print the trial: Ctrl+T."
            )
        else:
            said = self.tr(
                "It is off by {0} mm; that is put right now. Print a second ruler sheet to verify: "
                "Ctrl+P."
            )
        self.banner.say("info", said.format(off))

    def _print_trial(self) -> None:
        kind, where = overlay_of(self._kind), self.measuring.calibration

        def made() -> bytes:
            return render_paper(kind, longest_values(kind), where).pdf

        self._send(Job(name="试打", made=made, tray=self.tray.text().strip()), self._tried)

    def _tried(self, _name: str) -> None:
        self._is_tried = True
        self._show()
        self.banner.say(
            "ask",
            self.tr(
                "Both look at the trial on the void sheet. If it lies right, choose the second "
                "person and press Ctrl+Enter; else begin anew with Ctrl+Shift+N."
            ),
        )
        self.second.setFocus()

    def _keep(self, second: str) -> None:
        self._office.keeping.profiles.keep(
            Profile(
                printer=self._port,
                tray=self.tray.text().strip(),
                kind=self._kind,
                batch=self.batch.text().strip(),
                driver=self.standing.driver,
                at=self._office.clock.now(),
                by=self._office.person.login,
                second=second,
                calibration=self.measuring.calibration,
            )
        )
        self.second.clear()
        self._choose()
        self.banner.say(
            "done", self.tr("✓ Kept for 7 days: {0}.").format(_told(self.measuring.calibration))
        )

    def _send(self, job: Job, printed: Callable[[str], None]) -> None:
        print_job(self._office, self, job, printed, self._say_wrong)

    def _say_wrong(self, words: str) -> None:
        self.banner.say("error", words)


def _told(found: Calibration) -> str:
    """Write a calibration in figures that need no language."""
    return (
        f"Δx {found.dx:+.2f} mm   Δy {found.dy:+.2f} mm   ∠ {found.rotation:+.2f}°   "
        f"x {100 * found.scale_x:.2f} %   y {100 * found.scale_y:.2f} %"
    )
