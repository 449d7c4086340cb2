"""The centre, its people, their roles, its calendar and settings."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    Uuid,
)

from db.tables.metadata import METADATA, done_at, done_by, facts
from db.types import Instant, Json

BIRTH = facts(
    "birth",
    Column("id", Integer, CheckConstraint("id = 1", name="one_row"), primary_key=True),
    Column("kind", String(9), CheckConstraint("kind IN ('live', 'rehearsal')", name="kind")),
    Column("born_at", Instant, nullable=False),
    Column("seal_key", String(64), nullable=False),  # signs the QR of papers, hex
)

CENTRE = facts(
    "centre",
    Column("n", Integer, primary_key=True),
    Column("name", String(100), nullable=False),
    Column("authority", String(100), nullable=False),
    Column("short", String(1), nullable=False),
    Column("area_name", String(40), nullable=False),
    Column("area_codes", Json, nullable=False),  # list of 6-digit county codes
    Column("windows", Integer, nullable=False),
    done_at(),
)

SETTINGS = facts(
    "settings",
    Column("key", String(60), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("value", Json, nullable=False),
    done_at(),
    done_by(),
)

STAFF = Table(
    "staff",
    METADATA,
    Column("login", String(32), primary_key=True),
    Column("name", String(60), nullable=False),
    Column("window", Integer),
    Column("active", Boolean, nullable=False, server_default="1"),
)

STAFF_ROLES = Table(
    "staff_roles",
    METADATA,
    Column("login", String(32), ForeignKey("staff.login"), primary_key=True),
    Column("role", String(16), primary_key=True),
    CheckConstraint(
        "role IN ('guide','clerk','approver','registrar','printer','supervisor','admin')",
        name="role",
    ),
)

CREDENTIALS = facts(
    "credentials",
    Column("login", String(32), ForeignKey("staff.login"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("hash", Text, nullable=False),  # argon2id, encoded form
    done_at(),
    done_by(),
)

SIGN_INS = Table(
    "sign_ins",
    METADATA,
    Column("id", Uuid, primary_key=True),
    Column("login", String(32), ForeignKey("staff.login"), nullable=False),
    Column("window", Integer),
    Column("at", Instant, nullable=False),
    Column("until", Instant),
)

CALENDAR = Table(
    "calendar",
    METADATA,
    Column("day", Date, primary_key=True),
    Column("working", Boolean, nullable=False),
    Column("note", String(80), nullable=False, server_default=""),
)

AUDIT = facts(
    "audit",
    Column("id", Uuid, primary_key=True),
    done_at(),
    done_by(),
    Column("act", String(60), nullable=False),
    Column("object", String(120), nullable=False, server_default=""),
    Column("data", Json, nullable=False),
)

COUNTERS = Table(
    "counters",
    METADATA,
    Column("series", String(40), primary_key=True),  # case, certificate, proof, ticket…
    Column("period", String(10), primary_key=True),  # a year, or a day for tickets
    Column("last", Integer, nullable=False),
)
