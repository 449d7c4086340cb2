"""The looking is evidence: an approval carries what was said of each row that needs a person."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from desk.workflow.act import Act, Case
from desk.workflow.errors import Code, Fact, Finding, Level
from desk.workflow.evidence.blind import differing
from desk.workflow.evidence.of_case import Comparison, comparison_of
from desk.workflow.evidence.row import EvidenceRow
from desk.workflow.settings import LOOKED

SAME, DIFFERS = "same", "differs"
ROWS, NOTES, BLIND = "rows", "notes", "blind"
Evidence = Mapping[str, object]


def looked_findings(act: Act, case: Case, evidence: Evidence) -> tuple[Finding, ...]:
    """Return D-LOOKED for rows nobody looked at, for those that differ, for what was mistyped.

    Where the centre asks for no looking, only what was typed anew is compared.
    """
    obligatory = act.set_to(LOOKED)
    if not obligatory and BLIND not in evidence:
        return ()
    found = comparison_of(act, case)
    rows = _of_rows(found, evidence) if obligatory else ()
    return (*rows, *_of_blind(found, evidence))


def _of_rows(found: Comparison, evidence: Evidence) -> tuple[Finding, ...]:
    said = cast("Mapping[str, Any]", evidence.get(ROWS) or {})
    waiting = [row for row in found.rows if row.needs_person]
    open_ = [row for row in waiting if said.get(row.key) not in (SAME, DIFFERS)]
    differ = [row for row in found.rows if said.get(row.key) == DIFFERS]
    return (*_named("open", open_), *_named("differs", differ))


def _named(variant: str, rows: Iterable[EvidenceRow]) -> tuple[Finding, ...]:
    labels = [row.label for row in rows]
    if not labels:
        return ()
    facts: dict[str, Fact] = {
        "variant": variant,
        "count": len(labels),
        "rows_zh": "、".join(label.zh for label in labels),
        "rows_en": ", ".join(label.en for label in labels),
    }
    return (Finding(code=Code.LOOKED, level=Level.BLOCK, facts=facts),)


def _of_blind(found: Comparison, evidence: Evidence) -> tuple[Finding, ...]:
    if found.blind is None:
        return ()
    typed = cast("Mapping[str, object]", evidence.get(BLIND) or {})
    return tuple(
        Finding(
            code=Code.LOOKED,
            level=Level.BLOCK,
            facts={"variant": name, "holder": found.blind.holder},
            field=f"{BLIND}/{name}",
        )
        for name in differing(found.application, typed)
    )
