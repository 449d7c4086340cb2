"""The stock of numbered paper as a book: acts with a second name, counts, who may do which."""

import sqlalchemy as sa
from alembic import op

from db.migrations.script import only_added, run_file, stamped

revision, down_revision = "0006", "0005"

KEEPERS = ("printer", "supervisor")
HANDS = (*KEEPERS, "clerk")


def upgrade() -> None:
    """Make the tables with their guards, and the permissions they ask."""
    run_file(op.get_bind(), "0006_stock")
    only_added(op.get_bind(), "stock_acts", "stock_counts")
    stamped(op.get_bind(), "stock_acts", "stock_counts")
    text = sa.String
    op.bulk_insert(
        sa.table("permissions", sa.column("kind", text), sa.column("role", text)),
        [
            {"kind": f"stock.{kind}", "role": role}
            for kinds, roles in (
                (("received", "handed_out", "destroyed"), KEEPERS),
                (("returned", "spoilt", "lost", "counted"), HANDS),
            )
            for kind in kinds
            for role in roles
        ],
    )
