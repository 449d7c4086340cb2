"""The register, the cases and the papers, with what the database itself refuses."""

from collections.abc import Iterator
from itertools import product

import sqlalchemy as sa
from alembic import op

from db.migrations.script import only_added, postgresql_trigger, run_file

revision, down_revision = "0001", None

ONLY_ADDED = [
    "announcements",
    "answers",
    "applications",
    "audit",
    "birth",
    "case_events",
    "case_numbers",
    "case_units",
    "cases",
    "centre",
    "certificate_endings",
    "certificate_rights",
    "certificates",
    "charges",
    "closings",
    "commands",
    "credentials",
    "decisions",
    "exemptions",
    "findings",
    "handovers",
    "holders",
    "materials",
    "papers",
    "parties",
    "payments",
    "permissions",
    "print_job_events",
    "print_jobs",
    "ratings",
    "refunds",
    "rights",
    "settings",
    "stock_moves",
    "tickets",
    "transitions",
    "unit_endings",
    "unit_facts",
    "unit_locks",
    "unit_origins",
    "unit_unlocks",
    "units",
]
KEPT_BY_TRIGGERS = ["case_now", "print_job_now", "right_now", "sheet_now", "unit_now", "unit_slots"]
STAMPED = [
    "announcements",
    "applications",
    "audit",
    "cases",
    "charges",
    "commands",
    "decisions",
    "exemptions",
    "handovers",
    "materials",
    "papers",
    "payments",
    "print_jobs",
    "refunds",
    "unit_locks",
    "unit_unlocks",
]
STAMPED_AT = ["certificate_endings", "certificates", "ratings", "unit_endings"]
TAKEN_OVER = ("rights",)  # rows without a case keep the day they were registered

OPEN = ("accepted", "in_approval", "returned", "approved")
WITH_PAPERS = (*OPEN, "registered", "printed")
ENDED = ("issued", "refused", "withdrawn")
BEGINNINGS = (
    ("case.pre_reviewed", "ticketed"),
    ("case.pre_reviewed", "pre_reviewed"),
    ("case.accepted", "accepted"),
    ("case.not_accepted", "not_accepted"),
    ("case.seized", "registered"),
)
STAYING = {
    "case.supplemented": ("accepted", "in_approval", "approved"),
    "announcement.published": OPEN,
    "charge.made": WITH_PAPERS,
    "payment.received": WITH_PAPERS,
    "charge.exempted": WITH_PAPERS,
    "charge.refunded": (*WITH_PAPERS, "withdrawn", "refused"),
    "case.paused": WITH_PAPERS,
    "case.resumed": WITH_PAPERS,
    "case.rated": (*WITH_PAPERS, *ENDED),
}
"""What may happen without moving the case, and in which states."""

MAY = {
    "guide": "ticket.drawn case.pre_reviewed",
    "clerk": (
        "ticket.drawn ticket.called ticket.no_show ticket.parked case.pre_reviewed case.accepted"
        " case.seized case.not_accepted charge.made payment.received charge.exempted"
        " charge.refunded case.paused case.resumed announcement.published case.supplemented"
        " case.issued case.withdrawn case.rated"
    ),
    "approver": (
        "case.claimed case.released case.approved case.returned case.refused case.recalled"
    ),
    "registrar": "case.registered",
    "printer": "certificate.printed certificate.spoilt",
    "supervisor": "case.released",
}


def moves() -> Iterator[tuple[str, str, str]]:
    """Yield every legal move of a case: from state, kind of event, to state."""
    yield from (
        ("", "ticket.drawn", "ticketed"),
        ("accepted", "case.claimed", "in_approval"),
        ("in_approval", "case.released", "accepted"),
        ("in_approval", "case.approved", "approved"),
        ("in_approval", "case.returned", "returned"),
        ("in_approval", "case.refused", "refused"),
        ("approved", "case.recalled", "in_approval"),
        ("approved", "case.registered", "registered"),
        ("returned", "case.supplemented", "accepted"),
        ("registered", "certificate.printed", "registered"),
        ("registered", "certificate.printed", "printed"),
        ("printed", "certificate.spoilt", "registered"),
        ("registered", "certificate.spoilt", "registered"),
        ("printed", "case.issued", "issued"),
        ("registered", "case.issued", "issued"),
    )
    waiting = ("ticketed", "pre_reviewed")
    for state, kind in product(waiting, ("ticket.called", "ticket.no_show", "ticket.parked")):
        yield state, kind, state
    for start, (kind, to) in product(("", *waiting), BEGINNINGS):
        yield start, kind, to
    for state in OPEN:
        yield state, "case.withdrawn", "withdrawn"
    for kind, states in STAYING.items():
        for state in states:
            yield state, kind, state


def upgrade() -> None:
    """Make all tables, their guards, and what may be done by whom."""
    connection = op.get_bind()
    run_file(connection, "0001_tables")
    run_file(connection, "0001_triggers")
    only_added(connection, *ONLY_ADDED)
    if connection.dialect.name == "postgresql":
        for statement in _stamps():
            connection.exec_driver_sql(statement)
    text = sa.String
    op.bulk_insert(
        sa.table(
            "transitions",
            sa.column("from_state", text),
            sa.column("kind", text),
            sa.column("to_state", text),
        ),
        [{"from_state": f, "kind": k, "to_state": t} for f, k, t in moves()],
    )
    op.bulk_insert(
        sa.table("permissions", sa.column("kind", text), sa.column("role", text)),
        [{"kind": kind, "role": role} for role, kinds in MAY.items() for kind in kinds.split()],
    )


def _stamps() -> Iterator[str]:
    for table in KEPT_BY_TRIGGERS:
        yield from postgresql_trigger(
            f"{table}_kept", "BEFORE INSERT OR UPDATE OR DELETE", table, "desk_only_triggers"
        )
    for table in STAMPED:
        yield from postgresql_trigger(f"{table}_stamp", "BEFORE INSERT", table, "desk_stamp")
    for table in STAMPED_AT:
        yield from postgresql_trigger(f"{table}_stamp", "BEFORE INSERT", table, "desk_stamp_at")
    for table in TAKEN_OVER:
        yield from postgresql_trigger(
            f"{table}_stamp", "BEFORE INSERT", table, "desk_stamp", "WHEN (NEW.case_id IS NOT NULL)"
        )
