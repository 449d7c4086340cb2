"""Opens the windows for a clerk, waits for their answers, and times acts."""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk.local.keeping import Keeping
from desk.local.settings import Settings
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.readying import Readying
from desk.windows.frame.session import Session
from desk.windows.parts.background import Background
from desk.windows.parts.collecting import collecting_here
from desk.windows.parts.office import Office, OnDuty
from desk.workflow.desk import Desk
from desk.workflow.queries.people import staff

LOGIN, SCREEN = "w02", (1366, 728)
PATIENCE = 5_000  # ms


class Patience:
    """Waits while the windows go on."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:  # noqa: N802 - the name of the tests' robot
        """Wait until something is so."""
        end = time.monotonic() + timeout / 1000
        while not callback():
            if time.monotonic() > end:
                raise TimeoutError
            turn()
            time.sleep(0.001)


@contextmanager
def opened(url: str) -> Iterator[tuple[Office, MainWindow]]:
    """Open the windows for a clerk, as after his sign-in."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder, collecting_here():
        keeping = Keeping.on_disk(Path(folder))
        office = Office(Desk.open(url, keep_papers=False), Background(), keeping)
        session = Session(app, office, Settings(language="zh", login=LOGIN, window=2), keep=False)
        try:
            window = session.take_duty(_on_duty(office))
            window.resize(*SCREEN)
            window.activateWindow()
            yield office, window
        finally:
            session.close()
            office.background.stop()
            office.machines.stop()
            office.desk.close()
            keeping.close()


def _on_duty(office: Office) -> OnDuty:
    with office.desk.ask() as reader:
        one = next(person for person in staff(reader) if person.login == LOGIN)
    return OnDuty(login=one.login, name=one.name, roles=one.roles, window=one.window)


@contextmanager
def opened_copy(database: Path) -> Iterator[tuple[Office, MainWindow]]:
    """Open the windows on a copy of a database file, with all screens made."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.db"
        shutil.copyfile(database, copy)
        with opened(f"sqlite:///{copy}") as (office, window):
            settle(office)
            ready(office, window)
            yield office, window


def ready(office: Office, window: MainWindow) -> None:
    """Wait until the frame has made its screens between the keys."""
    readying, done = Readying(office, window), []
    readying.ready.connect(lambda: done.append(True))
    readying.begin()
    Patience().waitUntil(lambda: bool(done), timeout=10 * PATIENCE)


def settle(office: Office) -> None:
    """Wait until every answer is shown."""
    for _ in range(3):
        while not office.background.wait(0.001):
            turn()
        turn()


def turn() -> None:
    """Let the windows go on; what was to be deleted goes, as it does in the program's own loop."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def paint(widget: QWidget) -> None:
    """Let a widget lay itself out and paint itself."""
    QApplication.processEvents()
    widget.grab()


def accept_a_key(office: Office, window: MainWindow) -> None:
    """Wait for what the screen reads and press a key in its first control."""
    settle(office)
    QTest.keyClick(window.screen.first, Qt.Key.Key_Down)
    paint(window)


def timed(act: Callable[[], object], times: int) -> list[float]:
    """Return how many milliseconds an act took each time."""
    found = []
    for _ in range(times):
        since = time.perf_counter()
        act()
        found.append((time.perf_counter() - since) * 1000)
    return found
