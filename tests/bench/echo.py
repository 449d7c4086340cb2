"""U-13: from a key to its paint, while nothing goes on and while pages and searches do."""

import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.counter.capture_screen import CaptureScreen
from desk.windows.frame.main_window import MainWindow
from desk.windows.parts.office import Office
from desk.workflow.queries.register import UnitRow, find_units
from tests.bench.opening import Patience, opened_copy, settle
from tests.bench.table import Figure, shares
from tests.windows.reference_sale import SALE

KEYS, PAGES, SEARCHES = 200, 60, 100
PAUSE = 0.01  # seconds between two keys: a person is slower


class Painted(QObject):
    """Hears when a control has painted itself."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.last = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self.last = time.perf_counter()
        return False


def echoes(large: Path) -> list[Figure]:
    """Type into the acceptance: alone, beside pages that are kept, beside searches."""
    with opened_copy(large) as (office, window):
        window.go("C03", SALE)
        settle(office)
        alone = _typed(window)
        _photograph(window)
        window.go("C03")
        beside_pages = _typed(window)
        pane = _capture(window).pane
        still = not pane.idle
        Patience().waitUntil(lambda: pane.idle, timeout=60_000)
        _search(office, window)
        beside_searches = _typed(window)
        settle(office)
    assert still  # else nothing went on beside the keys
    return [
        _figure("alone", alone),
        _figure(f"while {PAGES} pages are taken and kept", beside_pages),
        _figure("while 100,000 units are searched", beside_searches),
    ]


def _figure(name: str, found: list[float]) -> Figure:
    how = f"{KEYS} keys in a name of C03, from the key to the paint of the field"
    value = shares(found, "p95")
    return Figure(
        goal="U-13", name=f"key echo {name}", limit="≤ 50 ms p95, ≤ 100", how=how, value=value
    )


def _typed(window: MainWindow) -> list[float]:
    screen = window.screen
    assert isinstance(screen, AcceptanceScreen)
    line = screen.entry.parties.rows[0].name
    line.setFocus()
    painted, found = Painted(line), []
    for number in range(KEYS):
        since = time.perf_counter()
        QTest.keyClick(line, Qt.Key.Key_A if number % 20 else Qt.Key.Key_Backspace)
        while painted.last < since:
            QApplication.processEvents()
        found.append((painted.last - since) * 1000)
        end = time.perf_counter() + PAUSE
        while time.perf_counter() < end:
            QApplication.processEvents()
            time.sleep(0.001)
    line.removeEventFilter(painted)
    return found


def _photograph(window: MainWindow) -> None:
    """Take pages one after the other without waiting for any."""
    screen = window.screen
    assert isinstance(screen, AcceptanceScreen)
    screen.camera.trigger()
    pane = _capture(window).pane
    for _ in range(PAGES):
        QTest.keyClick(pane.list, Qt.Key.Key_Space)


def _capture(window: MainWindow) -> CaptureScreen:
    return window.findChildren(CaptureScreen)[0]


def _search(office: Office, window: MainWindow) -> None:
    found: list[Sequence[UnitRow]] = []
    for _ in range(SEARCHES):
        office.look(
            window, lambda reader, now: find_units(reader, "号楼1单元", 50, now), found.append
        )
