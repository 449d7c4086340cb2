"""Measures how many keys and how much time the windows take, and writes the table: `make ux`.

Durations depend on the machine, so they are written down and fail nothing.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtGui import QAction

from desk.windows.frame.main_window import MainWindow
from desk.windows.parts.office import Office
from desk.workflow.demo import DemoCentre
from desk.workflow.queries.cases import find_cases
from tests.bench.echo import echoes
from tests.bench.large import large_database
from tests.bench.lists import long_table
from tests.bench.memory import after_cases, memory
from tests.bench.opening import accept_a_key, opened, paint, settle, timed
from tests.bench.selling import gaps_of_a_sale, keys_of_a_sale
from tests.bench.start import READY
from tests.bench.table import Figure, busy, shares, written

STARTS, TIMES = 5, 20
SECTIONS = tuple(f"Alt+{place}" for place in range(1, 10))


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure all and write the table, or be the program that is started for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--cases", metavar="FILE", type=Path, help="accept cases, tell the memory")
    asked = parser.parse_args(arguments)
    if asked.cases:
        sys.stdout.write(json.dumps(after_cases(asked.cases)) + "\n")
    else:
        load = busy()
        table = written(measured(), load)
        sys.stdout.write(table)
        if asked.out is not None:
            asked.out.write_text(table, encoding="utf-8")


def measured() -> list[Figure]:
    """Measure on a fresh demonstration centre and on a register of 100,000 units."""
    large = large_database()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder  # the pages of the cases, too, go with it
        database = Path(folder) / "demonstration.db"
        url = f"sqlite:///{database}"
        DemoCentre(now=datetime.now(UTC)).create(url, keep_papers=False)
        figures = [*keys_of_a_sale(database), cold_start(url)]
        with opened(url) as (office, window):
            figures += [case_opened(office, window), section_switch(office, window)]
            figures += long_table()
        figures += [*echoes(large), gaps_of_a_sale(large)]
        figures += [memory(_in_a_process_of_its_own(database))]
        return sorted(figures, key=lambda figure: figure.goal)


def _in_a_process_of_its_own(database: Path) -> list[float]:
    told = _another("tests.bench.ux", "--cases", str(database)).splitlines()[-1]
    found: list[float] = json.loads(told)
    return found


def _another(module: str, *arguments: str) -> str:
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def cold_start(url: str) -> Figure:
    """Start the program anew, until C01 has taken its first key."""

    def start() -> None:
        assert READY in _another("tests.bench.start", url)

    before = os.times()
    lasted, after = timed(start, STARTS), os.times()
    spent = (after.children_user + after.children_system) - (
        before.children_user + before.children_system
    )
    return Figure(
        goal="U-11",
        name="cold start until C01 is usable",
        limit="≤ 2.5 s p90",
        how=f"{STARTS} new processes, from start to end, a key pressed in C01",
        value=f"{shares(lasted, 'p90')} ({spent / STARTS * 1000:.0f} ms of work)",
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
        how=f"Alt+1 to Alt+{len(SECTIONS)}, {TIMES} times each, painted to a picture each time",
        value=shares(found, "p95"),
    )


if __name__ == "__main__":
    main()
