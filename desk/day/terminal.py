"""A replay as it is seen in a terminal: progress, the table of the day, what was not met."""

import json
import sys
from typing import Any

from rich.console import Console
from rich.progress import TimeElapsedColumn
from rich.table import Table

from desk.day.problems import UnusableDay, shown
from desk.day.progress import bar
from desk.day.replay import Request, prepare, replay
from forms.messages import message

MET, UNMET, UNUSABLE = 0, 1, 2
MOST_UNMET = 20
LINE = 300
"""Characters of what was expected and what came; `result.json` has all of it."""

FIGURES = (
    *("issued", "certificates", "timed_60", "within_60"),
    *("fastest_minutes", "median_minutes", "p90_minutes"),
)


def run(request: Request) -> int:
    """Replay days and tell how it went; return the exit status of the command."""
    try:
        prepared = prepare(request)
    except UnusableDay as error:
        print(error.line(request.language), file=sys.stderr)  # noqa: T201 - the command's one line
        return UNUSABLE
    console = Console()
    with bar(console, TimeElapsedColumn()) as progress:
        task = progress.add_task(message("CLI-PROGRESS", request.language), total=prepared.events)
        told = replay(prepared, lambda _outcome: progress.advance(task))
    _tell_unmet(console, told, request.language)
    console.print(_table(told, request.language))
    return UNMET if told["expectations"]["unmet"] else MET


def _tell_unmet(console: Console, told: dict[str, Any], language: str) -> None:
    expectations = told["expectations"]
    for unmet in expectations["unmet"][:MOST_UNMET]:
        line = message(
            "CLI-UNMET",
            language,
            file=unmet["file"],
            event=unmet["event"],
            do=unmet["do"],
            case=unmet["case"] or "",
            expected=_in_line(unmet["expected"]),
            came=_in_line(unmet["came"]),
        )
        console.print(line, markup=False, highlight=False, soft_wrap=True)
    console.print(
        message("CLI-MET", language, met=expectations["met"], unmet=len(expectations["unmet"])),
        markup=False,
        highlight=False,
    )


def _in_line(values: dict[str, Any]) -> str:
    return shown(json.dumps(values, ensure_ascii=False), most=LINE)


def _table(told: dict[str, Any], language: str) -> Table:
    table = Table(title=message("CLI-TABLE", language) + " " + told["day"])
    table.add_column(message("CLI-FIGURE", language))
    table.add_column(message("CLI-VALUE", language), justify="right")
    for name in FIGURES:
        value = told["throughput"][name]
        table.add_row(message(f"REPORT-{name}", language), "—" if value is None else str(value))
    return table
