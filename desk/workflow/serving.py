"""Which service does which command; every act of the desk goes through this one table."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from desk.workflow import branch_commands as bc
from desk.workflow import commands as c
from desk.workflow import print_commands as pc
from desk.workflow import review_commands as rc
from desk.workflow import seal_commands as lc
from desk.workflow import stock_commands as sc
from desk.workflow.act import Act
from desk.workflow.answers import Answer
from desk.workflow.services import (
    branches,
    bundle,
    certificates,
    claims,
    coming_back,
    dispatch,
    hall,
    intake,
    issue,
    money,
    print_jobs,
    receipts,
    registration,
    review,
    sealing,
    searching,
    seizure,
    settings,
    stock,
    timing,
)

Service = Callable[[Act, Any], Answer]

SERVICES: Mapping[type[c.Command], Service] = MappingProxyType(
    {
        c.DrawTicket: hall.draw_ticket,
        c.CallNext: hall.call_next,
        c.RecallTicket: hall.recall_ticket,
        c.MissTicket: hall.miss_ticket,
        c.ComeBack: coming_back.come_back,
        c.PreReview: hall.pre_review,
        c.AcceptCase: intake.accept_case,
        c.AcceptBundle: bundle.accept_bundle,
        c.AcceptList: bundle.accept_list,
        c.RegisterBundle: bundle.register_bundle,
        c.RefuseAcceptance: intake.refuse_acceptance,
        c.SupplementCase: intake.supplement_case,
        c.WithdrawCase: intake.withdraw_case,
        c.ChargeCase: money.charge_case,
        c.PayCharge: money.pay_charge,
        c.ExemptCharge: money.exempt_charge,
        c.RefundCharge: money.refund_charge,
        c.PauseCase: timing.pause_case,
        c.ResumeCase: timing.resume_case,
        c.AnnounceCase: timing.announce_case,
        c.TurnDay: timing.turn_day,
        c.ClaimCase: claims.claim_case,
        c.ReleaseClaim: claims.release_claim,
        c.DecideCase: review.decide_case,
        c.RegisterCase: registration.register_case,
        c.PrintCertificates: certificates.print_certificates,
        c.SpoilSheet: certificates.spoil_sheet,
        c.IssueCase: issue.issue_case,
        c.RateCase: issue.rate_case,
        c.PrintExpressLabel: dispatch.print_label,
        c.SendAgain: dispatch.send_again,
        c.SettleParcel: dispatch.settle_parcel,
        c.SeizeUnits: seizure.seize_units,
        c.SearchPerson: searching.search_person,
        c.ExtractPage: searching.extract_page,
        c.HandOutBlock: receipts.hand_out_block,
        c.ReportReceipt: receipts.report_receipt,
        c.UseReceipt: receipts.use_receipt,
        c.VoidReceipt: receipts.void_receipt,
        c.VoidBlock: receipts.void_block,
        c.ChangeSetting: settings.change_setting,
        bc.OpenBranch: branches.open_branch,
        bc.EndBranch: branches.end_branch,
        lc.ExportSealKey: sealing.export_seal_key,
        rc.SkipCase: claims.skip_case,
        rc.RecallApproval: claims.recall_approval,
        rc.ReferCase: review.refer_case,
        rc.HandOverClaims: claims.hand_over_claims,
        rc.TakeBackClaims: claims.take_back_claims,
        sc.ReceiveSheets: stock.receive_sheets,
        sc.HandOutSheets: stock.hand_out_sheets,
        sc.ReturnSheets: stock.return_sheets,
        sc.SpoilSheets: stock.spoil_sheets,
        sc.LoseSheets: stock.lose_sheets,
        sc.DestroySheets: stock.destroy_sheets,
        sc.CountSheets: stock.count_sheets,
        pc.ReserveSheets: print_jobs.reserve_sheets,
        pc.SendSheet: print_jobs.send_sheet,
        pc.ConfirmSheet: print_jobs.confirm_sheet,
        pc.SwapSheet: print_jobs.swap_sheet,
        pc.CheckSheet: print_jobs.check_sheet,
        pc.ReturnSheet: print_jobs.return_sheet,
        pc.SpoilWritten: print_jobs.spoil_written,
    }
)
"""Which service does which command."""
