"""What every screen works with: the desk, the worker, the person who signed in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from shiboken6 import isValid

from desk.documents.store import PageStore
from desk.local.keeping import Keeping
from desk.local.outbox import OFF_LINE
from desk.local.taking_in import take_in
from desk.windows.customer.customer import Customer
from desk.windows.devices.exchange import Exchange, NoExchange, SimulatedExchange
from desk.windows.devices.workplace import Workplace, simulated_workplace
from desk.windows.input.sounds import Sounds
from desk.windows.parts.background import Background
from desk.windows.parts.centre_clock import CentreClock
from desk.windows.parts.messages import Messages
from desk.workflow.answers import Answer, Touched
from desk.workflow.commands import Command
from desk.workflow.desk import Desk
from desk.workflow.errors import DeskError, Finding, Unreachable
from desk.workflow.queries.hour import Drift
from desk.workflow.queries.pages import Upload
from desk.workflow.reader import Reader
from desk.workflow.receipt_letter import TakenIn

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDuty:
    """Who signed in, in which roles, and at which window."""

    login: str
    name: str
    roles: frozenset[str]
    window: int | None


class Office(QObject):
    """One door for acts and one for looks; both run on the worker thread."""

    touched = Signal(object)  # a set of what went stale
    failed = Signal(object)  # a look that was refused
    away = Signal(bool)  # the database went away, or is back
    outbox_changed = Signal()
    clock_told = Signal(object)  # what has to be said of this PC's clock; None where it is right
    pages_told = Signal()  # how far the photographed pages of this workstation are up
    locked = Signal()  # three misses: whoever sits there signs in anew
    send_again = Signal()  # a person wants the outbox sent now

    def __init__(
        self,
        desk: Desk,
        background: Background,
        keeping: Keeping | None = None,
        clock: CentreClock | None = None,
    ) -> None:
        super().__init__()
        self.desk = desk
        self.clock = clock or CentreClock()
        self.clock_finding: Finding | None = None
        self.keeping = keeping or Keeping.in_memory()
        self.is_away = False
        self.pages_in: Path | None = None  # where photographs lie; none: with the workstation's
        self.upload = Upload(up=0, listed=0)
        self.pages_damaged = 0  # pages that can no longer be read on this workstation
        self.background = background
        self.person = OnDuty(login="", name="", roles=frozenset(), window=None)
        self.messages = Messages(self.clock, self)
        self.machines = Background(self)  # slow machines: never the database's thread
        self.workplace: Workplace = simulated_workplace()  # its machines, as the settings say
        self.exchange: Exchange = self._exchange()
        self.sounds = Sounds(muted=True)  # until the settings of this PC say otherwise
        self.customer: Customer | None = None  # at a window: the screen that faces the applicant

    def _exchange(self) -> Exchange:
        """Return who is asked for contracts and taxes: a rehearsal answers from its own data."""
        if self.desk.kind != "rehearsal":
            return NoExchange()

        def ask(query: Callable[[Reader, datetime], Found]) -> Found:
            with self.desk.ask() as reader:
                return query(reader, self.clock.now())

        return SimulatedExchange(ask)

    @property
    def pages(self) -> PageStore:
        """Return the photographed pages."""
        return PageStore(self.pages_in)

    def do(
        self,
        owner: QObject,
        command: Command,
        done: Callable[[Answer], None],
        refused: Callable[[DeskError], None],
        guard: QAction | None = None,
        *,
        location: str = "",
    ) -> None:
        """Send a command; every screen hears what it touched, then the owner its answer.

        `guard` is the act that sends it: it rests until the answer or a failure is there.
        Away from the database an acceptance is kept for later, and its papers have a receipt that
        names the `location`; the owner hears KeptForLater.
        """
        person = self.person
        acted: list[Answer] = []
        known_away = self.is_away

        def act() -> Answer:
            acted.append(self._sent(command, person, location, known_away=known_away))
            return acted[-1]

        def ended() -> None:
            if guard is not None and isValid(guard):
                guard.setEnabled(True)
            for answer in acted:  # told even where the screen that sent it was closed
                self.touched.emit(frozenset(answer.touched))

        if guard is not None:
            guard.setEnabled(False)
        self.background.run(owner, act, done, self._or_away(refused), ended)

    def _sent(self, command: Command, person: OnDuty, location: str, *, known_away: bool) -> Answer:
        """Do an act, or keep it where it may wait; while away nobody waits for another try."""
        try:
            if known_away:
                raise Unreachable
            return self.desk.do(command, by=person.login)
        except Unreachable as error:
            if not isinstance(command, OFF_LINE):
                raise
            taken = TakenIn(
                at=self.clock.now(),
                login=person.login,
                clerk=person.name,
                window=person.window,
                location=location,
            )
            raise take_in(self.keeping, self.desk.setting, command, taken) from error

    def set_away(self, away: bool) -> None:
        """Say that the database went away or is back; said once each time.

        Only the line says that it is back: it tries to write. A look that was asked before may
        still be answered, as a file that another program holds can be read.
        """
        if away != self.is_away:
            self.is_away = away
            self.away.emit(away)

    def _or_away(self, refused: Callable[[DeskError], None]) -> Callable[[DeskError], None]:
        def heard(error: DeskError) -> None:
            if isinstance(error, Unreachable):
                self.set_away(True)
                self.outbox_changed.emit()
            refused(error)

        return heard

    def look(
        self,
        owner: QObject,
        query: Callable[[Reader, datetime], Found],
        done: Callable[[Found], None],
    ) -> None:
        """Ask a query over one moment and show what it found; while away what is shown stays."""
        if self.is_away:
            return

        def asked() -> Found:
            with self.desk.ask() as reader:
                return query(reader, self.clock.now())

        failed = self._or_away(self.failed.emit)
        self.background.run(owner, asked, done, failed)

    def go_by(self, drift: Drift) -> None:
        """Go by the database's clock, and say what has to be said of this PC's."""
        self.clock.put_right(drift)
        self.clock_finding = drift.finding
        self.clock_told.emit(self.clock_finding)

    def tell_of_pages(self, upload: Upload, damaged: int) -> None:
        """Say how far the pages of this workstation are up, where it changed."""
        if (upload, damaged) != (self.upload, self.pages_damaged):
            self.upload, self.pages_damaged = upload, damaged
            self.pages_told.emit()

    def tell_of_changes(self) -> None:
        """Say that another program changed something."""
        self.touched.emit(frozenset(Touched))
