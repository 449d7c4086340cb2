"""A draft that goes on: what the acceptance is opened with."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from desk.local.journal import Base, LeftDraft
from desk.windows.counter.entry_state import EntryState
from desk.windows.parts.office import Office
from desk.workflow.queries.cases import DraftRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """An entry with the draft it belongs to, and the version of it that was seen last, if any."""

    draft: UUID
    snapshot: str
    title: str = ""
    base: Base | None = None


def from_journal(office: Office, left: LeftDraft) -> Restored:
    """Return a draft as this workstation has it; what others saved since then is asked about."""
    journal = office.keeping.journal
    return Restored(
        draft=UUID(left.id),
        snapshot=snapshot_of(journal.values(left.id)),
        title=left.title,
        base=journal.base(left.id),
    )


def from_database(kept: DraftRow) -> Restored:
    """Return a draft as the database has it, from whichever workstation."""
    state = EntryState(
        item=kept.item, values=kept.data["values"], sources=kept.data.get("sources", {})
    )
    text = state.snapshot()
    return Restored(draft=kept.id, snapshot=text, base=Base(seen=kept.saved_at, snapshot=text))


def snapshot_of(written: Mapping[str, object]) -> str:
    """Return the snapshot that the paths of a journal make."""
    parts: dict[str, dict[str, object]] = {"values": {}, "sources": {}}
    for path, value in written.items():
        part, _, rest = path.partition("/")
        if rest:
            parts[part][rest] = value
    return EntryState.restore(json.dumps({"item": written.get("item") or "", **parts})).snapshot()
