"""登簿: the register is written, all of it or nothing; the numbers of the papers come last."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from db.ids import new_id
from db.numbers import take_number
from db.tables.papers import CERTIFICATE_RIGHTS, CERTIFICATES
from desk.workflow import effects
from desk.workflow.act import Act, Case
from desk.workflow.answers import RegisterAnswer, Touched
from desk.workflow.bundling import bundle_of
from desk.workflow.certificate_text import certificate_values
from desk.workflow.commands import Evidence, RegisterCase
from desk.workflow.effects.plan import NewPaper, Plan
from desk.workflow.entering import write_plan
from desk.workflow.errors import Code, refuse
from desk.workflow.facts import Facts, Stage
from desk.workflow.judging import judge, judge_again
from desk.workflow.letters import case_number
from desk.workflow.papers import keep_seizure_return
from desk.workflow.reading import Reading, read_case
from desk.workflow.rules.bundles import entered_alone
from desk.workflow.services.branches import branch_findings
from desk.workflow.settings import ENTRY_CONFIRMED
from desk.workflow.stages import REGISTERED
from forms.checks.certificate_no import format_certificate_no

RELEASE = "release"
REGISTER = (Touched.REGISTER, Touched.CASES, Touched.POOL)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Numbered:
    id: UUID
    paper: NewPaper
    no: int
    number: str


def register_case(act: Act, command: RegisterCase) -> RegisterAnswer:
    """Enter the case: the rules once more over fresh facts, then rights, closings and papers."""
    case = act.case_for("register", command.case_id, command.seen)
    judge(entered_alone(bundle_of(act, case.case_id), case.case_id))
    require_confirmed(act, command.evidence)
    return enter_case(act, case, command.evidence)


def require_confirmed(act: Act, evidence: Evidence) -> None:
    """Refuse an entry without the registrar's own confirmation where the centre wants it."""
    if evidence.get("confirmed") in {"pin", "passphrase"}:
        return
    if act.set_to(ENTRY_CONFIRMED):
        raise refuse(Code.ROLE, variant="unconfirmed")


def enter_case(act: Act, case: Case, evidence: Evidence) -> RegisterAnswer:
    """Enter a case that may be entered, judged over facts read at this moment."""
    reading = read_case(act, Stage.REGISTRATION, case)
    findings = judge_again(reading)
    judge(tuple(branch_findings(act, case)))
    plan = effects.plan(reading.facts, new_id)
    data = {"evidence": dict(evidence)} if evidence else None
    n = act.record(case, "register", REGISTERED, data=data)
    act.keep_findings(case.case_id, n, findings)
    write_plan(act, case.case_id, plan, reading.book)
    numbers = make_papers(act, case.case_id, plan, reading)
    if reading.facts.item.act == RELEASE:
        number = case_number(reading.facts)
        keep_seizure_return(act, reading.facts, plan, case.case_id, number)
    return RegisterAnswer(
        at=act.now,
        touched=REGISTER,
        findings=findings,
        case_id=case.case_id,
        state=REGISTERED,
        n=n,
        numbers=numbers,
    )


def make_papers(act: Act, case_id: UUID, plan: Plan, reading: Reading) -> tuple[str, ...]:
    """Make the certificates and proofs of a plan with the next numbers of the year."""
    # Always certificates before proofs: two registrations never wait for each other's counter.
    ordered = sorted(plan.papers, key=lambda paper: paper.kind)
    numbered = [_number(act, paper) for paper in ordered]
    act.write(
        insert(CERTIFICATES),
        (_row(act, case_id, plan, reading.facts, paper) for paper in numbered),
    )
    act.write(insert(CERTIFICATE_RIGHTS), _links(numbered))
    return tuple(paper.number for paper in numbered)


def _number(act: Act, paper: NewPaper) -> _Numbered:
    year, centre = act.day.year, act.setting.centre
    no = take_number(act.connection, paper.kind, str(year))
    number = format_certificate_no(centre.short, year, centre.area_name, paper.kind, no)
    return _Numbered(id=new_id(), paper=paper, no=no, number=number)


def _row(act: Act, case_id: UUID, plan: Plan, facts: Facts, numbered: _Numbered) -> dict[str, Any]:
    paper = numbered.paper
    return {
        "id": numbered.id,
        "kind": paper.kind,
        "year": act.day.year,
        "no": numbered.no,
        "number": numbered.number,
        "right_id": paper.right_ids[0],
        "holder_ord": paper.holder_ord,
        "copy": paper.copy,
        "values": certificate_values(
            act, facts, plan, paper, no=numbered.no, number=numbered.number
        ),
        "case_id": case_id,
        "at": act.now,
    }


def _links(numbered: Iterable[_Numbered]) -> Iterable[dict[str, UUID]]:
    for each in numbered:
        for right_id in each.paper.right_ids:
            yield {"certificate_id": each.id, "right_id": right_id}
