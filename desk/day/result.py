"""`result.json`: what became of every case, event, right and sheet of a day."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from statistics import median, quantiles
from typing import Any
from uuid import UUID

from desk.day.file import SHANGHAI
from desk.day.outcomes import Outcome
from desk.day.standing import charged
from desk.workflow.desk import Desk
from desk.workflow.queries.cases import CaseView, case
from desk.workflow.queries.register import RightRow, all_units
from desk.workflow.queries.stock import totals
from forms.checks.money import format_fen

TARGET_MINUTES = 60
_TENTHS = 10
Plain = dict[str, Any]
_COUNTS = ("in_stock", "used", "spoilt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One day file of a run: its cases as the result names them, and what came of its events."""

    file: str
    cases: Mapping[str, UUID]
    labels: Mapping[str, str]
    outcomes: Sequence[Outcome]
    registered_as: Mapping[str, str]  # names in the database and what the result calls them


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTold:
    """A case as the result tells it, and what the report wants to know beside that."""

    told: Plain
    item_name: str
    certificates: int
    printed_at: datetime | None


def cases_told(
    desk: Desk, part: Part, now: datetime, papers: Mapping[UUID, list[str]]
) -> list[CaseTold]:
    """Return every case of a day that was begun, in the order of the file."""
    found = []
    with desk.ask() as reader:
        for name, case_id in part.cases.items():
            view = case(reader, case_id, now)
            if view is not None:
                found.append(_case(part.labels[name], view, papers.get(case_id, [])))
    return found


def _case(label: str, view: CaseView, papers: list[str]) -> CaseTold:
    prints = [event.at for event in view.events if event.act == "print"]
    return CaseTold(
        told=case_told(label, view, papers),
        item_name=view.row.item_name or "",
        certificates=sum(
            c.kind == "certificate" and c.serial is not None for c in view.certificates
        ),
        printed_at=prints[-1] if prints else None,
    )


def case_told(label: str, view: CaseView, papers: list[str]) -> Plain:
    """Return one case with its times, minutes, numbers, charges and papers."""
    row, clock = view.row, view.row.clock
    first = {event.act: event for event in reversed(view.events)}
    at = {act: event.at for act, event in first.items()}
    accepted = clock.accepted_at
    drawn, issued = at.get("ticket"), at.get("issue")
    issued_event = first.get("issue")
    return {
        "case": label,
        "case_no": row.case_no,
        "item": row.item,
        "stage": row.state,
        "window_accepted": (row.window or None) if accepted else None,
        "window_issued": (issued_event.window or None) if issued_event else None,
        "ticket_at": local(drawn),
        "accepted_at": local(accepted),
        "registered_at": local(at.get("register") or at.get("seize")),
        "issued_at": local(issued),
        "gross_minutes": rounded(clock.gross_minutes) if accepted else None,
        "net_minutes": rounded(clock.net_minutes) if accepted else None,
        "ticket_to_issue_minutes": rounded(_minutes(drawn, issued)),
        "target_minutes": clock.target_minutes,
        "within_target": clock.within_target,
        "stages": [
            {
                "stage": span.stage,
                "from": local(span.since),
                "to": local(span.until),
                "minutes": rounded(span.minutes),
                "owner": span.owner,
            }
            for span in clock.stages
        ],
        "numbers": [certificate.number for certificate in view.certificates],
        "serials": [c.serial for c in view.certificates if c.serial is not None],
        "charges": charges_told(view),
        "findings": list(dict.fromkeys(finding.code for finding in view.findings)),
        "paper": papers,
    }


def charges_told(view: CaseView) -> dict[str, str]:
    """Return the newest charge by name, in yuan."""
    amounts = charged((row.what, row.line, row.amount) for row in view.charges)
    return {name: format_fen(amount) for name, amount in amounts.items()}


def events_told(part: Part) -> list[Plain]:
    """Return what came of every event, in the order of the file."""
    return [
        {
            "i": outcome.i,
            "do": outcome.do,
            "case": part.labels.get(outcome.case or "", outcome.case),
            "outcome": outcome.came,
            "codes": list(outcome.codes),
            "message": outcome.message,
        }
        for outcome in part.outcomes
    ]


def expectations_told(parts: Iterable[Part]) -> Plain:
    """Return how many events came as expected, and each that did not."""
    outcomes = [(part, outcome) for part in parts for outcome in part.outcomes]
    return {
        "met": sum(outcome.met for _, outcome in outcomes),
        "unmet": [
            {
                "event": outcome.i,
                "file": part.file,
                "do": outcome.do,
                "case": part.labels.get(outcome.case or "", outcome.case),
                "expected": dict(outcome.expected),
                "came": {**outcome.got, "message": outcome.message},
            }
            for part, outcome in outcomes
            if not outcome.met
        ],
    }


def register_told(desk: Desk, now: datetime, labels: Mapping[str, str]) -> list[Plain]:
    """Return every right of the register, live and closed, by unit and order of entry."""
    with desk.ask() as reader:
        return [_right(row, labels) for view in all_units(reader, now) for row in view.rights]


def stock_told(desk: Desk) -> dict[str, dict[str, int]]:
    """Return the sheets of each kind: blank, used, spoilt."""
    stock = {kind: dict.fromkeys(_COUNTS, 0) for kind in ("certificate", "proof")}
    with desk.ask() as reader:
        for row in totals(reader):
            stock[row.kind] = {name: getattr(row, name) for name in _COUNTS}
    return stock


def throughput_told(cases: Iterable[Plain], certificates: int) -> Plain:
    """Return the figures of the day; minutes are gross and of the sixty-minute cases handed out."""
    issued = [row for row in cases if row["issued_at"] is not None]
    timed = [row for row in issued if row["target_minutes"] == TARGET_MINUTES]
    minutes = sorted(row["gross_minutes"] for row in timed)
    windows = Counter(row["window_issued"] for row in issued if row["window_issued"])
    return {
        "issued": len(issued),
        "certificates": certificates,
        "within_60": sum(bool(row["within_target"]) for row in timed),
        "timed_60": len(timed),
        "fastest_minutes": minutes[0] if minutes else None,
        "median_minutes": rounded(median(minutes)) if minutes else None,
        "p90_minutes": rounded(p90(minutes)),
        "by_window": {str(window): count for window, count in sorted(windows.items())},
        "by_item": dict(sorted(Counter(row["item"] for row in issued).items())),
    }


def p90(minutes: Sequence[float]) -> float | None:
    """Return what nine of ten stay below."""
    if len(minutes) > 1:
        return quantiles(minutes, n=_TENTHS, method="inclusive")[-1]
    return minutes[0] if minutes else None


def local(at: datetime | None) -> str | None:
    """Write an instant in the centre's own time, with `+08:00`."""
    return None if at is None else at.astimezone(SHANGHAI).isoformat(timespec="seconds")


def rounded(minutes: float | None) -> float | None:
    """Return minutes with two decimals."""
    return None if minutes is None else round(minutes, 2)


def _minutes(since: datetime | None, until: datetime | None) -> float | None:
    if since is None or until is None:
        return None
    return (until - since).total_seconds() / 60


def _right(row: RightRow, labels: Mapping[str, str]) -> Plain:
    right = row.right
    return {
        "unit": right.unit_code,
        "type": right.type,
        "holders": [
            {"name": holder.name, "share": _share(holder.share)} for holder in right.holders
        ],
        "number": right.number,
        "live": right.live,
        "since": local(right.registered_at),
        "case": labels.get(row.case, row.case) if row.case else None,
    }


def _share(share: Fraction | None) -> str | None:
    return None if share is None else f"{share.numerator}/{share.denominator}"
