"""Whether another hand saved a draft since this workstation saw it; asked before an act is sent."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select

from db.tables.cases import DRAFTS
from db.tables.people import STAFF
from desk.workflow.reader import Reader
from desk.workflow.services.drafts import DraftClash, Values

_DRAFT = (
    select(DRAFTS, STAFF.c.name)
    .join_from(DRAFTS, STAFF, STAFF.c.login == DRAFTS.c.login, isouter=True)
    .where(DRAFTS.c.id == bindparam("draft"))
)


def newer_draft(
    reader: Reader, draft: UUID, seen: datetime | None, mine: Values
) -> DraftClash | None:
    """Return the version that another hand saved; none where it says the same as mine."""
    rows = reader.rows(_DRAFT, {"draft": draft})
    if not rows or rows[0]["saved_at"] == seen or rows[0]["data"]["values"] == mine:
        return None
    row = rows[0]
    return DraftClash(row["name"] or row["login"], row["saved_at"], row["data"]["values"])
