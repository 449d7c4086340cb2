"""How entries, closings and papers are made; every effect is put together from these."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from desk.workflow.application import CoOwnership, Person
from desk.workflow.effects.plan import (
    NewClosing,
    NewPaper,
    NewRight,
    PaperEnding,
    PaperKind,
    Plan,
)
from desk.workflow.facts import (
    COMMON_PARTS,
    EASEMENT,
    HABITATION,
    MORTGAGE,
    NOTICE,
    OBJECTION,
    SEIZURE,
    Facts,
    RightFacts,
    UnitFacts,
)
from forms.messages import message

NewId = Callable[[], UUID]
Fields = Mapping[str, object]

PROVED = frozenset({EASEMENT, MORTGAGE, HABITATION, NOTICE, OBJECTION})
WITHOUT_PAPER = frozenset({SEIZURE, COMMON_PARTS})
# The paper that is handed in when the certificate or proof of a right of this type is taken back.
_TAKEN_BACK_AS = {
    MORTGAGE: "M40",
    NOTICE: "M46",
    EASEMENT: "M63",
    HABITATION: "M63",
    OBJECTION: "M51",
}
_OWNERSHIP_FIELDS = ("price", "contract_no", "contract_date", "from", "to", "member")


def entry(
    facts: Facts,
    new_id: NewId,
    *,
    unit_code: str,
    right_type: str,
    holders: Sequence[Person],
    fields: Fields,
    co_ownership: CoOwnership | None = None,
    group_id: UUID | None = None,
    predecessor_id: UUID | None = None,
    subject_id: UUID | None = None,
    rank_at: datetime | None = None,
    rank_n: int = 0,
) -> NewRight:
    """Return a new entry with the reason and the kind of registration of the case."""
    return NewRight(
        id=new_id(),
        unit_code=unit_code,
        type=right_type,
        holders=tuple(holders),
        co_ownership=co_ownership,
        fields=dict(fields),
        reason=facts.application.reason,
        registration_type=facts.item.registration_type,
        group_id=group_id or new_id(),
        predecessor_id=predecessor_id,
        subject_id=subject_id,
        rank_at=rank_at,
        rank_n=rank_n,
    )


def follow(
    facts: Facts,
    new_id: NewId,
    old: RightFacts,
    *,
    holders: Sequence[Person] | None = None,
    co_ownership: CoOwnership | None = None,
    fields: Fields | None = None,
    unit_code: str | None = None,
    rank_at: datetime | None = None,
    rank_n: int | None = None,
) -> NewRight:
    """Return the entry that takes the place of an old one: what is not given stays as it was."""
    return entry(
        facts,
        new_id,
        unit_code=unit_code or old.unit_code,
        right_type=old.type,
        holders=old.holders if holders is None else holders,
        co_ownership=co_ownership or old.co_ownership,
        fields=old.fields if fields is None else fields,
        group_id=old.group_id,  # it is the same right, whatever its entry says now
        predecessor_id=old.id,
        subject_id=old.subject_id,
        rank_at=rank_at or old.rank_at,
        rank_n=old.rank_n if rank_n is None else rank_n,
    )


def close(facts: Facts, right: RightFacts, cause: str) -> NewClosing:
    """Return the closing of a right with the reason of the case."""
    return NewClosing(right_id=right.id, cause=cause, reason=facts.application.reason)


def given(facts: Facts, *keys: str) -> dict[str, object]:
    """Return those of the application's fields that were answered."""
    fields = facts.application.fields
    return {key: fields[key] for key in keys if fields.get(key) not in {None, ""}}


def ownership_fields(facts: Facts) -> dict[str, object]:
    """Return what an entry of ownership keeps of the application."""
    return given(facts, *_OWNERSHIP_FIELDS)


def acted_here(facts: Facts) -> tuple[RightFacts, ...]:
    """Return the right acted upon on the units of the application: a release may be partial."""
    here = {unit.code for unit in facts.units}
    return tuple(right for right in facts.acted if right.unit_code in here)


def owned(unit: UnitFacts) -> RightFacts:
    """Return the live ownership of a unit; LookupError where R02 let none through."""
    if unit.ownership is None:
        raise LookupError(f"{unit.code} has no live ownership or use")
    return unit.ownership


def ownership_id(unit: UnitFacts) -> UUID | None:
    """Return what a burden on the unit burdens, nothing where no right is registered yet."""
    return unit.ownership.id if unit.ownership else None


def paper_kind(right_type: str) -> PaperKind:
    """Return the kind of paper that a type of right has (细则 20)."""
    return "proof" if right_type in PROVED else "certificate"


def papers(facts: Facts, right: NewRight, *notes: str) -> tuple[NewPaper, ...]:
    """Return the certificates of an entry, one for each holder or copies as wanted."""
    return papers_of(facts, right.id, right.type, len(right.holders), *notes)


def papers_of(
    facts: Facts, right_id: UUID, right_type: str, holders: int, *notes: str
) -> tuple[NewPaper, ...]:
    """Return the papers of a right that stands; a proof is always one."""
    kind = paper_kind(right_type)
    wanted = copies(facts) if kind == "certificate" else 1
    each_their_own = wanted > 1 and wanted == holders
    return tuple(
        NewPaper(
            kind=kind,
            right_ids=(right_id,),
            holder_ord=place if each_their_own else None,
            copy=1 if each_their_own else place + 1,
            notes=notes,
        )
        for place in range(wanted)
    )


def proof(rights: Sequence[NewRight], *notes: str) -> tuple[NewPaper, ...]:
    """Return one proof for all entries of a group, none for no entries."""
    if not rights:
        return ()
    return (NewPaper(kind="proof", right_ids=tuple(r.id for r in rights), notes=notes),)


def copies(facts: Facts) -> int:
    """Return how many certificates are wanted of each right."""
    wanted = facts.application.fields.get("copies")
    return wanted if isinstance(wanted, int) and wanted > 0 else 1


def end_paper(facts: Facts, right: RightFacts) -> tuple[PaperEnding, ...]:
    """Return how the paper of a right loses its force: taken back, else declared void (细则 23)."""
    if right.type in WITHOUT_PAPER:
        return ()
    handed_in = {_TAKEN_BACK_AS.get(right.type, "M04"), "M56"} & facts.materials
    return (PaperEnding(right_id=right.id, how="taken_back" if handed_in else "void"),)


def former(right: RightFacts) -> tuple[str, ...]:
    """Return the line that names the paper before, for the notes (附记) of the new one."""
    return (message("N-FORMER", "zh", number=right.number),) if right.number else ()


def together(*plans: Plan) -> Plan:
    """Return all that several plans write, in one."""
    return Plan(
        rights=tuple(r for plan in plans for r in plan.rights),
        closings=tuple(c for plan in plans for c in plan.closings),
        units=tuple(u for plan in plans for u in plan.units),
        unit_endings=tuple(e for plan in plans for e in plan.unit_endings),
        papers=tuple(p for plan in plans for p in plan.papers),
        paper_endings=tuple(e for plan in plans for e in plan.paper_endings),
        holders_before=tuple(h for plan in plans for h in plan.holders_before),
    )
