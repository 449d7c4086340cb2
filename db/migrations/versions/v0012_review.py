"""Cases are skipped, recalled, referred upwards and handed over; claims are broken or run out."""

import sqlalchemy as sa
from alembic import op

from db.migrations.script import run_file

revision, down_revision = "0012", "0011"


def upgrade() -> None:
    """Make the marks of work, the guards of the new events, and who may do them."""
    run_file(op.get_bind(), "0012_review")
    text = sa.String
    op.bulk_insert(
        sa.table(
            "transitions",
            sa.column("from_state", text),
            sa.column("kind", text),
            sa.column("to_state", text),
        ),
        [
            {"from_state": start, "kind": kind, "to_state": end}
            for start, kind, end in (
                ("accepted", "case.skipped", "accepted"),
                ("in_approval", "case.handed_over", "in_approval"),
                ("in_approval", "case.referred", "accepted"),
            )
        ],
    )
    op.bulk_insert(
        sa.table("permissions", sa.column("kind", text), sa.column("role", text)),
        [
            {"kind": kind, "role": role}
            for kind, role in (
                ("case.skipped", "approver"),
                ("case.handed_over", "approver"),
                ("case.handed_over", "supervisor"),
                ("case.referred", "approver"),
            )
        ],
    )
