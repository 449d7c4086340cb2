"""Effect of a new paper for a right that does not change: damaged, old-style or lost."""

from desk.workflow.effects.plan import NewPaper, PaperEnding, Plan
from desk.workflow.effects.writing import NewId, paper_kind, papers_of
from desk.workflow.facts import Facts, RightFacts
from forms.messages import message

_NOTES = {"declared_void": "N-REISSUED"}


def replace_paper(facts: Facts, new_id: NewId) -> Plan:
    """End the old paper, taken back or declared void, and make a new one (细则 22)."""
    rights = facts.acted or tuple(u.ownership for u in facts.units if u.ownership)
    lost = facts.item.takes_back == "declared_void"
    return Plan(
        papers=_new_papers(facts, rights),
        paper_endings=tuple(
            PaperEnding(right_id=right.id, how="void" if lost else "taken_back") for right in rights
        ),
    )


def _new_papers(facts: Facts, rights: tuple[RightFacts, ...]) -> tuple[NewPaper, ...]:
    proved = [right for right in rights if paper_kind(right.type) == "proof"]
    if proved:
        ids = tuple(right.id for right in proved)
        return (NewPaper(kind="proof", right_ids=ids, notes=(_note(facts, proved[0]),)),)
    return tuple(
        paper
        for right in rights
        for paper in papers_of(facts, right.id, right.type, len(right.holders), _note(facts, right))
    )


def _note(facts: Facts, right: RightFacts) -> str:
    code = _NOTES.get(facts.item.takes_back, "N-REPLACED")
    return message(code, "zh", number=right.number or "—")
