"""Keeps one entry: each act in the journal at once, every five seconds in the database, undo."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from desk.local.history import History
from desk.local.journal import Journal, changes_between
from desk.windows.counter.entry_model import EntryModel
from desk.windows.counter.entry_state import EntryState
from desk.windows.parts.office import Office
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

    def begin(self, draft: UUID, title: str, *, seen: datetime | None = None) -> None:
        """Keep the entry as it stands from now on; `seen` is its version in the database."""
        state, login, journal = self._model.state, self._office.person.login, self._journal
        self._draft, self._seen, self._kept = draft, seen, ""
        self._history = History(self._model.snapshot())
        self._written = {}
        self._office.keeping.later(
            lambda: journal.begin(str(draft), login=login, item=state.item, title=title),
            self.unwritten.emit,
        )
        self._write()
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
                self._seen, self._kept = at, snapshot
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

    def _after_act(self) -> None:
        self._history.add(self._model.snapshot())
        self._write()

    def _show(self, text: str | None) -> None:
        if text is not None:
            self._model.restore(text)
            self._write()

    def _write(self) -> None:
        """Write what changed, off the GUI thread, in the order of the acts."""
        draft = self._draft
        if draft is None:
            return
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


def snapshot_of(written: Plain) -> str:
    """Return the snapshot that the paths of a journal make."""
    parts: dict[str, dict[str, object]] = {"values": {}, "sources": {}}
    for path, value in written.items():
        part, _, rest = path.partition("/")
        if rest:
            parts[part][rest] = value
    return EntryState.restore(json.dumps({"item": written.get("item") or "", **parts})).snapshot()
