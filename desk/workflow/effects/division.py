"""Effects of splitting and merging units: new codes, the same holders, every burden goes along."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from desk.workflow.effects.plan import NewRight, Plan, UnitEnding, UnitVersion
from desk.workflow.effects.writing import (
    NewId,
    close,
    end_paper,
    entry,
    follow,
    former,
    owned,
    papers,
)
from desk.workflow.facts import (
    EASEMENT,
    HABITATION,
    MORTGAGE,
    NOTICE,
    OBJECTION,
    SEIZURE,
    Facts,
    RightFacts,
)
from desk.workflow.readings.kinds import text
from desk.workflow.readings.new_units import new_code, new_units
from forms.checks.area import parse_area

_BURDENS = (MORTGAGE, EASEMENT, HABITATION, NOTICE, OBJECTION, SEIZURE)
_PARCEL = 19


def split_merge(facts: Facts, new_id: NewId) -> Plan:
    """End the old units and open the new ones (GB/T 37346: codes are never used again)."""
    made = [_version(facts, row) for row in new_units(facts.application)]
    cause = "merge" if len(facts.units) > len(made) else "split"
    old = [owned(unit) for unit in facts.units]
    burdens = _burdens(facts)
    ownership = [_owned_again(facts, new_id, old, unit) for unit in made]
    notes = [line for right in old for line in former(right)]
    return Plan(
        rights=(*ownership, *_inherited(facts, new_id, burdens, made, ownership)),
        closings=tuple(close(facts, right, cause) for right in (*old, *burdens)),
        units=tuple(made),
        unit_endings=tuple(UnitEnding(code=u.code, cause=cause) for u in facts.units),
        papers=tuple(paper for right in ownership for paper in papers(facts, right, *notes)),
        paper_endings=tuple(e for right in old for e in end_paper(facts, right)),
        holders_before=old[0].holders,
    )


def _version(facts: Facts, row: Mapping[str, object]) -> UnitVersion:
    origin = facts.units[0]
    code = new_code(row)
    term = text(row.get("land_term_to"))
    return UnitVersion(
        code=code,
        kind=text(row["kind"]),
        parcel=text(row.get("parcel")) or code[:_PARCEL],
        location=text(row["location"]),
        usage=text(row["usage"]),
        land_area=_area(row, "land_area"),
        floor_area=_area(row, "floor_area"),
        inner_area=_area(row, "inner_area"),
        shared_area=_area(row, "shared_area"),
        land_right_nature=text(row.get("land_right_nature")) or origin.land_right_nature,
        land_term_to=date.fromisoformat(term) if term else origin.land_term_to,
        structure=text(row.get("structure")) or origin.structure,
        floor=text(row.get("floor")) or origin.floor,
        floors=_number(row, "floors") or origin.floors,
        built=_number(row, "built") or origin.built,
        new=True,
        origins=tuple(unit.code for unit in facts.units),
    )


def _area(row: Mapping[str, object], key: str) -> int | None:
    value = text(row.get(key))
    return parse_area(value) if value else None


def _number(row: Mapping[str, object], key: str) -> int | None:
    value = row.get(key)
    return value if isinstance(value, int) else None


def _owned_again(facts: Facts, new_id: NewId, old: list[RightFacts], unit: UnitVersion) -> NewRight:
    before = old[0]
    return entry(
        facts,
        new_id,
        unit_code=unit.code,
        right_type=before.type,
        holders=before.holders,
        co_ownership=before.co_ownership,
        fields=before.fields,
        predecessor_id=before.id,
    )


def _burdens(facts: Facts) -> list[RightFacts]:
    return [right for unit in facts.units for right in unit.live(*_BURDENS)]


def _inherited(
    facts: Facts,
    new_id: NewId,
    burdens: list[RightFacts],
    made: list[UnitVersion],
    ownership: list[NewRight],
) -> Iterable[NewRight]:
    once = {right.group_id: right for right in reversed(burdens)}  # a group merged is one again
    for unit, owner in zip(made, ownership, strict=True):
        for right in once.values():
            copied = follow(facts, new_id, right, unit_code=unit.code)
            # Its proof was given for the right, not for the code: it stays in force.
            yield replace(copied, subject_id=owner.id, proved_by=right.number)
