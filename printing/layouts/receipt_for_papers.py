"""收件回执: papers were taken in while the database was away; nothing is accepted yet."""

from dataclasses import dataclass

from printing.layout import Box, Column, Form, Layout, Page, Paragraph, Table, Text
from printing.layouts.letterhead import A4, MARGIN, head, signatures
from printing.typefaces import SANS, SANS_BOLD

MARK_TOP, MARK_HEIGHT = 43.0, 23.0
MARK_GREY = 0.9
WIDTH = A4[0] - 2 * MARGIN


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptForPapers:
    """The values of a receipt for papers."""

    centre: str
    case_no: str  # number of the receipt, out of a block handed out beforehand
    item: str
    applicants: str
    location: str
    units: str
    received_at: str
    window: str
    clerk: str
    materials: tuple[tuple[str, str, str, str], ...]  # number, name, original or copy, pages
    day: str
    rehearsal: bool


LONGEST = ReceiptForPapers(
    centre="辽源市不动产登记中心",
    case_no="SJ2018-9999999",
    item="新建商品房项目（含业主共有部分）首次登记",
    applicants="、".join(["阿卜杜热西提·阿卜杜克热木"] * 12),
    location="辽源市龙山区人民大街仙城国际花园东区甲12号楼3单元2501室等40处",
    units="220402 001002 GB00015 F00030012等40个",
    received_at="2018年03月26日 09:31",
    window="18号窗口",
    clerk="阿卜杜热西提·阿卜杜克热木",
    materials=tuple(
        (str(n), "买卖合同（经网签备案）及其附件", "核验原件留复印件", "99") for n in range(1, 25)
    ),
    day="2018年03月26日",
    rehearsal=True,
)

LAYOUT = Layout(
    page=A4,
    pages=(
        Page(
            parts=(
                *head("不动产登记收件回执"),
                Box(
                    x=MARGIN,
                    y=MARK_TOP,
                    width=WIDTH,
                    height=MARK_HEIGHT,
                    weight=2,
                    grey=MARK_GREY,
                ),
                Text(
                    x=MARGIN + 4,
                    y=MARK_TOP + 2,
                    width=WIDTH - 8,
                    height=12,
                    say="尚未受理　NOT YET ACCEPTED",
                    sizes=(24,),
                    face=SANS_BOLD,
                    align="center",
                ),
                Text(
                    x=MARGIN + 4,
                    y=MARK_TOP + 15.5,
                    width=WIDTH - 8,
                    height=6,
                    say="本回执只证明下列材料已经收到，不是受理凭证；登记时限从受理之时起算。",
                    face=SANS,
                    align="center",
                ),
            )
        ),
    ),
    flow_top=MARK_TOP + MARK_HEIGHT + 4,
    flow=(
        Form(
            rows=(
                (("申请登记事项", "{item}"),),
                (("交件人", "{applicants}"),),
                (("坐落", "{location}"),),
                (("不动产单元号", "{units}"),),
                (("收件时间", "{received_at}"), ("收件窗口", "{window}　{clerk}")),
            ),
            before=0,
        ),
        Table(
            columns=(
                Column(title="序号", width=16, align="center"),
                Column(title="收到的材料", width=98),
                Column(title="原件或者复印件", width=42),
                Column(title="页数", width=18, align="right"),
            ),
            rows="materials",
        ),
        Paragraph(
            say="接下来：与登记数据库的连接恢复后，登记机构随即审查以上材料。符合受理条件的，"
            "出具受理凭证，载明受理编号和办结时限；需要补正的，一次性告知应当补正的全部内容；"
            "不予受理的，书面告知理由。从收件到受理的等候时间记入案卷。",
            size=9.5,
            face=SANS,
        ),
        Paragraph(
            say="请保管本回执。换取受理凭证、补交或者在受理前取回材料，请持本回执和身份证明到收件窗口办理；"
            "扫描右上条码可以找到本件。",
            size=9.5,
            face=SANS,
            before=1.5,
        ),
    ),
    closing=(
        *signatures("收件人签字：", "交件人签字："),
        Text(
            x=MARGIN,
            y=24,
            width=82,
            height=7,
            say="尚未受理　{case_no}",
            face=SANS_BOLD,
        ),
    ),
    closing_height=34,
    numbered=True,
)
