"""Whether the printer may write on numbered sheets, or has to be verified first (D05)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desk.local.profiles import Circumstances, Due, Profile, due
from desk.windows.devices.simulated import SIMULATED
from desk.windows.parts.noop import QT_TRANSLATE_NOOP
from desk.windows.parts.office import Office
from desk.windows.parts.words import code_word
from desk.workflow.queries.print_jobs import spoilt_last
from desk.workflow.queries.stock import batch_of, next_sheet
from desk.workflow.reader import Reader

MISPLACED = ("misplaced", "偏移")
"""The reason as a void sheet has it in either language."""
WHY: Mapping[Due, str] = MappingProxyType(
    {
        Due.NEVER: QT_TRANSLATE_NOOP("standing", "never calibrated for this sheet"),
        Due.DRIVER: QT_TRANSLATE_NOOP("standing", "the printer has another driver"),
        Due.BATCH: QT_TRANSLATE_NOOP("standing", "the sheets are of another delivery"),
        Due.OLD: QT_TRANSLATE_NOOP("standing", "calibrated more than 7 days ago"),
        Due.MISPRINTS: QT_TRANSLATE_NOOP("standing", "two misprints in a row"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """What of a kind of sheet lies at a window: the next, its delivery, the last misprints."""

    serial: str | None
    batch: str
    misprints: int


def sheets_of(reader: Reader, window: int | None, kind: str, profile: Profile | None) -> Sheets:
    """Look what a window writes on next, and how often the print lay wrong since the profile."""
    serial = next_sheet(reader, window, kind)
    reasons = spoilt_last(reader, window, kind, profile.at) if profile else []
    wrong = next((n for n, why in enumerate(reasons) if why not in MISPLACED), len(reasons))
    return Sheets(serial=serial, batch=batch_of(reader, kind, serial), misprints=wrong)


class Standing(QObject):
    """What is due at the printer of this workplace."""

    changed = Signal()

    def __init__(self, office: Office, owner: QObject) -> None:
        super().__init__(owner)
        self._office = office
        self.driver = ""

    def profile(self, kind: str) -> Profile | None:
        """Return the profile by which a kind of sheet is written."""
        return self._office.keeping.profiles.of(self._office.workplace.printer.port, kind)

    def ask_driver(self) -> None:
        """Ask what drives the printer, off this thread."""
        printer = self._office.workplace.printer
        self._office.machines.run(self, printer.driver, self._hear, _never)

    def due(self, kind: str, sheets: Sheets, now: datetime) -> tuple[Due, ...]:
        """Return why the printer has to be verified first; a simulated one never."""
        if self._office.workplace.printer.port == SIMULATED:
            return ()
        stands = Circumstances(
            driver=self.driver, batch=sheets.batch, misprints=sheets.misprints, now=now
        )
        return due(self.profile(kind), stands)

    def words(self, kind: str, reasons: tuple[Due, ...]) -> str:
        """Say of a kind of sheet what is due."""
        told = "; ".join(QCoreApplication.translate("standing", WHY[why]) for why in reasons)
        return f"{code_word('paper', kind)}: {told}"

    def _hear(self, driver: str) -> None:
        if driver != self.driver:
            self.driver = driver
            self.changed.emit()


def _never(_error: object) -> None:
    """Take a refusal of the desk: a printer asks none of it."""
