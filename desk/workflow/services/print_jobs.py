"""缮证, step by step: no step is taken twice, and no certificate stands on two sheets."""

from uuid import UUID

from sqlalchemy import bindparam, func, insert, select

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
from desk.workflow.answers import JobAnswer, ReserveAnswer, ReservedSheet, Touched
from desk.workflow.errors import Code, refuse
from desk.workflow.papers import keep_certificate
from desk.workflow.print_commands import (
    CheckSheet,
    ConfirmSheet,
    JobCommand,
    ReserveSheets,
    ReturnSheet,
    SendSheet,
    SpoilWritten,
    SwapSheet,
)
from desk.workflow.services.certificates import (
    begin_job,
    choose_sheets,
    job_step,
    move,
    named_sheet,
    unwritten,
)
from desk.workflow.services.stock import note_act, require_witness
from desk.workflow.sheets import IN_PRINTER, ON_PAPER, SPOILT, place_of
from desk.workflow.stages import PRINTED, REGISTERED

_TOUCHED = (Touched.CASES, Touched.STOCK)
_JOB = (
    select(
        PRINT_JOB_NOW.c.job_id,
        PRINT_JOB_NOW.c.state,
        PRINT_JOB_NOW.c.n.label("job_n"),
        PRINT_JOBS.c.window,
        PRINT_JOBS.c.case_id,
        CERTIFICATES.c.id.label("certificate_id"),
        CERTIFICATES.c.kind.label("paper"),
        CERTIFICATES.c["values"],
        SHEET_NOW.c.serial,
        SHEET_NOW.c.n,
        SHEET_NOW.c.kind,
        SHEET_NOW.c.place,
    )
    .join_from(PRINT_JOB_NOW, PRINT_JOBS, PRINT_JOBS.c.id == PRINT_JOB_NOW.c.job_id)
    .join(CERTIFICATES, CERTIFICATES.c.id == PRINT_JOB_NOW.c.certificate_id)
    .join(SHEET_NOW, SHEET_NOW.c.serial == PRINT_JOB_NOW.c.serial)
    .where(PRINT_JOB_NOW.c.job_id == bindparam("job"))
)
_OTHERS = (
    select(func.count())
    .select_from(CERTIFICATES)
    .where(
        CERTIFICATES.c.case_id == bindparam("case"),
        CERTIFICATES.c.id != bindparam("certificate"),
        ~select(PRINT_JOB_NOW.c.job_id)
        .where(
            PRINT_JOB_NOW.c.certificate_id == CERTIFICATES.c.id,
            PRINT_JOB_NOW.c.state.in_(WRITTEN),
        )
        .exists(),
    )
)


def reserve_sheets(act: Act, command: ReserveSheets) -> ReserveAnswer:
    """Take the sheets out of the window's pile; nothing is printed yet."""
    case = act.case_for("print", command.case_id, command.seen)
    waiting = unwritten(act, case)
    window = command.window if command.window is not None else act.window
    chosen, sheets = choose_sheets(act, waiting, command.serial, window)
    jobs = [
        begin_job(act, paper["id"], case.case_id, sheet["serial"], window)
        for paper, sheet in zip(chosen, sheets, strict=True)
    ]
    act.write(insert(PRINT_JOBS), jobs)
    act.write(insert(PRINT_JOB_EVENTS), (job_step(act, job["id"], 1, "reserved") for job in jobs))
    act.write(
        insert(STOCK_MOVES),
        (
            move(act, sheet, IN_PRINTER, job=job["id"])
            for sheet, job in zip(sheets, jobs, strict=True)
        ),
    )
    return ReserveAnswer(
        at=act.now,
        touched=_TOUCHED,
        sheets=tuple(
            ReservedSheet(
                job_id=job["id"],
                kind=paper["kind"],
                number=paper["number"],
                serial=sheet["serial"],
            )
            for job, paper, sheet in zip(jobs, chosen, sheets, strict=True)
        ),
    )


def send_sheet(act: Act, command: SendSheet) -> JobAnswer:
    """Keep what will stand on the sheet; a job that was sent is never sent again."""
    job = _job(act, command, "reserved")
    kept = keep_certificate(act, _certificate(job), job["serial"])
    _add(act, job, "sent", sha256=kept.sha256)
    return _answer(act, job, "sent", paper_id=kept.id)


def confirm_sheet(act: Act, command: ConfirmSheet) -> JobAnswer:
    """The sheet in hand is the reserved one: the certificate is written."""
    job = _job(act, command, "sent")
    _require_in_hand(job, command.scanned)
    _add(act, job, "printed")
    act.write(insert(STOCK_MOVES), [move(act, job, ON_PAPER, job=job["job_id"])])
    _written(act, job)
    return _answer(act, job, "printed")


