"""What a command came to: what is true now, what was found, which lists went stale."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from desk.workflow.errors import Finding
from forms.clauses import Clause


class Touched(StrEnum):
    """Kinds of things that an act changed; each window reloads what it shows of them."""

    QUEUE = "queue"
    CASES = "cases"
    POOL = "pool"
    REGISTER = "register"
    STOCK = "stock"
    MONEY = "money"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to any command."""

    at: datetime
    touched: tuple[Touched, ...] = (Touched.CASES,)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAnswer(Answer):
    """The answer to an act on a case: where it stands, and its event count."""

    case_id: UUID
    state: str
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketAnswer(CaseAnswer):
    """A number was drawn or called."""

    ticket: str
    window: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreReviewAnswer(CaseAnswer):
    """The papers were looked at."""

    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptAnswer(CaseAnswer):
    """The case is accepted and has its number."""

    case_no: str
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesAnswer(Answer):
    """Several cases were accepted in one act; as a bundle they share its id."""

    cases: tuple[AcceptAnswer, ...]
    bundle_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeLine:
    """One line of a charge in 分, with how it came about."""

    line: str
    what: str  # fee or tax
    amount: int
    basis: tuple[Clause, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeAnswer(CaseAnswer):
    """The charges were worked out."""

    lines: tuple[ChargeLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyAnswer(CaseAnswer):
    """A payment or exemption was recorded; what is still open, in 分."""

    fee_open: int
    tax_open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundAnswer(CaseAnswer):
    """The fee was given back, in 分."""

    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterAnswer(CaseAnswer):
    """The register was written; the numbers of the certificates and proofs it made."""

    numbers: tuple[str, ...]
    case_no: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleAnswer(Answer):
    """The cases of a bundle were entered, in their order."""

    cases: tuple[RegisterAnswer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSheet:
    """One certificate or proof on one sheet of numbered paper."""

    kind: str
    number: str
    serial: str
    paper_id: UUID | None
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintAnswer(CaseAnswer):
    """Sheets were written."""

    sheets: tuple[PrintedSheet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReservedSheet:
    """A sheet in the printer, and the certificate or proof that is to stand on it."""

    job_id: UUID
    kind: str
    number: str
    serial: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReserveAnswer(Answer):
    """Sheets were taken for the papers of a case."""

    sheets: tuple[ReservedSheet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JobAnswer(Answer):
    """A print job went a step on; with the paper where one was drawn."""

    job_id: UUID
    case_id: UUID
    serial: str
    state: str
    paper_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StockAnswer(Answer):
    """Sheets were moved: how many, and where they lie now."""

    sheets: int
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountAnswer(Answer):
    """Sheets were counted: more or fewer than in the book, and the ranges of the book."""

    difference: int
    book: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchAnswer(Answer):
    """A survey or a site visit was begun or ended."""

    branch_id: UUID
    case_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOverAnswer(Answer):
    """Claims went to a colleague; those he accepted himself went to the pool."""

    cases: tuple[UUID, ...]
    to_pool: tuple[UUID, ...]
    drafts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelAnswer(CaseAnswer):
    """The label of a parcel was written; no paper where none are kept."""

    paper_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAnswer(Answer):
    """A day was turned: what ran out and which limits are near, as findings with their case."""

    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAnswer(Answer):
    """A look into the register was made and kept: its number, what was found, the paper."""

    search_id: UUID
    number: str
    units: tuple[str, ...]
    paper_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockAnswer(Answer):
    """Numbers of receipts for papers were handed out: from the first to the last."""

    block_id: UUID
    year: int
    first_no: int
    last_no: int
