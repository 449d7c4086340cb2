"""Who was told what is missing may wait again: at his number, or with a first one."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0011", "0010"


def upgrade() -> None:
    """Allow a first number after a pre-review, and to the guide what brings somebody back."""
    text = sa.String
    op.bulk_insert(
        sa.table(
            "transitions",
            sa.column("from_state", text),
            sa.column("kind", text),
            sa.column("to_state", text),
        ),
        [
            {"from_state": state, "kind": "ticket.drawn", "to_state": state}
            for state in ("ticketed", "pre_reviewed")
        ],
    )
    op.bulk_insert(
        sa.table("permissions", sa.column("kind", text), sa.column("role", text)),
        [{"kind": "ticket.parked", "role": "guide"}],
    )
