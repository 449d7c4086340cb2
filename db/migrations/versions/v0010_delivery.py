"""An application says how its papers are to be handed out; those before it say nothing."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0010", "0009"


def upgrade() -> None:
    """Add the column; what was kept stays as it is."""
    op.add_column("applications", sa.Column("delivery", sa.Text))
