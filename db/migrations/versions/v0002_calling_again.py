"""A number may be called once more, without a new call: the clock of the window runs on."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0002", "0001"

KIND = "ticket.recalled"


def upgrade() -> None:
    """Allow the event where a number waits, and to those who call."""
    text = sa.String
    op.bulk_insert(
        sa.table(
            "transitions",
            sa.column("from_state", text),
            sa.column("kind", text),
            sa.column("to_state", text),
        ),
        [
            {"from_state": state, "kind": KIND, "to_state": state}
            for state in ("ticketed", "pre_reviewed")
        ],
    )
    op.bulk_insert(
        sa.table("permissions", sa.column("kind", text), sa.column("role", text)),
        [{"kind": KIND, "role": "clerk"}],
    )
