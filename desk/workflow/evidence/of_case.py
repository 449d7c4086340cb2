"""The rows of a case as it stands, from the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select

from db.tables.cases import CASE_EVENTS
from desk.workflow.act import Act, Case
from desk.workflow.application import Application
from desk.workflow.evidence.blind import Blind, blind_of, hidden, is_drawn
from desk.workflow.evidence.row import EvidenceRow
from desk.workflow.evidence.rows import rows_of, shown_in
from desk.workflow.facts import Stage
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The rows of a case; where it is drawn, what is typed anew is hidden in them."""

    rows: tuple[EvidenceRow, ...]
    blind: Blind | None
    application: Application


def comparison_of(act: Act, case: Case) -> Comparison:
    """Return what there is to compare in a case."""
    facts = read_case(act, Stage.REVIEW, case).facts
    rows = rows_of(facts, shown_in(_shown(act, case)))
    application = facts.application
    if not is_drawn(case.case_id, act.setting.seal_key) or not blind_of(application).asked:
        return Comparison(rows=rows, blind=None, application=application)
    return Comparison(
        rows=hidden(rows, application), blind=blind_of(application), application=application
    )


def _shown(act: Act, case: Case) -> Mapping[str, object]:
    """Return all that was shown to the counter, the last word on each thing."""
    shown: dict[str, Any] = {}
    for row in act.rows(_SHOWN, {"case": case.case_id}):
        shown |= row["data"].get("evidence", {})
    return shown
