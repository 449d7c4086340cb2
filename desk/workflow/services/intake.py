"""The counter: an application is accepted, refused, completed or withdrawn."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import insert

from db.numbers import take_number
from db.tables.cases import CASE_NUMBERS
from desk.workflow.act import Act, Case, require_stage
from desk.workflow.answers import AcceptAnswer, CaseAnswer, Touched
from desk.workflow.application import Application
from desk.workflow.bundling import after_those_before
from desk.workflow.clock import due_at
from desk.workflow.commands import (
    AcceptCase,
    Evidence,
    RefuseAcceptance,
    SeizeUnits,
    SupplementCase,
    WithdrawCase,
)
from desk.workflow.errors import Code, Finding, refuse
from desk.workflow.facts import Stage
from desk.workflow.judging import application_findings, judge, judge_application, tidy_units
from desk.workflow.kept import keep_application, keep_materials, read_kept
from desk.workflow.papers import keep_interview, keep_not_accepted, keep_receipt, keep_withdrawal
from desk.workflow.reading import Reading, named_right, read_case, read_facts
from desk.workflow.rules.desk import may_withdraw
from desk.workflow.services.drafts import end_draft
from desk.workflow.services.hall import begin, found_missing, ticket_of
from desk.workflow.services.pages import list_pages, page_findings
from desk.workflow.signatures import unsigned_findings
from desk.workflow.stages import ACCEPTED, APPROVED, NOT_ACCEPTED, RETURNED, WITHDRAWN

_COUNTER = (Touched.CASES, Touched.POOL, Touched.QUEUE)


def accept_case(act: Act, command: AcceptCase) -> AcceptAnswer:
    """Accept an application 受理: every rule is asked, the case gets its number, last of all."""
    act.require_role("accept")
    standing = standing_for(act, "accept", command)
    reading = read_facts(
        act,
        Stage.ACCEPTANCE,
        tidy_application(act, command.application),
        command.application.materials,
        standing,
    )
    unsigned = unsigned_findings(act, reading.facts.application, command.evidence)
    twice = page_findings(act, command.evidence)
    findings = judge(
        (*application_findings(reading), *unsigned, *twice), command.application.confirmed
    )
    return take_in(act, command, standing, reading, findings)


def take_in(
    act: Act,
    command: AcceptCase,
    standing: Case,
    reading: Reading,
    findings: tuple[Finding, ...],
    *,
    behind: bool = False,
) -> AcceptAnswer:
    """Write an acceptance that was judged, with its number and its receipt."""
    n, due = write_acceptance(act, command, standing, reading, findings, behind=behind)
    shown = command.evidence
    return give_number(act, standing, reading, findings, n=n, due=due, shown=shown)


def write_acceptance(
    act: Act,
    command: AcceptCase,
    standing: Case,
    reading: Reading,
    findings: tuple[Finding, ...],
    *,
    behind: bool = False,
) -> tuple[int, datetime]:
    """Write an acceptance but for its number; return event count and limit."""
    n, due = enter(act, standing, ACCEPTED, reading, command, behind=behind)
    act.keep_findings(standing.case_id, n, findings)
    return n, due


def give_number(
    act: Act,
    standing: Case,
    reading: Reading,
    findings: tuple[Finding, ...],
    *,
    n: int,
    due: datetime,
    shown: Evidence,
) -> AcceptAnswer:
    """Give what was written its number and its papers; other windows wait from here on."""
    number = number_case(act, standing.case_id)
    keep_interview(act, reading.facts, standing.case_id, number, shown)
    keep_receipt(act, reading.facts, standing.case_id, number, due)
    return AcceptAnswer(
        at=act.now,
        touched=_COUNTER,
        findings=findings,
        case_id=standing.case_id,
        state=ACCEPTED,
        n=n,
        case_no=number,
        due_at=due,
    )


def refuse_acceptance(act: Act, command: RefuseAcceptance) -> CaseAnswer:
    """Refuse acceptance 不予受理 in writing, with all that is missing (条例 17)."""
    case = act.case_for("refuse_acceptance", command.case_id, command.seen)
    missing = command.missing or found_missing(act, case)
    n = act.record(
        case,
        "refuse_acceptance",
        NOT_ACCEPTED,
        reason=command.reason,
        data={"missing": list(missing)},
    )
    keep_not_accepted(act, case, ticket_of(act, case) or "——", command.reason, missing)
    return CaseAnswer(at=act.now, touched=_COUNTER, case_id=case.case_id, state=NOT_ACCEPTED, n=n)


def supplement_case(act: Act, command: SupplementCase) -> CaseAnswer:
    """Take in papers handed in later; a returned case goes back to the pool."""
    case = act.case_for("supplement", command.case_id, command.seen)
    to = ACCEPTED if case.state == RETURNED else case.state
    findings: tuple[Finding, ...] = ()
    reading = kept = None
    if command.application is not None:
        if case.state == APPROVED:  # what was approved is not exchanged behind the approver's back
            raise refuse(Code.STAGE, stage=case.state)
        kept = read_kept(act, case)
        handed_in = {*kept.materials, *command.application.materials}
        application = tidy_application(act, command.application)
        papers = handed_in | set(command.materials)
        with after_those_before(act, case.case_id):
            reading = read_facts(act, Stage.ACCEPTANCE, application, papers, case)
            findings = judge_application(reading)
    judge(tuple(page_findings(act, command.evidence)))
    n = act.record(case, "supplement", to, data={"materials": list(command.materials)})
    list_pages(act, case.case_id, n, act.item(case), command.evidence)
    if reading is None:
        keep_materials(act, case.case_id, n, command.materials)
    else:
        given = reading.facts.application
        application = replace(
            given,
            materials=tuple(sorted(reading.facts.materials)),
            delivery=given.delivery or (kept.application.delivery if kept else None),
        )
        behind = kept is not None and kept.slot == "none" != reading.facts.item.slot
        keep_application(act, case.case_id, n, application, named_right(reading), behind=behind)
    act.keep_findings(case.case_id, n, findings)
    return CaseAnswer(
        at=act.now, touched=_COUNTER, findings=findings, case_id=case.case_id, state=to, n=n
    )


def withdraw_case(act: Act, command: WithdrawCase) -> CaseAnswer:
    """Withdraw before registration; after it the register can only be corrected: R51 (条例 15)."""
    act.require_role("withdraw")
    case = act.case(command.case_id, command.seen)
    judge(may_withdraw(case.state))
    require_stage("withdraw", case)
    n = act.record(case, "withdraw", WITHDRAWN, reason=command.reason)
    if act.setting.keep_papers:
        keep_withdrawal(act, read_case(act, Stage.REVIEW, case).facts, command.reason)
    return CaseAnswer(at=act.now, touched=_COUNTER, case_id=case.case_id, state=WITHDRAWN, n=n)


def standing_for(act: Act, kind: str, command: AcceptCase | SeizeUnits) -> Case:
    """Return the case to accept: not begun, or called before by the same window (D-TICKET)."""
    case = act.find_case(command.case_id) or Case(case_id=command.case_id)
    if command.seen not in {None, case.n}:
        raise refuse(Code.VERSION)
    require_stage(kind, case)
    window = command.window if command.window is not None else act.window
    if case.ticket_at is not None and (case.called_at is None or case.called_window != window):
        raise refuse(Code.TICKET, called=case.called_window)
    return case


def tidy_application(act: Act, application: Application) -> Application:
    """Return an application with its unit codes as the register writes them; its item exists."""
    if application.item not in act.setting.catalogue.items:
        raise refuse(Code.FORM, at="item")
    return replace(application, units=tidy_units(application.units))


def enter(
    act: Act,
    standing: Case,
    to: str,
    reading: Reading,
    command: AcceptCase | SeizeUnits,
    *,
    behind: bool = False,
) -> tuple[int, datetime]:
    """Write the acceptance of a case: its event, its application; return event count and limit."""
    facts = reading.facts
    if standing.n == 0:
        begin(act, standing.case_id, command.case_name)
    due = due_at(act.now, facts.item.committed, act.setting.calendar)
    window = command.window if command.window is not None else act.window
    kind = "accept" if isinstance(command, AcceptCase) else "seize"
    data = {"evidence": dict(command.evidence)} if command.evidence else None
    n = act.record(standing, kind, to, window=window, item=facts.item.code, due_at=due, data=data)
    right = named_right(reading)
    keep_application(act, standing.case_id, n, facts.application, right, behind=behind)
    list_pages(act, standing.case_id, n, facts.item, command.evidence)
    end_draft(act, standing.case_id)
    return n, due


def number_case(act: Act, case_id: UUID) -> str:
    """Give a case its number, as the last thing written: gapless and shortly locked."""
    year = act.day.year
    no = take_number(act.connection, "case", str(year))
    act.write(insert(CASE_NUMBERS), [{"case_id": case_id, "year": year, "no": no}])
    return f"{year}-{no:07d}"
