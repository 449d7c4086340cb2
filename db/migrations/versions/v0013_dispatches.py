"""Parcels: the label, the hand-over to the courier, how it ended; a waybill is used once."""

from alembic import op

from db.migrations.script import only_added, run_file, stamped

revision, down_revision = "0013", "0012"


def upgrade() -> None:
    """Make the table with its guards."""
    run_file(op.get_bind(), "0013_dispatches")
    only_added(op.get_bind(), "dispatches")
    stamped(op.get_bind(), "dispatches")
