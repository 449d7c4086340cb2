"""Drafts keyed while the database was away are in it when it is back, not only on this PC."""

from uuid import UUID

from PySide6.QtCore import QObject

from desk.local.journal import Base
from desk.windows.counter.entry_state import EntryState
from desk.windows.parts.office import Office
from desk.windows.recovery.restored import snapshot_of
from desk.workflow.commands import CaseCommand
from desk.workflow.errors import DeskError, Unreachable
from desk.workflow.services.drafts import Draft, save_draft


class DraftSending(QObject):
    """Saves what was left on this PC after an outage and at sign-in, never over another hand."""

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        office.away.connect(self._away_or_back)

    def send(self) -> None:
        """Save the left drafts of the person on duty that the database has not or has otherwise."""
        office, login = self._office, self._office.person.login
        if "clerk" not in office.person.roles or not office.keeping.journal.left(login):
            return
        office.background.run(self, lambda: self._save_all(login), _heard, office.failed.emit)

    def _away_or_back(self, away: bool) -> None:
        if not away:
            self.send()

    def _save_all(self, login: str) -> int:
        """Return how many were saved; a version that another hand saved is asked about in S06."""
        journal, saved = self._office.keeping.journal, 0
        waiting = self._of_the_outbox()
        for left in journal.left(login):
            if left.id in waiting:
                continue  # its act is sent, and what was keyed with it
            try:
                saved += self._save(left.id, login)
            except Unreachable:
                break
            except DeskError:
                continue  # clashed, accepted or dropped elsewhere: nothing is written over
        return saved

    def _save(self, ident: str, login: str) -> bool:
        journal, desk = self._office.keeping.journal, self._office.desk
        text, base = snapshot_of(journal.values(ident)), journal.base(ident)
        if base is not None and base.snapshot == text:
            return False
        entry = EntryState.restore(text)
        draft = Draft(
            id=UUID(ident),
            item=entry.item,
            values=entry.values,
            sources=entry.sources,
            window=self._office.person.window,
            seen=base.seen if base is not None else None,
        )
        at = desk.upkeep(lambda act: save_draft(act, draft), by=login)
        journal.saw(ident, Base(seen=at, snapshot=text))
        return True

    def _of_the_outbox(self) -> frozenset[str]:
        outbox = self._office.keeping.outbox
        commands = (outbox.command(row.id) for row in outbox.rows())
        return frozenset(str(one.case_id) for one in commands if isinstance(one, CaseCommand))


def _heard(_saved: int) -> None:
    """Nothing is said of it: it is as if the line had never been away."""
