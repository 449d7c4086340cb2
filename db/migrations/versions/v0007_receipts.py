"""Receipts for papers: blocks of numbers for a desk away from the database, each ending once."""

from alembic import op

from db.migrations.script import run_file

revision, down_revision = "0007", "0006"


def upgrade() -> None:
    """Make the tables with their guards."""
    run_file(op.get_bind(), "0007_receipts")
