"""Photographed pages: on which line of which case, and each content once."""

from alembic import op

from db.migrations.script import only_added, run_file, stamped

revision, down_revision = "0015", "0014"


def upgrade() -> None:
    """Make the tables with their guards."""
    run_file(op.get_bind(), "0015_pages")
    only_added(op.get_bind(), "case_pages", "pages")
    stamped(op.get_bind(), "case_pages", "pages")
