"""Who holds which case of the pool: claimed, given back, skipped, run out, handed over."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from db.tables.cases import CASE_EVENTS, CASE_NOW, CLAIM_MARKS, DRAFTS
from desk.workflow.act import Act, Case, require_stage
from desk.workflow.answers import CaseAnswer, HandedOverAnswer, Touched
from desk.workflow.colleagues import is_approver
from desk.workflow.commands import ClaimCase, ReleaseClaim
from desk.workflow.errors import Code, Finding, Level, refuse
from desk.workflow.judging import judge
from desk.workflow.review_commands import (
    HandOverClaims,
    RecallApproval,
    SkipCase,
    TakeBackClaims,
)
from desk.workflow.rules.desk import may_claim
from desk.workflow.rules.lapse import local_midnight
from desk.workflow.stages import ACCEPTED, EVENTS, IN_APPROVAL

OFFICE = (Touched.POOL, Touched.CASES)
RUNS_OUT = timedelta(minutes=20)
"""A claim on which nobody worked that long goes back to the pool by itself."""
RECALL = timedelta(seconds=60)
MANY_SKIPS = 3
"""So many skips a day are told to the supervisor."""

_SKIPPED = CASE_EVENTS.alias("skipped")
_REFERRED = CASE_EVENTS.alias("referred")
_RETURNED = CASE_EVENTS.alias("returned")


def in_pool() -> Select[tuple[UUID]]:
    """Return the cases that wait for review, the most urgent first; paused ones are not there."""
    return (
        select(CASE_NOW.c.case_id)
        .where(CASE_NOW.c.state == ACCEPTED, CASE_NOW.c.paused_at.is_(None))
        .order_by(CASE_NOW.c.due_at, CASE_NOW.c.accepted_at, CASE_NOW.c.case_id)
    )


def passed_over() -> ColumnElement[bool]:
    """Tell of a case of the pool whether `login` passed it over since `since`, or referred it."""
    return or_(
        exists().where(
            _SKIPPED.c.case_id == CASE_NOW.c.case_id,
            _SKIPPED.c.actor == bindparam("login"),
            _SKIPPED.c.kind == EVENTS["skip"],
            _SKIPPED.c.at >= bindparam("since", type_=_SKIPPED.c.at.type),
        ),
        exists().where(
            _REFERRED.c.case_id == CASE_NOW.c.case_id,
            _REFERRED.c.actor == bindparam("login"),
            _REFERRED.c.kind == EVENTS["refer"],
            _REFERRED.c.n > func.coalesce(_last_return(CASE_NOW.c.case_id), 0),
        ),
    )


def _last_return(case: ColumnElement[UUID]) -> ScalarSelect[int]:
    return (
        select(func.max(_RETURNED.c.n))
        .where(_RETURNED.c.case_id == case, _RETURNED.c.kind == EVENTS["return"])
        .scalar_subquery()
    )


_FIRST = in_pool().where(CASE_NOW.c.accepted_by != bindparam("login"), ~passed_over()).limit(1)
_FIRST_FREE = _FIRST.with_for_update(skip_locked=True)
_RUN_OUT = (
    select(CASE_NOW.c.case_id)
    .join(CLAIM_MARKS, CLAIM_MARKS.c.case_id == CASE_NOW.c.case_id, isouter=True)
    .where(
        CASE_NOW.c.state == IN_APPROVAL,
        CASE_NOW.c.claimed_at < bindparam("before", type_=CASE_NOW.c.claimed_at.type),
        or_(
            CLAIM_MARKS.c.at.is_(None),
            CLAIM_MARKS.c.login != CASE_NOW.c.claimed_by,
            CLAIM_MARKS.c.at < bindparam("before", type_=CLAIM_MARKS.c.at.type),
        ),
    )
    .order_by(CASE_NOW.c.case_id)
)
_MINE = (
    select(CASE_NOW.c.case_id)
    .where(CASE_NOW.c.state == IN_APPROVAL, CASE_NOW.c.claimed_by == bindparam("login"))
    .order_by(CASE_NOW.c.case_id)
)
_HANDED = (
    select(CASE_NOW.c.case_id)
    .join(
        CASE_EVENTS,
        and_(
            CASE_EVENTS.c.case_id == CASE_NOW.c.case_id,
            CASE_EVENTS.c.kind == EVENTS["hand_over"],
            CASE_EVENTS.c.actor == bindparam("login"),
        ),
    )
    .where(CASE_NOW.c.state == IN_APPROVAL, CASE_NOW.c.claimed_by != bindparam("login"))
    .distinct()
    .order_by(CASE_NOW.c.case_id)
)
_SKIPS = (
    select(func.count())
    .select_from(CASE_EVENTS)
    .where(
        CASE_EVENTS.c.kind == EVENTS["skip"],
        CASE_EVENTS.c.actor == bindparam("login"),
        CASE_EVENTS.c.at >= bindparam("since", type_=CASE_EVENTS.c.at.type),
    )
)
_DECIDED = (
    select(CASE_EVENTS.c.at)
    .where(CASE_EVENTS.c.case_id == bindparam("case"), CASE_EVENTS.c.kind == EVENTS["approve"])
    .order_by(CASE_EVENTS.c.n.desc())
    .limit(1)
)


def claim_case(act: Act, command: ClaimCase) -> CaseAnswer:
    """Take the most urgent case that one may decide; another one is D-TICKET."""
    act.require_role("claim")
    _free_run_out(act)
    case = _named(act, command) if command.case_id else _most_urgent(act)
    n = act.record(case, "claim", IN_APPROVAL)
    return CaseAnswer(at=act.now, touched=OFFICE, case_id=case.case_id, state=IN_APPROVAL, n=n)


def release_claim(act: Act, command: ReleaseClaim) -> CaseAnswer:
    """Give one's own claim back; a supervisor breaks anybody's, with the reason."""
    case = act.case_for("release", command.case_id, command.seen)
    if case.claimed_by != act.actor and not act.has_role("supervisor"):
        raise refuse(Code.ROLE, variant="claimed")
    n = act.record(case, "release", ACCEPTED, reason=command.reason)
    return CaseAnswer(at=act.now, touched=OFFICE, case_id=case.case_id, state=ACCEPTED, n=n)


def skip_case(act: Act, command: SkipCase) -> CaseAnswer:
    """Pass a waiting case over for today; the reason is kept, the third of a day is told."""
    case = act.case_for("skip", command.case_id, command.seen)
    if command.reason not in act.setting.catalogue.codes["skip_reason"].by_code:
        raise refuse(Code.FORM, at="reason")
    n = act.record(case, "skip", ACCEPTED, data={"reason": command.reason})
    today = {"login": act.actor, "since": local_midnight(act.day)}
    skips = act.connection.execute(_SKIPS, today).scalar() or 0
    told = {"times": skips}
    many = Finding(code="D-SKIPS", level=Level.WARN, facts=told)
    return CaseAnswer(
        at=act.now,
        touched=OFFICE,
        findings=(many,) if skips >= MANY_SKIPS else (),
        case_id=case.case_id,
        state=ACCEPTED,
        n=n,
    )


def recall_approval(act: Act, command: RecallApproval) -> CaseAnswer:
    """Take one's own approval back within 60 seconds; later only the formal ways are left."""
    case = act.case_for("recall_approval", command.case_id, command.seen)
    if case.decided_by != act.actor:
        raise refuse(Code.ROLE, variant="decided")
    decided: datetime | None = act.connection.execute(_DECIDED, {"case": case.case_id}).scalar()
    if decided is None or act.now - decided > RECALL:
        raise refuse(Code.STAGE, variant="too_late")
    n = act.record(case, "recall_approval", IN_APPROVAL, reason=command.reason)
    return CaseAnswer(at=act.now, touched=OFFICE, case_id=case.case_id, state=IN_APPROVAL, n=n)


