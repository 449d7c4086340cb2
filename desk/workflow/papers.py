"""Every paper a case gives out is drawn, hashed and kept with the values written on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, insert, select

from db.ids import new_id
from db.tables.papers import CERTIFICATES, PAPERS
from desk.workflow import application_letter, case_letters, letters, review_letters
from desk.workflow.act import Act, Case, Row
from desk.workflow.answers import ChargeLine
from desk.workflow.application import Delivery
from desk.workflow.effects.plan import Plan
from desk.workflow.facts import Facts
from desk.workflow.interview_letter import INTERVIEW, Asked, interview_record, lines_of
from desk.workflow.signatures import signed_in

Values = Mapping[str, Any]


_WRITTEN = (
    select(CERTIFICATES.c.kind, func.count().label("many"))
    .where(CERTIFICATES.c.case_id == bindparam("case"))
    .group_by(CERTIFICATES.c.kind)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPaper:
    """A paper that was written, and the hash of its bytes; no id where papers are not kept."""

    id: UUID | None
    sha256: str


def written_papers(act: Act, case_id: UUID) -> Mapping[str, int]:
    """Return how many certificates and proofs a case has."""
    return {row["kind"]: row["many"] for row in act.rows(_WRITTEN, {"case": case_id})}


_WITHOUT_APPLICATION = frozenset({"authority", "ex_officio"})
_MORTGAGES = frozenset({"mortgage_create", "mortgage_convert"})
NOT_KEPT = KeptPaper(id=None, sha256="")


def keep_receipt(act: Act, facts: Facts, case_id: UUID, number: str, due: datetime) -> KeptPaper:
    """Write the receipt of acceptance 受理凭证, the label for the folder, and what is signed."""
    if not act.setting.keep_papers:
        return NOT_KEPT
    _keep(act, "case_label", letters.label(facts, number), case_id)
    if facts.item.mode not in _WITHOUT_APPLICATION:
        form = application_letter.application_form(act, facts, number)
        _keep(act, "application_form", form, case_id)
    if facts.item.act in _MORTGAGES and len(facts.units) > 1:
        _keep(act, "mortgage_list", case_letters.mortgage_list(act, facts, number), case_id)
    needed = facts.item.announcement
    if needed is not None and needed.kind == case_letters.LOSS:
        _keep(act, "loss_statement", case_letters.loss_statement(act, facts, number), case_id)
    return _keep(act, "receipt", letters.receipt(act, facts, number, due), case_id)


def keep_interview(
    act: Act, facts: Facts, case_id: UUID, number: str, evidence: Mapping[str, object]
) -> KeptPaper:
    """Write the questioning record 询问笔录 of those who were asked before the acceptance."""
    lines = lines_of(evidence)
    if not act.setting.keep_papers or not lines:
        return NOT_KEPT
    asked = Asked(
        item=facts.item,
        lines=lines,
        code=number,
        location=letters.location(facts),
        at=act.now,
        window=act.window,
        clerk=act.person_name,
        signed=signed_in(evidence),
    )
    return _keep(act, INTERVIEW, interview_record(act.setting, asked), case_id)


def keep_missing(act: Act, case: Case, ticket: str, told: letters.Told) -> KeptPaper:
    """Write the one-time notice 一次性告知 of all papers that are missing (条例 17)."""
    if not act.setting.keep_papers:
        return NOT_KEPT
    return _keep(act, "notice_missing", letters.missing(act, case, ticket, told), case.case_id)


def keep_not_accepted(
    act: Act, case: Case, ticket: str, reason: str, missing: Iterable[str]
) -> KeptPaper:
    """Write the refusal of acceptance 不予受理告知书 with all that is missing."""
    if not act.setting.keep_papers:
        return NOT_KEPT
    values = letters.not_accepted(act, case, ticket, reason, missing)
    return _keep(act, "refusal_of_acceptance", values, case.case_id)


def keep_fee_slip(act: Act, facts: Facts, lines: Sequence[ChargeLine]) -> KeptPaper:
    """Write the slip of fee and taxes."""
    if not act.setting.keep_papers or facts.case is None:
        return NOT_KEPT
    return _keep(act, "fee_slip", letters.fee_slip(act, facts, lines), facts.case.id)


def keep_tax_contact(act: Act, facts: Facts) -> KeptPaper:
    """Write the slip 纳税联系单 by which a taxed transfer is handed to the tax office."""
    if not act.setting.keep_papers or facts.case is None or not facts.item.tax:
        return NOT_KEPT
    return _keep(act, "tax_contact", case_letters.tax_contact(act, facts), facts.case.id)


def keep_announcement(act: Act, facts: Facts) -> KeptPaper:
    """Write the announcement 公告 (细则 17); a statement of loss stood before the acceptance."""
    needed = facts.item.announcement
    if not act.setting.keep_papers or facts.case is None or needed is None:
        return NOT_KEPT
    if needed.kind == case_letters.LOSS:
        return NOT_KEPT
    return _keep(act, "announcement", case_letters.announcement(act, facts), facts.case.id)


def keep_withdrawal(act: Act, facts: Facts, reason: str) -> KeptPaper:
    """Write the withdrawal 撤回登记申请书 with the papers that go back (条例 15)."""
    if not act.setting.keep_papers or facts.case is None:
        return NOT_KEPT
    values = case_letters.withdrawal(act, facts, reason)
    return _keep(act, "withdrawal_notice", values, facts.case.id)


def keep_seizure_return(
    act: Act, facts: Facts, plan: Plan, case_id: UUID, number: str
) -> KeptPaper:
    """Write the return of service 送达回证 of an order that was entered (细则 90 to 93)."""
    if not act.setting.keep_papers:
        return NOT_KEPT
    results = case_letters.order_results(facts, plan)
    values = case_letters.seizure_return(act, facts, number, results)
    return _keep(act, "seizure_return", values, case_id)


def keep_refund_slip(act: Act, facts: Facts, refund: Row, taken: Iterable[Row]) -> KeptPaper:
    """Write the slip of a refund with the payments it gives back."""
    if not act.setting.keep_papers or facts.case is None:
        return NOT_KEPT
    values = letters.refund_slip(act, facts, refund, taken)
    return _keep(act, "refund_slip", values, facts.case.id)


def keep_express_label(act: Act, facts: Facts, wanted: Delivery) -> KeptPaper:
    """Write the label of a parcel."""
    if not act.setting.keep_papers or facts.case is None:
        return NOT_KEPT
    values = letters.express_label(act, facts, wanted, written_papers(act, facts.case.id))
    return _keep(act, "express_label", values, facts.case.id)


def keep_supplement(
    act: Act, facts: Facts, opinion: str, evidence: Mapping[str, object]
) -> KeptPaper:
    """Write the supplement notice 补正告知书 of a case given back: everything wrong at once."""
    if not act.setting.keep_papers or facts.case is None:
        return NOT_KEPT
    points = review_letters.points_of(opinion, evidence)
    values = review_letters.supplement_notice(act, facts, points)
    return _keep(act, "supplement_notice", values, facts.case.id)


def keep_refusal(act: Act, facts: Facts, opinion: str, ground: str) -> KeptPaper:
    """Write the refusal of registration 不予登记告知书 with its ground (条例 22)."""
    if not act.setting.keep_papers or facts.case is None:
        return NOT_KEPT
    values = letters.refusal(act, facts, opinion, ground)
    return _keep(act, "refusal_of_registration", values, facts.case.id)


def keep_certificate(act: Act, certificate: Row, serial: str) -> KeptPaper:
    """Write a certificate or proof on its sheet; its values were fixed at registration."""
    if not act.setting.keep_papers:
        return NOT_KEPT
    return _keep(
        act,
        certificate["kind"],
        {**certificate["values"], "serial": serial},
        certificate["case_id"],
        certificate_id=certificate["id"],
        serial=serial,
    )


def keep_register_page(act: Act, values: Values) -> KeptPaper:
    """Write an extract of the register; it belongs to no case."""
    return _keep(act, "register_page", values, None) if act.setting.keep_papers else NOT_KEPT


def keep_search_result(act: Act, values: Values) -> KeptPaper:
    """Write what a search for a person found, or that nothing was."""
    return _keep(act, "search_result", values, None) if act.setting.keep_papers else NOT_KEPT


def keep_receipt_for_papers(act: Act, case_id: UUID, values: Values) -> KeptPaper:
    """Keep the receipt for papers as it was given out, beside the case that came of it."""
    if not act.setting.keep_papers:
        return NOT_KEPT
    return _keep(act, "receipt_for_papers", values, case_id)


def _keep(
    act: Act,
    kind: str,
    values: Values,
    case_id: UUID | None,
    *,
    certificate_id: UUID | None = None,
    serial: str | None = None,
) -> KeptPaper:
    # Imported here: a replay without paper never loads the fonts.
    from printing.papers import render_paper

    drawn = render_paper(kind, values)
    kept = KeptPaper(id=new_id(), sha256=drawn.sha256)
    row = {
        "id": kept.id,
        "kind": kind,
        "case_id": case_id,
        "certificate_id": certificate_id,
        "serial": serial,
        "values": values,
        "sha256": kept.sha256,
        "content": drawn.pdf,
        **act.stamp,
    }
    act.write(insert(PAPERS), [row])
    return kept
