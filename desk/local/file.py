"""The tables of the workstation's file, and where it lies."""

from pathlib import Path

from platformdirs import user_data_path

from db.local_file import LocalFile, left_behind, open_first_free

NAME = "workstation"
SCHEMA = (
    """
    CREATE TABLE drafts (
      id TEXT PRIMARY KEY, login TEXT NOT NULL, item TEXT NOT NULL, title TEXT NOT NULL,
      begun_at TEXT NOT NULL, ignored_at TEXT
    );
    CREATE TABLE fields (
      n INTEGER PRIMARY KEY AUTOINCREMENT, draft TEXT NOT NULL REFERENCES drafts (id),
      path TEXT NOT NULL, value TEXT NOT NULL, at TEXT NOT NULL
    );
    CREATE INDEX fields_of_draft ON fields (draft, path, n);
    CREATE TABLE outbox (
      n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, login TEXT NOT NULL,
      command TEXT NOT NULL, title TEXT NOT NULL, at TEXT NOT NULL,
      tries INTEGER NOT NULL DEFAULT 0, state TEXT NOT NULL DEFAULT 'waits',
      said TEXT NOT NULL DEFAULT ''
    );
    CREATE TABLE numbers (
      year INTEGER NOT NULL, no INTEGER NOT NULL, block TEXT NOT NULL, used_at TEXT,
      PRIMARY KEY (year, no)
    );
    """,
    "ALTER TABLE drafts ADD COLUMN base TEXT NOT NULL DEFAULT ''",
)
MOVES = (
    (
        "SELECT id, login, item, title, begun_at, ignored_at, base FROM drafts",
        "INSERT OR IGNORE INTO drafts (id, login, item, title, begun_at, ignored_at, base)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
    ),
    (
        "SELECT draft, path, value, at FROM fields ORDER BY n",
        "INSERT INTO fields (draft, path, value, at) VALUES (?, ?, ?, ?)",
    ),
    (
        "SELECT id, login, command, title, at, tries, state, said FROM outbox ORDER BY n",
        "INSERT OR IGNORE INTO outbox (id, login, command, title, at, tries, state, said)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    ),
    (
        "SELECT year, no, block, used_at FROM numbers",
        "INSERT OR IGNORE INTO numbers (year, no, block, used_at) VALUES (?, ?, ?, ?)",
    ),
)
EMPTY = (
    "DELETE FROM numbers",
    "DELETE FROM outbox",
    "DELETE FROM fields",
    "DELETE FROM drafts",
)


def place() -> Path:
    """Return the folder of what this workstation keeps."""
    return user_data_path("registration-desk")


def open_file(folder: Path | None = None) -> LocalFile:
    """Open this workstation's file, and take over what ended programs left in theirs."""
    mine = open_first_free(folder or place(), NAME, SCHEMA)
    for other in left_behind(mine, SCHEMA):
        _take_over(mine, other)
    return mine


def _take_over(mine: LocalFile, other: LocalFile) -> None:
    """Copy first, then empty the other; done twice after a crash it comes to the same."""
    with mine.writing():
        for read, write in MOVES:
            for row in other.rows(read):
                mine.run(write, list(row.values()))
    with other.writing():
        for statement in EMPTY:
            other.run(statement)
