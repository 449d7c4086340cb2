"""The rows of a claimed case that its approver compares."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from db.tables.cases import CASE_EVENTS
from desk.workflow.act import Act, Case
from desk.workflow.evidence.row import EvidenceRow
from desk.workflow.evidence.rows import rows_of, shown_in
from desk.workflow.facts import Stage
from desk.workflow.reader import Reader
from desk.workflow.reading import read_case
from desk.workflow.stages import EVENTS

_SHOWN = (
    select(CASE_EVENTS.c.data)
    .where(
        CASE_EVENTS.c.case_id == bindparam("case"),
        CASE_EVENTS.c.kind.in_([EVENTS["accept"], EVENTS["supplement"]]),
    )
    .order_by(CASE_EVENTS.c.n)
)


def rows_to_compare(reader: Reader, case_id: UUID, now: datetime) -> tuple[EvidenceRow, ...]:
    """Return the rows of an accepted case, none where there is no such case."""
    case = reader.case(case_id)
    if case is None or case.accepted_at is None:
        return ()
    return rows_of_case(reader.as_act(now), case)


def rows_of_case(act: Act, case: Case) -> tuple[EvidenceRow, ...]:
    """Return the rows of a case as it stands."""
    facts = read_case(act, Stage.REVIEW, case).facts
    return rows_of(facts, shown_in(_shown(act, case.case_id)))


def _shown(act: Act, case_id: UUID) -> Mapping[str, object]:
    """Return all that was shown, the last word on each thing."""
    shown: dict[str, Any] = {}
    for row in act.rows(_SHOWN, {"case": case_id}):
        shown |= row["data"].get("evidence", {})
    return shown
