"""A case: who acts next, what can be done now and by whom, what stands in the way."""

from collections.abc import Iterator
from datetime import datetime

from desk.workflow.errors import Finding
from desk.workflow.queries.cases import CaseView, case, find_cases
from desk.workflow.queries.register import register_change
from desk.workflow.reader import Reader
from desk.workflow.rules.desk import fee_settled
from desk.workflow.stages import (
    ENTERED,
    OPEN,
    REGISTERED,
    ROLES,
    RUNNING,
    TICKETED,
    may_begin,
)
from desk.workflow.why.receipts import waited
from desk.workflow.why.words import item_name, named
from forms.checks.money import format_fen
from forms.messages import message


def case_lines(reader: Reader, what: str, now: datetime, language: str) -> list[str] | None:
    """Return the lines about a case; nothing where none is found."""
    found = find_cases(reader, what, 1, now)
    view = case(reader, found[0].case_id, now) if found else None
    if view is None:
        return None
    row = view.row
    head = message(
        "CLI-CASE",
        language,
        number=row.case_no or row.ticket or what,
        item=item_name(reader, row.item, language),
        stage=named(reader, "stage", row.state, language),
    )
    return [
        head,
        _next(reader, view, language),
        *waited(view.receipt, language),
        *_supplement(view, language),
        *_paused(reader, view, language),
        *_money(view, language),
        *_in_the_way(reader, view, now, language),
        *_acts(reader, view, language),
    ]


def _next(reader: Reader, view: CaseView, language: str) -> str:
    """Say who acts next, or how it ended."""
    row, last = view.row, view.events[-1] if view.events else None
    sentence = f"WHY-{row.state}"
    if row.state == TICKETED and row.window is not None:
        sentence = "WHY-called"
    item = reader.setting.catalogue.items.get(row.item or "")
    if row.state == REGISTERED and item is not None and item.output == "none":
        sentence = "WHY-registered.no_paper"
    reasons = [event.reason for event in view.events if event.to_state == row.state]
    return message(
        sentence,
        language,
        window=row.window or "—",
        clerk=row.accepted_by or "—",
        approver=row.claimed_by or "—",
        why=next((reason for reason in reversed(reasons) if reason), "—"),
        to=view.handed_to or "—",
        act=last.act if last else "—",
    )


def _supplement(view: CaseView, language: str) -> Iterator[str]:
    if view.supplement is not None:
        until, days = view.supplement.until.isoformat(), view.supplement.days
        yield message(view.supplement.said, language, until=until, days=days)


def _paused(reader: Reader, view: CaseView, language: str) -> Iterator[str]:
    if view.row.paused:
        reason = next((e.reason for e in reversed(view.events) if e.act == "pause"), None)
        told = named(reader, "pause_reason", reason or "", language)
        yield message("WHY-PAUSED", language, reason=told)


def _money(view: CaseView, language: str) -> Iterator[str]:
    money = view.money
    if view.owed_back:
        yield message("WHY-REFUND", language, amount=format_fen(view.owed_back))
    elif view.row.state in RUNNING and not money.charged:
        yield message("WHY-NOT-CHARGED", language)
    elif view.row.state in RUNNING and money.fee_open + money.tax_open:
        fee, tax = format_fen(money.fee_open), format_fen(money.tax_open)
        yield message("WHY-MONEY-OPEN", language, fee=fee, tax=tax)


def _in_the_way(reader: Reader, view: CaseView, now: datetime, language: str) -> Iterator[str]:
    """Say what the next gate would say: the entry while the case is open, then the hand-over."""
    state = view.row.state
    if state in OPEN:
        change = register_change(reader, view.row.case_id, now)
        findings = change.findings if change else ()
        yield from _gate("WHY-ENTRY-FREE", findings, language)
    elif state in ENTERED:
        yield from _gate("WHY-ISSUE-FREE", fee_settled(view.money.fee_open), language)
    else:
        missing = [one.code for one in view.materials if one.state == "missing"]
        if missing and state not in ENTERED and view.row.accepted_at is None:
            yield message("WHY-MISSING", language, papers=", ".join(missing))


def _gate(free: str, findings: tuple[Finding, ...], language: str) -> Iterator[str]:
    blocks = [finding for finding in findings if finding.level == "BLOCK"]
    if not blocks:
        yield f"✓ {message(free, language)}"
    for finding in findings:
        mark = "×" if finding.level == "BLOCK" else "·"
        yield f"{mark} {finding.code} {finding.text(language)}"


def _acts(reader: Reader, view: CaseView, language: str) -> Iterator[str]:
    acts = [
        message(
            "WHY-ACT",
            language,
            act=message(f"WHY-ACT-{kind}", language),
            roles=", ".join(named(reader, "staff_role", role, language) for role in sorted(roles)),
        )
        for kind, roles in ROLES.items()
        if may_begin(kind, view.row.state) and _makes_sense(kind, view)
    ]
    yield message("WHY-ACTS", language, acts="; ".join(acts) or "—")


def _makes_sense(kind: str, view: CaseView) -> bool:
    """Leave out what the stage would allow and the case itself does not need."""
    money = view.money
    needless = {
        "pay": not money.fee_open + money.tax_open,
        "exempt": not money.charged,
        "refund": not view.owed_back,
        "pause": view.row.paused,
        "resume": not view.row.paused,
        "claim": view.row.paused,
        "rate": view.score is not None,
        "spoil": not view.certificates,
        "print": not view.certificates,
    }
    return not needless.get(kind, False)
