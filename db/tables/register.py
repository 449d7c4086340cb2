"""The register: rights as they were entered, their holders, their closings; what is not closed."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    Uuid,
)

from db.tables.metadata import case_id, current, done_at, done_by, facts
from db.types import Instant, Json, Share

RIGHTS = facts(
    "rights",
    Column("id", Uuid, primary_key=True),
    Column("unit_code", String(28), ForeignKey("units.code"), nullable=False),
    Column("n", Integer, nullable=False),  # order of entry in the unit's book
    Column("right_type", String(2), nullable=False),
    Column("registration_type", Integer, nullable=False),  # 100 first … 900 other; 0 taken over
    Column("group_id", Uuid, nullable=False),  # entries of one right over several units share it
    Column("predecessor_id", Uuid, ForeignKey("rights.id")),
    Column("subject_id", Uuid, ForeignKey("rights.id")),  # the right it burdens or disputes
    Column("co_ownership", String(6)),  # sole, joint, shares
    Column("reason", Text, nullable=False, server_default=""),
    Column("fields", Json, nullable=False),
    Column("rank_at", Instant, nullable=False),  # rank counts from here (entry, or notice)
    Column("rank_n", Integer, nullable=False, server_default="0"),  # order within that instant
    Column("name", String(32), unique=True),  # its name in the file it came with
    Column("old_number", String(80)),  # number of the paper it came with
    case_id(nullable=True),
    done_at(),  # the instant of registration 登记时间
    done_by(),  # the registrar 登簿人
    UniqueConstraint("unit_code", "n"),
    CheckConstraint("co_ownership IN ('sole','joint','shares')", name="co_ownership"),
)
Index("ix_rights_case_id", RIGHTS.c.case_id)
Index("ix_rights_group_id", RIGHTS.c.group_id)
Index("ix_rights_old_number", RIGHTS.c.old_number)

HOLDERS = facts(
    "holders",
    Column("right_id", Uuid, ForeignKey("rights.id"), primary_key=True),
    Column("ord", Integer, primary_key=True),
    Column("name", String(200), nullable=False),
    Column("id_type", String(2), nullable=False),
    Column("id_number", String(40), nullable=False, index=True),
    Column("share", Share),
    Column("person", Json, nullable=False),  # phone, address, married, spouse… as applied for
)
Index("ix_holders_name", HOLDERS.c.name)

CLOSINGS = facts(
    "closings",
    Column("right_id", Uuid, ForeignKey("rights.id"), primary_key=True),
    Column("cause", String(20), nullable=False),  # transfer, change, cancelled, split, converted…
    Column("reason", Text, nullable=False, server_default=""),
    case_id(nullable=False),
    done_at(),
    done_by(),
)

RIGHT_NOW = current(
    "right_now",
    Column("right_id", Uuid, ForeignKey("rights.id"), primary_key=True),
    Column("unit_code", String(28), nullable=False),
    Column("right_type", String(2), nullable=False),
    Column("page", String(10), nullable=False),  # ownership, or '' where many may live together
)
Index("ix_right_now_unit_code", RIGHT_NOW.c.unit_code)
Index(
    "uq_right_now_ownership",
    RIGHT_NOW.c.unit_code,
    unique=True,
    sqlite_where=RIGHT_NOW.c.page == "ownership",
    postgresql_where=RIGHT_NOW.c.page == "ownership",
)

ANNOUNCEMENTS = facts(
    "announcements",
    case_id(primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("working_days", Integer, nullable=False),
    done_at(),
    done_by(),
)
