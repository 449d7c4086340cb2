"""What is asked of cases from the command line: `desk explain` and `desk archive`."""

import hashlib
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from desk.places import MISTAKE, UNMET, standing_address, stop
from desk.spoken import LANGUAGE, help_of, say

if TYPE_CHECKING:
    from desk.workflow.archiving import Line, Place
    from desk.workflow.reader import Reader

SUMS = "SHA256SUMS"
_NAME = re.compile(r"[0-9]{4}-[0-9]{7}")
Database = Annotated[str | None, typer.Option("--db", help=help_of("DB"))]


def explain(
    what: Annotated[str, typer.Argument(help=help_of("WHAT"), metavar="UNIT|CASE")],
    db: Database = None,
) -> None:
    """Say what can and can't be done, and why."""
    from desk.workflow.desk import Desk
    from desk.workflow.explaining import explained

    desk = Desk.open(standing_address(db))
    try:
        with desk.ask() as reader:
            lines = explained(reader, what, datetime.now(UTC), LANGUAGE)
    finally:
        desk.close()
    if lines is None:
        stop(say("CLI-NOT-FOUND", what=what), UNMET)
    for line in lines:
        typer.echo(line)


def archive(
    number: Annotated[
        str | None, typer.Argument(help=help_of("ARCHIVE-CASE"), metavar="CASE")
    ] = None,
    *,
    out: Annotated[Path, typer.Option("--out", help=help_of("ARCHIVE-OUT"))],
    box: Annotated[str, typer.Option("--box", help=help_of("ARCHIVE-BOX"))],
    by: Annotated[str, typer.Option("--by", help=help_of("ARCHIVE-BY"))],
    day: Annotated[str | None, typer.Option("--day", help=help_of("ARCHIVE-DAY"))] = None,
    volume: Annotated[int, typer.Option("--volume", min=1, help=help_of("ARCHIVE-VOLUME"))] = 1,
    db: Database = None,
) -> None:
    """Bind a case, or all cases that ended on a day, for the archive."""
    from desk.workflow.archiving import Place, transfer_list
    from desk.workflow.desk import Desk

    if (number is None) == (day is None):
        stop(say("CLI-ARCHIVE-WHICH"), MISTAKE)
    of_day = _day(day) if day is not None else None
    desk = Desk.open(standing_address(db))
    now = datetime.now(UTC)
    try:
        with desk.ask() as reader:
            wanted = _wanted(reader, number, of_day, now)
            first = Place(box=box, volume=volume, archivist=by)
            lines = _bound(reader, wanted, first, out, now)
            if of_day is not None and lines:
                listed = f"YJ{of_day:%Y-%m%d}"
                whole = transfer_list(reader, lines, number=listed, giver=by, now=now)
                _write(out, f"{listed}.pdf", whole)
    finally:
        desk.close()
    typer.echo(say("CLI-ARCHIVE-DONE", count=len(lines), out=out))
    if len(lines) < len(wanted):
        raise typer.Exit(UNMET)


def join_cases(app: typer.Typer) -> None:
    """Add the commands about cases to those of the desk."""
    app.command(help=help_of("EXPLAIN"))(explain)
    app.command(help=help_of("ARCHIVE"))(archive)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        stop(say("CLI-ARCHIVE-NO-DAY", day=text), MISTAKE)


def _wanted(
    reader: "Reader", number: str | None, day: date | None, now: datetime
) -> list[tuple[str, UUID]]:
    """Return the cases to bind, by number; none is a mistake where one was named."""
    from desk.workflow.archiving import ended_on
    from desk.workflow.queries.case_rows import case_rows
    from desk.workflow.queries.cases import find_cases

    if day is not None:
        rows = case_rows(reader, ended_on(reader, day), now)
    else:
        found = find_cases(reader, number or "", 2, now) if _NAME.fullmatch(number or "") else []
        rows = [row for row in found if row.case_no == number]
        if not rows:
            stop(say("CLI-NOT-FOUND", what=number or ""), UNMET)
    return [(row.case_no or "", row.case_id) for row in rows]


def _bound(
    reader: "Reader", wanted: list[tuple[str, UUID]], first: "Place", out: Path, now: datetime
) -> "list[Line]":
    """Bind each case into its file; one that cannot be bound is named and left out."""
    from desk.workflow.archiving import bound
    from desk.workflow.errors import DeskError

    out.mkdir(parents=True, exist_ok=True)
    there = [out / f"{case_no}.pdf" for case_no, _ in wanted if (out / f"{case_no}.pdf").exists()]
    if there:
        stop(say("CLI-EXISTS", file=there[0]), MISTAKE)
    lines: list[Line] = []
    for case_no, case_id in wanted:
        place = replace(first, volume=first.volume + len(lines))
        try:
            volume = bound(reader, case_id, place, now)
        except DeskError as error:
            why = error.text(LANGUAGE)
            typer.echo(say("CLI-ARCHIVE-LEFT", case_no=case_no, why=why), err=True)
            continue
        _write(out, f"{case_no}.pdf", volume.pdf)
        lines.append(volume.line)
    return lines


def _write(out: Path, name: str, content: bytes) -> None:
    """Write a file, and its hash beside those of the others."""
    (out / name).write_bytes(content)
    with (out / SUMS).open("a", encoding="utf-8") as file:
        file.write(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
