"""The cases of a period with all that is kept of them, and how one stood before an event."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, bindparam, func, select

from db.tables.cases import APPLICATIONS, CASE_EVENTS, CASE_NOW, CASE_NUMBERS, FINDINGS
from db.tables.money import CHARGES
from desk.workflow.act import Case, Row
from desk.workflow.kept import case_no
from desk.workflow.reader import Reader
from desk.workflow.stages import ACCEPTED, EVENTS, RETURNED

Said = Counter[tuple[str, str]]  # codes with levels
Amounts = Mapping[str, int]  # 分, by line

CHARGE = EVENTS["charge"]
JUDGED = frozenset(EVENTS[act] for act in ("accept", "seize", "supplement", "register"))
_ACCEPTING = frozenset({EVENTS["accept"], EVENTS["seize"]})
_CASE: BindParameter[Any] = bindparam("case")
_CASES = (
    select(CASE_EVENTS.c.case_id, CASE_NUMBERS.c.year, CASE_NUMBERS.c.no, CASE_NOW.c.item_code)
    .join_from(CASE_EVENTS, CASE_NOW, CASE_NOW.c.case_id == CASE_EVENTS.c.case_id)
    .join(CASE_NUMBERS, CASE_NUMBERS.c.case_id == CASE_EVENTS.c.case_id)
    .where(
        CASE_EVENTS.c.kind.in_(sorted({*JUDGED, CHARGE})),
        CASE_EVENTS.c.at.between(bindparam("since"), bindparam("until")),
    )
    .distinct()
    .order_by(CASE_NUMBERS.c.year, CASE_NUMBERS.c.no)
)
_EVENTS = select(CASE_EVENTS).where(CASE_EVENTS.c.case_id == _CASE).order_by(CASE_EVENTS.c.n)
_APPLIED = select(APPLICATIONS.c.n).where(APPLICATIONS.c.case_id == _CASE)
_SAID = select(FINDINGS.c.event_n, FINDINGS.c.code, FINDINGS.c.level).where(
    FINDINGS.c.case_id == _CASE
)
_CHARGED = (
    select(CHARGES.c.n, CHARGES.c.line, func.sum(CHARGES.c.amount).label("amount"))
    .where(CHARGES.c.case_id == _CASE)
    .group_by(CHARGES.c.n, CHARGES.c.line)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastCase:
    """One case of the period: its events, and what was said and charged at each of them."""

    case_id: UUID
    number: str
    item: str
    events: Sequence[Row]
    applied: frozenset[int]
    said: Mapping[int, Said]
    charged: Mapping[int, Amounts]

    def judged(self, since: datetime, until: datetime) -> list[Row]:
        """Return the events of a period at which the rules were asked."""
        return [
            event
            for event in self.events
            if event["kind"] in JUDGED
            and since <= event["at"] <= until
            and (event["kind"] != EVENTS["supplement"] or event["n"] in self.applied)
        ]

    def charge(self, since: datetime, until: datetime) -> Row | None:
        """Return the last charge, which replaced those before it, if it was in the period."""
        made = [event for event in self.events if event["kind"] == CHARGE]
        return made[-1] if made and since <= made[-1]["at"] <= until else None

    def entered_before(self, n: int) -> bool:
        """Tell whether the case was entered in the register before an event."""
        return any(e["kind"] == EVENTS["register"] and e["n"] < n for e in self.events)

    def standing(self, n: int) -> Case:
        """Return the case as it stood before an event, as far as a law can ask."""
        seen = [event for event in self.events if event["n"] < n]
        accepted = next((event for event in seen if event["kind"] in _ACCEPTING), None)
        dues = [event["due_at"] for event in seen if event["due_at"]]
        return Case(
            case_id=self.case_id,
            state=seen[-1]["to_state"] if seen else "",
            n=n - 1,
            round=sum(e["from_state"] == RETURNED and e["to_state"] == ACCEPTED for e in seen),
            item_code=self.item,
            accepted_at=accepted["at"] if accepted else None,
            accepted_by=accepted["actor"] if accepted else None,
            due_at=dues[-1] if dues else None,
            paused_at=_paused_at(seen),
        )


def cases_of(reader: Reader, since: datetime, until: datetime) -> list[Row]:
    """Return the rows of the cases that were judged or charged in a period, by their numbers."""
    return reader.rows(_CASES, {"since": since, "until": until})


def past_case(reader: Reader, row: Row) -> PastCase:
    """Read what is kept of one of these cases."""
    key = {"case": row["case_id"]}
    said: dict[int, Said] = defaultdict(Counter)
    for found in reader.rows(_SAID, key):
        said[found["event_n"]][found["code"], found["level"]] += 1
    charged: dict[int, dict[str, int]] = defaultdict(dict)
    for line in reader.rows(_CHARGED, key):
        charged[line["n"]][line["line"]] = int(line["amount"])
    return PastCase(
        case_id=row["case_id"],
        number=case_no(row["year"], row["no"]) or "",
        item=row["item_code"],
        events=reader.rows(_EVENTS, key),
        applied=frozenset(applied["n"] for applied in reader.rows(_APPLIED, key)),
        said=said,
        charged=charged,
    )


def _paused_at(seen: Iterable[Row]) -> datetime | None:
    paused: datetime | None = None
    for event in seen:
        if event["kind"] in {EVENTS["pause"], EVENTS["resume"]}:
            paused = event["at"] if event["kind"] == EVENTS["pause"] else None
    return paused
