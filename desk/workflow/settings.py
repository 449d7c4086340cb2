"""What a centre has set for itself: every change is kept, the last one by a moment counts."""

from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, bindparam, func, select

from db.tables.people import SETTINGS

Key = Literal[
    "papers.complete",
    "signatures.required",
    "sheets.confirmed",
    "refusal.second",
    "review.two_levels",
    "visit.required",
    "entry.confirmed",
    "review.looked",
]
Value = bool | tuple[str, ...]
COMPLETE_PAPERS: Key = "papers.complete"
"""Whether an application is accepted only with every paper that its item requires (条例 17)."""
SIGNATURES_REQUIRED: Key = "signatures.required"
"""Whether an application is accepted only when everybody signed on the applicants' screen."""
SHEETS_CONFIRMED: Key = "sheets.confirmed"
"""Whether each written sheet is scanned and checked before it is handed out."""
SECOND_FOR_REFUSAL: Key = "refusal.second"
"""Whether a refusal names a second approver."""
TWO_LEVELS: Key = "review.two_levels"
"""The items, by their code, that a second approver decides after the first."""
VISIT_REQUIRED: Key = "visit.required"
"""Whether an item that the law has visited (条例 19) is entered only after the visit."""
LOOKED: Key = "review.looked"
"""Whether an approval carries what was said of each row that a person compares."""
ENTRY_CONFIRMED: Key = "entry.confirmed"
"""Whether an entry is confirmed by the registrar's own PIN or passphrase."""

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


def standing(connection: Connection, key: Key, moment: datetime, *, rehearsal: bool) -> Value:
    """Return how a setting stands at a moment: as it was said last, else as it is delivered.

    A live centre wants evidence unless it says otherwise, a rehearsal has none unless it says so;
    signing on the screen is wanted only where somebody said so: on paper people sign in any case.
    """
    kept = connection.execute(_LAST, {"of_key": key, "moment": moment}).scalar()
    if key == TWO_LEVELS:
        return tuple(kept or ())
    return bool(kept) if kept is not None else not rehearsal and key != SIGNATURES_REQUIRED


def changes_so_far(connection: Connection, key: Key) -> int:
    """Return how often a setting was changed."""
    return connection.execute(_COUNT, {"of_key": key}).scalar() or 0
