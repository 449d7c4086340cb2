"""寄递: papers that go by courier; the hand-over to the courier is their issue, the clock stops."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, bindparam, insert, select

from db.tables.cases import CASE_NUMBERS
from db.tables.dispatches import DISPATCHES, PARCEL_STEPS
from desk.workflow.act import Act, Case
from desk.workflow.answers import CaseAnswer, LabelAnswer, Touched
from desk.workflow.application import Application, Delivery
from desk.workflow.commands import IssueCase, PrintExpressLabel, SendAgain, SettleParcel
from desk.workflow.delivery import EXPRESS, SENT, delivery_findings, takers
from desk.workflow.errors import Code, Finding, Level, refuse
from desk.workflow.facts import Facts, Stage
from desk.workflow.judging import judge
from desk.workflow.kept import case_no
from desk.workflow.papers import keep_express_label
from desk.workflow.reading import read_case
from desk.workflow.rules.desk import may_take
from desk.workflow.stages import ISSUED, PRINTED

LABELLED, COLLECTED = "labelled", "collected"
DELIVERED, RETURNED, FETCHED = "delivered", "returned", "fetched"
_CASE: BindParameter[Any] = bindparam("case")
_LAST = (
    select(DISPATCHES).where(DISPATCHES.c.case_id == _CASE).order_by(DISPATCHES.c.n.desc()).limit(1)
)
_USED = (
    select(CASE_NUMBERS.c.year, CASE_NUMBERS.c.no)
    .join_from(DISPATCHES, CASE_NUMBERS, CASE_NUMBERS.c.case_id == DISPATCHES.c.case_id)
    .where(DISPATCHES.c.waybill == bindparam("of_waybill"), DISPATCHES.c.step == COLLECTED)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """How far a parcel is, and whom it goes to."""

    n: int = 0
    step: str = ""
    waybill: str | None = None
    receiver: str = ""
    phone: str = ""
    address: str = ""


def print_label(act: Act, command: PrintExpressLabel) -> LabelAnswer:
    """Print the label of a parcel with who gets it and where; R53 for anybody else."""
    act.require_role("issue")
    case = act.case(command.case_id, command.seen)
    parcel = read_parcel(act, case.case_id)
    ready = case.state == PRINTED or (case.state == ISSUED and parcel.step)
    if not ready:
        raise refuse(Code.STAGE, stage=case.state)
    _require_step(parcel, LABELLED)
    facts = read_case(act, Stage.ISSUE, case).facts
    wanted = Delivery(
        way=EXPRESS,
        **{name: getattr(command, name).strip() for name in SENT},
    )
    judge(delivery_findings(facts.application, wanted))
    paper = keep_express_label(act, facts, wanted)
    _write(act, case, parcel, LABELLED, wanted)
    return LabelAnswer(
        at=act.now,
        touched=(Touched.CASES,),
        case_id=case.case_id,
        state=case.state,
        n=case.n,
        paper_id=paper.id,
    )


def send_again(act: Act, command: SendAgain) -> CaseAnswer:
    """Hand a parcel that came back to the courier once more; the case was issued already."""
    case, parcel = _sent(act, command.case_id, command.seen)
    if parcel.step != LABELLED:  # the address is looked at anew before it goes out again
        raise _no_step(parcel, COLLECTED)
    waybill = require_waybill(act, command.waybill)
    wanted = Delivery(
        way=EXPRESS, receiver=parcel.receiver, phone=parcel.phone, address=parcel.address
    )
    _write(act, case, parcel, COLLECTED, wanted, waybill=waybill)
    return _answer(act, case)


def settle_parcel(act: Act, command: SettleParcel) -> CaseAnswer:
    """Record that a parcel arrived, came back, or was fetched here by who may take it."""
    case, parcel = _sent(act, command.case_id, command.seen)
    _require_step(parcel, command.outcome)
    receiver = parcel.receiver
    if command.outcome == FETCHED:
        if command.to is None:
            raise refuse(Code.FORM, at="to")
        judge(_may_fetch(read_case(act, Stage.ISSUE, case).facts, command))
        receiver = command.to.name
    if command.outcome == RETURNED and not command.note.strip():
        raise refuse(Code.FORM, at="note")
    wanted = Delivery(way=EXPRESS, receiver=receiver, phone=parcel.phone, address=parcel.address)
    note, waybill = command.note.strip(), parcel.waybill
    _write(act, case, parcel, command.outcome, wanted, waybill=waybill, note=note)
    return _answer(act, case)


def ready_parcel(act: Act, command: IssueCase) -> Parcel | None:
    """Return the parcel of papers that go by courier, under its new waybill; none of others."""
    if command.method != EXPRESS:
        return None
    parcel, to = read_parcel(act, command.case_id), command.to.name
    if parcel.step == LABELLED and parcel.receiver != to:
        raise refuse(Code.EXPRESS, variant="receiver", label=parcel.receiver, name=to)
    return replace(parcel, waybill=require_waybill(act, command.waybill or ""))


def hand_to_courier(act: Act, case: Case, facts: Facts, parcel: Parcel | None, to: str) -> None:
    """Record that the courier took the parcel of a case that is being issued."""
    if parcel is not None:
        wanted = _whereto(facts.application, parcel, to)
        _write(act, case, parcel, COLLECTED, wanted, waybill=parcel.waybill)


def read_parcel(act: Act, case_id: UUID) -> Parcel:
    """Return how far the parcel of a case is; a new one where there is none."""
    rows = act.rows(_LAST, {"case": case_id})
    names = ("n", "step", "waybill", "receiver", "phone", "address")
    return Parcel(**{name: rows[0][name] for name in names}) if rows else Parcel()


def require_waybill(act: Act, waybill: str) -> str:
    """Return a waybill's number; D-EXPRESS where another parcel has it."""
    number = "".join(waybill.split()).upper()
    if not number:
        raise refuse(Code.FORM, at="waybill")
    used = act.rows(_USED, {"of_waybill": number})
    if used:
        taken = case_no(used[0]["year"], used[0]["no"])
        raise refuse(Code.EXPRESS, variant="used", waybill=number, case_no=taken)
    return number


