"""Bundles: cases that are accepted and entered together, none before those ahead of it."""

from alembic import op

from db.migrations.script import only_added, run_file

revision, down_revision = "0005", "0004"


def upgrade() -> None:
    """Make the tables with their guards."""
    run_file(op.get_bind(), "0005_bundles")
    only_added(op.get_bind(), "bundles", "bundle_cases")
