"""Photographed pages: on which line of which case, and each content once."""

from alembic import op

from db.migrations.script import run_file

revision, down_revision = "0015", "0014"


def upgrade() -> None:
    """Make the tables with their guards."""
    run_file(op.get_bind(), "0015_pages")