def _sent(act: Act, case_id: UUID, seen: int | None) -> tuple[Case, Parcel]:
    act.require_role("issue")
    case = act.case(case_id, seen)
    if case.state != ISSUED:
        raise refuse(Code.STAGE, stage=case.state)
    return case, read_parcel(act, case.case_id)


def _may_fetch(facts: Facts, command: SettleParcel) -> tuple[Finding, ...]:
    assert command.to is not None
    if may_take(facts, command.to):
        return ()
    return (Finding(code="R53", level=Level.BLOCK, facts={"name": command.to.name}),)


def _whereto(application: Application, parcel: Parcel, to: str) -> Delivery:
    """Return whom a parcel goes to: as its label says, as was asked for, or as he is known."""
    asked = application.delivery
    known = next((party for party in takers(application) if party.name == to), None)
    first = parcel if parcel.step else asked if asked and asked.receiver == to else known
    return Delivery(
        way=EXPRESS,
        receiver=to,
        phone=(first.phone if first else None) or "",
        address=(first.address if first else None) or "",
    )


def _require_step(parcel: Parcel, to: str) -> None:
    if (parcel.step, to) not in PARCEL_STEPS:
        raise _no_step(parcel, to)


def _no_step(parcel: Parcel, to: str) -> Exception:
    return refuse(Code.EXPRESS, variant="step", step=parcel.step or "none", to=to)


def _write(
    act: Act,
    case: Case,
    parcel: Parcel,
    step: str,
    wanted: Delivery,
    *,
    waybill: str | None = None,
    note: str = "",
) -> None:
    row = {
        "case_id": case.case_id,
        "n": parcel.n + 1,
        "step": step,
        "waybill": waybill,
        "receiver": wanted.receiver,
        "phone": wanted.phone,
        "address": wanted.address,
        "note": note,
        **act.stamp,
    }
    act.write(insert(DISPATCHES), [row])


def _answer(act: Act, case: Case) -> CaseAnswer:
    return CaseAnswer(
        at=act.now, touched=(Touched.CASES,), case_id=case.case_id, state=case.state, n=case.n
    )
