"""What an extract of the register and the result of a search say."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from desk.workflow.act import Act
from desk.workflow.application import Person
from desk.workflow.certificate_text import contents_of, right_name
from desk.workflow.clock import SHANGHAI
from desk.workflow.commands import ExtractPage, Search, SearchPerson
from desk.workflow.facts import MORTGAGE, NOTICE, OBJECTION, SEIZURE, RightFacts, UnitFacts
from desk.workflow.letters import UNKNOWN, minute
from desk.workflow.queries.register import OpenCaseRow, RightRow, UnitView
from desk.workflow.readings.kinds import use_in_words
from desk.workflow.readings.people import is_same
from forms.catalogue import Catalogue
from forms.checks.area import format_area
from forms.checks.dates import format_day_zh
from forms.checks.identity import masked_number
from printing import wording
from printing.seal import sealed_text

Values = dict[str, Any]
Form = tuple[str, list[list[tuple[str, str]]]]
INTENDING = "4"
RESULT, NOTHING = "不动产登记资料查询结果证明", "无房证明（不动产登记资料查询结果）"
WITHHELD = "（依资料查询办法不予提供）"
_LIMITS = ((SEIZURE, "查封"), (MORTGAGE, "抵押"), (NOTICE, "预告"), (OBJECTION, "异议"))


def register_page(
    act: Act, command: ExtractPage, view: UnitView, moment: datetime, number: str
) -> Values:
    """Return the values of a register page; who only intends a deal learns no names (办法 19)."""
    catalogue = act.setting.catalogue
    whole = command.relation != INTENDING
    rows = [row for row in view.rights if command.history or row.live]
    return {
        **_head(act, command, number, moment),
        "unit": wording.unit_line(view.unit.code),
        "basic": [_basic(catalogue, view.unit)],
        "listed": [
            [
                str(place),
                right_name(row.right.type, catalogue),
                (_holders(row.right) or UNKNOWN) if whole else WITHHELD,
                row.right.registered_at.astimezone(SHANGHAI).date().isoformat(),
                _state(row),
            ]
            for place, row in enumerate(rows, start=1)
        ],
        "rights": [_right(catalogue, place, row) for place, row in enumerate(rows, start=1)]
        if whole
        else [],
        "pending": [_pending(catalogue, n, case) for n, case in enumerate(view.open_cases, 1)],
        "qr": _sealed(act, number, view.unit.code, moment),
    }


def search_result(
    act: Act, command: SearchPerson, found: Sequence[UnitView], number: str
) -> Values:
    """Return the values of what was found of a person, or that nothing was."""
    catalogue = act.setting.catalogue
    kind = catalogue.codes["id_type"].zh(command.id_type)
    rows = list(_held(catalogue, found, searched(command)))
    counted = f"的不动产权利共{len(rows)}项，列明如下：" if rows else "的不动产权利：无。"
    return {
        **_head(act, command, number, act.now),
        "title": RESULT if rows else NOTHING,
        "subject": command.name,
        "identity": f"{kind} {command.id_number}",
        "region": f"{act.setting.centre.area_name}（{'、'.join(act.setting.centre.area_codes)}）",
        "finding": "经查询，截至上列时刻，本登记机构登记簿上以该姓名（名称）和证件号码登记"
        + counted,
        "rows": [[str(n), *row] for n, row in enumerate(rows, start=1)],
        "qr": _sealed(act, number, command.id_number, act.now),
    }


def searched(command: SearchPerson) -> Person:
    """Return the person who is searched for."""
    return Person(name=command.name, id_type=command.id_type, id_number=command.id_number)


def _held(
    catalogue: Catalogue, found: Sequence[UnitView], person: Person
) -> list[tuple[str, str, str, str]]:
    rows = []
    for view in found:
        limits = "、".join(word for kind, word in _LIMITS if view.unit.live(kind)) or "无"
        for row in view.rights:
            own = [holder for holder in row.right.holders if is_same(holder, person)]
            if row.live and own:
                shared = wording.co_ownership_line(row.right.co_ownership, [], [])
                share = f" {own[0].share}" if own[0].share else ""
                rows.append(
                    (
                        view.unit.location,
                        right_name(row.right.type, catalogue),
                        f"按份共有{share}" if row.right.co_ownership == "shares" else shared,
                        limits,
                    )
                )
    return rows


def _head(act: Act, command: Search, number: str, moment: datetime) -> Values:
    codes = act.setting.catalogue.codes
    asker = command.asker
    at = moment.astimezone(SHANGHAI)
    return {
        "centre": act.setting.centre_name,
        "case_no": number,
        "moment": f"{format_day_zh(at.date())} {at:%H:%M:%S}",
        "asker": f"{asker.name}（{masked_number(asker.id_number)}）",
        "relation": codes["query_relation"].zh(command.relation),
        "purpose": codes["query_purpose"].zh(command.purpose),
        "clerk": act.person_name,
        "authority": act.setting.centre.authority,
        "day": format_day_zh(act.day),
        "rehearsal": act.setting.centre.rehearsal,
    }


def _basic(catalogue: Catalogue, unit: UnitFacts) -> Form:
    inner = "/".join(
        f"{format_area(area)}㎡" for area in (unit.inner_area, unit.shared_area) if area is not None
    )
    floor = f"{unit.floor or UNKNOWN}层/共{unit.floors}层" if unit.floors is not None else UNKNOWN
    term = format_day_zh(unit.land_term_to) if unit.land_term_to else UNKNOWN
    rows = [
        [("坐落", unit.location)],
        [
            ("类别", catalogue.codes["unit_kind"].zh(unit.kind)),
            ("竣工年份", str(unit.built) if unit.built else UNKNOWN),
        ],
        [
            ("规划用途", use_in_words(unit.usage, catalogue) or UNKNOWN),
            ("权利性质", unit.land_right_nature or UNKNOWN),
        ],
        [
            ("宗地面积", f"{format_area(unit.land_area)}㎡" if unit.land_area else UNKNOWN),
            ("建筑面积", f"{format_area(unit.floor_area)}㎡" if unit.floor_area else UNKNOWN),
        ],
        [("专有/分摊面积", inner or UNKNOWN), ("所在层", floor)],
        [("土地使用期限至", term), ("房屋结构", unit.structure or UNKNOWN)],
    ]
    if unit.lock_reason:
        rows.append([("限制提示", unit.lock_reason)])
    if unit.ended:
        rows.append([("单元状态", "已注销，编码不再使用")])
    return "不动产基本状况", rows


def _right(catalogue: Catalogue, place: int, row: RightRow) -> Form:
    right = row.right
    kinds = catalogue.codes["registration_type"]
    kind = kinds.zh(str(row.registration_type)) if row.registration_type else "接收原登记"
    rows = [
        [(_whose(right.type), _with_identity(right.holders) or _organ(right))],
        [("登记类型", kind), ("登记原因", row.reason or UNKNOWN)],
        [
            ("证书（明）号", right.number or UNKNOWN),
            ("受理号", row.case_no or UNKNOWN),
        ],
        [("登记时间", minute(right.registered_at)), ("登簿人", row.registrar or UNKNOWN)],
    ]
    if right.is_ownership:
        shared = wording.co_ownership_line(
            right.co_ownership,
            [holder.name for holder in right.holders],
            [holder.share for holder in right.holders],
        )
        rows.insert(1, [("共有情况", shared)])
    said = list(contents_of(right.type, right.fields))
    if right.rank is not None:
        said.insert(0, _rank(right))
    if said:
        rows.append([("内容", "\n".join(said))])
    rows.append([("附记", _remarks(catalogue, row))])
    return f"第{place}号　{right_name(right.type, catalogue)}", rows


def _whose(kind: str) -> str:
    return {SEIZURE: "查封机关", MORTGAGE: "抵押权人", OBJECTION: "申请人"}.get(kind, "权利人")


def _organ(right: RightFacts) -> str:
    return str(right.fields.get("authority") or UNKNOWN)


def _rank(right: RightFacts) -> str:
    if right.type == SEIZURE:
        return "正在执行的查封" if right.rank == 0 else f"轮候查封第{right.rank}位"
    return f"顺位：第{right.rank}顺位"


def _with_identity(holders: Sequence[Person]) -> str:
    return "、".join(f"{one.name}（{masked_number(one.id_number)}）" for one in holders)


def _holders(right: RightFacts) -> str:
    return wording.holders_line([one.name for one in right.holders]) or _organ(right)


def _state(row: RightRow) -> str:
    if row.live:
        return "现势"
    return "历史" if row.right.closed else "已失效"


def _remarks(catalogue: Catalogue, row: RightRow) -> str:
    if row.closed_at is None or not row.right.closed:
        return "期限届满，已失效" if row.right.lapsed else UNKNOWN
    cause = catalogue.codes["closing_cause"].zh(row.cause or "")
    by = f"（受理号{row.closed_by}）" if row.closed_by else ""
    return f"{minute(row.closed_at)}　{cause}{by}"


def _pending(catalogue: Catalogue, n: int, case: OpenCaseRow) -> list[str]:
    item = catalogue.items.get(case.item or "")
    return [
        str(n),
        case.case_no or UNKNOWN,
        item.name if item else UNKNOWN,
        minute(case.accepted_at),
    ]


def _sealed(act: Act, number: str, what: str, moment: datetime) -> str:
    key = bytes.fromhex(act.setting.seal_key)
    return sealed_text(key, number, what, moment.isoformat(timespec="seconds"))
