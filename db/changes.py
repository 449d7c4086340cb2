"""Hearing of other programs' commits: NOTIFY on PostgreSQL, a cheap counter on SQLite."""

import socket
from select import select
from typing import Any, Protocol

import psycopg
from sqlalchemy import Connection, Engine

from db.session import sqlite_driver

CHANNEL = "desk"


class Changes(Protocol):
    """What a window needs to hear: a descriptor to wait on where there is one, and a reading."""

    def fileno(self) -> int | None:
        """Return a descriptor that becomes readable on news; none where one has to look."""

    def read(self) -> list[str]:
        """Return what happened since the last reading; LineBroken where nothing can be heard."""

    def close(self) -> None:
        """Let the connection go."""


def listen(engine: Engine) -> Changes:
    """Begin to hear of changes in a database."""
    if engine.dialect.name == "postgresql":
        return _Notices(engine)
    return _DataVersion(engine)


class LineBroken(Exception):
    """The line to the database, or its file, is gone: begin to listen anew."""


class _Notices:
    """LISTEN on a connection of its own; each payload says what kind of thing changed."""

    def __init__(self, engine: Engine) -> None:
        self._connection: Connection = engine.connect().execution_options(
            isolation_level="AUTOCOMMIT"
        )
        self._connection.exec_driver_sql(f"LISTEN {CHANNEL}")
        self._raw: Any = self._connection.connection.driver_connection

    def fileno(self) -> int | None:
        descriptor: int = self._raw.fileno()
        return descriptor

    def read(self) -> list[str]:
        try:
            news = [notice.payload for notice in self._raw.notifies(timeout=0)]
        except psycopg.OperationalError as error:
            raise LineBroken from error
        if not news and self._ended():
            raise LineBroken
        return news

    def _ended(self) -> bool:
        """Look whether the server hung up, without taking anything that it said."""
        if self._raw.closed:
            return True
        with socket.fromfd(self._raw.fileno(), socket.AF_INET, socket.SOCK_STREAM) as line:
            ready, _, _ = select([line], [], [], 0)
            return bool(ready) and line.recv(1, socket.MSG_PEEK) == b""

    def close(self) -> None:
        self._connection.invalidate()  # a listening connection must not go back to the pool
        self._connection.close()


class _DataVersion:
    """`PRAGMA data_version` moves when another connection commits; looking costs microseconds."""

    def __init__(self, engine: Engine) -> None:
        self._raw: Any = engine.raw_connection()
        self._seen = self._look()

    def fileno(self) -> int | None:
        return None

    def read(self) -> list[str]:
        found = self._look()
        if found == self._seen:
            return []
        self._seen = found
        return ["changed"]

    def close(self) -> None:
        self._raw.close()

    def _look(self) -> int:
        try:
            return int(self._raw.cursor().execute("PRAGMA data_version").fetchone()[0])
        except sqlite_driver()[0].OperationalError as error:
            raise LineBroken from error
