"""What is to be put right, from the rows that differ: everything at once, for one notice."""

from collections.abc import Iterable, Mapping

from desk.workflow.evidence.row import EvidenceRow
from forms.catalogue import delivered

DIFFERS_ZH = "与材料不一致"


def points_to_put_right(
    rows: Iterable[EvidenceRow], notes: Mapping[str, str]
) -> tuple[dict[str, str], ...]:
    """Return a point for each row: what is wrong, and the paper that is asked for; in Chinese."""
    return tuple(
        {
            "what": f"{row.label.zh}：{notes.get(row.key) or DIFFERS_ZH}",
            "ask": f"请核对或者补交：{delivered().materials[row.paper].zh}" if row.paper else "",
        }
        for row in rows
    )
