"""A scanned slip at C01: the same pre-review is opened, or its person waits again at his place."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desk.windows.parts.banner import Banner
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.words import language
from desk.workflow.commands import CallNext, ComeBack
from desk.workflow.errors import DeskError
from desk.workflow.queries.cases import MyWindow
from desk.workflow.queries.slip import SlipView, slip
from forms.messages import message

TOLD = {"called": "E-SLP-004", "accepted": "E-SLP-002", "refused": "E-SLP-003"}


class Slips:
    """Follows one scanned slip from the scan to its pre-review, or to its row in the queue."""

    def __init__(
        self, office: Office, shell: Shell, owner: QWidget, banner: Banner, show: Callable[[], None]
    ) -> None:
        self._office, self._shell, self._owner = office, shell, owner
        self._banner, self._reload = banner, show
        self._wanted: UUID | None = None

    def take(self, case_id: UUID) -> None:
        """Look where the pre-review of a slip stands, and go on from there."""
        self._wanted = None
        self._office.look(
            self._owner,
            lambda reader, now: slip(reader, case_id, now),
            self._go_on,
        )

    def serve(self, found: MyWindow) -> UUID | None:
        """Open the pre-review where it is its turn here; else return whose row to choose."""
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return None
        here = next((row for row in found.called if row.case_id == wanted), None)
        order = [row for row in found.waiting if not row.set_aside]
        window = self._office.person.window
        if here is not None:
            self._shell.go("C03", here)
            return None
        if order and order[0].case_id == wanted and window is not None and not found.called:
            self._send(CallNext(window=window, case_id=wanted), wanted)
            return wanted
        before = next((n for n, row in enumerate(order) if row.case_id == wanted), None)
        if before is not None:
            ticket = order[before].ticket
            self._banner.say("info", message("SLP-PLACE", language(), ticket=ticket, before=before))
        return wanted

    def _go_on(self, found: SlipView | None) -> None:
        if found is None:
            self._banner.say("error", message("E-SLP-001", language()))
            return
        here = found.window is not None and found.window == self._office.person.window
        if found.standing in TOLD and not (found.standing == "called" and here):
            told = message(
                TOLD[found.standing], language(), number=found.number, window=found.window
            )
            self._banner.say("error", told)
            return
        if found.standing == "away":
            self._send(ComeBack(case_id=found.case_id, seen=found.seen), found.case_id)
        else:
            self._find(found.case_id)

    def _send(self, command: ComeBack | CallNext, case_id: UUID) -> None:
        self._office.do(self._owner, command, lambda _answer: self._find(case_id), self._refused)

    def _find(self, case_id: UUID) -> None:
        """Read the window anew, then serve the case."""
        self._wanted = case_id
        self._reload()

    def _refused(self, error: DeskError) -> None:
        self._banner.refuse(error)
        self._reload()
