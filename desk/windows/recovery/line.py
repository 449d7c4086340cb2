"""The line to the database: hears what others commit, and takes itself up again when it broke."""

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from desk.windows.counter.entry_state import EntryState
from desk.windows.parts.office import Office
from desk.windows.recovery.restored import snapshot_of
from desk.workflow.answers import Answer
from desk.workflow.awaited import PassphraseWanted
from desk.workflow.commands import AcceptCase, Command
from desk.workflow.desk import Changes
from desk.workflow.errors import DeskError, Unreachable
from desk.workflow.queries.draft_versions import newer_draft

LOOK_FOR_CHANGES = 1_000  # ms, where the database cannot call
TRY_AGAIN = 2_000  # ms, while it is away


class Line(QObject):
    """Listens; while the database is away it tries again, and sends the outbox when it is back."""

    wanted = Signal()  # the database is back and wants a passphrase
    sent = Signal(int)  # how many acts were answered with a number

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._changes: Changes | None = None
        self._notifier: QSocketNotifier | None = None
        self._trying = False
        self._looks = QTimer(self)
        self._looks.timeout.connect(self._hear)
        self._tries = QTimer(self)
        self._tries.setInterval(TRY_AGAIN)
        self._tries.timeout.connect(self.try_again)
        office.away.connect(self._away_or_back)

    def begin(self) -> None:
        """Listen from now on; where the database is away already, try until it is back."""
        if self._office.is_away:
            self._tries.start()
            return
        self._take_up(self._office.desk.listen())

    def close(self) -> None:
        """Stop listening."""
        self._tries.stop()
        self._hang_up()

    def try_again(self) -> None:
        """Ask whether the database is back; one asking at a time."""
        if not self._trying:
            self._trying = True
            self._office.background.run(
                self, self._office.desk.listen_again, self._back, self._still
            )

    def send(self, *, again: bool = False) -> None:
        """Send what waits of the person on duty, the refused acts too if they are to go again."""
        office, login = self._office, self._office.person.login
        outbox = office.keeping.outbox
        if not outbox.waiting:
            return

        unanswered: list[Command] = []

        def one(command: Command, by: str) -> Answer:
            try:
                return send_one(office, command, by)
            except Unreachable:
                unanswered.append(command)
                raise

        def work() -> int:
            return outbox.send(one, login=login, again=again)

        def told(sent: int) -> None:
            self._told(sent)
            if unanswered:
                office.set_away(True)

        office.background.run(self, work, told, office.failed.emit)

    def send_again(self) -> None:
        """Send what waits and what was refused before."""
        self.send(again=True)

    def _told(self, sent: int) -> None:
        self._office.outbox_changed.emit()
        self.sent.emit(sent)
        if sent:
            self._office.tell_of_changes()

    def _take_up(self, changes: Changes) -> None:
        self._hang_up()
        self._changes = changes
        descriptor = changes.fileno()
        if descriptor is None:
            self._looks.start(LOOK_FOR_CHANGES)
            return
        self._notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda *_: self._hear())

    def _hang_up(self) -> None:
        self._looks.stop()
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._changes is not None:
            self._changes.close()
            self._changes = None

    def _hear(self) -> None:
        if self._changes is None:
            return
        try:
            news = self._office.desk.hear(self._changes)
        except Unreachable:
            self._hang_up()
            self._office.set_away(True)
            return
        if news:
            self._office.tell_of_changes()

    def _away_or_back(self, away: bool) -> None:
        if away:
            self._tries.start()
            return
        self._tries.stop()
        self.send()
        if self._changes is None:
            self.try_again()

    def _back(self, changes: Changes) -> None:
        self._trying = False
        self._take_up(changes)
        self._office.set_away(False)
        self._office.tell_of_changes()

    def _still(self, error: DeskError) -> None:
        self._trying = False
        if isinstance(error, PassphraseWanted):
            self.wanted.emit()
        elif not isinstance(error, Unreachable):
            self._tries.stop()
            self._office.failed.emit(error)


def send_one(office: Office, command: Command, login: str) -> Answer:
    """Send an act of the outbox; a case that is accepted has no entry on this PC any more.

    An acceptance is not sent past what another hand saved of the same case in the meantime.
    """
    if not isinstance(command, AcceptCase):
        return office.desk.do(command, by=login)
    _require_seen(office, command)
    answer = office.desk.do(command, by=login)
    office.keeping.journal.drop(str(command.case_id))
    return answer


def _require_seen(office: Office, command: AcceptCase) -> None:
    journal, draft = office.keeping.journal, str(command.case_id)
    written = journal.values(draft)
    if not written:
        return
    base, mine = journal.base(draft), EntryState.restore(snapshot_of(written)).values
    with office.desk.ask() as reader:
        clash = newer_draft(reader, command.case_id, base.seen if base else None, mine)
    if clash is not None:
        raise clash
