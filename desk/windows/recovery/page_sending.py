"""Photographed pages go up to the database behind the acts that list them; nobody waits for it.

What is still to go up is not written down anywhere: it is what a case lists and the database has
not, so that it is found again after whatever ended the program.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from desk.documents.store import PageDamaged, PageStore
from desk.documents.thumbnails import thumbnail
from desk.windows.parts.office import Office
from desk.workflow.errors import DeskError, Unreachable
from desk.workflow.queries.pages import Upload, missing_contents, uploads_of
from desk.workflow.services.pages import keep_content

SOON = 1_000  # ms after a change: acts of a person come first
LATER = 60_000  # ms after a page was refused
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """What is to go up, and how far the cases of this workstation are."""

    waiting: tuple[str, ...]
    upload: Upload


class PageSending(QObject):
    """Brings up one page at a time, so that an act never waits behind more than one."""

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._waiting: list[str] = []
        self._damaged: set[str] = set()  # what this workstation has no longer as it was
        self._running = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.send)
        office.touched.connect(self.send_soon)
        office.away.connect(self._away_or_back)

    def send_soon(self) -> None:
        """Look in a moment whether something is to go up."""
        if not self._soon.isActive():
            self._soon.start(SOON)

    def _away_or_back(self, away: bool) -> None:
        if not away:
            self.send_soon()

    def send(self) -> None:
        """Look what is to go up, and begin; nothing while away or before anybody signed in."""
        office = self._office
        if self._running or office.is_away or not office.person.login:
            return
        store = office.pages
        self._run(lambda: self._planned(store), self._go_by)

    def _run(self, work: Callable[[], Found], done: Callable[[Found], None]) -> None:
        self._running = True

        def ended(found: Found) -> None:
            self._running = False
            done(found)

        self._office.background.run(self, work, ended, self._refused)

    def _planned(self, store: PageStore) -> _Plan:
        """Ask what is missing; a list whose pages are all up is not needed here any more."""
        drafts = [UUID(draft) for draft in store.drafts() if _is_case(draft)]
        if not drafts:
            return _Plan(waiting=(), upload=Upload(up=0, listed=0))
        with self._office.desk.ask() as reader:
            uploads = uploads_of(reader, drafts)
            missing = missing_contents(reader, drafts)
        for case, upload in uploads.items():
            if upload.up == upload.listed:
                store.forget(str(case))
        pages = (page.sha256 for draft in drafts for page in store.pages(str(draft)))
        return _Plan(
            waiting=tuple(dict.fromkeys(sha for sha in pages if sha in missing)),
            upload=Upload(
                up=sum(upload.up for upload in uploads.values()),
                listed=sum(upload.listed for upload in uploads.values()),
            ),
        )

    def _go_by(self, plan: _Plan) -> None:
        self._waiting = [sha for sha in plan.waiting if sha not in self._damaged]
        self._office.tell_of_pages(plan.upload, len(self._damaged))
        self._next()

    def _next(self) -> None:
        if not self._waiting:
            return
        sha256, store, login = self._waiting.pop(0), self._office.pages, self._office.person.login
        self._run(lambda: self._brought_up(sha256, store, login), self._went_up)

    def _brought_up(self, sha256: str, store: PageStore, login: str) -> bool:
        """Bring one page up; runs in the background."""
        try:
            content = store.get(sha256)
            small = thumbnail(content)
        except (PageDamaged, OSError):
            self._damaged.add(sha256)
            return False
        self._office.desk.upkeep(lambda act: keep_content(act, content, small), by=login)
        return True

    def _went_up(self, up: bool) -> None:
        known = self._office.upload
        self._office.tell_of_pages(
            Upload(up=known.up + up, listed=known.listed), len(self._damaged)
        )
        if self._waiting:
            self._next()
        else:
            self.send_soon()

    def _refused(self, error: DeskError) -> None:
        """Try again later; away is said by the line, and it calls when it is back."""
        self._running = False
        self._waiting = []
        if isinstance(error, Unreachable):
            self._office.set_away(True)
        else:
            self._soon.start(LATER)


def _is_case(draft: str) -> bool:
    try:
        UUID(draft)
    except ValueError:
        return False
    return True
