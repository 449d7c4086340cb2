"""Survey and site visit run beside the review, and the entry waits for them."""

from alembic import op

from db.migrations.script import only_added, run_file, stamped

revision, down_revision = "0014", "0013"


def upgrade() -> None:
    """Make the tables with their guards."""
    run_file(op.get_bind(), "0014_branches")
    only_added(op.get_bind(), "branches", "branch_ends")
    stamped(op.get_bind(), "branches", "branch_ends")
