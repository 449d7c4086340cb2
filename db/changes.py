"""Hearing of other programs' commits: NOTIFY on PostgreSQL, a cheap counter on SQLite."""

from typing import Any, Protocol

from sqlalchemy import Connection, Engine

CHANNEL = "desk"


class Changes(Protocol):
    """What a window needs to hear: a descriptor to wait on where there is one, and a reading."""

    def fileno(self) -> int | None:
        """Return a descriptor that becomes readable on news; none where one has to look."""

    def read(self) -> list[str]:
        """Return what happened since the last reading; empty where nothing did."""

    def close(self) -> None:
        """Let the connection go."""


def listen(engine: Engine) -> Changes:
    """Begin to hear of changes in a database."""
    if engine.dialect.name == "postgresql":
        return _Notices(engine)
    return _DataVersion(engine)


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
        return [notice.payload for notice in self._raw.notifies(timeout=0)]

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
        return int(self._raw.cursor().execute("PRAGMA data_version").fetchone()[0])
