"""Compares this PC's clock with the database's: at sign-in, after an outage, every five minutes."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel

from desk.windows.parts.banner import finding_text
from desk.windows.parts.office import Office
from desk.workflow.errors import Finding
from desk.workflow.queries.hour import Drift, drift
from desk.workflow.reader import Reader

COMPARE_EVERY = 300_000  # ms


class Timekeeper(QObject):
    """Asks off the GUI thread, puts the office's clock right and says by how much it was wrong."""

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.compare)
        self._timer.start(COMPARE_EVERY)
        office.away.connect(self._away_or_back)

    def compare(self) -> None:
        """Compare the clocks; while the database is away there is nothing to compare with."""
        if not self._office.is_away:
            self._office.look(self, self._ask, self._office.go_by)

    def _ask(self, reader: Reader, _now: datetime) -> Drift:
        return drift(reader, self._office.clock.local)

    def _away_or_back(self, away: bool) -> None:
        if not away:
            self.compare()


class ClockStrip(QLabel):
    """The line below the top bar that says a wrong clock; it goes when the clock is right."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.setObjectName("clock_strip")
        self.setWordWrap(True)
        self._say(office.clock_finding)
        office.clock_told.connect(self._say)

    def _say(self, finding: Finding | None) -> None:
        self.setText("" if finding is None else f"▲ {finding_text(finding)}")
        self.setAccessibleName(self.text())
        self.setVisible(finding is not None)
