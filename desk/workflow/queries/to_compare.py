"""What the approver of a case compares."""

from datetime import datetime
from uuid import UUID

from desk.workflow.evidence.of_case import Comparison, comparison_of
from desk.workflow.reader import Reader


def to_compare(reader: Reader, case_id: UUID, now: datetime) -> Comparison | None:
    """Return the rows of an accepted case, nothing where there is no such case."""
    case = reader.case(case_id)
    if case is None or case.accepted_at is None:
        return None
    return comparison_of(reader.as_act(now), case)
