"""The journal of drafts: each committed field is on this workstation's disk before anything else.

A draft is a list of writings, the last one of each path counts. An accepted draft is dropped at
once; one that was ignored after a crash is kept for thirty days and never offered again.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from db.local_file import LocalFile
from forms.canonical import canonical_json

MOST_WRITINGS = 2_000  # of one draft, before older writings of the same paths are folded
KEPT_IGNORED = timedelta(days=30)
Values = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftDraft:
    """A draft that a run left behind: whose, of what, when it was last written and what last."""

    id: str
    login: str
    item: str
    title: str
    begun_at: datetime
    saved_at: datetime
    last_path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What this workstation saw last of a draft in the database; unseen: none was there."""

    seen: datetime | None
    snapshot: str


class Journal:
    """The drafts in the workstation's file."""

    def __init__(self, file: LocalFile) -> None:
        self._file = file
        self._left = {str(row["id"]) for row in file.rows("SELECT id FROM drafts")}
        self._forget_old()

    def begin(self, draft: str, *, login: str, item: str, title: str) -> None:
        """Begin a draft, or say anew of what kind and of whom it is."""
        self._file.run(
            "INSERT INTO drafts (id, login, item, title, begun_at) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET login = excluded.login, item = excluded.item,"
            " title = excluded.title, ignored_at = NULL",
            (draft, login, item, title, _now()),
        )
        self._left.discard(draft)

    def write(self, draft: str, changes: Values) -> datetime:
        """Write fields, a value of null for one that is empty again; on the disk on return."""
        at = _now()
        with self._file.writing():
            for path, value in changes.items():
                self._file.run(
                    "INSERT INTO fields (draft, path, value, at) VALUES (?, ?, ?, ?)",
                    (draft, path, canonical_json(value), at),
                )
            self._fold(draft)
        return datetime.fromisoformat(at)

    def values(self, draft: str) -> dict[str, object]:
        """Return what stands in a draft, by path."""
        rows = self._file.rows(
            "SELECT path, value FROM fields WHERE draft = ? ORDER BY n", (draft,)
        )
        found = {str(row["path"]): json.loads(row["value"]) for row in rows}
        return {path: value for path, value in found.items() if value is not None}

    def saw(self, draft: str, base: Base) -> None:
        """Note which version the database has; another one there later is another hand's."""
        seen = base.seen.isoformat() if base.seen else None
        kept = canonical_json({"seen": seen, "snapshot": base.snapshot})
        self._file.run("UPDATE drafts SET base = ? WHERE id = ?", (kept, draft))

    def base(self, draft: str) -> Base | None:
        """Return the version that was seen last; none where the database never had the draft."""
        rows = self._file.rows("SELECT base FROM drafts WHERE id = ? AND base != ''", (draft,))
        if not rows:
            return None
        kept = json.loads(rows[0]["base"])
        seen = datetime.fromisoformat(kept["seen"]) if kept["seen"] else None
        return Base(seen=seen, snapshot=kept["snapshot"])

    def left(self, login: str) -> tuple[LeftDraft, ...]:
        """Return a person's drafts that an earlier run left behind, newest first."""
        rows = self._file.rows(
            "SELECT d.id, d.login, d.item, d.title, d.begun_at, f.path, f.at FROM drafts d"
            " JOIN fields f ON f.n = (SELECT max(n) FROM fields WHERE draft = d.id)"
            " WHERE d.login = ? AND d.ignored_at IS NULL ORDER BY f.n DESC",
            (login,),
        )
        return tuple(
            LeftDraft(
                id=row["id"],
                login=row["login"],
                item=row["item"],
                title=row["title"],
                begun_at=datetime.fromisoformat(row["begun_at"]),
                saved_at=datetime.fromisoformat(row["at"]),
                last_path=row["path"],
            )
            for row in rows
            if row["id"] in self._left
        )

    def leave(self, draft: str) -> None:
        """Offer a draft again though its program runs: its person turned to another case."""
        self._left.add(draft)

    def ignore(self, draft: str) -> None:
        """Never offer a draft again; it is still kept for a while."""
        self._file.run("UPDATE drafts SET ignored_at = ? WHERE id = ?", (_now(), draft))
        self._left.discard(draft)

    def drop(self, draft: str) -> None:
        """Forget a draft: its case is accepted, or a person dropped it."""
        with self._file.writing():
            self._file.run("DELETE FROM fields WHERE draft = ?", (draft,))
            self._file.run("DELETE FROM drafts WHERE id = ?", (draft,))
        self._file.wipe()
        self._left.discard(draft)

    def _fold(self, draft: str) -> None:
        count = self._file.rows("SELECT count(*) AS many FROM fields WHERE draft = ?", (draft,))
        if count[0]["many"] > MOST_WRITINGS:
            self._file.run(
                "DELETE FROM fields WHERE draft = ?1 AND n NOT IN"
                " (SELECT max(n) FROM fields WHERE draft = ?1 GROUP BY path)",
                (draft,),
            )

    def _forget_old(self) -> None:
        since = (datetime.now(UTC) - KEPT_IGNORED).isoformat()
        for row in self._file.rows("SELECT id FROM drafts WHERE ignored_at < ?", (since,)):
            self.drop(str(row["id"]))


def changes_between(before: Values, after: Values) -> dict[str, object]:
    """Return what has to be written so that `before` becomes `after`."""
    gone: dict[str, object] = {path: None for path in before if path not in after}
    new = {path: value for path, value in after.items() if before.get(path) != value}
    return gone | new


def _now() -> str:
    return datetime.now(UTC).isoformat()
