"""Receipts for papers 收件回执: numbers handed out beforehand, how each ended."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    String,
    Text,
    UniqueConstraint,
    Uuid,
)

from db.tables.metadata import case_id, done_at, done_by, facts
from db.types import Instant, Json

RECEIPT_BLOCKS = facts(
    "receipt_blocks",
    Column("id", Uuid, primary_key=True),
    Column("year", Integer, nullable=False),
    Column("first_no", Integer, nullable=False),
    Column("last_no", Integer, nullable=False),
    Column("window", Integer),
    done_at(),
    done_by(),
    UniqueConstraint("year", "first_no"),
    CheckConstraint("first_no >= 1 AND last_no >= first_no", name="order"),
)

RECEIPTS_FOR_PAPERS = facts(
    "receipts_for_papers",
    Column("year", Integer, primary_key=True),
    Column("no", Integer, primary_key=True),
    Column("block_id", Uuid, ForeignKey("receipt_blocks.id"), nullable=False),
    Column("for_case", Uuid, nullable=False, index=True),  # not accepted yet, so in no table
    Column("item", String(8), nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("received_by", String(32), nullable=False),
    Column("window", Integer),
    Column("values", Json, nullable=False),  # what is written on it
    Column("sha256", String(64), nullable=False),  # of the PDF
    done_at(),
    done_by(),
)

RECEIPT_ENDS = facts(
    "receipt_ends",
    Column("year", Integer, primary_key=True),
    Column("no", Integer, primary_key=True),
    Column("block_id", Uuid, ForeignKey("receipt_blocks.id"), nullable=False),
    Column("how", String(4), nullable=False),  # used, void
    case_id(nullable=True),
    Column("reason", Text, nullable=False, server_default=""),
    done_at(),
    done_by(),
    UniqueConstraint("case_id"),
    CheckConstraint(
        "(how = 'used' AND case_id IS NOT NULL)"
        " OR (how = 'void' AND case_id IS NULL AND trim(reason) <> '')",
        name="how",
    ),
)
