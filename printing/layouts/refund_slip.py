"""退费单: a fee that goes back because the case ended without an entry."""

from dataclasses import dataclass

from printing.layout import Column, Form, Layout, Page, Paragraph, Table
from printing.layouts.letterhead import A4, FLOW_TOP, head, signatures


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundSlip:
    """The values of a refund slip; amounts are words already."""

    centre: str
    case_no: str
    item: str
    payee: str
    location: str
    lines: tuple[tuple[str, str, str, str], ...]  # paid when, how, by which voucher, amount
    why: str
    method: str
    voucher: str
    amount: str
    amount_words: str
    tax_note: str
    clerk: str
    day: str
    rehearsal: bool


LONGEST = RefundSlip(
    centre="辽源市不动产登记中心",
    case_no="2018-9999999",
    item="存量房买卖转移登记",
    payee="、".join(["阿卜杜热西提·阿卜杜克热木"] * 3),
    location="辽源市龙山区人民大街仙城国际花园东区甲12号楼3单元2501室",
    lines=tuple(
        ("2018年03月26日 09:31", "银行转账", "吉财票〔2018〕第0000000001号", "99999.99")
        for _ in range(4)
    ),
    why="申请人撤回登记申请，没有登簿；登记费按完成登记的件收取，已缴的全部退还（发改价格规〔2016〕2559号）。",
    method="银行转账",
    voucher="吉财票〔2018〕第0000000002号",
    amount="99999999999.99",
    amount_words="玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
    tax_note="契税由税务机关征收，本单不退；已缴契税的，由纳税人向税务机关申请退还（契税法第十二条）。",
    clerk="阿卜杜热西提·阿卜杜克热木",
    day="2018年03月26日",
    rehearsal=True,
)

LAYOUT = Layout(
    page=A4,
    pages=(Page(parts=head("不动产登记退费单")),),
    flow_top=FLOW_TOP,
    flow=(
        Form(
            rows=(
                (("登记事项", "{item}"),),
                (("收款人", "{payee}"),),
                (("坐落", "{location}"),),
                (("退费原因", "{why}"),),
            ),
            before=0,
        ),
        Table(
            columns=(
                Column(title="缴费时间", width=46),
                Column(title="方式", width=30),
                Column(title="票据号", width=68),
                Column(title="金额（元）", width=30, align="right"),
            ),
            rows="lines",
        ),
        Form(
            rows=(
                (("退费金额（元）", "{amount}"), ("大写", "{amount_words}")),
                (("退费方式", "{method}"), ("票据号", "{voucher}")),
                (("经办人", "{clerk}"),),
            ),
        ),
        Paragraph(say="{tax_note}", before=4),
    ),
    closing=signatures("经办人签字：", "收款人签字："),
    closing_height=34,
)
