"""Commands and their answers: sent twice, done once, answered twice."""

from sqlalchemy import Column, ForeignKey, String, Uuid

from db.tables.metadata import done_at, done_by, facts
from db.types import Json

COMMANDS = facts(
    "commands",
    Column("id", Uuid, primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("fingerprint", String(64), nullable=False),  # SHA-256 of the canonical command
    Column("body", Json, nullable=False),
    done_at(),
    done_by(),
)

ANSWERS = facts(
    "answers",
    Column("command_id", Uuid, ForeignKey("commands.id"), primary_key=True),
    Column("body", Json, nullable=False),
)