def swap_sheet(act: Act, command: SwapSheet) -> JobAnswer:
    """Close the job of the sheet that stayed blank, and begin and confirm one for the other."""
    job = _job(act, command, "sent")
    _require_reason(command.reason)
    other = named_sheet(act, _certificate(job), command.scanned, job["window"])
    _give_back(act, job, command.reason)
    new = begin_job(act, job["certificate_id"], job["case_id"], other["serial"], job["window"])
    kept = keep_certificate(act, _certificate(job), other["serial"])
    act.write(insert(PRINT_JOBS), [new])
    steps = ("reserved", "sent", "printed")
    act.write(
        insert(PRINT_JOB_EVENTS),
        (
            job_step(act, new["id"], n, state, sha256=kept.sha256 if state == "sent" else None)
            for n, state in enumerate(steps, start=1)
        ),
    )
    act.write(insert(STOCK_MOVES), [move(act, other, ON_PAPER, job=new["id"])])
    _written(act, job)
    swapped = {**job, "job_id": new["id"], "serial": other["serial"]}
    return _answer(act, swapped, "printed", paper_id=kept.id)


def check_sheet(act: Act, command: CheckSheet) -> JobAnswer:
    """The written sheet was looked at and is good."""
    job = _job(act, command, "printed")
    _require_in_hand(job, command.scanned)
    _add(act, job, "checked")
    return _answer(act, job, "checked")


def return_sheet(act: Act, command: ReturnSheet) -> JobAnswer:
    """The reserved sheet is blank, in hand, and goes back onto the pile it came from."""
    job = _job(act, command, *UNDER_WAY)
    _require_reason(command.reason)
    _require_in_hand(job, command.scanned)
    _give_back(act, job, command.reason)
    return _answer(act, job, "returned")


def spoil_written(act: Act, command: SpoilWritten) -> JobAnswer:
    """Void the sheet of a job; the certificate waits for another sheet, its number stays."""
    job = _job(act, command, "sent", *WRITTEN)
    require_witness(act, command.reason, command.second)
    _require_in_hand(job, command.scanned)
    case = act.case(job["case_id"])
    act.record(case, "spoil", REGISTERED, reason=command.reason)
    _add(act, job, "spoilt", reason=command.reason)
    noted = note_act(
        act,
        kind="spoilt",
        sheet_kind=job["kind"],
        first=job["serial"],
        last=job["serial"],
        sheets=1,
        from_place=job["place"],
        to_place=SPOILT,
        reason=command.reason,
        second=command.second,
        evidence=command.evidence,
    )
    moved = move(act, job, SPOILT, job=job["job_id"], noted=noted, reason=command.reason)
    act.write(insert(STOCK_MOVES), [moved])
    return _answer(act, job, "spoilt")


def _job(act: Act, command: JobCommand, *states: str) -> Row:
    act.require_role("print")
    found = act.rows(_JOB, {"job": command.job_id})
    if not found:
        raise refuse(Code.UNKNOWN, at="job")
    # The case's row is the lock of all its jobs; what stood before it was taken is read again.
    act.case(found[0]["case_id"])
    job = act.rows(_JOB, {"job": command.job_id})[0]
    if job["state"] not in states:
        raise refuse(Code.STAGE, variant="job", state=job["state"], serial=job["serial"])
    return job


def _certificate(job: Row) -> Row:
    return {**job, "id": job["certificate_id"], "kind": job["paper"]}


def _require_in_hand(job: Row, scanned: str) -> None:
    if scanned != job["serial"]:
        raise refuse(
            Code.STOCK, at="scanned", variant="other", serial=scanned, wanted=job["serial"]
        )


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise refuse(Code.STOCK, at="reason", variant="reason")


def _add(act: Act, job: Row, state: str, *, sha256: str | None = None, reason: str = "") -> None:
    step = job_step(act, job["job_id"], job["job_n"] + 1, state, sha256=sha256, reason=reason)
    act.write(insert(PRINT_JOB_EVENTS), [step])


def _give_back(act: Act, job: Row, reason: str) -> None:
    _add(act, job, "returned", reason=reason)
    back = move(act, job, place_of(job["window"]), job=job["job_id"], reason=reason)
    act.write(insert(STOCK_MOVES), [back])


def _written(act: Act, job: Row) -> None:
    """Move the case on with its last paper; before that it waits for the others."""
    case: Case = act.case(job["case_id"])
    wanted = {"case": case.case_id, "certificate": job["certificate_id"]}
    others = act.connection.execute(_OTHERS, wanted).scalar()
    act.record(case, "print", REGISTERED if others else PRINTED, window=job["window"])


def _answer(act: Act, job: Row, state: str, *, paper_id: UUID | None = None) -> JobAnswer:
    return JobAnswer(
        at=act.now,
        touched=_TOUCHED,
        job_id=job["job_id"],
        case_id=job["case_id"],
        serial=job["serial"],
        state=state,
        paper_id=paper_id,
    )
