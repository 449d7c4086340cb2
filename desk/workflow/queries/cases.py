"""A window's own cases, the search for cases, and one case with everything of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, bindparam, or_, select, union

from db.tables.cases import (
    CASE_EVENTS,
    CASE_NOW,
    CASE_NUMBERS,
    CASE_UNITS,
    CASES,
    DECISIONS,
    DRAFTS,
    FINDINGS,
    MATERIALS,
    PARTIES,
    RATINGS,
    TICKETS,
)
from db.tables.money import CHARGES
from db.tables.papers import CERTIFICATES, HANDOVERS, PRINT_JOB_NOW, WRITTEN
from db.tables.people import STAFF
from db.tables.receipts import RECEIPT_ENDS
from desk.workflow.act import Row
from desk.workflow.application import Application
from desk.workflow.bundling import bundle_of
from desk.workflow.errors import Finding, Level
from desk.workflow.kept import Kept, Money, clauses_of, read_kept, read_money
from desk.workflow.queries.case_rows import CaseRow, case_rows
from desk.workflow.queries.papers import PaperRow, papers_of
from desk.workflow.queries.queue import WaitingRow, waiting
from desk.workflow.queries.receipts import ReceiptRow, receipt_of
from desk.workflow.queries.supplement import Supplement, supplement_of
from desk.workflow.reader import Reader
from desk.workflow.receipt_numbers import receipt_number
from desk.workflow.rules.bundles import Member
from desk.workflow.stages import ACTS, OPEN, PRINTED, REGISTERED
from forms.clauses import Clause


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRow:
    """An application that somebody began to key."""

    id: UUID
    case_id: UUID | None
    item: str
    saved_at: datetime
    data: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class MyWindow:
    """What a window has before it."""

    called: tuple[WaitingRow, ...]
    in_hand: tuple[CaseRow, ...]
    to_issue: tuple[CaseRow, ...]
    waiting: tuple[WaitingRow, ...]
    drafts: tuple[DraftRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One thing that happened; `act` is the act's short name, as `accept`."""

    n: int
    act: str
    from_state: str
    to_state: str
    at: datetime
    actor: str
    person: str  # the name of who did it
    window: int | None
    reason: str | None
    data: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialRow:
    """A paper of the case: present, deferred or missing."""

    code: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeRow:
    """A line of the newest charge, in 分."""

    line: str
    what: str
    amount: int
    basis: tuple[Clause, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """What an approver decided in one round."""

    round: int
    decision: str
    opinion: str
    ground: str | None
    at: datetime
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateRow:
    """A certificate or proof of the case, with the sheet it is on."""

    id: UUID
    kind: str
    number: str
    copy: int
    serial: str | None
    values: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """Everything of one case."""

    row: CaseRow
    name: str | None
    round: int
    application: Application | None
    materials: tuple[MaterialRow, ...]
    charges: tuple[ChargeRow, ...]
    money: Money
    decisions: tuple[DecisionRow, ...]
    findings: tuple[Finding, ...]
    certificates: tuple[CertificateRow, ...]
    papers: tuple[PaperRow, ...]
    events: tuple[EventRow, ...]
    handed_to: str | None
    score: int | None
    supplement: Supplement | None = None  # of a returned case
    receipt: ReceiptRow | None = None  # for papers that were taken in away from the database
    bundle: tuple[Member, ...] = ()  # with which it is entered, in order, itself among them

    @property
    def owed_back(self) -> int:
        """Return what is to be refunded of the fee, in 分."""
        return self.money.owed_back(self.row.state)


_CASE: BindParameter[Any] = bindparam("case")
_TEXT: BindParameter[Any] = bindparam("text")
_AT_WINDOW = (
    select(CASE_NOW.c.case_id)
    .where(
        CASE_NOW.c.accepted_window == bindparam("window"),
        CASE_NOW.c.state.in_(sorted({*OPEN, REGISTERED, PRINTED})),
    )
    .order_by(CASE_NOW.c.due_at, CASE_NOW.c.case_id)
)
_DRAFTS = (
    select(DRAFTS).where(DRAFTS.c.login == bindparam("login")).order_by(DRAFTS.c.saved_at.desc())
)
_FOUND = union(
    select(CASE_NUMBERS.c.case_id).where(
        CASE_NUMBERS.c.no == bindparam("no"),
        or_(CASE_NUMBERS.c.year == bindparam("year"), bindparam("year") == 0),
    ),
    select(RECEIPT_ENDS.c.case_id).where(
        RECEIPT_ENDS.c.year == bindparam("receipt_year"),
        RECEIPT_ENDS.c.no == bindparam("receipt_no"),
        RECEIPT_ENDS.c.case_id.is_not(None),
    ),
    select(CASES.c.id).where(CASES.c.name == _TEXT),
    select(TICKETS.c.case_id).where(
        TICKETS.c.letter == bindparam("letter"), TICKETS.c.no == bindparam("ticket_no")
    ),
    select(PARTIES.c.case_id).where(
        or_(PARTIES.c.name.startswith(_TEXT), PARTIES.c.id_number == _TEXT)
    ),
    select(CASE_UNITS.c.case_id).where(CASE_UNITS.c.unit_code == bindparam("code")),
    select(CERTIFICATES.c.case_id).where(CERTIFICATES.c.number == _TEXT),
    select(CERTIFICATES.c.case_id)
    .join(PRINT_JOB_NOW, PRINT_JOB_NOW.c.certificate_id == CERTIFICATES.c.id)
    .where(PRINT_JOB_NOW.c.serial == bindparam("code")),
).subquery()
_FIND = (
    select(_FOUND.c.case_id)
    .where(_FOUND.c.case_id < bindparam("before"))
    .order_by(_FOUND.c.case_id.desc())
    .limit(bindparam("most"))
)
_LATEST = (
    select(CASES.c.id)
    .where(CASES.c.id < bindparam("before"))
    .order_by(CASES.c.id.desc())
    .limit(bindparam("most"))
)
_NAME = select(CASES.c.name).where(CASES.c.id == _CASE)
_EVENTS = (
    select(CASE_EVENTS, STAFF.c.name.label("person"))
    .join_from(CASE_EVENTS, STAFF, STAFF.c.login == CASE_EVENTS.c.actor, isouter=True)
    .where(CASE_EVENTS.c.case_id == _CASE)
    .order_by(CASE_EVENTS.c.n)
)
_MATERIALS = (
    select(MATERIALS.c.code, MATERIALS.c.state)
    .where(MATERIALS.c.case_id == _CASE)
    .order_by(MATERIALS.c.event_n, MATERIALS.c.code)
)
_CHARGES = (
    select(CHARGES)
    .where(CHARGES.c.case_id == _CASE, CHARGES.c.n == bindparam("charge_n"))
    .order_by(CHARGES.c.ord)
)
_DECISIONS = select(DECISIONS).where(DECISIONS.c.case_id == _CASE).order_by(DECISIONS.c.at)
_FINDINGS = (
    select(FINDINGS).where(FINDINGS.c.case_id == _CASE).order_by(FINDINGS.c.event_n, FINDINGS.c.ord)
)
_CERTIFICATES = (
    select(CERTIFICATES, PRINT_JOB_NOW.c.serial)
    .join_from(
        CERTIFICATES,
        PRINT_JOB_NOW,
        (PRINT_JOB_NOW.c.certificate_id == CERTIFICATES.c.id) & PRINT_JOB_NOW.c.state.in_(WRITTEN),
        isouter=True,
    )
    .where(CERTIFICATES.c.case_id == _CASE)
    .order_by(CERTIFICATES.c.kind, CERTIFICATES.c.no)
)
_HANDOVER = select(HANDOVERS.c.name).where(HANDOVERS.c.case_id == _CASE)
_RATING = select(RATINGS.c.score).where(RATINGS.c.case_id == _CASE)
_LAST_ID = UUID(int=(1 << 128) - 1)
_CASE_NO_PARTS = 2


def my_window(reader: Reader, window: int, login: str, now: datetime) -> MyWindow:
    """Return what a window has in hand, what is ready to hand out, and who waits in the hall."""
    found = list(reader.connection.execute(_AT_WINDOW, {"window": window}).scalars())
    rows = case_rows(reader, found, now)
    ready = [row for row in rows if _is_ready(reader, row)]
    hall = waiting(reader, now)
    return MyWindow(
        called=tuple(row for row in hall if row.called_window == window and not row.away),
        in_hand=tuple(row for row in rows if row not in ready),
        to_issue=tuple(ready),
        waiting=tuple(row for row in hall if row.called_window is None),
        drafts=drafts_of(reader, login),
    )


def drafts_of(reader: Reader, login: str) -> tuple[DraftRow, ...]:
    """Return the drafts of a person, the newest first, from whichever workstation."""
    return tuple(
        DraftRow(
            id=row["id"],
            case_id=row["case_id"],
            item=row["item_code"],
            saved_at=row["saved_at"],
            data=row["data"],
        )
        for row in reader.rows(_DRAFTS, {"login": login})
    )


def find_cases(
    reader: Reader, text: str, limit: int, now: datetime, after: UUID | None = None
) -> list[CaseRow]:
    """Find cases, newest first, by number, ticket, party, unit, paper, sheet; none: the latest."""
    wanted = {"before": after or _LAST_ID, "most": limit}
    statement = _LATEST
    if text.strip():
        statement, wanted = _FIND, {**wanted, **_as_searched(text.strip())}
    return case_rows(reader, list(reader.connection.execute(statement, wanted).scalars()), now)


def case(reader: Reader, case_id: UUID, now: datetime) -> CaseView | None:
    """Return one case with everything of it, nothing where there is none."""
    rows = case_rows(reader, [case_id], now)
    standing = reader.case(case_id)
    if not rows or standing is None:
        return None
    key = {"case": case_id}
    act = reader.as_act(now)
    kept = read_kept(act, standing) if standing.accepted_at else None
    money = read_money(act, case_id)
    events = tuple(_event(row) for row in reader.rows(_EVENTS, key))
    moves = [(event.from_state, event.to_state, event.at) for event in events]
    charges = reader.rows(_CHARGES, {**key, "charge_n": money.charge_n})
    return CaseView(
        row=rows[0],
        name=reader.connection.execute(_NAME, key).scalar(),
        round=standing.round,
        application=kept.application if kept else None,
        materials=_materials(reader, rows[0], kept),
        charges=tuple(_charge(row) for row in charges),
        money=money,
        decisions=tuple(_decision(row) for row in reader.rows(_DECISIONS, key)),
        findings=tuple(_finding(row) for row in reader.rows(_FINDINGS, key)),
        certificates=tuple(_certificate(row) for row in reader.rows(_CERTIFICATES, key)),
        papers=tuple(papers_of(reader, case_id)),
        events=events,
        supplement=supplement_of(reader, moves, now),
        handed_to=reader.connection.execute(_HANDOVER, key).scalar(),
        score=reader.connection.execute(_RATING, key).scalar(),
        receipt=receipt_of(reader, case_id),
        bundle=bundle_of(reader.as_act(now), case_id),
    )


def _is_ready(reader: Reader, row: CaseRow) -> bool:
    if row.state == PRINTED:
        return True
    item = reader.setting.catalogue.items.get(row.item or "")
    return row.state == REGISTERED and item is not None and item.output == "none"


def _as_searched(text: str) -> dict[str, Any]:
    """Return a text in every form in which it may be looked for."""
    parts = text.split("-")
    numbered = all(part.isdigit() for part in parts) and len(parts) <= _CASE_NO_PARTS
    rest = text[1:]
    receipt = receipt_number(text)
    return {
        "receipt_year": receipt.year if receipt else -1,
        "receipt_no": receipt.no if receipt else -1,
        "text": text,
        "code": "".join(text.split()).upper(),
        "no": int(parts[-1]) if numbered and len(parts[-1]) < len("99999999") else -1,
        "year": int(parts[0]) if numbered and len(parts) == _CASE_NO_PARTS else 0,
        "letter": text[0].upper(),
        "ticket_no": int(rest) if rest.isdigit() and len(rest) < len("9999") else -1,
    }


def _materials(reader: Reader, row: CaseRow, kept: Kept | None) -> tuple[MaterialRow, ...]:
    states = {m["code"]: m["state"] for m in reader.rows(_MATERIALS, {"case": row.case_id})}
    if kept is not None:
        handed_in = dict.fromkeys(kept.materials, "present")
        states = {code: state for code, state in states.items() if state == "deferred"} | handed_in
    item = reader.setting.catalogue.items.get(row.item or "")
    required = item.materials_required if item else ()
    missing = {code: "missing" for code in required if code not in states}
    return tuple(MaterialRow(code=code, state=state) for code, state in (states | missing).items())


def _charge(row: Row) -> ChargeRow:
    return ChargeRow(
        line=row["line"],
        what=row["what"],
        amount=row["amount"],
        basis=clauses_of(row["basis"]),
        source=row["source"],
    )


def _decision(row: Row) -> DecisionRow:
    names = ("round", "decision", "opinion", "ground", "at", "actor")
    return DecisionRow(**{name: row[name] for name in names})


def _finding(row: Row) -> Finding:
    facts = dict(row["facts"])
    field = facts.pop("field", None)
    return Finding(code=row["code"], level=Level(row["level"]), facts=facts, field=field)


def _certificate(row: Row) -> CertificateRow:
    names = ("id", "kind", "number", "copy", "serial", "values")
    return CertificateRow(**{name: row[name] for name in names})


def _event(row: Row) -> EventRow:
    return EventRow(
        n=row["n"],
        act=ACTS.get(row["kind"], row["kind"]),
        from_state=row["from_state"],
        to_state=row["to_state"],
        at=row["at"],
        actor=row["actor"],
        person=row["person"] or row["actor"],
        window=row["window"],
        reason=row["reason"],
        data=row["data"],
    )
