"""The metadata all tables hang on, and the list of tables that are only ever added to."""

from typing import Any

from sqlalchemy import Column, ForeignKey, MetaData, String, Table, Uuid
from sqlalchemy.schema import SchemaItem

from db.types import Instant

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

INSERT_ONLY: set[str] = set()
"""Names of tables whose rows are never updated or deleted; guard triggers are made from it."""


def facts(name: str, *parts: SchemaItem) -> Table:
    """Define a table of facts: rows are only ever added."""
    INSERT_ONLY.add(name)
    return Table(name, METADATA, *parts)


def current(name: str, *parts: SchemaItem) -> Table:
    """Define a table of what is current: written by triggers alone, rebuilt from facts at will."""
    return Table(name, METADATA, *parts)


def done_at() -> Column[Any]:
    """When: set by the database in a live centre, by the day's clock in a rehearsal."""
    return Column("at", Instant, nullable=False)


def done_by() -> Column[Any]:
    """Who: set by the database in a live centre, by the day's person in a rehearsal."""
    return Column("actor", String(32), nullable=False)


def case_id(**options: Any) -> Column[Any]:
    """The technical key of a case."""
    return Column("case_id", Uuid, ForeignKey("cases.id"), **options)
