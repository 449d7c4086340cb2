"""不动产登记证明: one landscape A4 sheet, its form and what is written into it."""

from dataclasses import dataclass

from printing.layout import Box, Layout, Line, Page, Part, Qr, Text
from printing.typefaces import SERIF_BOLD

MARGIN = 10.0
A4_LANDSCAPE = (297.0, 210.0)
STATEMENT = (
    "　　根据《中华人民共和国民法典》等法律法规，为保护申请人合法权益，对申请人申请登记的本证明所列"
    "不动产权利或登记事项，经审查核实，准予登记，颁发此证明。"
)
ROWS = (
    ("证明权利或事项", "matter", 23.3),
    ("权利人（申请人）", "holders", 35.9),
    ("义务人", "obligors", 48.2),
    ("坐　落", "location", 61.0),
    ("不动产单元号", "unit", 73.2),
    ("其　他", "other", 87.0),
    ("附　记", "notes", 125.6),
)
ROWS_END = 178.0
LABELS_LEFT, VALUES_LEFT, VALUES_WIDTH = 146.0, 182.6, 86.0
CORNERS = (
    (LABELS_LEFT + MARGIN, ROWS[0][2] + MARGIN),
    (VALUES_LEFT + VALUES_WIDTH + MARGIN + 1, ROWS[0][2] + MARGIN),
    (LABELS_LEFT + MARGIN, ROWS_END + MARGIN),
    (VALUES_LEFT + VALUES_WIDTH + MARGIN + 1, ROWS_END + MARGIN),
)
"""Where the frame of the form has its corners: what a printer is measured by."""
AIR = 1.8  # mm above and below a text that begins at the top of its box
SIZES = (12.0, 10.5, 9.0, 8.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What is written on one proof."""

    province: str
    year: str
    place: str
    no: str  # seven digits
    matter: str
    holders: str
    obligors: str
    location: str
    unit: str
    other: str  # lines
    notes: str  # lines
    authority: str
    day_year: str
    day_month: str
    day_day: str
    serial: str
    qr: str
    rehearsal: bool


LONGEST = Proof(
    province="吉",
    year="2018",
    place="辽源市",
    no="9999999",
    matter="预告登记（预售商品房抵押权）",
    holders="中国邮政储蓄银行股份有限公司辽源市分行",
    obligors="、".join(["阿卜杜热西提·阿卜杜克热木"] * 6),
    location="辽源市龙山区人民大街仙城国际花园东区甲12号楼3单元2501室等3处",
    unit="220402 001002 GB00015 F00030012等3个",
    other="抵押方式：最高额抵押\n最高债权额：12345.6789万元\n"
    "债权确定期间：2018年03月26日至2038年03月25日\n是否存在禁止或限制转让抵押不动产的约定：否",
    notes="担保范围以合同约定为准。",
    authority="辽源市国土资源局",
    day_year="2018",
    day_month="03",
    day_day="26",
    serial="22118000001",
    qr="吉（2018）辽源市不动产证明第9999999号|220402001002GB00015F00030012|2018-9999999|2018-03-26|01234567|0123456789abcdef0123456789abcdef",
    rehearsal=True,
)


def _at(x: float, y: float, width: float, height: float, say: str, **how: object) -> Text:
    return Text(x=x + MARGIN, y=y + MARGIN, width=width, height=height, say=say, **how)  # type: ignore[arg-type]


def _ends() -> tuple[float, ...]:
    return (*(row[2] for row in ROWS[1:]), ROWS_END)


def _written() -> tuple[Part, ...]:
    head: tuple[Part, ...] = (
        _at(145.8, 13.3, 11, 6, "{province}", sizes=(12,), align="center"),
        _at(156.7, 13.3, 14, 6, "{year}", sizes=(12,), align="center"),
        _at(176.5, 13.3, 22, 6, "{place}", sizes=(12, 10, 8), align="center"),
        _at(230.6, 13.3, 25, 6, "{no}", sizes=(12,), align="center"),
        _at(71.3, 129, 15, 6, "{day_year}", sizes=(12,), align="center"),
        _at(91.0, 129, 10, 6, "{day_month}", sizes=(12,), align="center"),
        _at(106.1, 129, 10, 6, "{day_day}", sizes=(12,), align="center"),
        Qr(x=15 + MARGIN, y=91 + MARGIN, side=35, say="{qr}"),
    )
    rows = tuple(
        _at(
            VALUES_LEFT,
            top if key not in ("other", "notes") else top + AIR,
            VALUES_WIDTH,
            end - top if key not in ("other", "notes") else end - top - 2 * AIR,
            f"{{{key}}}",
            sizes=SIZES,
            middle=key not in ("other", "notes"),
            continues=label.replace("　", ""),
        )
        for (label, key, top), end in zip(ROWS, _ends(), strict=True)
    )
    return (*head, *rows)


def _form() -> tuple[Part, ...]:
    left, right = LABELS_LEFT + MARGIN, VALUES_LEFT + VALUES_WIDTH + MARGIN + 1
    top, bottom = ROWS[0][2] + MARGIN, ROWS_END + MARGIN
    divide = VALUES_LEFT + MARGIN - 1.5
    return (
        _at(0, 18, 130, 14, "不动产登记证明", sizes=(26,), align="center", face=SERIF_BOLD),
        _at(8, 40, 116, 44, STATEMENT, sizes=(13,), leading=1.7),
        _at(62, 110, 70, 14, "登记机构（章）\n{authority}", sizes=(12,)),
        *(
            _at(at, 129, 5, 6, sign, sizes=(12,), align="center")
            for at, sign in ((86, "年"), (101, "月"), (116, "日"))
        ),
        _at(0, 160, 130, 6, "中华人民共和国自然资源部监制", sizes=(10.5,), align="center"),
        _at(0, 170, 130, 6, "编号 № {serial}", sizes=(10.5,), align="center"),
        Line(x1=148.5, y1=MARGIN, x2=148.5, y2=200, weight=0.2),
        *(
            _at(at, 13.3, 6, 6, sign, sizes=(12,), align="center")
            for at, sign in ((153.5, "（"), (170.0, "）"), (255.5, "号"))
        ),
        _at(198.5, 13.3, 32, 6, "不动产证明第", sizes=(12,), align="center"),
        Box(x=left, y=top, width=right - left, height=bottom - top, weight=0.8),
        Line(x1=divide, y1=top, x2=divide, y2=bottom),
        *(Line(x1=left, y1=at + MARGIN, x2=right, y2=at + MARGIN) for _, _, at in ROWS[1:]),
        *(
            _at(
                LABELS_LEFT + 0.5,
                start,
                VALUES_LEFT - LABELS_LEFT - 3,
                end - start,
                label,
                sizes=(11, 10),
                align="center",
                middle=True,
            )
            for (label, _, start), end in zip(ROWS, _ends(), strict=True)
        ),
    )


LAYOUT = Layout(page=A4_LANDSCAPE, pages=(Page(form=_form(), parts=_written()),))
