"""Print jobs of a real program that is killed at any moment, and the sheets that came out.

`python -m tests.workflow.killed_printing 1000` kills a thousand of them and says what was found.
"""

import os
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from db.session import open_engine, reading
from db.tables.papers import PRINT_JOB_NOW, UNDER_WAY
from db.verify import verify
from desk.workflow import print_commands as pc
from desk.workflow import stock_commands as sc
from desk.workflow.answers import ReserveAnswer
from desk.workflow.desk import Desk
from desk.workflow.queries.print_jobs import JobRow, in_printer
from desk.workflow.queries.stock import totals
from tests.workflow.conftest import Walk, found_centre

CLERK, SECOND = "w1", "w2"
PRINTER = 0.03
"""Seconds until the sheet is in the clerk's hand."""


@dataclass(slots=True)
class Found:
    """What a run of kills came to."""

    kills: int = 0
    doubtful: int = 0
    by_state: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def kill_print_jobs(url: str, tray: Path, jobs: int, seed: int) -> Found:
    """Kill that many print jobs of one certificate, account for each sheet, check the book."""
    found_centre(url)
    desk = Desk.open(url)
    case_id = Walk(desk, url).registered()
    sheets = {"paper": "certificate", "first": "D22000010001", "last": f"D220000{10009 + 3 * jobs}"}
    desk.do(sc.ReceiveSheets(**sheets), by="s1")  # type: ignore[arg-type]
    desk.do(sc.HandOutSheets(**sheets, window=1), by="s1")  # type: ignore[arg-type]
    tray.touch()
    dice, found = random.Random(seed), Found()
    span = _span(desk, case_id, tray)
    for _ in range(jobs):
        _spoil_written(desk)
        desk.close()
        found.kills += _killed(url, case_id, tray, dice.uniform(0, span))
        desk = Desk.open(url)
        _account(desk, tray, dice, found)
        _finish(desk, case_id, tray)
    _check(desk, url, tray, found)
    desk.close()
    return found


def _print(desk: Desk, case_id: UUID, tray: Path) -> None:
    reserved = desk.do(pc.ReserveSheets(case_id=case_id), by=CLERK)
    assert isinstance(reserved, ReserveAnswer)
    for sheet in reserved.sheets:
        desk.do(pc.SendSheet(job_id=sheet.job_id), by=CLERK)
        with tray.open("a") as out:  # from here on the ink is on the paper
            out.write(f"{sheet.serial}\n")
        time.sleep(PRINTER)
        desk.do(pc.ConfirmSheet(job_id=sheet.job_id, scanned=sheet.serial), by=CLERK)
        desk.do(pc.CheckSheet(job_id=sheet.job_id, scanned=sheet.serial), by=CLERK)


def _span(desk: Desk, case_id: UUID, tray: Path) -> float:
    _print(desk, case_id, tray)  # the first one loads the fonts
    _spoil_written(desk)
    begun = time.perf_counter()
    _print(desk, case_id, tray)
    return (time.perf_counter() - begun) * 1.2


def _killed(url: str, case_id: UUID, tray: Path, after: float) -> bool:
    ready, told = os.pipe()
    child = os.fork()
    if child == 0:
        desk = Desk.open(url)
        os.write(told, b"!")
        _print(desk, case_id, tray)
        os._exit(0)
    os.close(told)
    os.read(ready, 1)
    os.close(ready)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _account(desk: Desk, tray: Path, dice: random.Random, found: Found) -> None:
    """Answer what the program asks after the crash, as somebody who looks into the tray."""
    with desk.ask() as reader:
        asked = in_printer(reader, 1)
        open_jobs = select(PRINT_JOB_NOW.c.serial).where(PRINT_JOB_NOW.c.state.in_(UNDER_WAY))
        standing = set(reader.connection.execute(open_jobs).scalars())
    if {row.serial for row in asked} != standing:
        found.faults.append(f"not asked about: {standing}")
    for row in asked:
        found.doubtful += 1
        found.by_state[row.state] = found.by_state.get(row.state, 0) + 1
        desk.do(_what_became(row, tray, dice), by=CLERK)


def _what_became(row: JobRow, tray: Path, dice: random.Random) -> pc.JobCommand:
    if row.serial not in tray.read_text().split():
        return pc.ReturnSheet(job_id=row.job_id, scanned=row.serial, reason="没有出纸")
    if dice.random() < 0.2:
        return pc.SpoilWritten(
            job_id=row.job_id, scanned=row.serial, reason="出纸时断电", second=SECOND
        )
    return pc.ConfirmSheet(job_id=row.job_id, scanned=row.serial)


def _finish(desk: Desk, case_id: UUID, tray: Path) -> None:
    with desk.ask() as reader:
        case = reader.case(case_id)
    if case is not None and case.state == "registered":
        _print(desk, case_id, tray)


def _spoil_written(desk: Desk) -> None:
    """Void the sheet of the round before, so that the certificate is printed once more."""
    written = select(PRINT_JOB_NOW).where(PRINT_JOB_NOW.c.state.in_(("printed", "checked")))
    with desk.ask() as reader:
        jobs = reader.rows(written)
    for job in jobs:
        command = pc.SpoilWritten(
            job_id=job["job_id"], scanned=job["serial"], reason="重打", second=SECOND
        )
        desk.do(command, by=CLERK)


def _check(desk: Desk, url: str, tray: Path, found: Found) -> None:
    engine = open_engine(url)
    found.faults += [str(breach) for breach in verify(engine)]
    with reading(engine) as connection:
        jobs = connection.execute(select(PRINT_JOB_NOW.c.serial, PRINT_JOB_NOW.c.state))
        states = {serial: state for serial, state in jobs if state != "returned"}
    engine.dispose()
    printed = tray.read_text().split()
    valid = [serial for serial in printed if states[serial] in {"printed", "checked"}]
    if len(valid) != 1 or len(printed) != len(set(printed)):
        found.faults.append(
            f"originals: {valid}, printed twice: {len(printed) - len(set(printed))}"
        )
    with desk.ask() as reader:
        row = next(row for row in totals(reader) if row.kind == "certificate")
    out_of_tray = len(printed)
    if row.used + row.spoilt != out_of_tray:
        found.faults.append(f"book {row.used} used, {row.spoilt} spoilt; tray {out_of_tray}")


def main() -> None:
    """Kill as many print jobs as asked on a new SQLite file."""
    jobs = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        found = kill_print_jobs(
            f"sqlite:///{folder}/desk.db", Path(folder) / "tray", jobs, seed=20261124
        )
    sys.stdout.write(f"{found}\n")


if __name__ == "__main__":
    main()
