"""What a case costs, what was paid, what was let off. All amounts in 分."""

from sqlalchemy import CheckConstraint, Column, Integer, String, Text

from db.tables.metadata import case_id, done_at, done_by, facts
from db.types import Json

CHARGES = facts(
    "charges",
    case_id(primary_key=True),
    Column("n", Integer, primary_key=True),  # a charge worked out again replaces the one before
    Column("ord", Integer, primary_key=True),
    Column("line", String(24), nullable=False),  # fee, copies, deed_tax…
    Column("what", String(3), CheckConstraint("what IN ('fee','tax')", name="what")),
    Column("amount", Integer, nullable=False),
    Column("basis", Json, nullable=False),  # base, rate, pieces, class: how it came about
    Column("source", Text, nullable=False),
    done_at(),
    done_by(),
)

PAYMENTS = facts(
    "payments",
    case_id(primary_key=True),
    Column("event_n", Integer, primary_key=True),
    Column("what", String(3), primary_key=True),  # fee, tax
    Column("amount", Integer, nullable=False),
    Column("method", String(8), nullable=False),
    Column("voucher", String(80)),
    done_at(),
    done_by(),
)

EXEMPTIONS = facts(
    "exemptions",
    case_id(primary_key=True),
    Column("event_n", Integer, primary_key=True),
    Column("what", String(3), primary_key=True),
    Column("amount", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    done_at(),
    done_by(),
)

REFUNDS = facts(
    "refunds",
    case_id(primary_key=True),
    Column("event_n", Integer, primary_key=True),
    Column("what", String(3), primary_key=True),
    Column("amount", Integer, nullable=False),
    Column("reason", Text, nullable=False),  # why the case ended: withdrawn, refused
    done_at(),
    done_by(),
    Column("method", String(8), nullable=False, server_default=""),
    Column("voucher", String(80)),
)
