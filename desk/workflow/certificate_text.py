"""What a certificate or proof says of a right, fixed at registration and printed from then on."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from desk.workflow.act import Act
from desk.workflow.application import Person
from desk.workflow.certificate_qr import certificate_qr
from desk.workflow.effects.plan import NewPaper, NewRight, Plan, UnitVersion
from desk.workflow.facts import MORTGAGE, NOTICE, SEIZURE, Facts, RightFacts, UnitFacts
from desk.workflow.letters import UNKNOWN, unit_codes
from desk.workflow.readings.kinds import use_in_words
from forms.catalogue import Catalogue
from forms.checks.money import parse_fen
from printing import wording

Values = dict[str, Any]
Unit = UnitFacts | UnitVersion
_LINE = "\n"


def certificate_values(
    act: Act, facts: Facts, plan: Plan, paper: NewPaper, *, no: int, number: str
) -> Values:
    """Return all that a paper says but the serial of its sheet, which printing adds."""
    planned = {right.id: right for right in plan.rights}
    shown = [_as_entered(planned, facts, right_id) for right_id in paper.right_ids]
    first = shown[0]
    unit = _unit_after(facts, plan, first.unit_code)
    holders = first.holders if paper.holder_ord is None else (first.holders[paper.holder_ord],)
    year, month, day = act.day.isoformat().split("-")
    codes = list(dict.fromkeys(right.unit_code for right in shown))
    common: Values = {
        "province": act.setting.centre.short,
        "year": year,
        "place": act.setting.centre.area_name,
        "no": f"{no:07d}",
        "holders": wording.holders_line([holder.name for holder in holders]) or UNKNOWN,
        "location": f"{unit.location}等{len(codes)}处" if len(codes) > 1 else unit.location,
        "unit": unit_codes(codes),
        "notes": _LINE.join(paper.notes),
        "authority": act.setting.centre.authority,
        "day_year": year,
        "day_month": month,
        "day_day": day,
        "qr": certificate_qr(
            act.setting.seal_key,
            number=number,
            unit=first.unit_code,
            entry=(facts.case and facts.case.case_no) or UNKNOWN,
            day=act.day.isoformat(),
        ),
        "rehearsal": act.setting.centre.rehearsal,
    }
    if paper.kind == "proof":
        return common | _proof(facts, first)
    return common | _certificate(facts.catalogue, first, unit, paper)


def _certificate(catalogue: Catalogue, right: NewRight, unit: Unit, paper: NewPaper) -> Values:
    house = wording.house_lines(
        structure=unit.structure,
        inner=unit.inner_area,
        shared=unit.shared_area,
        floors=unit.floors,
        floor=unit.floor,
        built=unit.built,
    )
    one_of_several = paper.holder_ord is not None
    keeper = [f"持证人：{right.holders[paper.holder_ord or 0].name}"] if one_of_several else []
    name = right_name(right.type, catalogue)
    return {
        "co_ownership": wording.co_ownership_line(
            right.co_ownership,
            [holder.name for holder in right.holders],
            [holder.share for holder in right.holders],
        ),
        "right_type": name,
        "nature": unit.land_right_nature or UNKNOWN,
        "use": use_in_words(unit.usage, catalogue) or UNKNOWN,
        "area": wording.area_line(land=unit.land_area, floor=unit.floor_area),
        "term": wording.term_line(
            name.split("/", maxsplit=1)[0], unit.land_term_to, unit.land_right_nature
        ),
        "other": _LINE.join((*keeper, *house)),
    }


def _proof(facts: Facts, right: NewRight) -> Values:
    lines = contents_of(right.type, right.fields)
    return {
        "matter": right_name(right.type, facts.catalogue),
        "obligors": wording.holders_line([p.name for p in _owners(facts, right)]) or UNKNOWN,
        "other": _LINE.join(lines),
    }


def contents_of(kind: str, fields: Mapping[str, object]) -> Sequence[str]:
    """Return the lines in which paper and book say what a right contains."""
    return _OTHER.get(kind, _contents)(fields, _amount(fields))


def _contents(fields: Mapping[str, object], _amount: int | None) -> Sequence[str]:
    lines = [str(fields["matter"])] if fields.get("matter") else []
    if fields.get("to"):
        lines.append(f"期限：{wording.span(fields)}")
    return lines


_OTHER: Mapping[str, Callable[[Mapping[str, object], int | None], Sequence[str]]] = {
    MORTGAGE: wording.mortgage_lines,
    NOTICE: wording.notice_lines,
    SEIZURE: wording.seizure_lines,
}


def _amount(fields: Mapping[str, object]) -> int | None:
    amount = fields.get("amount") or fields.get("price")
    return None if amount is None else parse_fen(str(amount))


def right_name(code: str, catalogue: Catalogue) -> str:
    """Return a right by its name in the code table."""
    table = catalogue.codes["right_type"]
    return table.zh(code) if code in table.by_code else code


def _owners(facts: Facts, right: NewRight) -> Sequence[Person]:
    named = facts.application.of("obligor")
    if named:
        return named
    owned = next((unit.ownership for unit in facts.units if unit.code == right.unit_code), None)
    return owned.holders if owned else ()


def _as_entered(planned: Mapping[UUID, NewRight], facts: Facts, right_id: UUID) -> NewRight:
    """Return a right of the plan, or one that stands already and gets another paper."""
    if right_id in planned:
        return planned[right_id]
    known = (*facts.acted, *(right for unit in facts.units for right in unit.rights))
    return _standing(next(right for right in known if right.id == right_id), facts)


def _standing(right: RightFacts, facts: Facts) -> NewRight:
    return NewRight(
        id=right.id,
        unit_code=right.unit_code,
        type=right.type,
        holders=right.holders,
        co_ownership=right.co_ownership,
        fields=right.fields,
        reason=facts.application.reason,
        registration_type=facts.item.registration_type,
        group_id=right.group_id,
    )


def _unit_after(facts: Facts, plan: Plan, code: str) -> Unit:
    known: Sequence[Unit] = (*plan.units, *facts.units, *facts.parcels.values())
    return next((unit for unit in known if unit.code == code), facts.units[0])
