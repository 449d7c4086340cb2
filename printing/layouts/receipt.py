"""受理凭证: what was accepted, from whom, with which materials, and when it will be done."""

from dataclasses import dataclass

from printing.layout import Column, Form, Layout, Page, Paragraph, Table
from printing.layouts.letterhead import A4, CASE_ROWS, FLOW_TOP, head, signatures
from printing.typefaces import SANS


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The values of a receipt."""

    centre: str
    case_no: str
    item: str
    applicants: str
    location: str
    units: str
    accepted_at: str
    window: str
    clerk: str
    promise: str  # when it will be done
    materials: tuple[tuple[str, str, str], ...]  # number, name, form
    day: str
    rehearsal: bool


LONGEST = Receipt(
    centre="辽源市不动产登记中心",
    case_no="2018-9999999",
    item="新建商品房项目（含业主共有部分）首次登记",
    applicants="、".join(["阿卜杜热西提·阿卜杜克热木"] * 12),
    location="辽源市龙山区人民大街仙城国际花园东区甲12号楼3单元2501室等40处",
    units="220402 001002 GB00015 F00030012等40个",
    accepted_at="2018年03月26日 09:31",
    window="18号窗口",
    clerk="上官婉清",
    promise="2018年03月26日 10:31前（60分钟）",
    materials=tuple((str(n), "买卖合同（经网签备案）及其附件", "原件") for n in range(1, 25)),
    day="2018年03月26日",
    rehearsal=True,
)

LAYOUT = Layout(
    page=A4,
    pages=(Page(parts=head("不动产登记受理凭证")),),
    flow_top=FLOW_TOP,
    flow=(
        Form(
            rows=(
                *CASE_ROWS,
                (("不动产单元号", "{units}"),),
                (("受理时间", "{accepted_at}"), ("受理窗口", "{window}　{clerk}")),
                (("办结时限", "{promise}"),),
            ),
            before=0,
        ),
        Table(
            columns=(
                Column(title="序号", width=16, align="center"),
                Column(title="材料名称", width=120),
                Column(title="形式", width=38),
            ),
            rows="materials",
        ),
        Paragraph(
            say="领证须知：请权利人或其代理人持本凭证和身份证明到受理窗口领取；委托他人领取的，另交授权委托书。"
            "登簿前可以申请撤回。扫描右上条码可查询办理进度。",
            size=9,
            face=SANS,
        ),
    ),
    closing=signatures("受理人签字：", "申请人签字："),
    closing_height=34,
)
