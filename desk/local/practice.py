"""What a person practised at this workstation: keys, clicks and time of each practice case."""

from dataclasses import dataclass
from datetime import datetime

from db.local_file import LocalFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Practised:
    """One practice case that came to its end."""

    code: str
    keys: int
    clicks: int
    seconds: int
    at: datetime


class PracticeBook:
    """The results of this workstation, each person's own."""

    def __init__(self, file: LocalFile) -> None:
        self._file = file

    def add(self, login: str, done: Practised) -> None:
        """Write a result down."""
        self._file.run(
            "INSERT INTO practice (login, at, code, keys, clicks, seconds)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [login, done.at.isoformat(), done.code, done.keys, done.clicks, done.seconds],
        )

    def of(self, login: str) -> list[Practised]:
        """Return a person's results, the oldest first."""
        rows = self._file.rows(
            "SELECT code, keys, clicks, seconds, at FROM practice WHERE login = ? ORDER BY at",
            [login],
        )
        return [
            Practised(
                code=row["code"],
                keys=row["keys"],
                clicks=row["clicks"],
                seconds=row["seconds"],
                at=datetime.fromisoformat(row["at"]),
            )
            for row in rows
        ]
