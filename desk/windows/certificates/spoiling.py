"""废证: why a sheet is void, and before whom; shared by the printing bench and the check."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from desk.windows.parts.office import Office
from desk.windows.parts.second_person import SecondPerson
from desk.workflow.answers import Answer
from desk.workflow.errors import DeskError
from desk.workflow.print_commands import SpoilWritten
from desk.workflow.queries.print_jobs import JobRow

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
        for label, editor in (
            (self.tr("Reason if void"), self.reason),
            (self.tr("Second person"), self.second),
        ):
            editor.setAccessibleName(label)
            form.addRow(label, editor)

    def reload(self) -> None:
        """Read the colleagues again."""
        self.second.reload()

    def clear(self) -> None:
        """Forget reason and person."""
        self.reason.setCurrentIndex(0)
        self.second.clear()

    def spoil(
        self,
        job: JobRow,
        done: Callable[[Answer], None],
        refused: Callable[[DeskError], None],
        say: Callable[[str], None],
    ) -> None:
        """Void the sheet of a job once reason and second person are there; else say what lacks."""
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
