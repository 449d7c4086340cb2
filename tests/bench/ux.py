"""Measures how long the windows let a person wait and writes the table: `make ux`.

Durations depend on the machine, so they are written down and fail nothing.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk.local.settings import Settings
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.background import Background
from desk.windows.parts.office import Office
from desk.windows.parts.tables import Column, Listing
from desk.workflow.demo import DemoCentre
from desk.workflow.desk import Desk
from desk.workflow.queries.cases import find_cases
from tests.windows.conftest import duty

LOGIN, SCREEN = "w02", (1366, 728)
STARTS, TIMES, STEPS, ROWS = 5, 20, 100, 20_000
SECTIONS = tuple(f"Alt+{place}" for place in range(1, 10))
READY = "ready"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One goal with what was measured."""

    goal: str
    name: str
    limit: str
    how: str
    value: str


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure all and write the table, or be the program that is started for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--start", metavar="ADDRESS", help="open the first screen and end")
    asked = parser.parse_args(arguments)
    if asked.start:
        with opened(asked.start) as (office, window):
            accept_a_key(office, window)
            sys.stdout.write(READY + "\n")
        return
    table = written(measured())
    sys.stdout.write(table)
    if asked.out is not None:
        asked.out.write_text(table, encoding="utf-8")


def measured() -> list[Figure]:
    """Measure on a fresh demonstration centre."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'demonstration.db'}"
        DemoCentre(now=datetime.now(UTC)).create(url, keep_papers=False)
        figures = [cold_start(url)]
        with opened(url) as (office, window):
            figures += [case_opened(office, window), section_switch(office, window)]
            figures += long_table()
    return figures


@contextmanager
def opened(url: str) -> Iterator[tuple[Office, MainWindow]]:
    """Open the windows for a clerk."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    office = Office(Desk.open(url, keep_papers=False), Background())
    session = Session(app, office, Settings(language="zh", login=LOGIN, window=2), keep=False)
    try:
        window = session.take_duty(duty(office, LOGIN))
        window.resize(*SCREEN)
        window.activateWindow()
        yield office, window
    finally:
        session.close()
        office.background.stop()
        office.desk.close()


def settle(office: Office) -> None:
    """Wait until every answer is shown."""
    for _ in range(3):
        while not office.background.wait(0.001):
            QApplication.processEvents()
        QApplication.processEvents()


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


def cold_start(url: str) -> Figure:
    """Start the program anew, until C01 has taken its first key."""
    command = [sys.executable, "-m", "tests.bench.ux", "--start", url]

    def start() -> None:
        told = subprocess.run(command, check=True, capture_output=True, text=True)
        assert READY in told.stdout

    return Figure(
        goal="U-11",
        name="cold start until C01 is usable",
        limit="≤ 2.5 s p90",
        how=f"{STARTS} new processes, from start to end, a key pressed in C01",
        value=shares(timed(start, STARTS), "p90"),
    )


def case_opened(office: Office, window: MainWindow) -> Figure:
    """Open a case until it has taken its first key."""
    with office.desk.ask() as reader:
        rows = find_cases(reader, "", TIMES, datetime.now(UTC))
    cases = iter(rows * TIMES)

    def open_one() -> None:
        window.go("C12", next(cases).case_id)
        accept_a_key(office, window)

    return Figure(
        goal="U-12",
        name="a case opened until its first key",
        limit="≤ 300 ms p95",
        how=f"{TIMES} cases of the demonstration in C12, without pages",
        value=shares(timed(open_one, TIMES), "p95"),
    )


def section_switch(office: Office, window: MainWindow) -> Figure:
    """Go through the sections of the acceptance."""
    window.go("C03", "LY013")
    settle(office)
    acts = {
        act.shortcut().toString(): act
        for act in window.findChildren(QAction)
        if act.shortcut().toString() in SECTIONS
    }
    assert len(acts) == len(SECTIONS), sorted(acts)
    order = iter([acts[key] for key in SECTIONS] * TIMES)

    reached: set[object] = set()

    def switch() -> None:
        next(order).trigger()
        paint(window)
        reached.add(window.focusWidget())

    found = timed(switch, TIMES * len(SECTIONS))
    assert len(reached) > len(SECTIONS) // 2  # some have nothing to fill in yet
    return Figure(
        goal="U-14",
        name="another section of the acceptance",
        limit="≤ 100 ms p95",
        how=f"Alt+1 to Alt+9, {TIMES} times each, painted to a picture each time",
        value=shares(found, "p95"),
    )


def long_table() -> list[Figure]:
    """Open, filter and scroll a list of very many rows."""
    rows = [f"2026-{number:05}" for number in range(ROWS)]
    columns = [Column(title=str(place), read=lambda row: row) for place in range(5)]
    listing = Listing[str](columns, "", "cases")
    listing.resize(*SCREEN)
    listing.show()
    bar = listing.view.verticalScrollBar()
    needles = iter(["199", "", "55", "2026-01", ""] * TIMES)

    def open_all() -> None:
        listing.show_rows(rows)
        paint(listing)

    def narrow() -> None:
        listing.filter.setText(next(needles))
        paint(listing)

    def scroll() -> None:
        bar.setValue(bar.value() + bar.singleStep() * 3)
        paint(listing)

    figures = [
        _of_table(name, limit, shares(timed(act, times), "p95"))
        for name, limit, act, times in (
            ("open", "≤ 400 ms", open_all, TIMES),
            ("filter", "≤ 200 ms", narrow, TIMES),
            ("scroll step", "≤ 33 ms", scroll, STEPS),
        )
    ]
    listing.close()
    return figures


def _of_table(name: str, limit: str, value: str) -> Figure:
    how = "the list of the program alone, five columns, painted to a picture each time"
    return Figure(goal="U-15", name=f"{ROWS} rows: {name}", limit=limit, how=how, value=value)


def shares(values: Sequence[float], named: str) -> str:
    """Say one share of ten or twenty, and the longest."""
    parts = quantiles(values, n=20, method="inclusive")
    share = {"p90": parts[17], "p95": parts[18]}[named]
    return f"{share:.0f} ms {named}, longest {max(values):.0f} ms"


def written(figures: Sequence[Figure]) -> str:
    """Write the table."""
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    system = f"Python {platform.python_version()}, no display ({QApplication.platformName()})"
    lines = [
        "# How long the windows let a person wait",
        "",
        "Written by `make ux`. Durations depend on the machine and what else it does; they fail"
        " nothing.",
        "",
        f"Machine: {machine}; {system}; {datetime.now(UTC):%Y-%m-%d}.",
        "",
        "| Goal | What | Limit | How measured | Measured |",
        "| --- | --- | --- | --- | --- |",
        *(
            f"| {one.goal} | {one.name} | {one.limit} | {one.how} | {one.value} |"
            for one in figures
        ),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
