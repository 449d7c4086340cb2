"""The pages of a case that is being keyed: they belong to it before it is accepted."""

from uuid import UUID

from desk.documents.store import Page
from desk.windows.counter.capture_screen import CaptureSubject
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell


class Photographs:
    """Whether papers were photographed for the case in hand, and which pages there are."""

    def __init__(self, office: Office, shell: Shell) -> None:
        self._office, self._shell = office, shell
        self._case: UUID | None = None

    def begin(self, case: UUID, item: str) -> None:
        """Go to the camera; what it takes belongs to this case."""
        self._case = case
        self._shell.go("C06", CaptureSubject(draft=str(case), item=item))

    def go_on(self, case: UUID) -> None:
        """Go on with a case that was begun before, and its pages."""
        self._case = case

    def pages(self) -> tuple[Page, ...]:
        """Return the pages of the case in hand."""
        return self._office.pages.pages(str(self._case)) if self._case is not None else ()

    def forget(self) -> None:
        """Begin anew for another case."""
        self._case = None
