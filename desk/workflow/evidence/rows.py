"""All rows of a case, from its facts and from what was shown at its acceptance."""

from collections.abc import Mapping
from typing import Any, cast

from desk.workflow.evidence.by_machine import machine_rows
from desk.workflow.evidence.by_person import paper_rows, person_rows
from desk.workflow.evidence.row import EvidenceRow, Shown
from desk.workflow.facts import Facts
from desk.workflow.signatures import signed_in


def rows_of(facts: Facts, shown: Shown) -> tuple[EvidenceRow, ...]:
    """Return the rows to compare; every paper handed in is the paper of one of them."""
    rows = [*machine_rows(facts, shown), *person_rows(facts, shown)]
    return (*rows, *paper_rows(facts, {row.paper for row in rows}))


def shown_in(evidence: Mapping[str, object]) -> Shown:
    """Return what the rows need of the evidence that an acceptance carries."""
    exchange = cast("Mapping[str, Any]", evidence.get("exchange") or {})
    return Shown(exchange=exchange, signed=signed_in(evidence))
