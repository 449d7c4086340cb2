"""Printed sheets are looked up by their certificate and by their serial."""

from alembic import op

revision, down_revision = "0016", "0015"


def upgrade() -> None:
    """Make the indexes."""
    op.create_index("ix_papers_certificate_id", "papers", ["certificate_id"])
    op.create_index("ix_print_jobs_serial", "print_jobs", ["serial"])
