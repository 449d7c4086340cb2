"""One small SQLite file of a workstation, held by one program at a time, safe against power cuts.

The program that has the file has it alone: what lies in it when it is opened was left by a run
that has ended. The lock is the operating system's and goes with the process, however it ends.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from db.session import sqlite_driver

Row = Mapping[str, Any]
PINS = {
    "locking_mode": "exclusive",
    "journal_mode": "wal",
    "synchronous": "2",  # FULL: what was written survives a power cut
    "secure_delete": "1",  # what is dropped is overwritten: it names people
    "trusted_schema": "0",
}
NUMBERED = 9


class LocalFileInUse(Exception):
    """Another program of this workstation has the file."""


class LocalFileTooNew(Exception):
    """The file was made by a newer program."""


class LocalFile:
    """An open file; every call is one transaction, on the disk when it returns."""

    def __init__(self, path: Path | None, schema: Sequence[str]) -> None:
        self.path = path or Path(":memory:")  # no path: kept only as long as the program runs
        self._lock = RLock()
        self._raw = self._open(path)
        try:
            self._upgrade(schema)
        except BaseException:
            self._raw.close()
            raise

    @contextmanager
    def writing(self) -> Iterator["LocalFile"]:
        """Open a transaction; calls within it become permanent together."""
        with self._lock:
            self._raw.execute("BEGIN IMMEDIATE")
            try:
                yield self
            except BaseException:
                self._raw.execute("ROLLBACK")
                raise
            self._raw.execute("COMMIT")

    def run(self, statement: str, values: Sequence[object] = ()) -> int:
        """Execute a statement and return how many rows it touched."""
        with self._lock:
            return int(self._raw.execute(statement, tuple(values)).rowcount)

    def rows(self, query: str, values: Sequence[object] = ()) -> list[Row]:
        """Read rows by column name."""
        with self._lock:
            found = self._raw.execute(query, tuple(values))
            names = [column[0] for column in found.description]
            return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def wipe(self) -> None:
        """Leave nothing on the disk of what was dropped."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._raw.close()

    @staticmethod
    def _open(path: Path | None) -> Any:
        if path is None:
            return sqlite_driver()[0].connect(
                ":memory:", isolation_level=None, check_same_thread=False
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        module, _ = sqlite_driver()
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
        raw = module.connect(str(path), timeout=0, isolation_level=None, check_same_thread=False)
        try:
            for pin, value in PINS.items():
                raw.execute(f"PRAGMA {pin} = {value}").fetchall()
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("COMMIT")
        except module.OperationalError as error:
            raw.close()
            raise LocalFileInUse(str(path)) from error
        return raw

    def _upgrade(self, schema: Sequence[str]) -> None:
        """Run the steps of the schema that the file has not seen yet."""
        found = int(self._raw.execute("PRAGMA user_version").fetchone()[0])
        if found > len(schema):
            raise LocalFileTooNew(str(self.path))
        with self.writing():
            for step in schema[found:]:
                for statement in filter(str.strip, step.split(";")):
                    self._raw.execute(statement)
            self._raw.execute(f"PRAGMA user_version = {len(schema)}")


def open_first_free(folder: Path, name: str, schema: Sequence[str]) -> LocalFile:
    """Open `name-1.db`, or the next one where other programs of this workstation run already."""
    for number in range(1, NUMBERED + 1):
        try:
            return LocalFile(folder / f"{name}-{number}.db", schema)
        except LocalFileInUse:
            continue
    raise LocalFileInUse(str(folder / name))


def left_behind(mine: LocalFile, schema: Sequence[str]) -> Iterator[LocalFile]:
    """Yield the files beside mine that no running program has; closed again after each."""
    stem = mine.path.stem.rsplit("-", 1)[0]
    for path in sorted(mine.path.parent.glob(f"{stem}-*.db")):
        if path == mine.path:
            continue
        try:
            other = LocalFile(path, schema)
        except LocalFileInUse:
            continue
        try:
            yield other
        finally:
            other.close()
