"""Who looked into the register about whom or what, for which purpose, and what he was given."""

from sqlalchemy import Column, ForeignKey, Integer, String, Text, UniqueConstraint, Uuid

from db.tables.metadata import done_at, done_by, facts
from db.types import Instant, Json

SEARCHES = facts(
    "searches",
    Column("id", Uuid, primary_key=True),
    Column("year", Integer, nullable=False),
    Column("no", Integer, nullable=False),
    Column("kind", String(6), nullable=False),  # person, page
    Column("asker", Json, nullable=False),  # name, id_type, id_number
    Column("relation", String(2), nullable=False),
    Column("purpose", String(2), nullable=False),
    Column("reason", Text, nullable=False),
    Column("subject", Json, nullable=False),  # name and id_number, or unit
    Column("as_at", Instant, nullable=False),
    Column("found", Json, nullable=False),  # unit codes
    Column("paper_id", Uuid, ForeignKey("papers.id")),
    done_at(),
    done_by(),
    UniqueConstraint("year", "no"),
)
