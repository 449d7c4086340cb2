"""Drafts of applications: upkeep, not acts of law, so no command keeps what was dropped again.

A draft's version is the moment it was saved. Who saves over a version that he has not seen is
shown what differs; what he chooses is kept in the log with what he did not choose.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, insert, select, update

from db.ids import new_id
from db.tables.cases import DRAFTS
from db.tables.people import AUDIT, STAFF
from desk.workflow.act import Act
from desk.workflow.errors import Code, DeskError, Finding, Level, refuse

Values = Mapping[str, object]
_TICK = timedelta(microseconds=1)
_READ = (
    select(DRAFTS, STAFF.c.name)
    .join_from(DRAFTS, STAFF, STAFF.c.login == DRAFTS.c.login, isouter=True)
    .where(DRAFTS.c.id == bindparam("draft"))
    .with_for_update(of=DRAFTS)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft as it is to be kept: the whole entry, and which version the person has seen."""

    id: UUID
    item: str
    values: Values
    sources: Mapping[str, str]
    window: int | None = None
    seen: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One field that two people changed: what each put there, and whose was taken."""

    path: str
    mine: object
    theirs: object
    taken: str = ""  # mine, theirs


class DraftClash(DeskError):
    """Somebody else saved this draft meanwhile; nothing was overwritten."""

    def __init__(self, name: str, saved_at: datetime, theirs: Values) -> None:
        told = {"name": name, "at": saved_at.isoformat()}
        super().__init__((Finding(code="E-DAT-008", level=Level.BLOCK, facts=told),))
        self.name = name
        self.saved_at = saved_at
        self.theirs = theirs


def save_draft(act: Act, draft: Draft, choices: Sequence[Choice] = ()) -> datetime:
    """Keep a draft and return its new version; DraftClash where another version stands there."""
    act.require_role("accept")
    case = act.find_case(draft.id)
    if case is not None and case.accepted_at is not None:
        raise refuse(Code.UNKNOWN, at="draft")
    rows = act.rows(_READ, {"draft": draft.id})
    standing = rows[0] if rows else None
    if standing is not None and standing["saved_at"] != draft.seen:
        theirs = standing["data"]["values"]
        raise DraftClash(standing["name"] or standing["login"], standing["saved_at"], theirs)
    if standing is None and draft.seen is not None:
        raise refuse(Code.UNKNOWN, at="draft")  # dropped meanwhile
    at = act.now if standing is None else max(act.now, standing["saved_at"] + _TICK)
    row = _row(act, draft, at, known=case is not None)
    if standing is None:
        act.write(insert(DRAFTS), [row])
    else:
        act.connection.execute(update(DRAFTS).where(DRAFTS.c.id == draft.id).values(row))
    keep_choices(act, draft.id, choices)
    return at


def keep_choices(act: Act, draft: UUID, choices: Sequence[Choice]) -> None:
    """Keep in the log what was chosen where two versions met, with what was not chosen."""
    act.require_role("accept")
    if choices:
        _log(act, "draft.clash", draft, {choice.path: _chosen(choice) for choice in choices})


def drop_draft(act: Act, draft: UUID) -> None:
    """Drop a draft because its person says so; that it was dropped is kept, what it said is not."""
    act.require_role("accept")
    if act.connection.execute(delete(DRAFTS).where(DRAFTS.c.id == draft)).rowcount:
        _log(act, "draft.dropped", draft, {})


def end_draft(act: Act, case_id: UUID) -> None:
    """Forget the draft of a case that is accepted."""
    act.connection.execute(delete(DRAFTS).where(DRAFTS.c.id == case_id))


def merged(base: Values, mine: Values, theirs: Values) -> tuple[dict[str, object], list[Choice]]:
    """Join two versions of one draft: what only one hand changed is taken, the rest is asked."""
    joined: dict[str, object] = {}
    asked: list[Choice] = []
    for path in sorted({*base, *mine, *theirs}):
        was, my, their = base.get(path), mine.get(path), theirs.get(path)
        value = their if my == was else my
        if my not in (was, their) and their != was:
            asked.append(Choice(path=path, mine=my, theirs=their))
        if value is not None:
            joined[path] = value
    return joined, asked


def _row(act: Act, draft: Draft, at: datetime, *, known: bool) -> dict[str, Any]:
    data = {"values": draft.values, "sources": draft.sources, "window": draft.window}
    return {
        "id": draft.id,
        "login": act.actor,
        "case_id": draft.id if known else None,
        "item_code": draft.item,
        "data": data,
        "saved_at": at,
    }


def _chosen(choice: Choice) -> dict[str, object]:
    return {"mine": choice.mine, "theirs": choice.theirs, "taken": choice.taken}


def _log(act: Act, what: str, draft: UUID, data: Values) -> None:
    row = {"id": new_id(), "act": what, "object": str(draft), "data": data, **act.stamp}
    act.write(insert(AUDIT), [row])
