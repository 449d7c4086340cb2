"""What the database itself refused, as a code; services check first, this is the second line."""

from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError, OperationalError

CODES = (
    *(
        "D-STAGE",
        "D-VERSION",
        "D-ROLE",
        "D-STOCK",
        "D-FACT",
        "D-SEARCH",
        "D-BRANCH",
        "D-RECEIPT",
        "D-EXPRESS",
        "D-PAGE",
    ),
    *("R50", "R58"),
)
RETRY_STATES = ("40001", "40P01", "55P03", "57P01", "57P02", "57P03")
AWAY_STATES = ("57P01", "57P02", "57P03", "53300", "57014", "55P03")
"""Shut down, crashed, not yet up, full, cancelled by its time limit, a lock never given free."""
AWAY_FILES = ("unable to open database file", "database is locked", "disk I/O error")
"""What SQLite says of a file that is gone, held by another program, or on a broken disk."""
BY_CONSTRAINT = {
    "uq_unit_slots_disposing": "R07",
    "unit_slots.unit_code": "R07",
    "pk_case_events": "D-VERSION",
    "case_events.case_id, case_events.n": "D-VERSION",
    "fk_case_events_transition": "D-STAGE",
    "uq_right_now_ownership": "D-VERSION",
    "right_now.unit_code": "D-VERSION",
    "uq_print_job_now": "D-STOCK",
    "print_job_now.": "D-STOCK",
    "pk_stock_moves": "D-STOCK",
    "stock_moves.serial": "D-STOCK",
    "pk_units": "D-VERSION",
    "units.code": "D-VERSION",
    "pk_cases": "D-STAGE",
    "cases.id": "D-STAGE",
    "cases.name": "D-STAGE",
    "uq_cases_name": "D-STAGE",
    "pk_decisions": "D-VERSION",
    "decisions.case_id": "D-VERSION",
    "pk_ratings": "D-STAGE",
    "ratings.case_id": "D-STAGE",
    "uq_dispatches_waybill": "D-EXPRESS",
    "dispatches.waybill": "D-EXPRESS",
    "pk_dispatches": "D-VERSION",
    "dispatches.case_id": "D-VERSION",
    "uq_case_pages_case_id_sha256": "D-PAGE",
    "case_pages.case_id": "D-PAGE",
    "ck_pages": "D-PAGE",
    "pk_receipts_for_papers": "D-RECEIPT",
    "receipts_for_papers.year": "D-RECEIPT",
    "pk_receipt_ends": "D-RECEIPT",
    "receipt_ends.year": "D-RECEIPT",
    "uq_receipt_ends_case_id": "D-RECEIPT",
    "receipt_ends.case_id": "D-RECEIPT",
    "uq_receipt_blocks": "D-RECEIPT",
    "receipt_blocks.year": "D-RECEIPT",
}
"""Parts of what a database says of a broken constraint, and the code that means it."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A code and what the database said."""

    code: str
    detail: str


def refusal_of(error: DBAPIError) -> Refusal | None:
    """Return what a database error means; none where it is a bug or a broken machine."""
    detail = str(error.orig)
    for code in CODES:
        if detail.startswith(code) or f" {code} " in detail:
            return Refusal(code, detail)
    if getattr(error.orig, "sqlstate", None) == "42501":
        return Refusal("D-ROLE", detail)
    for part, code in BY_CONSTRAINT.items():
        if part in detail:
            return Refusal(code, detail)
    return None


def is_away(error: DBAPIError) -> bool:
    """Tell whether the database could not be reached, or not in time: the outcome is unknown."""
    if not isinstance(error, OperationalError):
        return bool(error.connection_invalidated)
    state = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return state.startswith("08") or state in AWAY_STATES
    detail = str(error.orig)
    return type(error.orig).__module__.startswith("psycopg") or any(
        part in detail for part in AWAY_FILES
    )


def may_retry(error: DBAPIError) -> bool:
    """Tell whether the same command may simply be sent again: deadlock, lock, restart, busy."""
    if getattr(error.orig, "sqlstate", None) in RETRY_STATES:
        return True
    return "database is locked" in str(error.orig) or error.connection_invalidated
