"""公告 and 遗失（灭失）声明: what is made public before an entry, and until when one may object."""

from dataclasses import dataclass

from printing.layout import Column, Layout, Page, Paragraph, Table
from printing.layouts import samples
from printing.layouts.letterhead import A4, FLOW_TOP, head

Row = tuple[str, str, str, str, str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """The values of an announcement."""

    centre: str
    case_no: str
    kind: str  # as its title names it
    intent: str  # what the centre is going to do
    basis: str
    rows: tuple[Row, ...]  # number, who, which right, where, unit, area, use, note
    days: str
    until: str
    authority: str
    day: str
    rehearsal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LossStatement:
    """The values of a statement that a paper was lost; the holder makes it, the centre posts it."""

    centre: str
    case_no: str
    holders: str
    numbers: str
    location: str
    units: str
    days: str
    until: str
    authority: str
    day: str
    rehearsal: bool


LONGEST = Announcement(
    centre=samples.CENTRE,
    case_no=samples.CASE,
    kind="继承/受遗赠公告",
    intent="予以首次登记",
    basis="《不动产登记暂行条例实施细则》第十七条",
    rows=tuple(
        (
            str(n),
            "、".join([samples.NAME] * 3),
            samples.RIGHT,
            samples.PLACE,
            samples.UNIT,
            "99999999.99㎡/99999999.99㎡",
            "城镇住宅用地/成套住宅",
            samples.ITEM,
        )
        for n in range(1, 13)
    ),
    days="15",
    until="2018年04月17日",
    authority=samples.AUTHORITY,
    day=samples.DAY,
    rehearsal=True,
)
LAYOUT = Layout(
    page=A4,
    pages=(Page(parts=head("{kind}")),),
    flow_top=FLOW_TOP,
    flow=(
        Paragraph(
            say="经初步审定，我机构拟对下列不动产权利{intent}。根据{basis}的规定，现予公告。如有异议，"
            "请自本公告之日起{days}个工作日内（{until}之前，含当日）将异议书面材料送达我机构。"
            "逾期无人提出异议或者异议不成立的，我机构将予以登记。",
            indent=2,
            before=0,
        ),
        Table(
            columns=(
                Column(title="序号", width=11, align="center"),
                Column(title="权利人", width=27),
                Column(title="不动产权利类型", width=25),
                Column(title="坐落", width=34),
                Column(title="不动产单元号", width=26),
                Column(title="面积", width=19),
                Column(title="用途", width=15),
                Column(title="备注", width=17),
            ),
            rows="rows",
            size=8.5,
        ),
        Paragraph(say="异议书面材料送达及联系：{centre}登记受理窗口。", indent=2),
        Paragraph(say="公告单位（章）：{authority}", before=8, align="right"),
        Paragraph(say="{day}", align="right", before=1),
    ),
    numbered=True,
)

LOSS_LONGEST = LossStatement(
    centre=samples.CENTRE,
    case_no=samples.CASE,
    holders=samples.NAMES,
    numbers="、".join([samples.NUMBER] * 4),
    location=samples.PLACES,
    units=samples.UNITS,
    days="15",
    until="2018年04月17日",
    authority=samples.AUTHORITY,
    day=samples.DAY,
    rehearsal=True,
)
LOSS_LAYOUT = Layout(
    page=A4,
    pages=(Page(parts=head("遗失（灭失）声明")),),
    flow_top=FLOW_TOP,
    flow=(
        Paragraph(
            say="{holders}因保管不善，将坐落于{location}（不动产单元号：{units}）的{numbers}遗失（灭失）。"
            "根据《不动产登记暂行条例实施细则》第二十二条的规定申请补发，现声明该不动产权证书或者"
            "不动产登记证明作废。",
            indent=2,
            before=4,
        ),
        Paragraph(
            say="本声明在登记机构门户网站发布，期限为{days}个工作日，至{until}届满。届满后，"
            "登记机构将补发的事项记载于登记簿并予以补发，补发的证书、证明注明“补发”字样。",
            indent=2,
        ),
        Paragraph(say="声明人（签章）：　　　　　　　　　　", before=12, align="right"),
        Paragraph(say="发布机构（章）：{authority}", before=6, align="right"),
        Paragraph(say="{day}", align="right", before=1),
    ),
    numbered=True,
)
