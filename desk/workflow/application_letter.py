"""What an application form 不动产登记申请书 says: all that was keyed, for both sides to sign."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from desk.workflow.act import Act
from desk.workflow.application import Party
from desk.workflow.evidence.words import answer_words
from desk.workflow.facts import Facts, UnitFacts
from desk.workflow.interview_letter import ROLES
from desk.workflow.letters import UNKNOWN, head, location, materials, units
from desk.workflow.readings.kinds import use_in_words
from forms.checks.area import format_area
from forms.tables import CodeTable
from printing.wording import co_ownership_line

Values = dict[str, Any]
Rows = list[list[tuple[str, str]]]
_LAND, _HOUSE, _OTHER = "土地所有权", "房屋所有权", "其他"
_BOXES = {
    _LAND: {"1", "2"},
    "国有建设用地使用权": {"3", "4"},
    "宅基地使用权": {"5", "6"},
    "集体建设用地使用权": {"7", "8"},
    "土地承包经营权": {"9", "10"},
    "林地使用权": {"11", "12"},
    "海域使用权": {"15", "16"},
    "无居民海岛使用权": {"17", "18"},
    _HOUSE: {"4", "6", "8"},
    "构筑物所有权": {"16", "18"},
    "森林、林木所有权、使用权": {"10", "12"},
    "抵押权": {"23"},
    "地役权": {"19"},
    "居住权": {"92"},
}
_KINDS = ("首次", "转移", "变更", "注销", "更正", "异议", "预告", "查封", "其他")
_CERTIFICATES_SHOWN = 4
_GAP = "　"


def application_form(act: Act, facts: Facts, number: str) -> Values:
    """Return the values of an application form, filled in."""
    application, item = facts.application, facts.item
    listed = materials(facts.catalogue, sorted(facts.materials))
    copies = application.fields.get("copies")
    holders = application.of("holder")
    shared = co_ownership_line(
        application.co_ownership, [one.name for one in holders], [one.share for one in holders]
    )
    return {
        **head(act, item.name, number),
        "clerk": act.person_name,
        "window": f"{act.window}号窗口" if act.window is not None else UNKNOWN,
        "rights": _ticked(_BOXES, _right_boxes(_right_of(facts))),
        "kinds": _ticked(_KINDS, _kinds(facts)),
        "people": _people(facts),
        "property": [("不动产情况", _property(facts))],
        "contents": [("申请登记的内容", rows)] if (rows := _contents(facts)) else [],
        "reason": application.reason or UNKNOWN,
        "proofs": "；".join(f"{n}. {name}（{form}）" for n, name, form in listed) or UNKNOWN,
        "paper_form": "单一版",
        "one_each": f"是，{copies}份" if _is_several(copies) else "否",
        "notes": f"共有情况：{shared}" if application.co_ownership else UNKNOWN,
        "left": ROLES["holder"],
        "right": ROLES["obligor"] if application.of("obligor") else "其他申请人",
    }


def _is_several(copies: object) -> bool:
    return isinstance(copies, int) and copies > 1


def _right_of(facts: Facts) -> str | None:
    """Return the right applied for: the item's only one, else that acted on, else the unit's."""
    known = facts.item.right_types
    if len(known) == 1:
        return known[0]
    owned = [unit.ownership for unit in facts.units]
    found = (right.type for right in (facts.acted_right, *owned) if right)
    return next((kind for kind in found if kind in known), None)


def _right_boxes(kind: str | None) -> set[str]:
    return {name for name, kinds in _BOXES.items() if kind in kinds} or {_OTHER}


def _kinds(facts: Facts) -> set[str]:
    table = facts.catalogue.codes["registration_type"]
    wanted = (facts.item.registration_type, *facts.item.registration_types_also)
    return {table.zh(str(code)).removesuffix("登记") for code in wanted}


def _ticked(names: Iterable[str], chosen: set[str]) -> str:
    every = dict.fromkeys((*names, _OTHER))
    return _GAP.join(f"{'■' if name in chosen else '□'}{name}" for name in every)


def _people(facts: Facts) -> list[tuple[str, Rows]]:
    parties, kinds = facts.application.parties, facts.catalogue.codes["id_type"]
    many = Counter(party.role for party in parties)
    met: Counter[str] = Counter()
    found = []
    for party in sorted(parties, key=lambda one: list(ROLES).index(one.role)):
        met[party.role] += 1
        several = f"（{met[party.role]}）" if many[party.role] > 1 else ""
        found.append((f"{ROLES[party.role]}{several}", party))
    return [(title, _person(party, kinds)) for title, party in found]


def _person(party: Party, kinds: CodeTable) -> Rows:
    kind = kinds.zh(party.id_type) if party.id_type in kinds.by_code else ""
    rows = [
        [
            ("姓名（名称）", party.name),
            ("身份证件", f"{kind}　{party.id_number}".strip("　") or UNKNOWN),
        ],
        [("通讯地址", party.address or UNKNOWN), ("联系电话", party.phone or UNKNOWN)],
    ]
    if party.represented_by or party.share is not None:
        share = str(party.share) if party.share is not None else UNKNOWN
        rows.append([("法定代表人", party.represented_by or UNKNOWN), ("共有份额", share)])
    return rows


def _property(facts: Facts) -> Rows:
    first = facts.units[0] if facts.units else None
    return [
        [("坐落", location(facts))],
        [
            ("不动产单元号", units(facts)),
            ("不动产类型", facts.catalogue.codes["unit_kind"].zh(first.kind) if first else UNKNOWN),
        ],
        [
            ("宗地面积", _area(first.land_area if first else None)),
            ("建筑面积", _area(first.floor_area if first else None)),
        ],
        [
            ("用途", (use_in_words(first.usage, facts.catalogue) if first else "") or UNKNOWN),
            ("原权属证书号", _certificates(facts.units)),
        ],
    ]


def _certificates(found: Sequence[UnitFacts]) -> str:
    numbers = dict.fromkeys(
        unit.ownership.number for unit in found if unit.ownership and unit.ownership.number
    )
    shown = "\n".join(list(numbers)[:_CERTIFICATES_SHOWN]) or UNKNOWN
    return f"{shown}等{len(numbers)}本" if len(numbers) > _CERTIFICATES_SHOWN else shown


def _contents(facts: Facts) -> Rows:
    said = list(_answers(facts))
    return [said[place : place + 2] for place in range(0, len(said), 2)]


def _answers(facts: Facts) -> Iterator[tuple[str, str]]:
    for field in (*facts.item.fields, *facts.item.tolerated):
        value = facts.application.fields.get(field.key)
        if value not in (None, "") and isinstance(value, str | int | float | bool):
            yield field.label_zh, answer_words(field, value).zh


def _area(area: int | None) -> str:
    return f"{format_area(area)}㎡" if area is not None else UNKNOWN
