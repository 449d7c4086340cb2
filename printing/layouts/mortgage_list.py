"""抵押物清单: every unit that one mortgage covers (S2 dyawqd)."""

from dataclasses import dataclass

from printing.layout import Column, Form, Layout, Page, Table
from printing.layouts import samples
from printing.layouts.letterhead import FLOW_TOP, LANDSCAPE, head, signatures


@dataclass(frozen=True, slots=True, kw_only=True)
class MortgageList:
    """The values of a list of mortgaged things."""

    centre: str
    case_no: str
    mortgagees: str
    amount: str
    rows: tuple[tuple[str, str, str, str, str, str, str], ...]
    total: str
    day: str
    rehearsal: bool


LONGEST = MortgageList(
    centre=samples.CENTRE,
    case_no=samples.CASE,
    mortgagees="、".join([samples.BANK] * 4),
    amount="最高债权额99999.9999万元",
    rows=tuple(
        (
            str(n),
            samples.NAME,
            samples.UNIT,
            samples.PLACE,
            "99999999.99㎡\n城镇住宅用地\n出让",
            "99999999.99㎡\n成套住宅",
            samples.NUMBER,
        )
        for n in range(1, 41)
    ),
    total="抵押物40项，宗地面积合计99999999.99㎡，建筑面积合计99999999.99㎡",
    day=samples.DAY,
    rehearsal=True,
)
LAYOUT = Layout(
    page=LANDSCAPE,
    pages=(Page(parts=head("抵押物清单", wide=LANDSCAPE[0])),),
    flow_top=FLOW_TOP,
    flow=(
        Form(rows=((("抵押权人", "{mortgagees}"),), (("担保债权", "{amount}"),)), before=0),
        Table(
            columns=(
                Column(title="序号", width=14, align="center"),
                Column(title="抵押人", width=40),
                Column(title="不动产单元号", width=40),
                Column(title="坐落", width=60),
                Column(title="宗地面积、用途、性质", width=36),
                Column(title="建筑面积、用途", width=31),
                Column(title="原不动产权证号", width=40),
            ),
            rows="rows",
            size=9,
        ),
        Form(rows=((("合计", "{total}"),),)),
    ),
    closing=signatures("抵押人签章：", "抵押权人："),
    closing_height=34,
    numbered=True,
)