def hand_over_claims(act: Act, command: HandOverClaims) -> HandedOverAnswer:
    """Give all claims and drafts to a colleague; what he accepted himself goes to the pool."""
    act.require_role("hand_over")
    if command.to == act.actor or not is_approver(act, command.to):
        raise refuse(Code.UNKNOWN, at="to")
    cases = [act.case(row["case_id"]) for row in act.rows(_MINE, {"login": act.actor})]
    own = [case for case in cases if case.accepted_by == command.to]
    given = [case for case in cases if case.accepted_by != command.to]
    for case in own:
        act.record(case, "release", ACCEPTED, reason=command.reason)
    _give(act, given, command.to, command.reason)
    drafts = update(DRAFTS).where(DRAFTS.c.login == act.actor).values(login=command.to)
    moved = act.connection.execute(drafts).rowcount
    return HandedOverAnswer(
        at=act.now,
        touched=OFFICE,
        cases=tuple(case.case_id for case in given),
        to_pool=tuple(case.case_id for case in own),
        drafts=moved,
    )


def take_back_claims(act: Act, _command: TakeBackClaims) -> HandedOverAnswer:
    """Take back what was handed over and is not decided yet."""
    act.require_role("hand_over")
    cases = [act.case(row["case_id"]) for row in act.rows(_HANDED, {"login": act.actor})]
    _give(act, cases, act.actor, "")
    taken = tuple(case.case_id for case in cases)
    return HandedOverAnswer(at=act.now, touched=OFFICE, cases=taken, to_pool=(), drafts=0)


def mark_work(act: Act, case_id: UUID) -> None:
    """Note that somebody works on a claimed case; upkeep, not an act of law."""
    act.connection.execute(delete(CLAIM_MARKS).where(CLAIM_MARKS.c.case_id == case_id))
    act.write(insert(CLAIM_MARKS), [{"case_id": case_id, "login": act.actor, "at": act.now}])


def _give(act: Act, cases: Iterable[Case], to: str, reason: str) -> None:
    for case in cases:
        act.record(case, "hand_over", IN_APPROVAL, reason=reason, data={"to": to})


def _free_run_out(act: Act) -> None:
    """Give back what nobody works on; a day played from a file has its own clock and no marks."""
    if act.setting.centre.rehearsal:
        return
    for row in act.rows(_RUN_OUT, {"before": act.now - RUNS_OUT}):
        case = act.find_case(row["case_id"])
        if case is not None and case.state == IN_APPROVAL:
            act.record(case, "release", ACCEPTED, data={"by_itself": True})


def _most_urgent(act: Act) -> Case:
    found = act.rows(_FIRST_FREE, _asked(act))
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
        first = act.rows(_FIRST, _asked(act))
        if first and first[0]["case_id"] != case_id:
            raise refuse(Code.TICKET)
    return case


def _asked(act: Act) -> dict[str, object]:
    return {"login": act.actor, "since": local_midnight(act.day)}
