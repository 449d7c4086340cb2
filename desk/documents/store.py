"""Pages on this workstation: contents by their SHA-256, and for each draft the list of its pages.

A content is written whole before it has its name, and a line of a list is on the disk before the
page is shown; so nothing that was seen is lost, whatever ends the program.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from platformdirs import user_data_path

_DRAFT = re.compile(r"[0-9A-Za-z_-]{1,64}")
_SHA = re.compile(r"[0-9a-f]{64}")


class PageDamaged(Exception):
    """A kept page is no longer what it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of a draft: of which material, which content, where it came from."""

    material: str
    sha256: str
    source: str  # camera, file, clipboard, shared


def place() -> Path:
    """Return where the pages of this workstation lie."""
    return user_data_path("registration-desk") / "pages"


class PageStore:
    """Keeps pages below one folder."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or place()

    def put(self, content: bytes) -> str:
        """Keep a content and return its name; the same content is kept once."""
        sha256 = hashlib.sha256(content).hexdigest()
        target = self._path(sha256)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            fresh = target.with_suffix(f".{os.getpid()}.new")
            with fresh.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(target)
        return sha256

    def get(self, sha256: str) -> bytes:
        """Return a content; PageDamaged where it is not there or no longer the same."""
        try:
            content = self._path(sha256).read_bytes()
        except OSError as error:
            raise PageDamaged(sha256) from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise PageDamaged(sha256)
        return content

    def add(self, draft: str, page: Page) -> None:
        """Add a page at the end of its material."""
        self._write(draft, {"act": "add", **asdict(page)})

    def drop(self, draft: str, material: str) -> None:
        """Take back the last page of a material; its content stays."""
        self._write(draft, {"act": "drop", "material": material})

    def replace_last(self, draft: str, page: Page) -> None:
        """Put another page in the place of the last one of its material."""
        self._write(draft, {"act": "replace", **asdict(page)})

    def pages(self, draft: str) -> tuple[Page, ...]:
        """Return the pages of a draft in their order, by material as they were begun."""
        found: dict[str, list[Page]] = {}
        for line in self._lines(draft):
            _apply(found, line)
        return tuple(page for pages in found.values() for page in pages)

    def lies_under(self, draft: str, sha256: str) -> str:
        """Return the material under which a draft has a content; empty where it has it not."""
        found = (page.material for page in self.pages(draft) if page.sha256 == sha256)
        return next(found, "")

    def drafts(self) -> tuple[str, ...]:
        """Return the drafts that have pages here."""
        lists = sorted((self._folder / "drafts").glob("*.jsonl"))
        return tuple(file.stem for file in lists if self.pages(file.stem))

    def forget(self, draft: str) -> None:
        """Drop the list of a draft, once its pages are elsewhere."""
        self._list(draft).unlink(missing_ok=True)

    def _path(self, sha256: str) -> Path:
        if not _SHA.fullmatch(sha256):
            raise PageDamaged(sha256)
        return self._folder / sha256[:2] / f"{sha256}.jpg"

    def _list(self, draft: str) -> Path:
        if not _DRAFT.fullmatch(draft):
            raise ValueError(f"no name of a draft: {draft!r}")
        return self._folder / "drafts" / f"{draft}.jsonl"

    def _write(self, draft: str, line: dict[str, str]) -> None:
        target = self._list(draft)
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("ab") as file:
            file.write(b"\n" + json.dumps(line, ensure_ascii=False).encode())
            file.flush()
            os.fsync(file.fileno())

    def _lines(self, draft: str) -> Iterator[dict[str, str]]:
        """Yield the lines; one that a power cut left half is no page."""
        try:
            written = self._list(draft).read_bytes()
        except OSError:
            return
        for line in written.split(b"\n"):
            try:
                read = json.loads(line)
            except ValueError:
                continue
            if isinstance(read, dict):
                yield read


def _apply(found: dict[str, list[Page]], line: dict[str, str]) -> None:
    """Do to the pages what a line says."""
    pages = found.setdefault(line["material"], [])
    if line["act"] != "add" and pages:
        pages.pop()
    if line["act"] != "drop":
        parts = {name: line[name] for name in ("material", "sha256", "source")}
        pages.append(Page(**parts))
