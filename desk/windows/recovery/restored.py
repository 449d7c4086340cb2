"""A draft that goes on: what the acceptance is opened with."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desk.local.journal import LeftDraft
from desk.windows.counter.entry_state import EntryState
from desk.windows.parts.office import Office
from desk.workflow.queries.cases import DraftRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """An entry with the draft it belongs to, and the version of it in the database, if any."""

    draft: UUID
    snapshot: str
    title: str = ""
    seen: datetime | None = None


def from_journal(office: Office, left: LeftDraft, kept: DraftRow | None) -> Restored:
    """Return a draft as this workstation has it; `kept` is what the database has of it."""
    return Restored(
        draft=UUID(left.id),
        snapshot=snapshot_of(office.keeping.journal.values(left.id)),
        title=left.title,
        seen=kept.saved_at if kept is not None else None,
    )


def from_database(kept: DraftRow) -> Restored:
    """Return a draft as the database has it, from whichever workstation."""
    state = EntryState(
        item=kept.item, values=kept.data["values"], sources=kept.data.get("sources", {})
    )
    return Restored(draft=kept.id, snapshot=state.snapshot(), seen=kept.saved_at)


def snapshot_of(written: Mapping[str, object]) -> str:
    """Return the snapshot that the paths of a journal make."""
    parts: dict[str, dict[str, object]] = {"values": {}, "sources": {}}
    for path, value in written.items():
        part, _, rest = path.partition("/")
        if rest:
            parts[part][rest] = value
    return EntryState.restore(json.dumps({"item": written.get("item") or "", **parts})).snapshot()
