"""Engines and transactions: the one place that knows how each database must be opened."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.pool import QueuePool

from db.patience import PatientConnection

try:
    import pysqlite3
except ImportError:  # no wheel for this machine: the standard library, one program at a time
    pysqlite3 = None

SQLITE_PINS = {
    "journal_mode": "wal",
    "synchronous": "2",  # FULL: an acknowledged act survives a power cut
    "foreign_keys": "1",
    "busy_timeout": "10000",
    "trusted_schema": "0",
    "cell_size_check": "1",
}
FIXED_SQLITE = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
"""First versions without the WAL-reset fault, newest line first."""

POSTGRESQL_OPTIONS = (
    "-c statement_timeout=15s -c lock_timeout=5s -c idle_in_transaction_session_timeout=10s"
    " -c timezone=UTC -c synchronous_commit=on"
)


class UnsafeDatabase(Exception):
    """The database is not opened the way that keeps what it acknowledged."""


def has_wal_fault(version: tuple[int, ...]) -> bool:
    """Tell whether a version of SQLite can lose committed writes of two connections."""
    newest = FIXED_SQLITE[0]
    return version < newest and not any(
        version[:2] == fixed[:2] and version >= fixed for fixed in FIXED_SQLITE[1:]
    )


def sqlite_driver() -> tuple[ModuleType, bool]:
    """Return the driver for SQLite files, and whether one program must have the file alone."""
    module: ModuleType = sqlite3 if pysqlite3 is None else pysqlite3.dbapi2
    return module, has_wal_fault(module.sqlite_version_info)


def open_engine(url: str | URL, *, pool_size: int = 2) -> Engine:
    """Return an engine opened with its pins; `UnsafeDatabase` where they do not hold."""
    target = make_url(url)
    if target.get_backend_name() == "sqlite":
        return _open_sqlite(target, pool_size)
    return _open_postgresql(target, pool_size)


@contextmanager
def writing(engine: Engine, *, keep: bool = True) -> Iterator[Connection]:
    """Open a transaction that may write; it commits at the end and rolls back on any error.

    Without `keep` it rolls back in any case: what was written was only tried.
    """
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection = connection.execution_options(desk_writes=True)
        with connection.begin() as transaction:
            yield connection
            if not keep:
                transaction.rollback()


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that sees one moment and cannot write."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection = connection.execution_options(postgresql_readonly=True)
        with connection.begin():
            yield connection


def _open_sqlite(url: URL, pool_size: int) -> Engine:
    module, alone = sqlite_driver()
    engine = create_engine(
        url,
        module=module,
        poolclass=QueuePool,
        pool_size=1 if alone else pool_size,
        max_overflow=0 if alone else 2,
        connect_args={"timeout": 10, "check_same_thread": False},
    )
    event.listen(engine, "connect", _pin_alone if alone else _pin)
    event.listen(engine, "begin", _begin)
    return engine


def _pin_alone(raw: Any, record: object) -> None:
    raw.execute("PRAGMA locking_mode = EXCLUSIVE")
    _pin(raw, record)


def _pin(raw: Any, _record: object) -> None:
    raw.isolation_level = None  # else the driver commits before CREATE and ALTER
    for pin, value in SQLITE_PINS.items():
        raw.execute(f"PRAGMA {pin} = {value}").fetchall()
    for pin, value in SQLITE_PINS.items():
        found = str(raw.execute(f"PRAGMA {pin}").fetchone()[0])
        if found not in (value, "memory"):
            raise UnsafeDatabase(f"SQLite: {pin} is {found}, must be {value}")


def _begin(connection: Connection) -> None:
    """Begin at once with the lock where writing is meant; a reader could not be upgraded later."""
    writes = bool(connection.get_execution_options().get("desk_writes"))
    connection.exec_driver_sql(f"PRAGMA query_only = {0 if writes else 1}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _open_postgresql(url: URL, pool_size: int) -> Engine:
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_size=pool_size,
        max_overflow=2,
        isolation_level="READ COMMITTED",
        pool_pre_ping=True,  # a connection from before an outage is not used for an act
        connect_args={
            "connect_timeout": 5,
            "tcp_user_timeout": 10_000,  # ms: a line that swallows everything is a broken one
            "options": POSTGRESQL_OPTIONS,
            "application_name": "desk",
            "prepare_threshold": 2,
        },
    )
    event.listen(engine, "do_connect", _connect)
    return engine


def _connect(_dialect: object, _record: object, values: Any, named: Any) -> PatientConnection:
    return PatientConnection.connect(*values, **named)
