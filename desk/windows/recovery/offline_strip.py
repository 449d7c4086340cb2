"""The grey line below the top bar while the database is away: since when, how much waits."""

from datetime import UTC, datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

from desk.windows.parts.actions import ACTIONS, key_text
from desk.windows.parts.marks import minutes_text
from desk.windows.parts.office import Office

EVERY_MINUTE = 60_000


class OfflineStrip(QLabel):
    """Hidden while all is well; entry goes on beneath it."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.setObjectName("offline")
        self.setWordWrap(True)
        self._office = office
        self._since: datetime | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._say)
        office.away.connect(self._away_or_back)
        office.outbox_changed.connect(self._say)
        self._away_or_back(office.is_away)

    def _away_or_back(self, away: bool) -> None:
        if away:
            self._since = self._since or datetime.now(UTC)
            self._timer.start(EVERY_MINUTE)
        else:
            self._since = None
            self._timer.stop()
        self._say()

    def _say(self) -> None:
        waiting = self._office.keeping.outbox.waiting
        key = key_text(ACTIONS["sync"])
        if self._since is not None:
            minutes = int((datetime.now(UTC) - self._since).total_seconds() // 60)
            left = self._office.keeping.numbers.left
            text = self.tr(
                "Off line {0} · {1} to send · {2} reserved numbers left ·"
                " what you enter is safe on this PC · {3}"
            )
            self.setText(text.format(minutes_text(minutes), waiting, left, key))
        elif waiting:
            text = self.tr("On line · {0} still to send · {1}")
            self.setText(text.format(waiting, key))
        self.setAccessibleName(self.text())
        self.setVisible(self._since is not None or bool(waiting))
