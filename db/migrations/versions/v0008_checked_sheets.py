"""A print job knows one more state: the written sheet was checked before it is handed out."""

from alembic import op

from db.migrations.script import run_file

revision, down_revision = "0008", "0007"


def upgrade() -> None:
    """Make indexes and guard anew with the state."""
    run_file(op.get_bind(), "0008_checked_sheets")
