"""What a centre has set for itself: every change is kept, the last one by a moment counts."""

from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, bindparam, func, select

from db.tables.people import SETTINGS

Key = Literal["papers.complete", "signatures.required"]
COMPLETE_PAPERS: Key = "papers.complete"
"""Whether an application is accepted only with every paper that its item requires (条例 17)."""
SIGNATURES_REQUIRED: Key = "signatures.required"
"""Whether an application is accepted only when everybody signed on the applicants' screen."""

_LAST = (
    select(SETTINGS.c.value)
    .where(
        SETTINGS.c.key == bindparam("of_key"),
        SETTINGS.c.at <= bindparam("moment", type_=SETTINGS.c.at.type),
    )
    .order_by(SETTINGS.c.n.desc())
    .limit(1)
)
_COUNT = select(func.max(SETTINGS.c.n)).where(SETTINGS.c.key == bindparam("of_key"))


def papers_obligatory(connection: Connection, moment: datetime, *, rehearsal: bool) -> bool:
    """Tell whether complete papers are obligatory: in a live centre unless it says otherwise."""
    kept = connection.execute(_LAST, {"of_key": COMPLETE_PAPERS, "moment": moment}).scalar()
    return not rehearsal if kept is None else bool(kept)


def signatures_obligatory(connection: Connection, moment: datetime) -> bool:
    """Tell whether everybody must have signed on the screen; on paper they sign in any case."""
    kept = connection.execute(_LAST, {"of_key": SIGNATURES_REQUIRED, "moment": moment}).scalar()
    return bool(kept)


def changes_so_far(connection: Connection, key: Key) -> int:
    """Return how often a setting was changed."""
    return connection.execute(_COUNT, {"of_key": key}).scalar() or 0
