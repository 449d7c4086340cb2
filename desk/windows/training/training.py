"""From work to practice and back: a centre of its own in a file of its own, gone afterwards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QMainWindow

from desk.local.keeping import Keeping
from desk.local.practice import PracticeBook, Practised
from desk.local.settings import Settings
from desk.windows.frame.main_window import MainWindow
from desk.windows.parts.background import Background
from desk.windows.parts.office import Office, OnDuty
from desk.windows.training.bar import PracticeBar
from desk.windows.training.run import PracticeRun, Scenario
from desk.workflow.addresses import file_address
from desk.workflow.demo.people import WINDOWS
from desk.workflow.demo.practice import Laid, PracticeDesk, found_practice, lay_out
from desk.workflow.errors import DeskError
from desk.workflow.queries.people import staff
from forms.practice import PracticeCase

A_WINDOW = 2  # where the person has none of the demonstration's


class Windows(Protocol):
    """The windows of a program on one desk."""

    settings: Settings
    window: QMainWindow | None
    window_made: SignalInstance

    def take_duty(self, person: OnDuty) -> MainWindow:
        """Show the frame for a person."""

    def close(self) -> None:
        """Close them."""


class Work(Protocol):
    """The windows of the work, as practice sees them."""

    settings: Settings
    window: QMainWindow | None

    def rest(self) -> None:
        """Hide, and hear no machine."""

    def wake(self) -> None:
        """Be there again as before."""

    def open_beside(self, office: Office, settings: Settings) -> Windows:
        """Open windows on another desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Centre:
    """A practice centre as a worker made it."""

    folder: TemporaryDirectory[str]
    desk: PracticeDesk
    laid: Laid
    clerk: OnDuty


@dataclass(slots=True, kw_only=True)
class _Open:
    """A practice that is shown."""

    centre: _Centre
    office: Office
    windows: Windows
    run: PracticeRun


class Training(QObject):
    """Begins a practice case, writes down how it ended, goes back to work."""

    changed = Signal()  # the results, or whether one is under way

    def __init__(self, work: Work, book: PracticeBook, person: Callable[[], OnDuty]) -> None:
        super().__init__()
        self._work, self._book, self._person = work, book, person
        self._worker = Background(self)
        self._open: _Open | None = None

    @property
    def run(self) -> PracticeRun | None:
        """Return the practice under way."""
        return None if self._open is None else self._open.run

    @property
    def folder(self) -> Path | None:
        """Return where the practice centre lies."""
        return None if self._open is None else Path(self._open.centre.folder.name)

    @property
    def office(self) -> Office | None:
        """Return the office of the practice."""
        return None if self._open is None else self._open.office

    @property
    def window(self) -> MainWindow | None:
        """Return the window of the practice."""
        return None if self._open is None else self._open.windows.window  # type: ignore[return-value]

    def results(self) -> Sequence[Practised]:
        """Return what the person practised at this workstation, the oldest first."""
        return self._book.of(self._person().login)

    def begin(
        self, practice: PracticeCase, scenario: Scenario, failed: Callable[[DeskError], None]
    ) -> None:
        """Make a fresh centre with the case in it, and show it instead of the work."""
        window = self._person().window
        if window is None or window > WINDOWS:
            window = A_WINDOW
        at = window
        if self._worker.idle:
            self._worker.run(
                self,
                lambda: _made(practice, at),
                lambda centre: self._show(centre, scenario),
                failed,
            )

    def begin_anew(self, failed: Callable[[DeskError], None]) -> None:
        """Throw the centre of the practice away and begin its case in a fresh one."""
        run = self.run
        if run is not None:
            self.begin(run.laid.practice, run.scenario, failed)

    def leave(self) -> None:
        """Go back to work; nothing is left of the practice centre."""
        if self._open is not None:
            self._work.wake()
            self._drop()
            self.changed.emit()

    def close(self) -> None:
        """End with the program."""
        self._drop()
        self._worker.stop()

    def _show(self, centre: _Centre, scenario: Scenario) -> None:
        self._drop()
        self._work.rest()
        office = Office(centre.desk, Background(), Keeping.in_memory())
        office.pages_in = Path(centre.folder.name) / "pages"
        # machines that are pretended: a practice must not print on paper of the work
        settings = replace(self._work.settings, printer="", camera_folder="", scanner_port="")
        windows = self._work.open_beside(office, settings)
        run = PracticeRun(office, centre.laid, scenario)
        run.reached.connect(self._end)
        self._open = _Open(centre=centre, office=office, windows=windows, run=run)
        windows.window_made.connect(self._dress)
        window = windows.take_duty(centre.clerk)
        if self._work.window is not None:
            window.setGeometry(self._work.window.geometry())
        self.changed.emit()

    def _dress(self, window: MainWindow) -> None:
        """Put the bar into a window; closing the window goes back to work."""
        run = self.run
        if run is None:
            return
        run.show_in(window)
        bar = PracticeBar(run)
        bar.left.connect(self._leave_later)
        window.put_on_top(bar)
        window.closed.connect(lambda: self._closed(window))

    def _closed(self, window: MainWindow) -> None:
        """Tell a window that a person closed from one that made place for another."""
        if self._open is not None and self._open.windows.window is window:
            self._work.wake()  # at once: a program without a window would end
            self._leave_later()

    def _leave_later(self) -> None:
        QTimer.singleShot(0, self.leave)

    def _end(self) -> None:
        """Compare with the person's own best, then write this one down."""
        run, login = self.run, self._person().login
        if run is None:
            return
        code = run.laid.practice.code
        before = [one.keys for one in self._book.of(login) if one.code == code]
        self._book.add(login, run.end(min(before, default=None)))
        self.changed.emit()

    def _drop(self) -> None:
        was, self._open = self._open, None
        if was is None:
            return
        was.run.close()
        was.windows.close()
        was.office.background.stop()
        was.office.machines.stop()
        was.centre.desk.close()
        was.office.keeping.close()
        was.centre.folder.cleanup()


def _made(practice: PracticeCase, window: int) -> _Centre:
    folder = TemporaryDirectory(prefix="practice-")
    desk = found_practice(file_address(Path(folder.name) / "practice.db"))
    login = f"w{window:02d}"
    laid = lay_out(desk, practice, window=window, clerk=login)
    with desk.ask() as reader:
        clerk = next(one for one in staff(reader) if one.login == login)
    duty = OnDuty(login=login, name=clerk.name, roles=clerk.roles, window=window)
    return _Centre(folder=folder, desk=desk, laid=laid, clerk=duty)
