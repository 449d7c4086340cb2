"""Keeps one entry: each act in the journal at once, every five seconds in the database, undo."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from desk.local.history import History
from desk.local.journal import Base, Journal, changes_between
from desk.windows.counter.entry_model import EntryModel
from desk.windows.counter.entry_state import EntryState
from desk.windows.parts.office import Office
from desk.windows.recovery.restored import Restored
from desk.workflow.clock import SHANGHAI
from desk.workflow.errors import DeskError, Unreachable
from desk.workflow.services.drafts import Choice, Draft, DraftClash, drop_draft, save_draft

SAVE_EVERY = 5_000  # ms between savings in the database, where something was entered
Plain = Mapping[str, object]


class DraftKeeper(QObject):
    """Follows an entry model from the first field to the acceptance."""

    saved = Signal(str)  # when the draft was last saved, as 10:32:05
    clashed = Signal(object)  # somebody else saved the same draft: a DraftClash
    unwritten = Signal(str)  # the journal could not be written, and why

    def __init__(self, office: Office, model: EntryModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office, self._model = office, model
        self._draft: UUID | None = None
        self._history = History(model.snapshot())
        self._title = ""
        self._written: Plain = {}  # what the journal holds
        self._kept = ""  # the snapshot that the database holds
        self._seen: datetime | None = None
        self._saving = False
        self._timer = QTimer(self)
        self._timer.setInterval(SAVE_EVERY)
        self._timer.timeout.connect(self.save)
        model.settled.connect(self._after_act)

    @property
    def draft(self) -> UUID | None:
        """Return which draft is kept; none while nothing is entered for a case."""
        return self._draft

    @property
    def title(self) -> str:
        """Return whose case it is: its ticket."""
        return self._title

    def begin(self, draft: UUID, title: str) -> None:
        """Keep the entry from the next act on; what was begun goes on, of another kind maybe."""
        self._title = title
        if draft == self._draft:
            self._enter()
            return
        self._draft, self._seen, self._kept = draft, None, self._model.snapshot()
        self._history = History(self._model.snapshot())
        self._written = {}
        self._timer.start()

    def go_on(self, found: Restored) -> None:
        """Keep a restored entry, from the version that the database has of it."""
        self.begin(found.draft, found.title)
        self._seen, self._kept = None, ""
        self._write()
        if found.base is not None:
            self._saw(found.base)

    def leave(self) -> None:
        """Turn to another entry; this one is saved, and offered among the drafts."""
        draft, journal = self._draft, self._journal
        if draft is None:
            return
        self.save()
        self._timer.stop()
        self._draft = None
        if self._written:
            self._office.keeping.later(lambda: journal.leave(str(draft)), self.unwritten.emit)

    def ask_later(self) -> None:
        """Leave two versions as they are until the next saving."""
        self._timer.start()

    def undo(self) -> None:
        """Take back one act; the journal follows."""
        self._show(self._history.undo())

    def redo(self) -> None:
        """Do one act again that was taken back."""
        self._show(self._history.redo())

    def save(self, choices: tuple[Choice, ...] = ()) -> None:
        """Save in the database now, where something changed; while it is away the journal holds."""
        snapshot = self._model.snapshot()
        if self._draft is None or self._saving or snapshot == self._kept:
            return
        state = self._model.state
        draft = Draft(
            id=self._draft,
            item=state.item,
            values=state.values,
            sources=state.sources,
            window=self._office.person.window,
            seen=self._seen,
        )
        self._saving = True
        desk, login = self._office.desk, self._office.person.login

        def work() -> datetime:
            return desk.upkeep(lambda act: save_draft(act, draft, choices), by=login)

        def done(at: datetime) -> None:
            self._saving = False
            if self._draft == draft.id:
                self._saw(Base(seen=at, snapshot=snapshot))
                self.saved.emit(at.astimezone(SHANGHAI).strftime("%H:%M:%S"))

        self._office.background.run(self, work, done, lambda error: self._unsaved(error, draft))

    def adopt(self, clash: DraftClash, values: Plain, choices: tuple[Choice, ...]) -> None:
        """Go on from another hand's version with the fields as they were chosen."""
        state = self._model.state
        self._seen = clash.saved_at
        self._show(replace(state, values=values).snapshot())
        self._after_act()
        self.save(choices)

    def end(self, *, accepted: bool) -> None:
        """Keep no longer: the case is accepted, or its person drops the draft."""
        draft, desk, login = self._draft, self._office.desk, self._office.person.login
        self._timer.stop()
        self._draft = None
        if draft is None:
            return
        journal = self._journal
        self._office.keeping.later(lambda: journal.drop(str(draft)), self.unwritten.emit)
        if not accepted:
            self._office.background.run(
                self,
                lambda: desk.upkeep(lambda act: drop_draft(act, draft), by=login),
                lambda _done: None,
                self._office.failed.emit,
            )

    @property
    def base(self) -> Plain:
        """Return the values of the version that was last seen in the database."""
        return dict(EntryState.restore(self._kept).values) if self._kept else {}

    @property
    def _journal(self) -> Journal:
        return self._office.keeping.journal

    def _saw(self, base: Base) -> None:
        """Go on from this version, and note it on this PC: a crash or an outage may come."""
        self._seen, self._kept = base.seen, base.snapshot
        draft, journal = str(self._draft), self._journal
        self._office.keeping.later(lambda: journal.saw(draft, base), self.unwritten.emit)

    def _after_act(self) -> None:
        self._history.add(self._model.snapshot())
        self._write()

    def _show(self, text: str | None) -> None:
        if text is not None:
            self._model.restore(text)
            self._write()

    def _enter(self) -> None:
        """Enter the draft in the journal, or say anew of what kind it is."""
        draft, title, journal = str(self._draft), self._title, self._journal
        item, login = self._model.state.item, self._office.person.login
        self._office.keeping.later(
            lambda: journal.begin(draft, login=login, item=item, title=title), self.unwritten.emit
        )

    def _write(self) -> None:
        """Write what changed, off the GUI thread, in the order of the acts."""
        draft = self._draft
        if draft is None:
            return
        if not self._written:
            self._enter()
        now = flat(self._model.state)
        changes, self._written = changes_between(self._written, now), now
        journal = self._journal
        if changes:
            self._office.keeping.later(
                lambda: journal.write(str(draft), changes), self.unwritten.emit
            )

    def _unsaved(self, error: DeskError, draft: Draft) -> None:
        self._saving = False
        if isinstance(error, Unreachable):
            self._office.set_away(True)
        elif isinstance(error, DraftClash) and error.theirs == draft.values:
            self._seen = error.saved_at  # our own saving, whose answer was lost
        elif isinstance(error, DraftClash):
            self._timer.stop()
            self.clashed.emit(error)
        else:
            self._timer.stop()  # accepted or dropped elsewhere


def flat(state: EntryState) -> dict[str, object]:
    """Return an entry as paths of the journal."""
    values = {f"values/{path}": value for path, value in state.values.items()}
    sources: dict[str, object] = {f"sources/{path}": how for path, how in state.sources.items()}
    return {"item": state.item, **values, **sources}
