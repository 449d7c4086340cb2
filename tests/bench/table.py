"""The table of figures: one line a goal, with its limit and how it was measured."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import quantiles

from PySide6.QtWidgets import QApplication


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One goal with what was measured."""

    goal: str
    name: str
    limit: str
    how: str
    value: str


def shares(values: Sequence[float], named: str) -> str:
    """Say one share of ten or twenty, and the longest."""
    parts = quantiles(values, n=20, method="inclusive")
    share = {"p90": parts[17], "p95": parts[18]}[named]
    return f"{share:.0f} ms {named}, longest {max(values):.0f} ms"


def busy() -> str:
    """Say how much else the machine does; nothing where it does not tell."""
    return f"; load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""


def written(figures: Sequence[Figure], load: str) -> str:
    """Write the table."""
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores{load}"
    system = f"Python {platform.python_version()}, no display ({QApplication.platformName()})"
    lines = [
        "# How many keys and how much time the windows take",
        "",
        "Written by `make ux`. Durations depend on the machine and what else it does; they fail"
        " nothing. Work is processor time; the rest of a time waited for the machine. Keys and"
        " clicks are also tests.",
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
