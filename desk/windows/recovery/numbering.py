"""Keeps the reserved numbers: reported and filled up whenever the database is there."""

from PySide6.QtCore import QObject

from desk.local.reporting import is_due, report
from desk.windows.parts.office import Office
from desk.workflow.errors import DeskError, Finding, Unreachable


class Numbering(QObject):
    """Reports at sign-in, after an outage, and when an act or a person changed something."""

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._under_way = False
        self._told: frozenset[str] = frozenset()
        office.away.connect(self.report)
        office.touched.connect(self.report)
        office.outbox_changed.connect(self.report)

    def report(self) -> None:
        """Report what there is to report, one reporting at a time, off the GUI thread."""
        office, numbers = self._office, self._office.keeping.numbers
        person = office.person
        if self._under_way or office.is_away or "clerk" not in person.roles or not is_due(numbers):
            return
        self._under_way = True
        before = (numbers.left, numbers.rows())

        def work() -> tuple[Finding, ...]:
            return report(
                numbers,
                office.desk,
                login=person.login,
                window=person.window,
                now=office.clock.now(),
            )

        def done(refused: tuple[Finding, ...]) -> None:
            self._under_way = False
            self._tell(refused)
            if (numbers.left, numbers.rows()) != before:
                office.outbox_changed.emit()

        office.background.run(self, work, done, self._not_now)

    def _tell(self, refused: tuple[Finding, ...]) -> None:
        """Say what was refused, once: it stays until a person voids the number."""
        said = frozenset(str(finding.facts.get("number")) for finding in refused)
        if said - self._told:
            self._office.failed.emit(DeskError(refused))
        self._told = said

    def _not_now(self, error: DeskError) -> None:
        self._under_way = False
        if isinstance(error, Unreachable):
            self._office.set_away(True)
        else:
            self._office.failed.emit(error)
