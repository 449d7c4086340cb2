"""Acts on the book of numbered sheets, and what a person counted where they lie."""

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Integer, String, Text, Uuid

from db.tables.metadata import done_at, done_by, facts
from db.types import Json

STOCK_ACTS = facts(
    "stock_acts",
    Column("id", Uuid, primary_key=True),
    Column("kind", String(11), nullable=False),  # received, handed_out, returned, spoilt…
    Column("sheet_kind", String(11), nullable=False),  # certificate, proof
    Column("first", String(15), nullable=False),
    Column("last", String(15), nullable=False),
    Column("sheets", Integer, nullable=False),
    Column("from_place", String(8)),
    Column("to_place", String(8), nullable=False),
    Column("batch", String(40), nullable=False, server_default=""),
    Column("reason", Text, nullable=False, server_default=""),
    Column("second", String(32), ForeignKey("staff.login")),
    Column("evidence", Json, nullable=False),
    done_at(),
    done_by(),
    CheckConstraint("second IS NULL OR second <> actor", name="second"),
    CheckConstraint(
        "kind NOT IN ('spoilt','lost','destroyed') OR (second IS NOT NULL AND reason <> '')",
        name="witness",
    ),
)

STOCK_COUNTS = facts(
    "stock_counts",
    Column("day", Date, primary_key=True),
    Column("place", String(8), primary_key=True),
    Column("sheet_kind", String(11), primary_key=True),
    Column("n", Integer, primary_key=True),  # the first count that day, a later one
    Column("counted", Integer, nullable=False),
    Column("again", Integer, nullable=False),  # the second, blind count
    Column("book", Integer, nullable=False),  # the day closes where they agree
    done_at(),
    done_by(),
    CheckConstraint("counted = again", name="twice"),
)
