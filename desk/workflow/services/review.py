"""审核: who claimed a case approves, returns, refuses it or refers it upwards."""

from collections.abc import Mapping

from sqlalchemy import and_, bindparam, func, insert, select

from db.tables.cases import CASE_EVENTS, DECISIONS
from desk.workflow.act import Act, Case
from desk.workflow.answers import CaseAnswer
from desk.workflow.bundling import after_those_before
from desk.workflow.colleagues import is_approver
from desk.workflow.commands import DecideCase
from desk.workflow.errors import Code, Finding, refuse
from desk.workflow.evidence.looked import looked_findings
from desk.workflow.facts import Stage
from desk.workflow.judging import judge, judge_again
from desk.workflow.papers import keep_refusal, keep_supplement
from desk.workflow.reading import read_case
from desk.workflow.review_commands import ReferCase
from desk.workflow.rules.desk import may_claim
from desk.workflow.services.claims import OFFICE
from desk.workflow.settings import SECOND_FOR_REFUSAL, TWO_LEVELS
from desk.workflow.stages import ACCEPTED, APPROVED, EVENTS, REFUSED, RETURNED

_END = {"approve": APPROVED, "return": RETURNED, "refuse": REFUSED}
_SO_FAR = select(func.count()).where(
    DECISIONS.c.case_id == bindparam("case"), DECISIONS.c.round == bindparam("of_round")
)
_REFERRED = (
    select(func.count())
    .select_from(CASE_EVENTS)
    .where(
        CASE_EVENTS.c.case_id == bindparam("case"),
        CASE_EVENTS.c.kind == EVENTS["refer"],
        CASE_EVENTS.c.n
        > select(func.coalesce(func.max(CASE_EVENTS.c.n), 0))
        .where(
            and_(
                CASE_EVENTS.c.case_id == bindparam("case"),
                CASE_EVENTS.c.kind == EVENTS["return"],
            )
        )
        .scalar_subquery(),
    )
)


def decide_case(act: Act, command: DecideCase) -> CaseAnswer:
    """Approve, return or refuse; a refusal needs its ground, where set a second approver (条例 22).

    Where the item has two levels, the first approval gives the case to the second one.
    """
    case = _claimed(act, command.decision, command)
    if command.decision == "refuse" and command.ground is None:
        raise refuse(Code.FORM, at="ground")
    second = _second_of(act, case, command)
    findings: tuple[Finding, ...] = ()
    if command.decision == "approve":
        with after_those_before(act, case.case_id):
            judge(looked_findings(act, case, command.evidence))
            findings = judge_again(read_case(act, Stage.REVIEW, case))
    goes_up = command.decision == "approve" and _levels_left(act, case)
    kind, to = ("refer", ACCEPTED) if goes_up else (command.decision, _END[command.decision])
    n = act.record(case, kind, to, reason=command.opinion)
    evidence = {**command.evidence, **({"second": second} if second else {})}
    _keep(
        act,
        case,
        decision=command.decision,
        opinion=command.opinion,
        evidence=evidence,
        ground=command.ground if command.decision == "refuse" else None,
    )
    act.keep_findings(case.case_id, n, findings)
    _tell_applicants(act, case, command)
    return CaseAnswer(
        at=act.now, touched=OFFICE, findings=findings, case_id=case.case_id, state=to, n=n
    )


def refer_case(act: Act, command: ReferCase) -> CaseAnswer:
    """Give a doubtful case to somebody else's decision, with what is doubtful about it."""
    case = _claimed(act, "refer", command)
    if not command.opinion.strip():
        raise refuse(Code.FORM, at="opinion")
    n = act.record(case, "refer", ACCEPTED, reason=command.opinion)
    _keep(act, case, decision="refer", opinion=command.opinion, evidence=command.evidence)
    return CaseAnswer(at=act.now, touched=OFFICE, case_id=case.case_id, state=ACCEPTED, n=n)


def _tell_applicants(act: Act, case: Case, command: DecideCase) -> None:
    """Write the letter of a decision that the applicants have to know of."""
    if command.decision == "approve" or not act.setting.keep_papers:
        return
    facts = read_case(act, Stage.REVIEW, case).facts
    if command.ground is not None and command.decision == "refuse":
        keep_refusal(act, facts, command.opinion, command.ground)
    else:
        keep_supplement(act, facts, command.opinion, command.evidence)


def _claimed(act: Act, kind: str, command: DecideCase | ReferCase) -> Case:
    case = act.case_for(kind, command.case_id, command.seen)
    if case.claimed_by != act.actor:
        raise refuse(Code.ROLE)
    judge(may_claim(case.accepted_by, act.actor))
    return case


def _levels_left(act: Act, case: Case) -> bool:
    items = act.set_to(TWO_LEVELS)
    if not isinstance(items, tuple) or case.item_code not in items:
        return False
    return not act.connection.execute(_REFERRED, {"case": case.case_id}).scalar()


def _second_of(act: Act, case: Case, command: DecideCase) -> str:
    if command.decision != "refuse":
        return ""
    if not command.second and not act.set_to(SECOND_FOR_REFUSAL):
        return ""
    alone = command.second in {act.actor, case.accepted_by}
    if alone or not is_approver(act, command.second):
        raise refuse(Code.ROLE, at="second", variant="second")
    return command.second


def _keep(
    act: Act,
    case: Case,
    *,
    decision: str,
    opinion: str,
    evidence: Mapping[str, object],
    ground: str | None = None,
) -> None:
    wanted = {"case": case.case_id, "of_round": case.round}
    so_far = act.connection.execute(_SO_FAR, wanted).scalar() or 0
    row = {
        "case_id": case.case_id,
        "round": case.round,
        "level": so_far + 1,
        "decision": decision,
        "opinion": opinion,
        "ground": ground,
        "evidence": evidence,
        **act.stamp,
    }
    act.write(insert(DECISIONS), [row])
