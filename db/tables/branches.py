"""What runs beside the review of a case: survey and site visit, each with its owner and its end."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, String, Text, Uuid

from db.tables.metadata import case_id, done_at, done_by, facts
from db.types import Json

BRANCHES = facts(
    "branches",
    Column("id", Uuid, primary_key=True),
    case_id(nullable=False),
    Column("kind", String(8), CheckConstraint("kind IN ('survey','visit')", name="kind")),
    Column("owner", String(32), ForeignKey("staff.login"), nullable=False),
    Column("reason", Text, nullable=False),
    done_at(),
    done_by(),
)
Index("ix_branches_case_id", BRANCHES.c.case_id)

BRANCH_ENDS = facts(
    "branch_ends",
    Column("branch_id", Uuid, ForeignKey("branches.id"), primary_key=True),
    Column("result", String(5), CheckConstraint("result IN ('fit','unfit')", name="result")),
    Column("note", Text, nullable=False),
    Column("second", String(32), ForeignKey("staff.login")),
    Column("evidence", Json, nullable=False),
    done_at(),
    done_by(),
    CheckConstraint("second IS NULL OR second <> actor", name="second"),
)
