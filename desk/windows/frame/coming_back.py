"""A program that began while the database was away: who came in, and what opens when it is back."""

from PySide6.QtCore import QObject

from desk.windows.frame.main_window import MainWindow
from desk.windows.parts.office import Office
from desk.windows.recovery.line import Line
from desk.windows.recovery.passphrase_dialog import PassphraseDialog
from desk.workflow.awaited import AwaitedDesk


class ComingBack(QObject):
    """Asks once for the passphrase of who came in by PIN; put off, it asks at the next sending."""

    def __init__(self, office: Office, line: Line, parent: QObject) -> None:
        super().__init__(parent)
        self._office, self._line = office, line
        self._window: MainWindow | None = None
        self._dialog: PassphraseDialog | None = None
        self._put_off = False
        line.wanted.connect(self._ask)
        office.send_again.connect(self._ask_again)
        office.away.connect(self._away_or_back)

    def came_in(self, window: MainWindow) -> None:
        """Note where the person who came in works."""
        self._window = window

    def _ask(self) -> None:
        if self._put_off or self._dialog is not None or self._window is None:
            return
        self._dialog = PassphraseDialog(self._office.person.name, self._window)
        self._dialog.given.connect(self._unlock)
        self._dialog.accepted.connect(self._line.try_again)
        self._dialog.rejected.connect(self._later)
        self._dialog.finished.connect(self._closed)
        self._dialog.open()

    def _ask_again(self) -> None:
        self._put_off = False

    def _later(self) -> None:
        self._put_off = True

    def _closed(self, _result: int) -> None:
        self._dialog = None

    def _unlock(self, passphrase: str) -> None:
        desk, login, dialog = self._office.desk, self._office.person.login, self._dialog
        if isinstance(desk, AwaitedDesk) and dialog is not None:
            self._office.background.run(
                dialog, lambda: desk.unlock(login, passphrase), dialog.answer, dialog.refuse
            )

    def _away_or_back(self, away: bool) -> None:
        """Know the seal's key from now on: codes that were read unproven are proven again."""
        if not away and self._window is not None:
            self._window.scanning.queue.go_by(self._office.desk.setting.seal_key)
