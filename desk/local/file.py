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
    """
    DROP TABLE numbers;
    CREATE TABLE numbers (
      year INTEGER NOT NULL, no INTEGER NOT NULL, block TEXT NOT NULL,
      state TEXT NOT NULL DEFAULT 'free', case_id TEXT, receipt TEXT NOT NULL DEFAULT '',
      printed_at TEXT, reason TEXT NOT NULL DEFAULT '', leaving TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (year, no)
    );
    CREATE TABLE blocks_asked (id TEXT PRIMARY KEY, login TEXT NOT NULL, window INTEGER);
    """,
    """
    CREATE TABLE practice (
      login TEXT NOT NULL, at TEXT NOT NULL, code TEXT NOT NULL,
      keys INTEGER NOT NULL, clicks INTEGER NOT NULL, seconds INTEGER NOT NULL,
      PRIMARY KEY (login, at)
    );
    """,
    "ALTER TABLE outbox ADD COLUMN receipt TEXT NOT NULL DEFAULT ''",
    """
    CREATE TABLE centres (url TEXT PRIMARY KEY, body TEXT NOT NULL);
    CREATE TABLE people (
      url TEXT NOT NULL, login TEXT NOT NULL, name TEXT NOT NULL, roles TEXT NOT NULL,
      window INTEGER, pin TEXT NOT NULL, misses INTEGER NOT NULL DEFAULT 0, at TEXT NOT NULL,
      PRIMARY KEY (url, login)
    );
    """,
)
MOVES = (
    (
        "SELECT url, body FROM centres",
        "INSERT OR IGNORE INTO centres (url, body) VALUES (?, ?)",
    ),
    (
        "SELECT url, login, name, roles, window, pin, misses, at FROM people",
        "INSERT OR IGNORE INTO people (url, login, name, roles, window, pin, misses, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    ),
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
        "SELECT id, login, command, title, at, tries, state, said, receipt FROM outbox ORDER BY n",
        "INSERT OR IGNORE INTO outbox (id, login, command, title, at, tries, state, said, receipt)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    ),
    (
        "SELECT id, login, window FROM blocks_asked",
        "INSERT OR IGNORE INTO blocks_asked (id, login, window) VALUES (?, ?, ?)",
    ),
    (
        "SELECT login, at, code, keys, clicks, seconds FROM practice",
        "INSERT OR IGNORE INTO practice (login, at, code, keys, clicks, seconds)"
        " VALUES (?, ?, ?, ?, ?, ?)",
    ),
)
LEAVE = "UPDATE numbers SET leaving = ? WHERE leaving = ''"
NUMBERS = (
    "SELECT year, no, block, state, case_id, receipt, printed_at, reason,"
    " CASE WHEN leaving = ? THEN '' ELSE leaving END AS leaving FROM numbers",
    "INSERT OR IGNORE INTO numbers"
    " (year, no, block, state, case_id, receipt, printed_at, reason, leaving)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
)
"""A number is marked for the file it goes to before it is copied: until it is there, and if the
program ends in between, neither file gives it out."""
EMPTY = (
    "DELETE FROM people",
    "DELETE FROM centres",
    "DELETE FROM blocks_asked",
    "DELETE FROM practice",
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
    name = mine.path.stem
    other.run(LEAVE, (name,))
    with mine.writing():
        for read, write in MOVES:
            for row in other.rows(read):
                mine.run(write, list(row.values()))
        read, write = NUMBERS
        for row in other.rows(read, (name,)):
            mine.run(write, list(row.values()))
    with other.writing():
        for statement in EMPTY:
            other.run(statement)
