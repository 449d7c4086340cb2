"""How the papers say things: rights, shares, areas, terms in the words of the certificate."""

from collections.abc import Mapping, Sequence
from datetime import date

from desk.workflow.application import Person
from desk.workflow.effects.plan import NewRight
from desk.workflow.facts import (
    EASEMENT,
    HABITATION,
    MORTGAGE,
    NOTICE,
    OBJECTION,
    UnitFacts,
)
from forms.catalogue import Catalogue
from forms.checks.area import format_area
from forms.checks.dates import format_day_zh
from forms.checks.money import format_wan, parse_fen
from forms.checks.shares import format_share

CO_OWNERSHIP = {"sole": "单独所有", "joint": "共同共有", "shares": "按份共有"}
_NOTHING = "/"
_LINE = "\n"


def names(holders: Sequence[Person]) -> str:
    """Return the names of all holders as a certificate lists them."""
    return "，".join(holder.name for holder in holders)


def co_ownership(kind: str | None, holders: Sequence[Person]) -> str:
    """Return how holders own, with the share of each where they own by shares."""
    words = CO_OWNERSHIP.get(kind or "sole", CO_OWNERSHIP["sole"])
    if kind != "shares":
        return words
    shares = "，".join(f"{h.name}：{format_share(h.share)}" for h in holders if h.share is not None)
    return f"{words}　{shares}" if shares else words


def right_type(code: str, catalogue: Catalogue) -> str:
    """Return the name of a type of right."""
    table = catalogue.codes["right_type"]
    return table.zh(code) if code in table.by_code else code


def usage(code: str, catalogue: Catalogue) -> str:
    """Return a planned use in words, also where it is kept as a code."""
    for name in ("house_use", "land_use"):
        table = catalogue.codes[name]
        if code in table.by_code:
            return table.zh(code)
    return code


def area(unit: UnitFacts) -> str:
    """Return the areas of a unit, land before building."""
    parts = []
    if unit.land_area is not None:
        parts.append(f"宗地面积：{format_area(unit.land_area)}㎡")
    if unit.floor_area is not None:
        parts.append(f"房屋建筑面积：{format_area(unit.floor_area)}㎡")
    return "/".join(parts) or _NOTHING


def term(unit: UnitFacts) -> str:
    """Return until when the land may be used."""
    if unit.land_term_to is None:
        return _NOTHING
    return f"{unit.land_right_nature or ''}至{format_day_zh(unit.land_term_to)}止"


def other_facts(unit: UnitFacts) -> str:
    """Return the rest of what a certificate says of a house: structure, areas, storeys, year."""
    lines = []
    if unit.structure:
        lines.append(f"房屋结构：{unit.structure}")
    if unit.inner_area is not None:
        shared = format_area(unit.shared_area or 0)
        lines.append(f"专有建筑面积：{format_area(unit.inner_area)}㎡，分摊建筑面积：{shared}㎡")
    if unit.floors is not None:
        lines.append(f"房屋总层数：{unit.floors}层，所在层：{unit.floor or '—'}层")
    if unit.built is not None:
        lines.append(f"房屋竣工时间：{unit.built}年")
    return _LINE.join(lines) or _NOTHING


def proved(right: NewRight, catalogue: Catalogue) -> str:
    """Return the right or matter that a proof proves."""
    if right.type == NOTICE:
        kind = str(right.fields.get("notice_kind", ""))
        table = catalogue.codes["notice_kind"]
        return f"预告登记（{table.zh(kind)}）" if kind in table.by_code else "预告登记"
    return right_type(right.type, catalogue)


def other_of_right(right: NewRight, catalogue: Catalogue) -> str:
    """Return what a proof says beside the kind of right: kind, amount, term, contents."""
    fields = right.fields
    lines = list(_OTHER.get(right.type, _contents)(fields, catalogue))
    return _LINE.join(lines) or _NOTHING


def _mortgage(fields: Mapping[str, object], catalogue: Catalogue) -> list[str]:
    kind = str(fields.get("mortgage_kind", "general"))
    table = catalogue.codes["mortgage_kind"]
    most = kind == "maximum"
    lines = [f"抵押方式：{table.zh(kind) if kind in table.by_code else kind}"]
    if fields.get("amount"):
        words = "最高债权额" if most else "被担保主债权数额"
        lines.append(f"{words}：{format_wan(parse_fen(str(fields['amount'])))}")
    lines += _period("债权确定期间" if most else "债务履行期限", fields)
    if fields.get("transfer_restricted") is not None:
        restricted = "是" if fields["transfer_restricted"] else "否"
        lines.append(f"是否存在禁止或限制转让抵押不动产的约定：{restricted}")
    return lines


def _notice(fields: Mapping[str, object], catalogue: Catalogue) -> list[str]:
    lines = []
    if fields.get("contract_no"):
        lines.append(f"合同编号：{fields['contract_no']}")
    for key, words in (("price", "价款"), ("amount", "被担保主债权数额")):
        if fields.get(key):
            lines.append(f"{words}：{format_wan(parse_fen(str(fields[key])))}")
    return lines + _period("债务履行期限", fields)


def _contents(fields: Mapping[str, object], _catalogue: Catalogue) -> list[str]:
    matter = [str(fields["matter"])] if fields.get("matter") else []
    return matter + _period("期限", fields)


def _period(words: str, fields: Mapping[str, object]) -> list[str]:
    first, last = fields.get("from"), fields.get("to")
    if not last:
        return []
    start = format_day_zh(date.fromisoformat(str(first))) if first else ""
    return [f"{words}：{start}至{format_day_zh(date.fromisoformat(str(last)))}"]


_OTHER = {
    MORTGAGE: _mortgage,
    NOTICE: _notice,
    EASEMENT: _contents,
    HABITATION: _contents,
    OBJECTION: _contents,
}
