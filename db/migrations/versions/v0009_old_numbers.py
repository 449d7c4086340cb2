"""The number of the paper that a right came with is looked up, so it has an index."""

from alembic import op

revision, down_revision = "0009", "0008"


def upgrade() -> None:
    """Make the index."""
    op.create_index("ix_rights_old_number", "rights", ["old_number"])
