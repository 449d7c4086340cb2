"""不动产登记资料查询结果证明: what a person holds here, or that nothing is entered for him."""

from dataclasses import dataclass

from printing.layout import Column, Form, Layout, Page, Paragraph, Table
from printing.layouts.letterhead import A4, FLOW_TOP, SEALED, SEALED_HEIGHT, head
from printing.typefaces import SANS


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """The values of a result; without rows it is a proof that nothing was found 无房证明."""

    centre: str
    title: str
    case_no: str  # number of the search
    subject: str
    identity: str
    moment: str
    region: str
    asker: str
    relation: str
    purpose: str
    finding: str  # the sentence of the result
    rows: tuple[tuple[str, str, str, str, str], ...]
    clerk: str
    authority: str
    qr: str
    day: str
    rehearsal: bool


_NAME = "阿卜杜热西提·阿卜杜克热木"
LONGEST = SearchResult(
    centre="辽源市不动产登记中心",
    title="不动产登记资料查询结果证明",
    case_no="CX2018-9999999",
    subject=_NAME,
    identity="身份证 220402198001010078",
    moment="2018年03月26日 09:31:00",
    region="辽源市（220402、220403）",
    asker=f"{_NAME}（2204**********0078）",
    relation="权利人本人或者其代理人",
    purpose="子女入学、落户、住房保障等需要证明不动产状况",
    finding="经查询，截至上列时刻，本登记机构登记簿上以该姓名和证件号码登记的不动产权利共40项，列明如下：",
    rows=tuple(
        (
            str(n),
            "辽源市龙山区人民大街仙城国际花园东区甲12号楼3单元2501室",
            "国有建设用地使用权/房屋（构筑物）所有权",
            "按份共有 1/40",
            "抵押、查封",
        )
        for n in range(1, 41)
    ),
    clerk="上官婉清",
    authority="辽源市国土资源局",
    qr="CX2018-9999999|220402198001010078|2018-03-26T01:31:00|01234567|0123456789abcdef0123456789abcdef",
    day="2018年03月26日",
    rehearsal=True,
)

LAYOUT = Layout(
    page=A4,
    pages=(Page(parts=head("{title}")),),
    flow_top=FLOW_TOP,
    flow=(
        Form(
            rows=(
                (("查询对象", "{subject}"), ("证件", "{identity}")),
                (("查询范围", "{region}"), ("截至", "{moment}")),
                (("查询人", "{asker}"),),
                (("查询人身份", "{relation}"), ("查询目的", "{purpose}")),
            ),
            before=0,
        ),
        Paragraph(say="{finding}", indent=2, before=6),
        Table(
            columns=(
                Column(title="序号", width=12, align="center"),
                Column(title="坐落", width=66),
                Column(title="权利", width=48),
                Column(title="共有情况", width=26),
                Column(title="限制", width=22),
            ),
            rows="rows",
            size=9,
            empty="无",
        ),
        Paragraph(
            say="本证明只反映本登记机构登记簿在上列时刻的记载，不包括其他地区以及尚未登记的不动产；"
            "查询结果只能用于申请时声明的目的，不得泄露。扫描二维码可以核验真伪。",
            size=8.5,
            face=SANS,
        ),
    ),
    closing=SEALED,
    closing_height=SEALED_HEIGHT,
    numbered=True,
)
