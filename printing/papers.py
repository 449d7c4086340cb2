"""All papers by kind: values in, PDF out. Values are plain, so they can be kept and drawn again."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from printing.calibration import TRUE, Calibration
from printing.errors import MissingValue
from printing.layout import Layout, overlay
from printing.layouts import (
    announcement,
    application_form,
    approval_sheet,
    archive,
    case_label,
    certificate,
    day_report,
    express_label,
    fee_slip,
    interview_record,
    issue_record,
    mortgage_list,
    notices,
    one_time_notice,
    proof,
    receipt,
    receipt_for_papers,
    refund_slip,
    register_page,
    search_application,
    search_result,
    seizure_return,
    site_visit,
    supplement_notice,
    tax_contact,
    withdrawal_notice,
)
from printing.render import render
from printing.sheet import Rendered


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind of paper: its name, what it needs to know, how it looks, its hardest case."""

    title: str
    values: type
    layout: Layout
    longest: Any


PAPERS: Mapping[str, PaperKind] = {
    "receipt": PaperKind("受理凭证", receipt.Receipt, receipt.LAYOUT, receipt.LONGEST),
    "receipt_for_papers": PaperKind(
        "收件回执",
        receipt_for_papers.ReceiptForPapers,
        receipt_for_papers.LAYOUT,
        receipt_for_papers.LONGEST,
    ),
    "notice_missing": PaperKind(
        "一次性告知书",
        one_time_notice.MissingNotice,
        one_time_notice.LAYOUT,
        one_time_notice.LONGEST,
    ),
    "refusal_of_acceptance": PaperKind(
        "不予受理告知书",
        notices.RefusalOfAcceptance,
        notices.ACCEPTANCE_LAYOUT,
        notices.ACCEPTANCE_LONGEST,
    ),
    "supplement_notice": PaperKind(
        "补正告知书",
        supplement_notice.SupplementNotice,
        supplement_notice.LAYOUT,
        supplement_notice.LONGEST,
    ),
    "refusal_of_registration": PaperKind(
        "不予登记告知书",
        notices.RefusalOfRegistration,
        notices.REGISTRATION_LAYOUT,
        notices.REGISTRATION_LONGEST,
    ),
    "certificate": PaperKind(
        "不动产权证书", certificate.Certificate, certificate.LAYOUT, certificate.LONGEST
    ),
    "certificate_overlay": PaperKind(
        "不动产权证书（套打）",
        certificate.Certificate,
        overlay(certificate.LAYOUT),
        certificate.LONGEST,
    ),
    "proof": PaperKind("不动产登记证明", proof.Proof, proof.LAYOUT, proof.LONGEST),
    "proof_overlay": PaperKind(
        "不动产登记证明（套打）", proof.Proof, overlay(proof.LAYOUT), proof.LONGEST
    ),
    "interview_record": PaperKind(
        "询问笔录",
        interview_record.InterviewRecord,
        interview_record.LAYOUT,
        interview_record.LONGEST,
    ),
    "fee_slip": PaperKind("缴费单", fee_slip.FeeSlip, fee_slip.LAYOUT, fee_slip.LONGEST),
    "refund_slip": PaperKind(
        "退费单", refund_slip.RefundSlip, refund_slip.LAYOUT, refund_slip.LONGEST
    ),
    "case_label": PaperKind(
        "案卷标签", case_label.CaseLabel, case_label.LAYOUT, case_label.LONGEST
    ),
    "express_label": PaperKind(
        "寄递面单", express_label.ExpressLabel, express_label.LAYOUT, express_label.LONGEST
    ),
    "register_page": PaperKind(
        "不动产登记簿", register_page.RegisterPage, register_page.LAYOUT, register_page.LONGEST
    ),
    "search_result": PaperKind(
        "不动产登记资料查询结果证明",
        search_result.SearchResult,
        search_result.LAYOUT,
        search_result.LONGEST,
    ),
    "application_form": PaperKind(
        "不动产登记申请书",
        application_form.ApplicationForm,
        application_form.LAYOUT,
        application_form.LONGEST,
    ),
    "approval_sheet": PaperKind(
        "不动产登记审批表",
        approval_sheet.ApprovalSheet,
        approval_sheet.LAYOUT,
        approval_sheet.LONGEST,
    ),
    "announcement": PaperKind(
        "公告", announcement.Announcement, announcement.LAYOUT, announcement.LONGEST
    ),
    "loss_statement": PaperKind(
        "遗失（灭失）声明",
        announcement.LossStatement,
        announcement.LOSS_LAYOUT,
        announcement.LOSS_LONGEST,
    ),
    "withdrawal_notice": PaperKind(
        "撤回登记申请书（退件告知）",
        withdrawal_notice.WithdrawalNotice,
        withdrawal_notice.LAYOUT,
        withdrawal_notice.LONGEST,
    ),
    "tax_contact": PaperKind(
        "纳税联系单", tax_contact.TaxContact, tax_contact.LAYOUT, tax_contact.LONGEST
    ),
    "issue_record": PaperKind(
        "缮证、发证记录", issue_record.IssueRecord, issue_record.LAYOUT, issue_record.LONGEST
    ),
    "mortgage_list": PaperKind(
        "抵押物清单", mortgage_list.MortgageList, mortgage_list.LAYOUT, mortgage_list.LONGEST
    ),
    "archive_cover": PaperKind(
        "档案封面、卷内目录", archive.ArchiveCover, archive.COVER_LAYOUT, archive.COVER_LONGEST
    ),
    "archive_transfer": PaperKind(
        "档案移交清册", archive.ArchiveTransfer, archive.TRANSFER_LAYOUT, archive.TRANSFER_LONGEST
    ),
    "search_application": PaperKind(
        "查询申请书",
        search_application.SearchApplication,
        search_application.LAYOUT,
        search_application.LONGEST,
    ),
    "seizure_return": PaperKind(
        "协助执行送达回证",
        seizure_return.SeizureReturn,
        seizure_return.LAYOUT,
        seizure_return.LONGEST,
    ),
    "site_visit": PaperKind(
        "实地查看记录表", site_visit.SiteVisit, site_visit.LAYOUT, site_visit.LONGEST
    ),
    "day_report": PaperKind(
        "登记日报", day_report.DayReport, day_report.LAYOUT, day_report.LONGEST
    ),
}


def render_paper(kind: str, values: Mapping[str, Any], calibration: Calibration = TRUE) -> Rendered:
    """Make a paper; a value that the paper needs and does not get is refused by name."""
    paper = PAPERS[kind]
    for field in fields(paper.values):
        if values.get(field.name) is None:
            raise MissingValue(name=field.name)
    return render(paper.layout, values, calibration)


def overlay_of(kind: str) -> str:
    """Return the kind of paper that writes `kind` onto the sheet of the printing works."""
    return f"{kind}_overlay"


def longest_values(kind: str) -> dict[str, Any]:
    """Return the sample that is hardest to fit, for previews and tests."""
    sample: dict[str, Any] = asdict(PAPERS[kind].longest)
    return sample
