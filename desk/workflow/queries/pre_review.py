"""What was entered for a case before it is accepted: at its pre-review, or in a later draft."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from db.tables.cases import CASE_EVENTS, DRAFTS
from desk.workflow.act import Row
from desk.workflow.reader import Reader
from desk.workflow.stages import EVENTS

_LOOKS = (
    select(CASE_EVENTS.c.item_code, CASE_EVENTS.c.at, CASE_EVENTS.c.data)
    .where(CASE_EVENTS.c.case_id == bindparam("case"), CASE_EVENTS.c.kind == EVENTS["pre_review"])
    .order_by(CASE_EVENTS.c.n.desc())
    .limit(1)
)
_DRAFT = select(DRAFTS).where(DRAFTS.c.id == bindparam("case"))


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptEntry:
    """The entry as it was left: each value, where it came from, and which values were reviewed.

    `seen` is the version of the draft that belongs to the case, None where there is none.
    """

    item: str
    values: Mapping[str, object]
    sources: Mapping[str, str]
    reviewed: Mapping[str, object]
    seen: datetime | None = None


def kept_entry(reader: Reader, case_id: UUID) -> KeptEntry | None:
    """Return what was entered for a case, the newest of its pre-review and its draft."""
    looks = reader.rows(_LOOKS, {"case": case_id})
    look = looks[0] if looks else None
    entry = _entry(look)
    drafts = reader.rows(_DRAFT, {"case": case_id})
    draft = drafts[0] if drafts else None
    reviewed = entry.get("values", {})
    seen = draft["saved_at"] if draft else None
    if draft is not None and (look is None or not entry or draft["saved_at"] > look["at"]):
        item, entry = draft["item_code"], draft["data"]
    elif look is not None and entry:
        item = look["item_code"]
    else:
        return None
    return KeptEntry(
        item=item,
        values=entry["values"],
        sources=entry.get("sources", {}),
        reviewed=reviewed,
        seen=seen,
    )


def _entry(look: Row | None) -> Mapping[str, Any]:
    return look["data"].get("evidence", {}).get("entry", {}) if look else {}
