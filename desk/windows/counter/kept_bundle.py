"""A bundle that outlives a crash: each of its cases is a draft, and knows those before it."""

from collections.abc import Sequence
from typing import cast
from uuid import UUID

from desk.documents.store import PageStore
from desk.local.journal import Journal
from desk.windows.counter.bundle_hold import BundleHold
from desk.windows.counter.entry_state import EntryState
from desk.windows.counter.filling import evidence
from desk.windows.recovery.restored import snapshot_of
from forms.bundles import bundles

CODE, HELD, NEXT = "bundle/code", "bundle/held", "bundle/next"
"""Paths of an entry: which bundle it belongs to, the drafts before it, the one behind it."""


def next_draft(state: EntryState) -> UUID | None:
    """Return the draft that was begun behind an entry; None where none was."""
    text = state.text(NEXT)
    return UUID(text) if text else None


def is_of_bundle(state: EntryState) -> bool:
    """Tell whether an entry is a case of a bundle."""
    return bool(state.text(CODE))


def restored_hold(state: EntryState, draft: UUID, journal: Journal) -> BundleHold | None:
    """Return the bundle of a restored entry with the cases before it; None without all of them."""
    held = cast("Sequence[str]", state.values.get(HELD) or ())
    found = [journal.values(ident) for ident in held]
    bundle = next((one for one in bundles() if one.code == state.text(CODE)), None)
    if bundle is None or not all(found):
        return None
    ids = [*map(UUID, held), draft]
    hold = BundleHold(bundle=bundle, case_id=ids[0])
    for ident, written, following in zip(held, found, ids[1:], strict=True):
        before = EntryState.restore(snapshot_of(written))
        hold.keep(before.application(), evidence(before, PageStore().pages(ident)))
        hold.name_next(following)
    return hold
