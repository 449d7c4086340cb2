"""The cashier: charges are worked out, paid or let off; every amount in 分."""

from collections.abc import Iterator

from sqlalchemy import bindparam, insert, select

from db.tables.money import CHARGES, EXEMPTIONS, PAYMENTS, REFUNDS
from desk.workflow.act import Act, Case
from desk.workflow.answers import ChargeAnswer, MoneyAnswer, RefundAnswer, Touched
from desk.workflow.charges import work_out
from desk.workflow.commands import ChargeCase, ExemptCharge, PayCharge, RefundCharge
from desk.workflow.errors import Code, refuse
from desk.workflow.facts import Stage
from desk.workflow.kept import Money, clause_row, read_money
from desk.workflow.papers import keep_fee_slip, keep_refund_slip, keep_tax_contact
from desk.workflow.reading import read_case

_CASHIER = (Touched.CASES, Touched.MONEY)
_ALL = ("fee", "tax")
_TAKEN = select(PAYMENTS).where(
    PAYMENTS.c.case_id == bindparam("case"), PAYMENTS.c.what == "fee", PAYMENTS.c.amount > 0
)


def charge_case(act: Act, command: ChargeCase) -> ChargeAnswer:
    """Work out fee and taxes; a charge made again replaces the one before."""
    case = act.case_for("charge", command.case_id, command.seen)
    reading = read_case(act, Stage.ACCEPTANCE, case)
    lines = work_out(reading.facts)
    n = act.record(case, "charge", case.state)
    act.write(
        insert(CHARGES),
        (
            {
                "case_id": case.case_id,
                "n": n,
                "ord": order,
                "line": line.line,
                "what": line.what,
                "amount": line.amount,
                "basis": {"clauses": [clause_row(each) for each in line.basis]},
                "source": line.source,
                **act.stamp,
            }
            for order, line in enumerate(lines)
        ),
    )
    keep_fee_slip(act, reading.facts, lines)
    keep_tax_contact(act, reading.facts)
    return ChargeAnswer(
        at=act.now,
        touched=_CASHIER,
        case_id=case.case_id,
        state=case.state,
        n=n,
        lines=tuple(lines),
    )


def pay_charge(act: Act, command: PayCharge) -> MoneyAnswer:
    """Record a payment of all that is open of the fee, the tax or both; nothing open: D-STAGE."""
    case = act.case_for("pay", command.case_id, command.seen)
    money = _charged(act, case)
    parts = [part for part in _parts(command.what) if money.open_of(part)]
    if not parts:
        raise refuse(Code.STAGE, stage=case.state)
    if command.what == "all":
        parts = list(_ALL)  # also where no tax is due: R40 looks for the payment, not the amount
    n = act.record(case, "pay", case.state, data={"what": command.what})
    act.write(
        insert(PAYMENTS),
        (
            {
                "case_id": case.case_id,
                "event_n": n,
                "what": part,
                "amount": money.open_of(part),
                "method": command.method,
                "voucher": command.voucher,
                **act.stamp,
            }
            for part in parts
        ),
    )
    return _answer(act, case, n, money, parts)


def exempt_charge(act: Act, command: ExemptCharge) -> MoneyAnswer:
    """Record an exemption with its reason, also where nothing is due."""
    case = act.case_for("exempt", command.case_id, command.seen)
    money = _charged(act, case)
    parts = list(_parts(command.what))
    reason = _listed(act, command.reason)
    n = act.record(case, "exempt", case.state, reason=reason, data={"what": command.what})
    act.write(
        insert(EXEMPTIONS),
        (
            {
                "case_id": case.case_id,
                "event_n": n,
                "what": part,
                "amount": money.open_of(part),
                "reason": reason,
                **act.stamp,
            }
            for part in parts
        ),
    )
    return _answer(act, case, n, money, parts)


def refund_charge(act: Act, command: RefundCharge) -> RefundAnswer:
    """Give the whole fee back once the case ended without an entry; a second person does it.

    The tax is the tax office's: who paid it asks there for it (契税法 12).
    """
    case = act.case_for("refund", command.case_id, command.seen)
    amount = read_money(act, case.case_id).owed_back(case.state)
    if amount <= 0:
        raise refuse(Code.STAGE, stage=case.state, variant="nothing_owed")
    taken = act.rows(_TAKEN, {"case": case.case_id})
    if act.actor in {payment["actor"] for payment in taken}:
        raise refuse(Code.ROLE, variant="took_it")
    if command.method != "cash" and not (command.voucher or "").strip():
        raise refuse(Code.FORM, at="voucher", variant="no_voucher")
    n = act.record(case, "refund", case.state, data={"amount": amount})
    row = {
        "case_id": case.case_id,
        "event_n": n,
        "what": "fee",
        "amount": amount,
        "reason": case.state,
        "method": command.method,
        "voucher": command.voucher,
        **act.stamp,
    }
    act.write(insert(REFUNDS), [row])
    facts = read_case(act, Stage.ACCEPTANCE, case).facts
    keep_refund_slip(act, facts, row, taken)
    return RefundAnswer(
        at=act.now,
        touched=_CASHIER,
        case_id=case.case_id,
        state=case.state,
        n=n,
        amount=amount,
    )


def _listed(act: Act, reason: str) -> str:
    """Return the code of a reason out of the list, said in either language; another as it is."""
    for entry in act.setting.catalogue.codes["exemption_reason"].entries:
        if reason in {entry.code, entry.zh, entry.en}:
            return entry.code
    return reason


def _charged(act: Act, case: Case) -> Money:
    money = read_money(act, case.case_id)
    if not money.charged:
        raise refuse(Code.STAGE, stage=case.state)
    return money


def _parts(what: str) -> Iterator[str]:
    return (part for part in _ALL if what in {part, "all"})


def _answer(act: Act, case: Case, n: int, money: Money, settled: list[str]) -> MoneyAnswer:
    return MoneyAnswer(
        at=act.now,
        touched=_CASHIER,
        case_id=case.case_id,
        state=case.state,
        n=n,
        fee_open=0 if "fee" in settled else money.fee_open,
        tax_open=0 if "tax" in settled else money.tax_open,
    )
