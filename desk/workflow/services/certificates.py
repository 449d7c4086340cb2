"""缮证: certificates and proofs are written on numbered sheets; a spoilt sheet is voided."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import and_, bindparam, insert, select

from db.ids import new_id
from db.tables.papers import (
    CERTIFICATES,
    PRINT_JOB_EVENTS,
    PRINT_JOB_NOW,
    PRINT_JOBS,
    SHEET_NOW,
    STOCK_MOVES,
    UNDER_WAY,
    WRITTEN,
)
from desk.workflow.act import Act, Case, Row
from desk.workflow.answers import CaseAnswer, PrintAnswer, PrintedSheet, Touched
from desk.workflow.commands import PrintCertificates, SpoilSheet
from desk.workflow.errors import Code, refuse
from desk.workflow.judging import judge
from desk.workflow.papers import keep_certificate
from desk.workflow.rules.desk import may_print
from desk.workflow.settings import SHEETS_CONFIRMED
from desk.workflow.sheets import ON_PAPER, SPOILT, place_of
from desk.workflow.stages import PRINTED, REGISTERED

ON_SHEET = "printed"
_STEPS = ("reserved", "sent", "printed")
_STOCK = (Touched.CASES, Touched.STOCK)

_UNPRINTED = (
    select(CERTIFICATES)
    .join_from(
        CERTIFICATES,
        PRINT_JOB_NOW,
        and_(
            PRINT_JOB_NOW.c.certificate_id == CERTIFICATES.c.id,
            PRINT_JOB_NOW.c.state.in_((*UNDER_WAY, *WRITTEN)),
        ),
        isouter=True,
    )
    .where(CERTIFICATES.c.case_id == bindparam("case"), PRINT_JOB_NOW.c.job_id.is_(None))
    .order_by(CERTIFICATES.c.kind, CERTIFICATES.c.no)
)
_UNDER_WAY = (
    select(PRINT_JOB_NOW.c.job_id)
    .join(CERTIFICATES, CERTIFICATES.c.id == PRINT_JOB_NOW.c.certificate_id)
    .where(CERTIFICATES.c.case_id == bindparam("case"), PRINT_JOB_NOW.c.state.in_(UNDER_WAY))
)
_SHEETS = (
    select(SHEET_NOW)
    .where(SHEET_NOW.c.place == bindparam("at_place"), SHEET_NOW.c.kind == bindparam("of_kind"))
    .order_by(SHEET_NOW.c.serial)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_SHEET = select(SHEET_NOW).where(SHEET_NOW.c.serial == bindparam("of_serial")).with_for_update()
_JOB = (
    select(PRINT_JOB_NOW.c.job_id, PRINT_JOB_NOW.c.n.label("job_n"), SHEET_NOW)
    .join_from(PRINT_JOB_NOW, CERTIFICATES, CERTIFICATES.c.id == PRINT_JOB_NOW.c.certificate_id)
    .join(SHEET_NOW, SHEET_NOW.c.serial == PRINT_JOB_NOW.c.serial)
    .where(
        CERTIFICATES.c.case_id == bindparam("case"),
        PRINT_JOB_NOW.c.serial == bindparam("of_serial"),
        PRINT_JOB_NOW.c.state.in_(WRITTEN),
    )
)


def print_certificates(act: Act, command: PrintCertificates) -> PrintAnswer:
    """Write all papers of a case that are not written yet, or with `serial` the next one there."""
    case = act.case_for("print", command.case_id, command.seen)
    if act.set_to(SHEETS_CONFIRMED):
        raise refuse(Code.STAGE, variant="unconfirmed")
    waiting = unwritten(act, case)
    if act.rows(_UNDER_WAY, {"case": case.case_id}):
        raise refuse(Code.STAGE, variant="in_printer")
    window = command.window if command.window is not None else act.window
    chosen, sheets = choose_sheets(act, waiting, command.serial, window)
    to = PRINTED if len(chosen) == len(waiting) else REGISTERED
    n = act.record(case, "print", to, window=window)
    kept = [
        keep_certificate(act, paper, sheet["serial"])
        for paper, sheet in zip(chosen, sheets, strict=True)
    ]
    _write_jobs(act, window, chosen, sheets, [printed.sha256 for printed in kept])
    return PrintAnswer(
        at=act.now,
        touched=_STOCK,
        case_id=case.case_id,
        state=to,
        n=n,
        sheets=tuple(
            PrintedSheet(
                kind=paper["kind"],
                number=paper["number"],
                serial=sheet["serial"],
                paper_id=printed.id,
                sha256=printed.sha256,
            )
            for paper, sheet, printed in zip(chosen, sheets, kept, strict=True)
        ),
    )


def spoil_sheet(act: Act, command: SpoilSheet) -> CaseAnswer:
    """Void a sheet of this case with the reason; any other sheet is R45."""
    case = act.case_for("spoil", command.case_id, command.seen)
    found = act.rows(_JOB, {"case": case.case_id, "of_serial": command.serial})
    if not found:
        judge(
            may_print(
                serial=command.serial,
                in_stock=False,
                right_kind=True,
                window_of_sheet=None,
                window=None,
            )
        )
    job = found[0]
    n = act.record(case, "spoil", REGISTERED, reason=command.reason)
    spoilt = job_step(act, job["job_id"], job["job_n"] + 1, "spoilt", reason=command.reason)
    act.write(insert(PRINT_JOB_EVENTS), [spoilt])
    act.write(
        insert(STOCK_MOVES), [move(act, job, SPOILT, job=job["job_id"], reason=command.reason)]
    )
    return CaseAnswer(at=act.now, touched=_STOCK, case_id=case.case_id, state=REGISTERED, n=n)


def move(
    act: Act,
    sheet: Row,
    to: str,
    *,
    job: UUID | None = None,
    noted: UUID | None = None,
    reason: str = "",
) -> dict[str, Any]:
    """Return the row that moves a sheet from where it lies, by a print job or a noted act."""
    return {
        "serial": sheet["serial"],
        "n": sheet["n"] + 1,
        "kind": sheet["kind"],
        "from_n": sheet["n"],
        "from_place": sheet["place"],
        "to_place": to,
        "job_id": job,
        "act_id": noted,
        "reason": reason,
        **act.stamp,
    }


def begin_job(
    act: Act, certificate: UUID, case_id: UUID, serial: str, window: int | None
) -> dict[str, Any]:
    """Return the row of a print job: one certificate on one sheet."""
    return {
        "id": new_id(),
        "certificate_id": certificate,
        "serial": serial,
        "window": window,
        "case_id": case_id,
        **act.stamp,
    }


def job_step(
    act: Act, job: UUID, n: int, state: str, *, sha256: str | None = None, reason: str = ""
) -> dict[str, Any]:
    """Return the row of a step of a print job."""
    return {"job_id": job, "n": n, "state": state, "sha256": sha256, "reason": reason, **act.stamp}


def unwritten(act: Act, case: Case) -> list[Row]:
    """Return the certificates and proofs of a case that have no sheet; none left is D-STAGE."""
    waiting = act.rows(_UNPRINTED, {"case": case.case_id})
    if not waiting:
        raise refuse(Code.STAGE, stage=case.state)
    return waiting


def choose_sheets(
    act: Act, waiting: Sequence[Row], serial: str | None, window: int | None
) -> tuple[Sequence[Row], list[Row]]:
    """Return papers with the lowest sheets of the window, or one with the named sheet (R45)."""
    if serial is None:
        return waiting, _lowest_sheets(act, waiting, window)
    return _one_sheet(act, waiting, serial, window)


def _lowest_sheets(act: Act, waiting: Sequence[Row], window: int | None) -> list[Row]:
    found: dict[str, list[Row]] = {}
    for kind in sorted({paper["kind"] for paper in waiting}):
        most = sum(paper["kind"] == kind for paper in waiting)
        wanted = {"at_place": place_of(window), "of_kind": kind, "most": most}
        found[kind] = act.rows(_SHEETS, wanted)
        if len(found[kind]) < most:
            raise refuse(Code.STOCK, kind=kind)
    taken = {kind: iter(sheets) for kind, sheets in found.items()}
    return [next(taken[paper["kind"]]) for paper in waiting]


def named_sheet(act: Act, paper: Row, serial: str, window: int | None) -> Row:
    """Return one sheet in hand for one paper; R45 where it may not be written on."""
    return _one_sheet(act, [paper], serial, window)[1][0]


def _one_sheet(
    act: Act, waiting: Sequence[Row], serial: str, window: int | None
) -> tuple[Sequence[Row], list[Row]]:
    sheets = act.rows(_SHEET, {"of_serial": serial})
    place = sheets[0]["place"] if sheets else ""
    kind = sheets[0]["kind"] if sheets else ""
    chosen = [paper for paper in waiting if paper["kind"] == kind][:1]
    at_a_window = place.startswith("W")
    judge(
        may_print(
            serial=serial,
            in_stock=at_a_window or place == place_of(window),
            right_kind=bool(chosen),
            window_of_sheet=int(place[1:]) if at_a_window else window,
            window=window,
        )
    )
    return chosen, sheets


def _write_jobs(
    act: Act, window: int | None, papers: Sequence[Row], sheets: Sequence[Row], hashes: list[str]
) -> None:
    jobs = [
        begin_job(act, paper["id"], paper["case_id"], sheet["serial"], window)
        for paper, sheet in zip(papers, sheets, strict=True)
    ]
    act.write(insert(PRINT_JOBS), jobs)
    steps = (
        job_step(act, job["id"], n, state, sha256=sha256 if state == ON_SHEET else None)
        for job, sha256 in zip(jobs, hashes, strict=True)
        for n, state in enumerate(_STEPS, start=1)
    )
    act.write(insert(PRINT_JOB_EVENTS), steps)
    act.write(
        insert(STOCK_MOVES),
        (
            move(act, sheet, ON_PAPER, job=job["id"])
            for sheet, job in zip(sheets, jobs, strict=True)
        ),
    )
