"""Several chosen cases on paper, one after the other: the next one when the sheets are scanned."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject

from desk.windows.certificates.print_run import PrintRun
from desk.windows.parts.banner import Banner
from desk.workflow.answers import Answer, JobAnswer, ReservedSheet
from desk.workflow.queries.case_rows import CaseRow
from desk.workflow.queries.print_jobs import JobRow


class Batch(QObject):
    """Reserves a case only when every sheet before it is ticked off by its scan.

    So a tray out of step is found at its first sheet; whatever goes wrong stops the run, and
    nothing of the cases that are left has been reserved.
    """

    def __init__(self, run: PrintRun, owner: QObject) -> None:
        super().__init__(owner)
        self._run = run
        self._rest: list[CaseRow] = []
        self._of = 0
        self._out: set[str] = set()
        self._ticked: set[str] = set()
        self.banner = Banner()
        run.sent.connect(self._sent)
        run.ended.connect(self._go_on)
        run.refused.connect(self.stop)
        run.stopped.connect(self.stop)

    def start(self, rows: Sequence[CaseRow], jobs: Iterable[JobRow]) -> None:
        """Print cases in their order; those of which a sheet is in the printer are left out."""
        busy = {job.case_id for job in jobs}
        self._rest = [row for row in rows if row.case_id not in busy]
        self._of = len(self._rest)
        self._next()

    def tick(self, answer: Answer) -> None:
        """Hear what became of a sheet; any but the one that was written as sent ends the run."""
        if not isinstance(answer, JobAnswer):
            return
        if answer.state == "printed" and (answer.serial in self._out or self._run.is_running):
            self._ticked.add(answer.serial)
            self._go_on()
        else:
            self.stop()

    def stop(self) -> None:
        """Reserve nothing more; say how many of the chosen cases are left."""
        left, self._rest = len(self._rest), []
        self._out.clear()
        self.banner.hide()
        if left:
            self.banner.say(
                "ask",
                self.tr(
                    "The run was stopped: {0} of {1} chosen cases have no sheet reserved. When the "
                    "sheets in the printer are accounted for, choose them and press Ctrl+P."
                ).format(left, self._of),
            )

    def _sent(self, sheet: ReservedSheet) -> None:
        self._out.add(sheet.serial)

    def _go_on(self) -> None:
        if self._rest and not self._run.is_running and self._out and self._out <= self._ticked:
            self._next()

    def _next(self) -> None:
        self._out.clear()
        self._ticked.clear()
        self.banner.hide()
        if not self._rest:
            return
        row = self._rest.pop(0)
        if self._of > 1:
            text = self.tr("Case {0} of {1}: {2}. The next one follows the scan of its sheets.")
            place = self._of - len(self._rest)
            self.banner.say("info", text.format(place, self._of, row.case_no or ""))
        self._run.start(row.case_id, row.n)
