"""An act from the outbox met a newer version of its case: field by field, 1 mine, 2 theirs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.local.journal import Base
from desk.local.outbox import Waiting
from desk.windows.counter.entry_state import EntryState
from desk.windows.parts.office import Office
from desk.windows.parts.words import language
from desk.windows.recovery.accepted_dialog import AcceptedDialog
from desk.windows.recovery.clash_dialog import ClashDialog
from desk.windows.recovery.restored import Restored, snapshot_of
from desk.workflow.clock import SHANGHAI
from desk.workflow.commands import AcceptCase
from desk.workflow.queries.cases import CaseView, case
from desk.workflow.queries.compared import differences
from desk.workflow.queries.pre_review import KeptEntry, kept_entry
from desk.workflow.reader import Reader
from desk.workflow.services.drafts import Choice, Draft, keep_choices, merged, save_draft

Plain = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Met:
    """What stands in the database: the entry that is kept of the case, and its event count."""

    kept: KeptEntry | None
    n: int | None
    accepted: CaseView | None = None


class Settling(QObject):
    """All mine: the act is sent again. Any of theirs: the entry is opened, to be accepted anew."""

    gone_on = Signal(object)  # a Restored, to be opened in the acceptance
    superseded = Signal(object)  # a Waiting, whose case another hand accepted: it is taken out
    nothing = Signal()  # no other version stands there any more: it can be sent again

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._widget = office, parent

    def begin(self, row: Waiting) -> None:
        """Ask what stands in the database and show both versions."""
        command = self._office.keeping.outbox.command(row.id)
        if not isinstance(command, AcceptCase):
            return
        case_id = command.case_id

        def ask(reader: Reader, now: datetime) -> _Met:
            standing = reader.case(case_id)
            if standing is not None and standing.accepted_at is not None:
                return _Met(kept=None, n=standing.n, accepted=case(reader, case_id, now))
            return _Met(kept=kept_entry(reader, case_id), n=standing.n if standing else None)

        self._office.look(self, ask, lambda met: self._compare(row, command, met))

    def _compare(self, row: Waiting, command: AcceptCase, met: _Met) -> None:
        if met.accepted is not None:
            self._show_accepted(row, command, met.accepted)
        elif met.kept is None:
            self.nothing.emit()
        else:
            self._ask_whose(row, command, met, met.kept)

    def _show_accepted(self, row: Waiting, command: AcceptCase, theirs: CaseView) -> None:
        """What was accepted stands; field by field beside it what is taken out, both logged."""
        accepted = theirs.application
        if accepted is None:
            return
        met = differences(command.application, accepted)
        event = next(event for event in theirs.events if event.act == "accept")
        told = self.tr("{0} was accepted by {1} at {2}. Yours was not and will not be.").format(
            theirs.row.case_no or "",
            event.person,
            event.at.astimezone(SHANGHAI).strftime("%m-%d %H:%M"),
        )
        dialog = AcceptedDialog(told, met, command.application.item, self._widget)
        taken = tuple(replace(choice, taken="theirs") for choice in met)

        def take_out() -> None:
            office, draft = self._office, command.case_id

            def keep() -> None:
                office.desk.upkeep(
                    lambda act: keep_choices(act, draft, taken), by=office.person.login
                )
                office.keeping.journal.drop(str(draft))

            office.background.run(
                self, keep, lambda _done: self.superseded.emit(row), office.failed.emit
            )

        dialog.accepted.connect(take_out)
        dialog.open()

    def _ask_whose(self, row: Waiting, command: AcceptCase, met: _Met, kept: KeptEntry) -> None:
        journal = self._office.keeping.journal
        mine = EntryState.restore(snapshot_of(journal.values(str(command.case_id))))
        base = journal.base(str(command.case_id))
        seen = EntryState.restore(base.snapshot).values if base is not None else {}
        joined, asked = merged(seen, mine.values, kept.values)
        told = "\n".join(finding.text(language()) for finding in row.findings)
        dialog = ClashDialog(told, asked, mine.item, self._widget)

        def chosen() -> None:
            values = {path: v for path, v in {**joined, **dialog.taken}.items() if v is not None}
            entry = replace(mine, values=values)
            self._settle(command, met, entry, tuple(dialog.choices), mine)

        if not asked:
            chosen()
            return
        dialog.accepted.connect(chosen)
        dialog.open()

    def _settle(
        self,
        command: AcceptCase,
        met: _Met,
        chosen: EntryState,
        choices: tuple[Choice, ...],
        mine: EntryState,
    ) -> None:
        if chosen.values == mine.values:
            self._send_mine(command, met, mine, choices)
        else:
            self._open(command, met, chosen, choices)

    def _send_mine(
        self, command: AcceptCase, met: _Met, mine: EntryState, choices: tuple[Choice, ...]
    ) -> None:
        """Log both, then send the act of this PC, knowing now what the other hand saved."""
        office, draft = self._office, command.case_id
        base = Base(seen=_seen(met), snapshot=mine.snapshot())

        def work() -> None:
            office.desk.upkeep(
                lambda act: keep_choices(act, draft, choices), by=office.person.login
            )
            office.keeping.journal.saw(str(draft), base)
            seen = met.n if command.seen is not None else None
            office.keeping.outbox.put_again(replace(command, seen=seen))

        office.background.run(
            self, work, lambda _done: office.send_again.emit(), office.failed.emit
        )

    def _open(
        self, command: AcceptCase, met: _Met, chosen: EntryState, choices: tuple[Choice, ...]
    ) -> None:
        """Keep the joined entry as the draft; it was not signed so, and is accepted anew."""
        office, ident = self._office, command.case_id
        draft = Draft(
            id=ident,
            item=chosen.item,
            values=chosen.values,
            sources={p: how for p, how in chosen.sources.items() if p in chosen.values},
            window=command.window,
            seen=_seen(met),
        )

        def work() -> datetime:
            at = office.desk.upkeep(
                lambda act: save_draft(act, draft, choices), by=office.person.login
            )
            office.keeping.outbox.drop(command.id)
            office.keeping.journal.drop(str(ident))
            return at

        def saved(at: datetime) -> None:
            office.outbox_changed.emit()
            self.gone_on.emit(restored(ident, chosen, at))

        office.background.run(self, work, saved, office.failed.emit)


def _seen(met: _Met) -> datetime | None:
    return met.kept.seen if met.kept is not None else None


def restored(draft: UUID, entry: EntryState, at: datetime) -> Restored:
    """Return an entry as the acceptance goes on with it."""
    text = entry.snapshot()
    return Restored(draft=draft, snapshot=text, base=Base(seen=at, snapshot=text))
