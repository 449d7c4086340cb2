"""废证: why a sheet is void, and before whom; shared by the printing bench and the check."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from desk.windows.parts.labelled import add_rows
from desk.windows.parts.office import Office
from desk.windows.parts.second_person import SecondPerson
from desk.workflow.answers import Answer
from desk.workflow.errors import DeskError
from desk.workflow.print_commands import SpoilWritten
from desk.workflow.queries.print_jobs import JobRow, job_of

WITNESSES = frozenset({"clerk", "printer", "supervisor", "approver", "registrar"})


class SpoilForm(QWidget):
    """Reason and second person of a void sheet."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.addItems(
            ["", self.tr("misplaced"), self.tr("jammed"), self.tr("wrong text"), self.tr("stained")]
        )
        self.second = SecondPerson(office, WITNESSES)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        add_rows(
            form,
            (self.tr("Reason if void"), self.reason),
            (self.tr("Second person"), self.second),
        )

    def reload(self) -> None:
        """Read the colleagues again."""
        self.second.reload()

    def clear(self) -> None:
        """Forget reason and person."""
        self.reason.setCurrentIndex(0)
        self.second.clear()

    def spoil_in_hand(
        self,
        line: QLineEdit,
        done: Callable[[Answer], None],
        refused: Callable[[DeskError], None],
        say: Callable[[str], None],
    ) -> None:
        """Void the sheet whose serial stands in a line; it is written, or in a printer."""
        serial = line.text().strip().upper()

        def told(job: JobRow | None) -> None:
            if job is None:
                say(self.tr("Scan the sheet that is void, then press again."))
                line.setFocus()
                return
            self._spoil(job, done, refused, say)

        self._office.look(self, lambda reader, _now: job_of(reader, serial), told)

    def _spoil(
        self,
        job: JobRow,
        done: Callable[[Answer], None],
        refused: Callable[[DeskError], None],
        say: Callable[[str], None],
    ) -> None:
        reason = self.reason.currentText().strip()
        if not reason:
            self.reason.setFocus()
            say(self.tr("Say why the sheet is voided, then press again."))
            return

        def proved(login: str) -> None:
            command = SpoilWritten(
                job_id=job.job_id, scanned=job.serial, reason=reason, second=login
            )
            self._office.do(self, command, done, refused)

        self.second.prove(proved, say)
