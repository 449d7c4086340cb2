"""Papers that go by courier: the steps of each parcel, from its label to its end."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, String, Text

from db.tables.metadata import case_id, done_at, done_by, facts

DISPATCHES = facts(
    "dispatches",
    case_id(primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("step", String(9), nullable=False),  # labelled, collected, delivered, returned, fetched
    Column("waybill", String(80)),
    Column("receiver", String(200), nullable=False),
    Column("phone", String(80), nullable=False),
    Column("address", Text, nullable=False),
    Column("note", Text, nullable=False),
    done_at(),
    done_by(),
    CheckConstraint("step <> 'collected' OR waybill IS NOT NULL", name="waybill"),
)
Index(
    "uq_dispatches_waybill",
    DISPATCHES.c.waybill,
    unique=True,
    sqlite_where=DISPATCHES.c.step == "collected",
    postgresql_where=DISPATCHES.c.step == "collected",
)

PARCEL_STEPS = frozenset(
    {
        ("", "labelled"),
        ("", "collected"),
        ("labelled", "labelled"),
        ("labelled", "collected"),
        ("labelled", "fetched"),
        ("collected", "delivered"),
        ("collected", "returned"),
        ("returned", "labelled"),
        ("returned", "fetched"),
    }
)
"""What a parcel can come to from where; the triggers hold the same list."""
