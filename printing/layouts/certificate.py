"""不动产权证书: the booklet's two open spreads, its form and what is written in.

Positions are those of the printed form, in mm inside a margin of 10 mm; the trim size of the
pre-printed page differs between works and is set by the printer's calibration.
"""

from dataclasses import dataclass

from printing.layout import Box, Layout, Line, Page, Part, Qr, Text
from printing.typefaces import SERIF, SERIF_BOLD

MARGIN = 10.0
SPREAD = (340.0, 240.0)
STATEMENT = (
    "　　根据《中华人民共和国民法典》等法律法规，为保护不动产权利人合法权益，对不动产权利人申请"
    "登记的本证所列不动产权利，经审查核实，准予登记，颁发此证。"
)
ROWS = (
    ("权利人", "holders", 8.7),
    ("共有情况", "co_ownership", 22.1),
    ("坐　落", "location", 35.9),
    ("不动产单元号", "unit", 48.5),
    ("权利类型", "right_type", 62.5),
    ("权利性质", "nature", 77.6),
    ("用　途", "use", 89.9),
    ("面　积", "area", 104.3),
    ("使用期限", "term", 117.3),
    ("权利其他状况", "other", 132.5),
)
ROWS_END = 205.5
NOTES = (169.2, 10.6, 144.0, 168.0)
CORNERS = (
    (MARGIN, ROWS[0][2] + MARGIN),
    (NOTES[0] + NOTES[2] + MARGIN, NOTES[1] + MARGIN),
    (MARGIN, ROWS_END + MARGIN),
    (NOTES[0] + NOTES[2] + MARGIN, NOTES[1] + NOTES[3] + MARGIN),
)
"""Where the frames of the form have their outer corners: what a printer is measured by."""
LABELS_RIGHT, VALUES_LEFT, VALUES_WIDTH = 26.0, 27.5, 108.0
AIR = 1.8  # mm above and below a text that begins at the top of its box
SIZES = (12.0, 10.5, 9.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What is written on one certificate."""

    province: str
    year: str
    place: str
    no: str  # seven digits
    holders: str
    co_ownership: str
    location: str
    unit: str
    right_type: str
    nature: str
    use: str
    area: str
    term: str
    other: str  # lines
    notes: str  # lines of 附记
    authority: str
    day_year: str
    day_month: str
    day_day: str
    serial: str  # printed serial of the sheet
    qr: str
    rehearsal: bool


LONGEST = Certificate(
    province="吉",
    year="2018",
    place="辽源市",
    no="9999999",
    holders="、".join(["阿卜杜热西提·阿卜杜克热木"] * 9),
    co_ownership="按份共有：" + ",".join(["阿卜杜热西提·阿卜杜克热木:1/9"] * 9) + "。",
    location="辽源市龙山区人民大街仙城国际花园东区甲12号楼3单元2501室（原仙城街道办事处第四居民委员会）",
    unit="220402 001002 GB00015 F00030012",
    right_type="国有建设用地使用权/房屋（构筑物）所有权",
    nature="出让/市场化商品房",
    use="城镇住宅用地/成套住宅",
    area="宗地面积：123456.78㎡/房屋建筑面积：1234.56㎡",
    term="国有建设用地使用权至2076年05月31日止",
    other="房屋结构：钢筋混凝土结构\n专有建筑面积：137.28㎡，分摊建筑面积：13.56㎡\n"
    "房屋总层数：33层，所在层：25层\n房屋竣工时间：2015年",
    notes="原证号：吉（2016）辽源市不动产权第0001013号，因遗失补发。\n抵押权：吉（2017）辽源市不动产证明第0000001号",
    authority="辽源市国土资源局",
    day_year="2018",
    day_month="03",
    day_day="26",
    serial="D22018000001",
    qr="吉（2018）辽源市不动产权第9999999号|220402001002GB00015F00030012|2018-9999999|2018-03-26|01234567|0123456789abcdef0123456789abcdef",
    rehearsal=True,
)


def _at(x: float, y: float, width: float, height: float, say: str, **how: object) -> Text:
    return Text(x=x + MARGIN, y=y + MARGIN, width=width, height=height, say=say, **how)  # type: ignore[arg-type]


def _ends() -> tuple[float, ...]:
    return (*(row[2] for row in ROWS[1:]), ROWS_END)


def _written() -> tuple[Part, ...]:
    """Everything written into the form on the second spread."""
    head: tuple[Part, ...] = (
        _at(7.9, 0.7, 13, 6, "{province}", sizes=(12,), align="center"),
        _at(22.2, 0.7, 14, 6, "{year}", sizes=(12,), align="center"),
        _at(46.5, 0.7, 25, 6, "{place}", sizes=(12, 10, 8), align="center"),
        _at(104.8, 0.7, 25, 6, "{no}", sizes=(12,), align="center"),
    )
    rows = tuple(
        _at(
            VALUES_LEFT,
            top if key != "other" else top + AIR,
            VALUES_WIDTH,
            end - top if key != "other" else end - top - 2 * AIR,
            f"{{{key}}}",
            sizes=SIZES,
            middle=key != "other",
            continues=label.replace("　", ""),
        )
        for (label, key, top), end in zip(ROWS, _ends(), strict=True)
    )
    x, y, width, height = NOTES
    notes = _at(
        x + 2, y + 2, width - 4, height - 4, "{notes}", sizes=SIZES, continues="附记", leading=1.5
    )
    return (*head, *rows, notes)


def _dated() -> tuple[Part, ...]:
    """Date and QR on the first spread."""
    return (
        _at(175, 142, 12, 6, "{day_year}", sizes=(12,), align="center"),
        _at(205, 142, 10, 6, "{day_month}", sizes=(12,), align="center"),
        _at(236, 142, 10, 6, "{day_day}", sizes=(12,), align="center"),
        Qr(x=208 + MARGIN, y=10 + MARGIN, side=30, say="{qr}"),
    )


def _form_first() -> tuple[Part, ...]:
    right = 158.0
    return (
        _at(0, 70, 150, 14, "中华人民共和国", sizes=(22,), align="center", face=SERIF_BOLD),
        _at(0, 88, 150, 18, "不动产权证书", sizes=(34,), align="center", face=SERIF_BOLD),
        Line(x1=right, y1=MARGIN, x2=right, y2=230, weight=0.2),
        _at(165, 62, 142, 46, STATEMENT, sizes=(14,), leading=1.7),
        _at(165, 124, 142, 8, "登记机构（章）　{authority}", sizes=(13,)),
        _at(188, 142, 14, 6, "年", sizes=(12,), align="center"),
        _at(217, 142, 14, 6, "月", sizes=(12,), align="center"),
        _at(247, 142, 14, 6, "日", sizes=(12,), align="center"),
        _at(165, 196, 142, 6, "中华人民共和国自然资源部监制", sizes=(11,), align="center"),
        _at(165, 205, 142, 6, "编号 № {serial}", sizes=(11,), align="center"),
    )


def _form_second() -> tuple[Part, ...]:
    left, right = MARGIN, VALUES_LEFT + VALUES_WIDTH + MARGIN + 1
    top, bottom = ROWS[0][2] + MARGIN, ROWS_END + MARGIN
    x, y, width, height = NOTES
    lines = tuple(
        Line(x1=left, y1=start + MARGIN, x2=right, y2=start + MARGIN) for _, _, start in ROWS[1:]
    )
    labels = tuple(
        _at(
            0.5,
            start,
            LABELS_RIGHT - 1,
            end - start,
            label,
            sizes=(11,),
            align="center",
            middle=True,
        )
        for (label, _, start), end in zip(ROWS, _ends(), strict=True)
    )
    return (
        *(
            _at(at, 0.7, 8, 6, sign, sizes=(12,), align="center", face=SERIF)
            for at, sign in ((17.6, "（"), (35.2, "）"), (129.5, "号"))
        ),
        _at(71.5, 0.7, 33, 6, "不动产权第", sizes=(12,), align="center"),
        Box(x=left, y=top, width=right - left, height=bottom - top, weight=0.8),
        Line(x1=left + LABELS_RIGHT, y1=top, x2=left + LABELS_RIGHT, y2=bottom),
        *lines,
        *labels,
        _at(x, y - 8, width, 7, "附　记", sizes=(12,), align="center"),
        Box(x=x + MARGIN, y=y + MARGIN, width=width, height=height, weight=0.8),
    )


LAYOUT = Layout(
    page=SPREAD,
    pages=(
        Page(form=_form_first(), parts=_dated()),
        Page(form=_form_second(), parts=_written()),
    ),
)
