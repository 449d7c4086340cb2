"""不动产登记簿: what the book says of one unit at a moment, right by right (簿证样式 2015)."""

from dataclasses import dataclass

from printing.layout import Column, Form, Forms, Layout, Page, Paragraph, Table
from printing.layouts.letterhead import A4, FLOW_TOP, SEALED, SEALED_HEIGHT, head
from printing.typefaces import SANS, SANS_BOLD

Rows = tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPage:
    """The values of an extract: the unit, its rights as forms, what is under way."""

    centre: str
    case_no: str  # number of the extract
    unit: str
    moment: str  # as at
    asker: str
    relation: str
    purpose: str
    basic: tuple[tuple[str, Rows], ...]
    listed: tuple[tuple[str, str, str, str, str], ...]  # no, right, whose, since, state
    rights: tuple[tuple[str, Rows], ...]
    pending: tuple[tuple[str, str, str, str], ...]  # no, case, business, since
    clerk: str
    authority: str
    qr: str
    day: str
    rehearsal: bool


_RIGHT = "国有建设用地使用权/房屋（构筑物）所有权"
_NAME = "阿卜杜热西提·阿卜杜克热木"
LONGEST = RegisterPage(
    centre="辽源市不动产登记中心",
    case_no="CX2018-9999999",
    unit="220402 001002 GB00015 F00030012",
    moment="2018年03月26日 09:31:00",
    asker=f"{_NAME}（2204**********0078）",
    relation="权利人本人或者其代理人",
    purpose="子女入学、落户、住房保障等需要证明不动产状况",
    basic=(
        (
            "不动产基本状况",
            (
                (("坐落", "辽源市龙山区人民大街仙城国际花园东区甲12号楼3单元2501室"),),
                (("类别", "房屋"), ("竣工年份", "2018")),
                (("规划用途", "城镇住宅用地/成套住宅"), ("权利性质", "出让/市场化商品房")),
                (("房屋建筑面积", "189.62㎡"), ("专有/分摊", "150.00㎡/39.62㎡")),
                (
                    ("使用期限", "国有建设用地使用权至2078年03月26日止"),
                    ("房屋结构", "钢筋混凝土结构"),
                ),
            ),
        ),
    ),
    listed=tuple(
        (
            str(n),
            "国有建设用地使用权/房屋（构筑物）所有权",
            "、".join([_NAME] * 4),
            "2018-03-26",
            "现势",
        )
        for n in range(1, 12)
    ),
    rights=tuple(
        (
            f"第{n}号  抵押权",
            (
                (("权利人", "中国邮政储蓄银行股份有限公司辽源市分行"),),
                (("债权数额", "99999.9999万元"), ("抵押方式", "最高额抵押")),
                (("附记", "担保范围以合同约定为准。" * 6),),
            ),
        )
        for n in range(1, 12)
    ),
    pending=(("1", "2018-9999999", "继承、受遗赠转移登记（非公证）", "2018-03-26 09:30"),) * 3,
    clerk="上官婉清",
    authority="辽源市国土资源局",
    qr="CX2018-9999999|220402001002GB00015F00030012|2018-03-26T01:31:00|01234567|0123456789abcdef0123456789abcdef",
    day="2018年03月26日",
    rehearsal=True,
)

LAYOUT = Layout(
    page=A4,
    pages=(Page(parts=head("不动产登记簿")),),
    flow_top=FLOW_TOP,
    flow=(
        Form(
            rows=(
                (("不动产单元号", "{unit}"),),
                (("截至", "{moment}"), ("查询人", "{asker}")),
                (("查询人身份", "{relation}"), ("查询目的", "{purpose}")),
            ),
            before=0,
        ),
        Forms(of="basic"),
        Paragraph(say="不动产权利登记信息目录", face=SANS_BOLD, size=10.5, before=5),
        Table(
            columns=(
                Column(title="序号", width=12, align="center"),
                Column(title="权利", width=58),
                Column(title="权利人", width=60),
                Column(title="登记时间", width=26, align="center"),
                Column(title="状态", width=18, align="center"),
            ),
            rows="listed",
            size=9,
            empty="登记簿上没有权利",
            before=1,
        ),
        Forms(of="rights"),
        Paragraph(say="正在办理的登记", face=SANS_BOLD, size=10.5, before=5),
        Table(
            columns=(
                Column(title="序号", width=12, align="center"),
                Column(title="受理号", width=40),
                Column(title="业务", width=84),
                Column(title="受理时间", width=38, align="center"),
            ),
            rows="pending",
            size=9,
            empty="没有正在办理的登记",
            before=1,
        ),
        Paragraph(
            say="本件按登记簿在上列时刻的记载制作，以登记簿为准；查询结果只能用于申请时声明的目的，"
            "不得泄露。扫描二维码可以核验真伪。",
            size=8.5,
            face=SANS,
        ),
    ),
    closing=SEALED,
    closing_height=SEALED_HEIGHT,
    numbered=True,
)
