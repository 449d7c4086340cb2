"""Searches of the register are kept: who asked, by which right, what for, and what was found."""

from alembic import op

from db.migrations.script import run_file

revision, down_revision = "0004", "0003"


def upgrade() -> None:
    """Make the table with its guards."""
    run_file(op.get_bind(), "0004_searches")
