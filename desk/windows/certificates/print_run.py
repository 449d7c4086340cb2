"""The sheets of one case on their way: reserved, each kept as sent, then given to the printer."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desk.windows.devices.printing_out import Overprint, print_overlay
from desk.windows.parts.office import Office
from desk.workflow.answers import Answer, JobAnswer, ReserveAnswer, ReservedSheet
from desk.workflow.errors import DeskError
from desk.workflow.print_commands import ReserveSheets, SendSheet


class PrintRun(QObject):
    """Sends one sheet after the other; what the printer did with it a person says by scanning."""

    sent = Signal(object, int, int)  # a ReservedSheet, how many are out, of how many
    refused = Signal(object)  # a DeskError: nothing more is sent
    stopped = Signal(str)  # the printer's own words; the sheet stays to be accounted for
    ended = Signal()

    def __init__(self, office: Office, owner: QObject) -> None:
        super().__init__(owner)
        self._office = office
        self._waiting: list[ReservedSheet] = []
        self._of = 0
        self.nudge = (0.0, 0.0)  # mm to the right and down, beside the printer's profile

    @property
    def is_running(self) -> bool:
        """Tell whether sheets are still to be sent."""
        return bool(self._waiting)

    def start(self, case_id: UUID, seen: int, serial: str | None = None) -> None:
        """Reserve the sheets of a case and send them in their order."""
        command = ReserveSheets(
            case_id=case_id, seen=seen, window=self._office.person.window, serial=serial
        )
        self._office.do(self, command, self._reserved, self.refused.emit)

    def go_on(self, sheets: Sequence[ReservedSheet]) -> None:
        """Send sheets that were reserved before, as after a crash."""
        self._waiting, self._of = list(sheets), len(sheets)
        self._next()

    def _reserved(self, answer: Answer) -> None:
        if isinstance(answer, ReserveAnswer):
            self.go_on(answer.sheets)

    def _next(self) -> None:
        if not self._waiting:
            self.ended.emit()
            return
        sheet = self._waiting[0]

        def kept(answer: Answer) -> None:
            if isinstance(answer, JobAnswer):
                self._print(sheet, answer.paper_id)

        self._office.do(self, SendSheet(job_id=sheet.job_id), kept, self._stop)

    def _print(self, sheet: ReservedSheet, paper_id: UUID | None) -> None:
        if paper_id is None:
            self._printed(sheet)
            return
        port = self._office.workplace.printer.port
        how = Overprint(
            paper_id=paper_id,
            profile=self._office.keeping.profiles.of(port, sheet.kind),
            nudge=self.nudge,
        )

        def printed(_name: str) -> None:
            self._printed(sheet)

        print_overlay(self._office, self, how, printed, self._jam)

    def _printed(self, sheet: ReservedSheet) -> None:
        self._waiting.pop(0)
        self.sent.emit(sheet, self._of - len(self._waiting), self._of)
        self._next()

    def _stop(self, error: DeskError) -> None:
        self._waiting = []
        self.refused.emit(error)

    def _jam(self, words: str) -> None:
        self._waiting = []
        self.stopped.emit(words)
