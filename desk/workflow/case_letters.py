"""What the papers say that a case needs only at times: tax, mortgage list, announcement, ending."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from desk.workflow.act import Act
from desk.workflow.application import Party
from desk.workflow.certificate_text import contents_of, right_name
from desk.workflow.effects.plan import Plan
from desk.workflow.facts import MORTGAGE, SEIZURE, Facts, UnitFacts
from desk.workflow.letters import (
    UNKNOWN,
    applicants,
    case_number,
    head,
    location,
    materials,
    minute,
    units,
)
from desk.workflow.readings.kinds import use_in_words
from forms.checks.area import format_area
from forms.checks.dates import format_day_zh
from printing.wording import area_line, holders_line, span, unit_line

Values = dict[str, Any]
_RENEWED = "5"
LOSS = "遗失(灭失)声明"
_DEED_TAX_LAW = date(2021, 9, 1)


def tax_contact(act: Act, facts: Facts) -> Values:
    """Return the values of the slip by which a transfer is handed to the tax office."""
    fields = facts.application.fields
    first = facts.units[0] if facts.units else None
    price, signed, count = (fields.get(key) for key in ("price", "contract_date", "dwelling_count"))
    law = "契税法" if act.day >= _DEED_TAX_LAW else "契税暂行条例"
    return {
        **head(act, facts.item.name, case_number(facts)),
        "basis": f"{law}第十一条",
        "transferors": _people(facts.application.of("obligor")),
        "transferees": _people(facts.application.of("holder")),
        "location": location(facts),
        "units": units(facts),
        "usage": (use_in_words(first.usage, facts.catalogue) if first else "") or UNKNOWN,
        "floor_area": _sum(unit.floor_area for unit in facts.units),
        "price": f"{price}元" if price else UNKNOWN,
        "signed_on": format_day_zh(date.fromisoformat(str(signed))) if signed else UNKNOWN,
        "dwelling": f"家庭住房套数（含本套）：{count}" if count else UNKNOWN,
        "clerk": act.person_name,
    }


def mortgage_list(act: Act, facts: Facts, number: str) -> Values:
    """Return the values of the list of all that one mortgage covers."""
    said = contents_of(MORTGAGE, facts.application.fields)
    land = _sum(unit.land_area for unit in facts.units)
    floor = _sum(unit.floor_area for unit in facts.units)
    return {
        "centre": act.setting.centre_name,
        "case_no": number,
        "mortgagees": holders_line([one.name for one in facts.application.of("holder")]) or UNKNOWN,
        "amount": "；".join(said),
        "rows": [[str(n), *_mortgaged(facts, unit)] for n, unit in enumerate(facts.units, start=1)],
        "total": f"抵押物{len(facts.units)}项，宗地面积合计{land}，建筑面积合计{floor}",
        "day": format_day_zh(act.day),
        "rehearsal": act.setting.centre.rehearsal,
    }


def announcement(act: Act, facts: Facts) -> Values:
    """Return the values of an announcement, with the last day on which one may object."""
    needed = facts.item.announcement
    assert needed is not None  # asked for by who publishes it
    kind = facts.catalogue.codes["registration_type"].zh(str(facts.item.registration_type))
    return {
        **_published(act, case_number(facts), act.day, needed.days),
        "kind": needed.kind,
        "intent": f"予以{kind}",
        "basis": "《不动产登记暂行条例实施细则》第十七条",
        "rows": [[str(n), *_announced(facts, u)] for n, u in enumerate(facts.units, start=1)],
    }


def loss_statement(act: Act, facts: Facts, number: str) -> Values:
    """Return the values of a statement of loss (细则 22), as of the day on which it was posted."""
    needed = facts.item.announcement
    assert needed is not None  # asked for by who publishes it
    lost = [right.number for right in facts.acted if right.number]
    owned = [u.ownership.number for u in facts.units if u.ownership and u.ownership.number]
    stated = facts.application.fields.get("statement_date")
    since = date.fromisoformat(str(stated)) if stated else act.day
    return {
        **_published(act, number, since, needed.days),
        "holders": applicants(facts),
        "numbers": "、".join(dict.fromkeys(lost or owned)) or "不动产权证书（登记证明）",
        "location": location(facts),
        "units": units(facts),
    }


def withdrawal(act: Act, facts: Facts, reason: str) -> Values:
    """Return the values of a withdrawal, with the papers that are given back."""
    return {
        **head(act, facts.item.name, case_number(facts)),
        "applicants": applicants(facts),
        "location": location(facts),
        "reason": reason or UNKNOWN,
        "materials": materials(facts.catalogue, sorted(facts.materials)),
        "clerk": act.person_name,
        "authority": act.setting.centre.authority,
    }


def seizure_return(act: Act, facts: Facts, number: str, results: Iterable[str]) -> Values:
    """Return the values of a return of service: served to the minute, and what came of it."""
    fields = facts.application.fields
    organs = facts.application.of("organ")
    return {
        **head(act, facts.item.name, number),
        "organ": str(fields.get("authority") or holders_line([o.name for o in organs]) or UNKNOWN),
        "document_no": str(fields.get("document_no") or UNKNOWN),
        "served_at": minute(act.now),
        "term": span(fields) if fields.get("from") or fields.get("to") else UNKNOWN,
        "results": [
            [str(n), unit_line(unit.code), unit.location, result]
            for n, (unit, result) in enumerate(zip(facts.units, results, strict=True), start=1)
        ],
        "materials": materials(facts.catalogue, sorted(facts.materials)),
        "clerk": act.person_name,
        "authority": act.setting.centre.authority,
    }


def order_results(facts: Facts, plan: Plan) -> list[str]:
    """Say what an order becomes on each unit, which stands as it did before it."""
    kinds = {right.unit_code: right.fields.get("seizure_kind") for right in plan.rights}
    return [_result(facts, unit, kinds.get(unit.code)) for unit in facts.units]


def _result(facts: Facts, unit: UnitFacts, kind: object) -> str:
    if facts.item.act == "release":
        return "解除查封"
    if kind == _RENEWED:
        return "续行查封"
    waiting = len(unit.live(SEIZURE))
    return f"轮候查封第{waiting}位" if waiting else "查封"


def _published(act: Act, number: str, since: date, days: int) -> Values:
    return {
        "centre": act.setting.centre_name,
        "case_no": number,
        "days": str(days),
        "until": format_day_zh(act.setting.calendar.add_working_days(since, days)),
        "authority": act.setting.centre.authority,
        "day": format_day_zh(since),
        "rehearsal": act.setting.centre.rehearsal,
    }


def _people(parties: Iterable[Party]) -> str:
    return "\n".join(f"{one.name}　{one.id_number}" for one in parties) or UNKNOWN


def _sum(areas: Iterable[int | None]) -> str:
    known = [area for area in areas if area is not None]
    return f"{format_area(sum(known))}㎡" if known else UNKNOWN


def _mortgaged(facts: Facts, unit: UnitFacts) -> list[str]:
    given = holders_line([one.name for one in facts.application.of("obligor")])
    owned = unit.ownership
    return [
        (holders_line([one.name for one in owned.holders]) if owned else given) or UNKNOWN,
        unit_line(unit.code),
        unit.location,
        "\n".join(part for part in (_sum([unit.land_area]), unit.land_right_nature) if part),
        "\n".join((_sum([unit.floor_area]), use_in_words(unit.usage, facts.catalogue))),
        (owned.number if owned else None) or UNKNOWN,
    ]


def _announced(facts: Facts, unit: UnitFacts) -> list[str]:
    kinds = facts.item.right_types
    owned = unit.ownership
    kind = kinds[0] if len(kinds) == 1 or owned is None else owned.type
    return [
        holders_line([one.name for one in facts.application.of("holder")]) or applicants(facts),
        right_name(kind, facts.catalogue),
        unit.location,
        unit_line(unit.code),
        area_line(land=unit.land_area, floor=unit.floor_area) or UNKNOWN,
        use_in_words(unit.usage, facts.catalogue) or UNKNOWN,
        facts.item.name,
    ]
