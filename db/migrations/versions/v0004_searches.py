"""Searches of the register are kept: who asked, by which right, what for, and what was found."""

from alembic import op

from db.migrations.script import only_added, run_file, stamped

revision, down_revision = "0004", "0003"


def upgrade() -> None:
    """Make the table with its guards."""
    run_file(op.get_bind(), "0004_searches")
    only_added(op.get_bind(), "searches")
    stamped(op.get_bind(), "searches")
