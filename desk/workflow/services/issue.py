"""发证: the papers are handed out, which stops the clock; what the applicant thought of it."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import bindparam, insert, select

from db.tables.cases import RATINGS
from db.tables.papers import (
    CERTIFICATES,
    HANDOVERS,
    PRINT_JOB_NOW,
    SHEET_NOW,
    STOCK_MOVES,
    WRITTEN,
)
from desk.workflow.act import Act, Row
from desk.workflow.answers import CaseAnswer, Touched
from desk.workflow.charges import work_out
from desk.workflow.commands import IssueCase, RateCase
from desk.workflow.delivery import TAKERS
from desk.workflow.errors import Code, refuse
from desk.workflow.facts import Facts, Stage
from desk.workflow.judging import judge
from desk.workflow.reading import read_case
from desk.workflow.rules import check
from desk.workflow.rules.desk import may_issue
from desk.workflow.services.certificates import move
from desk.workflow.services.dispatch import hand_to_courier, ready_parcel
from desk.workflow.settings import SHEETS_CONFIRMED
from desk.workflow.sheets import HANDED_OUT, told
from desk.workflow.stages import ISSUED, REGISTERED

CHECKED = "checked"
_HAS_PAPERS = select(CERTIFICATES.c.id).where(CERTIFICATES.c.case_id == bindparam("case")).limit(1)
_SHEETS = (
    select(SHEET_NOW, PRINT_JOB_NOW.c.job_id, PRINT_JOB_NOW.c.state)
    .join_from(SHEET_NOW, PRINT_JOB_NOW, PRINT_JOB_NOW.c.serial == SHEET_NOW.c.serial)
    .join(CERTIFICATES, CERTIFICATES.c.id == PRINT_JOB_NOW.c.certificate_id)
    .where(CERTIFICATES.c.case_id == bindparam("case"), PRINT_JOB_NOW.c.state.in_(WRITTEN))
    .order_by(SHEET_NOW.c.serial)
)
_RATED = select(RATINGS.c.case_id).where(RATINGS.c.case_id == bindparam("case"))


def issue_case(act: Act, command: IssueCase) -> CaseAnswer:
    """Hand out the papers to a party or agent, the fee being settled; R52 and R53 else."""
    case = act.case_for("issue", command.case_id, command.seen)
    if case.state == REGISTERED and act.rows(_HAS_PAPERS, {"case": case.case_id}):
        raise refuse(Code.STAGE, stage=case.state)
    sheets = act.rows(_SHEETS, {"case": case.case_id})
    _require_checked(act, sheets)
    reading = read_case(act, Stage.ISSUE, case)
    parcel = ready_parcel(act, command)
    facts = reading.facts
    findings = judge((*may_issue(facts, command.to, fee_open(facts)), *check(facts)))
    window = command.window if command.window is not None else act.window
    n = act.record(case, "issue", ISSUED, window=window)
    act.write(insert(HANDOVERS), [_handover(act, command, facts, window, case.case_id)])
    hand_to_courier(act, case, facts, parcel, command.to.name)
    act.write(
        insert(STOCK_MOVES),
        (move(act, sheet, HANDED_OUT, job=sheet["job_id"]) for sheet in sheets),
    )
    act.keep_findings(case.case_id, n, findings)
    return CaseAnswer(
        at=act.now,
        touched=(Touched.CASES, Touched.STOCK),
        findings=findings,
        case_id=case.case_id,
        state=ISSUED,
        n=n,
    )


def rate_case(act: Act, command: RateCase) -> CaseAnswer:
    """Keep the applicant's rating 好差评, once a case."""
    case = act.case_for("rate", command.case_id, command.seen)
    if act.rows(_RATED, {"case": case.case_id}):
        raise refuse(Code.STAGE, stage=case.state)
    n = act.record(case, "rate", case.state, data={"score": command.score})
    rating = {"case_id": case.case_id, "score": command.score, "text": command.text}
    act.write(insert(RATINGS), [{**rating, "at": act.now}])
    return CaseAnswer(at=act.now, case_id=case.case_id, state=case.state, n=n)


def fee_open(facts: Facts) -> int:
    """Return the registration fee that is open, in 分; uncharged, it is open as a whole."""
    if facts.case is None or facts.case.fee_charged:
        return facts.case.fee_open if facts.case else 0
    return sum(line.amount for line in work_out(facts) if line.what == "fee")


def _require_checked(act: Act, sheets: Sequence[Row]) -> None:
    unchecked = [sheet["serial"] for sheet in sheets if sheet["state"] != CHECKED]
    if unchecked and act.set_to(SHEETS_CONFIRMED):
        raise refuse(Code.STAGE, variant="unchecked", serials=told(unchecked))


def _handover(
    act: Act, command: IssueCase, facts: Facts, window: int | None, case_id: UUID
) -> dict[str, object]:
    parts = sorted(
        (TAKERS.index(party.role), party.role)
        for party in facts.application.parties
        if party.role in TAKERS and party.name == command.to.name
    )
    return {
        "case_id": case_id,
        "name": command.to.name,
        "id_type": command.to.id_type,
        "id_number": command.to.id_number,
        "role": parts[0][1] if parts else "organ",
        "method": command.method,
        "waybill": command.waybill,
        "evidence": command.evidence,
        "window": window,
        **act.stamp,
    }
