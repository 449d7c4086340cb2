"""A practice case under way: its keys, its time, its machines, its end."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from desk.local.practice import Practised
from desk.windows.devices.device import Card
from desk.windows.devices.simulated import SimulatedCardReader, SimulatedPrinter
from desk.windows.frame.main_window import MainWindow
from desk.windows.parts.actions import ACTIONS
from desk.windows.parts.key_ledger import KeyLedger
from desk.windows.parts.office import Office
from desk.workflow.demo.practice import Laid, PracticeDesk, Reading, is_reached

ACTS = ("next_reading", "disturb", "show_task", "leave_practice")
MOST_FIELDS = 3  # that are named as those which cost most keys


class Scenario(StrEnum):
    """What goes wrong in a practice, or is rare."""

    NONE = "none"
    AWAY = "away"
    PRINTER = "printer"
    RARE = "rare"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How a practice ended, and the person's best before it."""

    done: Practised
    best: int | None
    fields: tuple[tuple[str, int], ...]


class PracticeRun(QObject):
    """Counts from the moment the case is shown until it has come to its end."""

    changed = Signal()
    reached = Signal()  # the case has come to its end

    def __init__(self, office: Office, laid: Laid, scenario: Scenario) -> None:
        super().__init__()
        self.laid, self.scenario = laid, scenario
        self.left = list(laid.readings)
        self.is_disturbed = False
        self.result: Result | None = None
        self._office = office
        self._window: MainWindow | None = None
        self._time = QElapsedTimer()
        self._time.start()
        free = [ACTIONS[ident].key for ident in ACTS]
        self.ledger = KeyLedger(self, free=free, machine=self._machine_types)
        office.touched.connect(self._look)

    @property
    def seconds(self) -> int:
        """Return how long it has taken."""
        if self.result is not None:
            return self.result.done.seconds
        return self._time.elapsed() // 1000

    def show_in(self, window: MainWindow) -> None:
        """Go on in a window: its scanner is the one that reads."""
        self._window = window
        self.ledger.listen()
        window.scanning.typed.connect(self.ledger.take_back)

    def read_next(self) -> None:
        """Let the next thing on the table be read."""
        if self.left:
            self._read(self.left.pop(0))
            self.changed.emit()

    def disturb(self) -> None:
        """Let happen what the scenario is about, or end it."""
        if self.scenario not in (Scenario.AWAY, Scenario.PRINTER):
            return
        self.is_disturbed = not self.is_disturbed
        desk, printer = self._office.desk, self._office.workplace.printer
        if self.scenario is Scenario.AWAY and isinstance(desk, PracticeDesk):
            desk.is_cut = self.is_disturbed
        if self.scenario is Scenario.PRINTER and isinstance(printer, SimulatedPrinter):
            printer.is_there = not self.is_disturbed
        self.changed.emit()

    def end(self, best: int | None) -> Practised:
        """Stop counting and return how it ended; shown beside the person's best before."""
        done = Practised(
            code=self.laid.practice.code,
            keys=self.ledger.keys,
            clicks=self.ledger.clicks,
            seconds=self.seconds,
            at=datetime.now(UTC),
        )
        fields = tuple(self.ledger.by_field.most_common(MOST_FIELDS))
        self.result = Result(done=done, best=best, fields=fields)
        self.ledger.close()
        self.changed.emit()
        return done

    def close(self) -> None:
        """Count nothing any more."""
        self.ledger.close()

    def _machine_types(self) -> bool:
        return self._window is not None and self._window.scanning.is_reading

    def _read(self, reading: Reading) -> None:
        thing, reader = reading.thing, self._office.workplace.card_reader
        if thing.what != "card":
            if self._window is not None:
                self._window.scanning.queue.take(reading.code)
        elif isinstance(reader, SimulatedCardReader):
            name = thing.rare if self.scenario is Scenario.RARE else thing.name
            reader.lay(Card(name=name, id_number=thing.id_number, address=thing.address))

    def _look(self) -> None:
        if self.result is None:
            laid = self.laid
            self._office.look(
                self, lambda reader, now: is_reached(reader, laid, now), self._reached
            )

    def _reached(self, reached: bool) -> None:
        if reached and self.result is None:
            self.reached.emit()
