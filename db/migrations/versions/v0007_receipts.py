"""Receipts for papers: blocks of numbers for a desk away from the database, each ending once."""

from alembic import op

from db.migrations.script import only_added, run_file, stamped

revision, down_revision = "0007", "0006"


def upgrade() -> None:
    """Make the tables with their guards."""
    run_file(op.get_bind(), "0007_receipts")
    only_added(op.get_bind(), "receipt_blocks", "receipts_for_papers", "receipt_ends")
    stamped(op.get_bind(), "receipt_blocks", "receipts_for_papers", "receipt_ends")
