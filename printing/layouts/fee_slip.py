"""缴费单: every figure of a case, with how it came about."""

from dataclasses import dataclass

from printing.layout import Column, Form, Layout, Page, Table
from printing.layouts.letterhead import A4, FLOW_TOP, head, signatures


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeSlip:
    """The values of a fee slip; amounts are words already."""

    centre: str
    case_no: str
    item: str
    payer: str
    location: str
    lines: tuple[tuple[str, str, str, str], ...]  # what, how it came about, source, amount
    total: str
    total_words: str
    day: str
    rehearsal: bool


LONGEST = FeeSlip(
    centre="辽源市不动产登记中心",
    case_no="2018-9999999",
    item="存量房买卖转移登记",
    payer="、".join(["阿卜杜热西提·阿卜杜克热木"] * 3),
    location="辽源市龙山区人民大街仙城国际花园东区甲12号楼3单元2501室",
    lines=tuple(
        (
            "契税",
            "总价999999999.00元按面积分摊：120.35/240.70平方米，分摊到分，末套取余数；"
            "计税依据499999999.51元×税率1.5%；家庭第1套住房，面积120.35平方米；"
            "7499999.99265元，四舍五入到分",
            "财税〔2016〕23号",
            "14999999.99",
        )
        for _ in range(6)
    ),
    total="99999999999.99",
    total_words="玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
    day="2018年03月26日",
    rehearsal=True,
)

LAYOUT = Layout(
    page=A4,
    pages=(Page(parts=head("不动产登记缴费单")),),
    flow_top=FLOW_TOP,
    flow=(
        Form(
            rows=(
                (("登记事项", "{item}"),),
                (("缴费人", "{payer}"),),
                (("坐落", "{location}"),),
            ),
            before=0,
        ),
        Table(
            columns=(
                Column(title="项目", width=28),
                Column(title="怎样算出", width=72),
                Column(title="依据", width=44),
                Column(title="金额（元）", width=30, align="right"),
            ),
            rows="lines",
        ),
        Form(rows=((("合计（元）", "{total}"), ("大写", "{total_words}")),), before=0),
    ),
    closing=signatures("经办人签字：", "缴费人签字："),
    closing_height=34,
)
