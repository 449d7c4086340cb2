"""How a refund was paid out, and what the database refuses of one."""

import sqlalchemy as sa
from alembic import op

from db.migrations.script import run_file

revision, down_revision = "0003", "0002"


def upgrade() -> None:
    """Add method and voucher, the guard of the sums, and who may refund beside the clerk."""
    run_file(op.get_bind(), "0003_refunds")
    text = sa.String
    op.bulk_insert(
        sa.table("permissions", sa.column("kind", text), sa.column("role", text)),
        [{"kind": "charge.refunded", "role": "supervisor"}],
    )
