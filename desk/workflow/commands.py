"""Every act as a frozen command: made at a window, kept in an outbox, sent twice, done once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from uuid import UUID

from db.ids import new_id as new_id
from desk.workflow.application import LATER, Application, HandOver, Person
from desk.workflow.settings import Key, Value

Lane = Literal["normal", "priority", "appointment"]
What = Literal["fee", "tax", "all"]
Method = Literal["cash", "card", "scan", "transfer", "voucher"]
PauseReason = Literal["supplement", "announcement", "site_visit", "applicant_away", "system_fault"]
Verdict = Literal["approve", "return", "refuse"]
Outcome = Literal["delivered", "returned", "fetched"]
Ground = Literal["1", "2", "3", "4"]
Evidence = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """An act somebody wants done; its `id`, made by the caller, makes a second sending harmless."""

    id: UUID = field(default_factory=new_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCommand(Command):
    """An act on one case; `seen` is the event count on the person's screen, if one was seen."""

    case_id: UUID
    seen: int | None = None
    evidence: Evidence = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawTicket(CaseCommand):
    """Draw a number; the case begins here under an id made by the caller."""

    item: str | None = None
    lane: Lane = "normal"
    reason: str = ""
    case_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNext(Command):
    """Call the next number to a window; with `case_id` it must be that one."""

    window: int
    case_id: UUID | None = None
    any_order: bool = False  # several workers: the named case is taken, whoever waits before


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallTicket(CaseCommand):
    """Call a number once more: the one at the window, or one that was missed and is back."""

    window: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MissTicket(CaseCommand):
    """Set aside the number at the window: nobody came."""

    window: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ComeBack(CaseCommand):
    """Let who comes back with the slip of a pre-review wait again, at his place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreReview(CaseCommand):
    """Check the papers against the item; what is missing is named all at once."""

    item: str
    materials: tuple[str, ...]
    deferred: tuple[str, ...] = ()
    case_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptCase(CaseCommand):
    """Accept an application 受理: all rules are asked, the case is numbered, the clock starts."""

    application: Application
    window: int | None = None
    case_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BundledCase:
    """One case of a bundle or of a list: its application under an id made by the caller."""

    application: Application
    case_id: UUID = field(default_factory=new_id)
    seen: int | None = None
    case_name: str | None = None
    evidence: Evidence | None = field(default=None, metadata=LATER)  # of this case alone


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptBundle(Command):
    """Accept cases that are entered together 组合件, each judged as the ones before leave it.

    `evidence` belongs to every case of them; what a case has of its own stands with the case.
    """

    cases: tuple[BundledCase, ...]
    window: int | None = None
    evidence: Evidence = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptList(Command):
    """Accept the cases of a list, as the homes of a building; they have nothing to do together."""

    cases: tuple[BundledCase, ...]
    window: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterBundle(Command):
    """Enter all cases of a bundle in their order, in one transaction or not at all (R58)."""

    bundle_id: UUID
    evidence: Evidence = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseAcceptance(CaseCommand):
    """Refuse acceptance 不予受理 in writing, with all that is missing."""

    reason: str
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeCase(CaseCommand):
    """Work out the registration fee and the taxes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PayCharge(CaseCommand):
    """Record a payment of what is open."""

    what: What
    method: Method
    voucher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemptCharge(CaseCommand):
    """Record an exemption with its reason."""

    what: What
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundCharge(CaseCommand):
    """Give back the fee that was paid for a case withdrawn or refused since."""

    method: Method
    voucher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseCase(CaseCommand):
    """Stop the net clock; the gross clock never stops."""

    reason: PauseReason


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeCase(CaseCommand):
    """Start the net clock again."""

    reason: PauseReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnounceCase(CaseCommand):
    """Publish the announcement that the item needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementCase(CaseCommand):
    """Take in papers handed in later, and with `application` the corrected application."""

    materials: tuple[str, ...]
    application: Application | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCase(Command):
    """Take the most urgent waiting case from the pool; with `case_id` it must be that one."""

    case_id: UUID | None = None
    any_order: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseClaim(CaseCommand):
    """Give a claimed case back to the pool."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideCase(CaseCommand):
    """Approve, return or refuse a claimed case 审核."""

    decision: Verdict
    opinion: str
    ground: Ground | None = None
    second: str = ""  # the login of the second approver of a refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterCase(CaseCommand):
    """Enter the case in the register 登簿: rights, closings, certificate numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintCertificates(CaseCommand):
    """Write the case's certificates and proofs on the window's next sheets, or one on `serial`."""

    serial: str | None = None
    window: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpoilSheet(CaseCommand):
    """Void a sheet of this case with the reason; its certificate can be printed again."""

    serial: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueCase(CaseCommand):
    """Hand the papers out 发证; the clock stops."""

    to: Person
    method: HandOver
    waybill: str | None = None
    window: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintExpressLabel(CaseCommand):
    """Print the label of a parcel: who gets the papers, and where."""

    receiver: str
    phone: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendAgain(CaseCommand):
    """Hand a parcel that came back to the courier once more."""

    waybill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleParcel(CaseCommand):
    """Record how a parcel ended: it arrived, came back, or was fetched here by `to`."""

    outcome: Outcome
    note: str = ""
    to: Person | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawCase(CaseCommand):
    """The applicants withdraw before registration 撤回 (条例第十五条)."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RateCase(CaseCommand):
    """Keep the applicant's rating 好差评."""

    score: int
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeizeUnits(CaseCommand):
    """Accept and register a seizure at once 查封 (法发〔2004〕5号)."""

    units: tuple[str, ...]
    fields: Mapping[str, object]
    window: int | None = None
    case_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Search(Command):
    """A look into the register for somebody, who says what for (条例 27, 28)."""

    asker: Person
    relation: str  # code of query_relation
    purpose: str  # code of query_purpose
    reason: str  # the ground, with the paper that shows it


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPerson(Search):
    """Look for all that one person holds; the result may be nothing, 无房证明."""

    name: str
    id_number: str
    id_type: str = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractPage(Search):
    """Print the register page of a unit, now or as it stood at a moment."""

    unit: str
    as_at: datetime | None = None
    history: bool = False  # with what is closed


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnDay(Command):
    """Begin a new day: limits, objections and seizures that run out are told."""

    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSetting(Command):
    """Set for the whole centre, as `papers.complete`: from now on it holds for everybody."""

    key: Key
    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOutBlock(Command):
    """Hand a desk the next numbers of receipts for papers, for when the database is away."""

    window: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptCommand(Command):
    """An act on one number of a receipt for papers 收件回执."""

    year: int
    no: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReceipt(ReceiptCommand):
    """Tell of a receipt that was given out, with what stands on it."""

    case_id: UUID  # that its papers are to become; not accepted yet
    item: str
    received_at: datetime
    received_by: str
    window: int | None
    values: Mapping[str, object]
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UseReceipt(ReceiptCommand):
    """End a number: its papers are accepted as this case."""

    case_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidReceipt(ReceiptCommand):
    """End a number that leads to no case."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidBlock(Command):
    """End all numbers of a block that were never given out."""

    block_id: UUID
    reason: str
