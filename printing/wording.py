"""How each field of a certificate or proof is worded (不动产登记簿证样式, filling rules)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from forms.checks.area import format_area
from forms.checks.dates import format_day_zh
from forms.checks.money import format_wan, parse_fen
from forms.checks.shares import format_share
from forms.checks.unit_code import parse_unit_code


def holders_line(names: Sequence[str]) -> str:
    """Name all holders, as 合一证 does."""
    return "、".join(names)


def co_ownership_line(
    kind: str | None, names: Sequence[str], shares: Sequence[Fraction | None]
) -> str:
    """Word 共有情况: sole, joint, or by shares with each holder's share."""
    if kind == "shares":
        parts = (
            f"{name}:{format_share(share)}"
            for name, share in zip(names, shares, strict=True)
            if share is not None
        )
        return f"按份共有：{','.join(parts)}。"
    return {"joint": "共同共有", "sole": "单独所有"}.get(kind or "", "单独所有")


def unit_line(code: str) -> str:
    """Write the unit code in its four groups, 6 + 6 + 7 + 9."""
    return parse_unit_code(code).display


def area_line(*, land: int | None, floor: int | None) -> str:
    """Word 面积 in m² with two decimals; land and building apart."""
    parts = []
    if land is not None:
        parts.append(
            f"宗地面积：{format_area(land)}㎡" if floor is not None else format_area(land) + "㎡"
        )
    if floor is not None:
        parts.append(f"房屋建筑面积：{format_area(floor)}㎡")
    return "/".join(parts) or "——"


def term_line(right: str, until: date | None, nature: str | None) -> str:
    """Word 使用期限: until when the land may be used, or without term where it was allocated."""
    if until is not None:
        return f"{right}至{format_day_zh(until)}止"
    if nature and "划拨" in nature:
        return f"{right}无固定期限（划拨）"
    return "——"


def pair_line(land: str | None, building: str | None) -> str:
    """Write what land and building have, with a stroke between."""
    return "/".join(part for part in (land, building) if part) or "——"


def house_lines(
    *,
    structure: str | None,
    inner: int | None,
    shared: int | None,
    floors: int | None,
    floor: str | None,
    built: int | None,
) -> tuple[str, ...]:
    """Word 权利其他状况 of a house: structure, areas, floors, year; what is unknown is left out."""
    lines = []
    if structure:
        lines.append(f"房屋结构：{structure}")
    if inner is not None:
        shared_text = f"，分摊建筑面积：{format_area(shared)}㎡" if shared is not None else ""
        lines.append(f"专有建筑面积：{format_area(inner)}㎡{shared_text}")
    if floors is not None:
        at = f"，所在层：{floor}层" if floor else ""
        lines.append(f"房屋总层数：{floors}层{at}")
    if built is not None:
        lines.append(f"房屋竣工时间：{built}年")
    return tuple(lines)


def span(fields: Mapping[str, object]) -> str:
    """Word a period from its two days."""
    days = [
        format_day_zh(date.fromisoformat(str(fields[k]))) for k in ("from", "to") if fields.get(k)
    ]
    return "至".join(days)


def mortgage_lines(fields: Mapping[str, object], amount: int | None) -> tuple[str, ...]:
    """Word 其他 of a mortgage (登记簿填写说明 B.12)."""
    most = fields.get("mortgage_kind") == "maximum"
    lines = [f"抵押方式：{'最高额抵押' if most else '一般抵押'}"]
    if fields.get("mortgage_kind") == "construction":
        lines.append("抵押不动产类型：土地和在建建筑物")
    lines += _claims(fields, amount, most=most)
    if fields.get("from") or fields.get("to"):
        label = "债权确定期间" if most else "债务履行期限"
        lines.append(f"{label}：{span(fields)}")
    if "transfer_restricted" in fields:
        agreed = "是" if fields["transfer_restricted"] else "否"
        lines.append(f"是否存在禁止或限制转让抵押不动产的约定：{agreed}")
    return tuple(lines)


SEIZURE_KINDS = {"1": "查封", "2": "轮候查封", "3": "预查封", "4": "轮候预查封", "5": "续封"}


def seizure_lines(fields: Mapping[str, object], amount: int | None) -> tuple[str, ...]:
    """Word a seizure: organ, kind, order and period."""
    lines = []
    if fields.get("seizure_kind"):
        lines.append(f"查封类型：{SEIZURE_KINDS.get(str(fields['seizure_kind']), '查封')}")
    if fields.get("document_no"):
        lines.append(f"查封文号：{fields['document_no']}")
    if fields.get("from") or fields.get("to"):
        lines.append(f"查封期限：{span(fields)}")
    return tuple(lines)


def _claims(fields: Mapping[str, object], amount: int | None, *, most: bool) -> Iterator[str]:
    fixed = most and fields.get("crystallised") is True
    label = "最高债权额" if most else "被担保主债权数额"
    if fixed and fields.get("most"):
        yield f"{label}：{format_wan(parse_fen(str(fields['most'])))}"
        label = "确定的债权数额"
    if amount is not None:
        yield f"{label}：{format_wan(amount)}"
    if fixed:
        yield "最高额抵押权已确定"


NOTICE_KINDS = {
    "1": "预售商品房买卖预告登记",
    "2": "其它不动产买卖预告登记",
    "3": "预售商品房抵押权预告登记",
    "4": "其它不动产抵押权预告登记",
}


def notice_lines(fields: Mapping[str, object], amount: int | None) -> tuple[str, ...]:
    """Word 其他 of an advance notice: its kind, contract, amount, period."""
    lines = []
    if fields.get("notice_kind"):
        lines.append(f"预告登记种类：{NOTICE_KINDS[str(fields['notice_kind'])]}")
    if fields.get("contract_no"):
        lines.append(f"合同编号：{fields['contract_no']}")
    if amount is not None:
        secured = str(fields.get("notice_kind")) in ("3", "4")
        label = "被担保主债权数额" if secured else "取得价格"
        lines.append(f"{label}：{format_wan(amount)}")
    if fields.get("from") or fields.get("to"):
        lines.append(f"债务履行期限：{span(fields)}")
    return tuple(lines)
