"""Parcels and units: the code for ever, the facts as they changed, what is current."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Text, Uuid

from db.tables.metadata import case_id, current, done_at, done_by, facts
from db.types import Instant

UNITS = facts(
    "units",
    Column("code", String(28), primary_key=True),
    Column("county", String(6), nullable=False),
    Column("parcel", String(19), nullable=False, index=True),
    Column("kind", String(6), nullable=False),  # land, house, forest, sea, other
    case_id(nullable=True),  # the case that made it; none where it came with the register
    done_at(),
)

UNIT_FACTS = facts(
    "unit_facts",
    Column("unit_code", String(28), ForeignKey("units.code"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("location", Text, nullable=False),
    Column("usage", String(60), nullable=False),
    Column("land_area", Integer),  # 0.01 m²
    Column("floor_area", Integer),
    Column("inner_area", Integer),
    Column("shared_area", Integer),
    Column("land_right_nature", String(40)),
    Column("land_term_to", Date),
    Column("structure", String(40)),
    Column("floor", String(20)),
    Column("floors", Integer),
    Column("built", Integer),  # year
    case_id(nullable=True),
    done_at(),
)

UNIT_ENDINGS = facts(
    "unit_endings",
    Column("unit_code", String(28), ForeignKey("units.code"), primary_key=True),
    Column("cause", String(20), nullable=False),  # split, merge, cancelled
    case_id(nullable=False),
    done_at(),
)

UNIT_ORIGINS = facts(
    "unit_origins",
    Column("unit_code", String(28), ForeignKey("units.code"), primary_key=True),
    Column("from_code", String(28), ForeignKey("units.code"), primary_key=True),
    case_id(nullable=False),
)

UNIT_LOCKS = facts(
    "unit_locks",
    Column("id", Uuid, primary_key=True),
    Column("unit_code", String(28), ForeignKey("units.code"), nullable=False, index=True),
    Column("reason", String(200), nullable=False),
    done_at(),
    done_by(),
)

UNIT_UNLOCKS = facts(
    "unit_unlocks",
    Column("lock_id", Uuid, ForeignKey("unit_locks.id"), primary_key=True),
    Column("reason", String(200), nullable=False),
    done_at(),
    done_by(),
)

UNIT_NOW = current(
    "unit_now",
    Column("code", String(28), ForeignKey("units.code"), primary_key=True),
    Column("n", Integer, nullable=False),  # the facts in force
    Column("ended_at", Instant),
    Column("lock_reason", String(200)),
)

UNIT_SLOTS = current(
    "unit_slots",
    Column("case_id", Uuid, ForeignKey("cases.id"), primary_key=True),
    Column("unit_code", String(28), primary_key=True),
    Column("slot", String(9), nullable=False),  # disposing, waiting, none
    Column("accepted_at", Instant, nullable=False),
)
Index(
    "uq_unit_slots_disposing",
    UNIT_SLOTS.c.unit_code,
    unique=True,
    sqlite_where=UNIT_SLOTS.c.slot == "disposing",
    postgresql_where=UNIT_SLOTS.c.slot == "disposing",
)
Index("ix_unit_slots_unit_code", UNIT_SLOTS.c.unit_code)
