"""A certificate that holds no longer is named when it is scanned, whatever screen is in front."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desk.windows.input.scan_queue import Mark, Scan, ScanQueue
from desk.windows.parts.office import Office
from desk.windows.parts.words import language
from desk.workflow.queries.standing import CertificateStanding, standing_of
from desk.workflow.reader import Reader
from desk.workflow.scanned import ScanKind
from desk.workflow.why.certificates import standing_lines


class EndedPapers(QObject):
    """Looks in the register for every certificate that was scanned."""

    ended = Signal(str)  # since when, by which case and whom, and what replaced it

    def __init__(self, office: Office, queue: ScanQueue, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        queue.told.connect(self._look)

    def _look(self, scan: Scan) -> None:
        meaning = scan.meaning
        if (
            meaning is None
            or meaning.kind is not ScanKind.CERTIFICATE
            or scan.mark is not Mark.DONE
        ):
            return
        number = meaning.value

        def ask(reader: Reader, _now: datetime) -> CertificateStanding | None:
            return standing_of(reader, number)

        self._office.look(self, ask, self._tell)

    def _tell(self, found: CertificateStanding | None) -> None:
        if found is not None and not found.holds:
            self.ended.emit("\n".join(standing_lines(found, found.number, language())))
