"""Bundles 组合件: cases that were accepted together and are entered together, in their order."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, UniqueConstraint, Uuid

from db.tables.metadata import case_id, done_at, done_by, facts

BUNDLES = facts(
    "bundles",
    Column("id", Uuid, primary_key=True),
    done_at(),
    done_by(),
)

BUNDLE_CASES = facts(
    "bundle_cases",
    Column("bundle_id", Uuid, ForeignKey("bundles.id"), primary_key=True),
    Column("place", Integer, CheckConstraint("place >= 1", name="place"), primary_key=True),
    case_id(nullable=False),
    UniqueConstraint("case_id"),
)
