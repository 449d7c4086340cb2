"""C03 with a net: what is entered is kept from the first field to the acceptance."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtGui import QAction

from desk.local.journal import Base
from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.counter.bundle_hold import BundleHold
from desk.windows.counter.entry_state import PRESENT, EntryState
from desk.windows.counter.filling import as_reviewed, fill_kept, fill_pages
from desk.windows.counter.kept_bundle import (
    CODE,
    HELD,
    NEXT,
    is_of_bundle,
    next_draft,
    restored_hold,
)
from desk.windows.counter.questioning import RECORD, record_of
from desk.windows.devices.printing_out import print_job, print_kept
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.words import language
from desk.windows.recovery.clash_dialog import ClashDialog
from desk.windows.recovery.keeper import DraftKeeper
from desk.windows.recovery.restored import Restored, snapshot_of
from desk.windows.recovery.undo_keys import UndoKeys
from desk.workflow.answers import Answer, PreReviewAnswer
from desk.workflow.commands import new_id
from desk.workflow.errors import DeskError, KeptForLater
from desk.workflow.queries.papers import PaperRow, papers_of
from desk.workflow.queries.pre_review import KeptEntry, kept_entry
from desk.workflow.queries.queue import WaitingRow
from desk.workflow.services.drafts import DraftClash, merged
from forms.bundles import Bundle

NOTICE = "notice_missing"


class KeptAcceptanceScreen(AcceptanceScreen):
    """The acceptance; its entry is journalled, saved, restored, and can be undone."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__(office, shell)
        self._bundle: str | None = None
        self.keeper = DraftKeeper(office, self.model, self)
        self._undo_keys = UndoKeys(self)
        self.undo = make_action(self, "undo", self._undo)
        self.redo = make_action(self, "redo", self._redo)
        self.save = make_action(self, "save", self._save)
        self.record = make_action(self, "record", self._print_record)
        self.entry.add_buttons("questions", [make_button(self.record)])
        self.keeper.saved.connect(self._show_saved)
        self.keeper.clashed.connect(self._ask_whose)
        self.keeper.unwritten.connect(self._not_written)
        office.away.connect(self.reload)  # what could not be checked now is

    @property
    def acts(self) -> Sequence[QAction]:
        """Return the acts of the workplace, with undoing and saving."""
        return (*super().acts, self.undo, self.redo, self.save, self.record)

    def open(self, subject: object) -> None:
        """Go on with a draft, or begin as ever."""
        if isinstance(subject, Restored):
            self._restore(subject)
            return
        super().open(subject)

    def _start(self, kind: str | Bundle, ticket: WaitingRow | None) -> None:
        self._bundle = kind.code if isinstance(kind, Bundle) else None
        super()._start(kind, ticket)

    def _keep_for_bundle(self, hold: BundleHold) -> None:
        """Leave the case that is held as a draft of its own, and begin or restore the next."""
        following = next_draft(self.model.state) or new_id()
        self.model.put(NEXT, str(following))
        self.keeper.leave()
        super()._keep_for_bundle(hold)
        hold.name_next(following)
        self._case = following
        self._photographs.go_on(following)
        with self.model.one_act():
            self.model.put(CODE, hold.bundle.code)
            self.model.put(HELD, [str(one) for one in hold.held])
        journal = self._office.keeping.journal
        if written := journal.values(str(following)):
            self.model.restore(snapshot_of(written))
        self.keeper.go_on(
            Restored(
                draft=following,
                snapshot=self.model.snapshot(),
                title=self.keeper.title,
                base=journal.base(str(following)),
            )
        )

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
        self.model.put(CODE, self._bundle)
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
        self._restore_bundle(state, found.draft)

    def _restore_bundle(self, state: EntryState, draft: UUID) -> None:
        """Go on with a case of a bundle at its place, the cases before it held again."""
        if is_of_bundle(state):
            self._sending.hold = restored_hold(state, draft, self._office.keeping.journal)
            self._show_place()
            if self._sending.hold is None:
                text = self.tr("The cases before it are not on this PC; this one goes on alone.")
                self.banner.say("info", text)

    def _accepted(self, answer: Answer) -> None:
        hold, journal = self._sending.hold, self._office.keeping.journal
        for held in hold.held if hold is not None else ():
            self._office.keeping.later(partial(journal.drop, str(held)), self.keeper.unwritten.emit)
        self.keeper.end(accepted=True)
        self._foot.say("")
        super()._accepted(answer)

    def _print_record(self) -> None:
        """Print the questioning record; where the papers list it, it is there then."""
        item, case_id = self._item, self._case
        if item is None or case_id is None:
            return
        job = record_of(self._office, self.entry, item, case_id)
        if job is None:
            text = self.tr("Nobody has answered yet. Go to the questions with Alt+5 and ask them.")
            self.banner.say("info", text)
            return
        if RECORD in (*item.materials_required, *item.materials_conditional):
            self.model.put(f"materials/{RECORD}", PRESENT)
        print_job(self._office, self, job, self._printed, self._unprinted)

    def _printed(self, name: str) -> None:
        self.banner.say("done", self.tr("{0} was handed to the printer.").format(name))

    def _unprinted(self, why: str) -> None:
        self.banner.say("error", why)

    def _noticed(self, answer: Answer) -> None:
        """Print the notice that was made, so that the person takes it along."""
        super()._noticed(answer)
        if not isinstance(answer, PreReviewAnswer):
            return
        case_id, at = answer.case_id, answer.at

        def show(kept: list[PaperRow]) -> None:
            made = [row for row in kept if row.kind == NOTICE and row.at >= at]
            if made:
                print_kept(self._office, self, made[-1].id, lambda _name: None, self._unprinted)

        self._office.look(self, lambda reader, _now: papers_of(reader, case_id), show)

    def _refused(self, error: DeskError, confirmed: tuple[str, ...]) -> None:
        """Let the form go where its act waits with a receipt; the draft stays until it is sent."""
        if not isinstance(error, KeptForLater):
            super()._refused(error, confirmed)
            return
        self.keeper.leave()
        self._foot.say("")
        self._leave_for("S05", error)

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
