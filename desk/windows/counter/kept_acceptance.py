"""C03 with a net: what is entered is kept from the first field to the acceptance."""

from collections.abc import Sequence

from PySide6.QtGui import QAction

from desk.local.journal import Base
from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.counter.entry_state import EntryState
from desk.windows.counter.filling import as_reviewed, fill_kept, fill_pages
from desk.windows.parts.actions import make_action
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.words import language
from desk.windows.recovery.clash_dialog import ClashDialog
from desk.windows.recovery.keeper import DraftKeeper
from desk.windows.recovery.restored import Restored
from desk.workflow.answers import Answer
from desk.workflow.commands import new_id
from desk.workflow.queries.pre_review import KeptEntry, kept_entry
from desk.workflow.queries.queue import WaitingRow
from desk.workflow.services.drafts import DraftClash, merged


class KeptAcceptanceScreen(AcceptanceScreen):
    """The acceptance; its entry is journalled, saved, restored, and can be undone."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__(office, shell)
        self.keeper = DraftKeeper(office, self.model, self)
        self.undo = make_action(self, "undo", self._undo)
        self.redo = make_action(self, "redo", self._redo)
        self.save = make_action(self, "save", self._save)
        self.keeper.saved.connect(self._show_saved)
        self.keeper.clashed.connect(self._ask_whose)
        self.keeper.unwritten.connect(self._not_written)

    @property
    def acts(self) -> Sequence[QAction]:
        """Return the acts of the workplace, with undoing and saving."""
        return (*super().acts, self.undo, self.redo, self.save)

    def open(self, subject: object) -> None:
        """Go on with a draft, or begin as ever."""
        if isinstance(subject, Restored):
            self._restore(subject)
            return
        super().open(subject)

    def _begin(self, code: str, ticket: WaitingRow | None) -> None:
        """Begin a case, under one id from now on; a walk-in who changes the kind keeps his."""
        goes_on = ticket is None and self._case is not None and self._case == self.keeper.draft
        walk_in = self.keeper.draft if goes_on and self._seen is None else None
        if walk_in is not None:
            self._case = None
        else:
            self.keeper.leave()
        super()._begin(code, ticket)
        self._case = self._case or walk_in or new_id()
        self.keeper.begin(self._case, ticket.ticket if ticket else "")
        if ticket is not None:
            self._ask_kept(ticket)

    def _ask_kept(self, ticket: WaitingRow) -> None:
        """Bring back what a pre-review or an earlier draft of this case holds."""
        case_id, begun = ticket.case_id, self.model.snapshot()

        def show(found: KeptEntry | None) -> None:
            if found is not None:
                self._bring_back(ticket, found, begun)

        self._office.look(
            self, lambda reader, _now: kept_entry(reader, case_id), self._of_this_form(show)
        )

    def _bring_back(self, ticket: WaitingRow, found: KeptEntry, begun: str) -> None:
        """Lay the kept entry into the form; what was keyed in the meantime stays."""
        state = as_reviewed(self.model.state.item, found)
        if self.model.snapshot() == begun:
            self.keeper.leave()
            self.model.restore(state.snapshot())
            self.keeper.go_on(
                Restored(
                    draft=ticket.case_id,
                    snapshot=state.snapshot(),
                    title=ticket.ticket,
                    base=Base(seen=found.seen, snapshot=state.snapshot()),
                )
            )
        else:
            fill_kept(self.model, state)
        self._photographs.go_on(ticket.case_id)
        fill_pages(self.model, self._photographs.pages())
        self._look_up()
        self._show_standings()
        self.banner.say("done", self.tr("Restored; nothing has to be entered twice."))

    def _restore(self, found: Restored) -> None:
        self.keeper.leave()
        state = EntryState.restore(found.snapshot)
        self._case = None
        self.entry.empty()
        super()._begin(state.item, None)
        self._case = found.draft
        self._photographs.go_on(found.draft)
        self.model.restore(found.snapshot)
        self.keeper.go_on(found)
        super().open(None)
        self._look_up()
        self.banner.say("done", self.tr("Restored; nothing has to be entered twice."))

    def _accepted(self, answer: Answer) -> None:
        self.keeper.end(accepted=True)
        self._foot.say("")
        super()._accepted(answer)

    def _undo(self) -> None:
        self.entry.commit()
        self.keeper.undo()

    def _redo(self) -> None:
        self.keeper.redo()

    def _save(self) -> None:
        self.entry.commit()
        self.keeper.save()

    def _show_saved(self, at: str) -> None:
        self._foot.say(self.tr("Draft {0}").format(at))

    def _not_written(self, why: str) -> None:
        text = self.tr("This PC cannot keep the draft: {0}. Save with Ctrl+S or accept now.")
        self.banner.say("error", text.format(why))

    def _ask_whose(self, clash: DraftClash) -> None:
        joined, asked = merged(self.keeper.base, self.model.state.values, clash.theirs)
        dialog = ClashDialog(clash.text(language()), asked, self.model.state.item, self)

        def chosen() -> None:
            values = {**joined, **dialog.taken}
            whole = {path: value for path, value in values.items() if value is not None}
            self.keeper.adopt(clash, whole, tuple(dialog.choices))

        if not asked:
            self.keeper.adopt(clash, joined, ())
            return
        dialog.accepted.connect(chosen)
        dialog.rejected.connect(self.keeper.ask_later)
        dialog.open()
