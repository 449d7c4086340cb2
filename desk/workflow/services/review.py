"""The back office: a case is claimed in order of urgency, and decided by who claimed it."""

from uuid import UUID

from sqlalchemy import Select, bindparam, insert, select

from db.tables.cases import CASE_NOW, DECISIONS
from desk.workflow.act import Act, Case, require_stage
from desk.workflow.answers import CaseAnswer, Touched
from desk.workflow.bundling import after_those_before
from desk.workflow.commands import ClaimCase, DecideCase, ReleaseClaim
from desk.workflow.errors import Code, Finding, refuse
from desk.workflow.facts import Stage
from desk.workflow.judging import judge, judge_again
from desk.workflow.papers import keep_refusal
from desk.workflow.reading import read_case
from desk.workflow.rules.desk import may_claim
from desk.workflow.stages import ACCEPTED, APPROVED, IN_APPROVAL, REFUSED, RETURNED

_OFFICE = (Touched.POOL, Touched.CASES)
_END = {"approve": APPROVED, "return": RETURNED, "refuse": REFUSED}
FIRST_LEVEL = 1


def in_pool() -> Select[tuple[UUID]]:
    """Return the cases that wait for review, the most urgent first; paused ones are not there."""
    return (
        select(CASE_NOW.c.case_id)
        .where(CASE_NOW.c.state == ACCEPTED, CASE_NOW.c.paused_at.is_(None))
        .order_by(CASE_NOW.c.due_at, CASE_NOW.c.accepted_at, CASE_NOW.c.case_id)
    )


_FIRST = in_pool().where(CASE_NOW.c.accepted_by != bindparam("login")).limit(1)
_FIRST_FREE = _FIRST.with_for_update(skip_locked=True)


def claim_case(act: Act, command: ClaimCase) -> CaseAnswer:
    """Take the most urgent case that one did not accept oneself; another one is D-TICKET."""
    act.require_role("claim")
    case = _named(act, command) if command.case_id else _most_urgent(act)
    n = act.record(case, "claim", IN_APPROVAL)
    return CaseAnswer(at=act.now, touched=_OFFICE, case_id=case.case_id, state=IN_APPROVAL, n=n)


def release_claim(act: Act, command: ReleaseClaim) -> CaseAnswer:
    """Give a claimed case back to the pool, with the reason."""
    case = act.case_for("release", command.case_id, command.seen)
    n = act.record(case, "release", ACCEPTED, reason=command.reason)
    return CaseAnswer(at=act.now, touched=_OFFICE, case_id=case.case_id, state=ACCEPTED, n=n)


def decide_case(act: Act, command: DecideCase) -> CaseAnswer:
    """Approve, return or refuse 审核; only who claimed the case may, a refusal needs its ground."""
    case = act.case_for(command.decision, command.case_id, command.seen)
    if case.claimed_by != act.actor:
        raise refuse(Code.ROLE)
    judge(may_claim(case.accepted_by, act.actor))
    if command.decision == "refuse" and command.ground is None:
        raise refuse(Code.FORM, at="ground")
    findings: tuple[Finding, ...] = ()
    if command.decision == "approve":
        with after_those_before(act, case.case_id):
            findings = judge_again(read_case(act, Stage.REVIEW, case))
    to = _END[command.decision]
    n = act.record(case, command.decision, to, reason=command.opinion)
    decision = {
        "case_id": case.case_id,
        "round": case.round,
        "level": FIRST_LEVEL,
        "decision": command.decision,
        "opinion": command.opinion,
        "ground": command.ground if command.decision == "refuse" else None,
        "evidence": command.evidence,
        **act.stamp,
    }
    act.write(insert(DECISIONS), [decision])
    act.keep_findings(case.case_id, n, findings)
    if command.decision == "refuse" and command.ground is not None:
        facts = read_case(act, Stage.REVIEW, case).facts
        keep_refusal(act, facts, command.opinion, command.ground)
    return CaseAnswer(
        at=act.now, touched=_OFFICE, findings=findings, case_id=case.case_id, state=to, n=n
    )


def _most_urgent(act: Act) -> Case:
    found = act.rows(_FIRST_FREE, {"login": act.actor})
    if not found:
        raise refuse(Code.TICKET)
    return act.case(found[0]["case_id"])


def _named(act: Act, command: ClaimCase) -> Case:
    case_id = command.case_id
    assert case_id is not None
    case = act.case(case_id)
    require_stage("claim", case)
    if case.paused_at is not None:
        raise refuse(Code.STAGE, stage=case.state)
    judge(may_claim(case.accepted_by, act.actor))
    if not command.any_order:
        first = act.rows(_FIRST, {"login": act.actor})
        if first and first[0]["case_id"] != case_id:
            raise refuse(Code.TICKET)
    return case
