"""一次性告知书: all that is missing, how and until when it may come, and the code to go on with."""

from dataclasses import dataclass

from printing.layout import Code128, Column, Layout, Page, Paragraph, Qr, Table, Text
from printing.layouts.letterhead import A4, MARGIN, head, signatures
from printing.typefaces import SANS

SLIP_LENGTH = 29  # signs of the slip's code


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingNotice:
    """The values of a one-time notice, which is the slip of the pre-review 预审单 too."""

    centre: str
    case_no: str  # the number of the ticket, "——" where none was drawn
    slip: str  # the code that opens the same pre-review
    applicants: str
    item: str
    basis: str
    missing: tuple[tuple[str, str, str, str, str], ...]  # number, paper, how, way, until when
    assured: str  # what is assured in writing 告知承诺, nothing where nothing is
    clerk: str
    day: str
    rehearsal: bool


LONGEST = MissingNotice(
    centre="辽源市不动产登记中心",
    case_no="A999",
    slip="YSD" + "W" * (SLIP_LENGTH - 3),
    applicants="、".join(["阿卜杜热西提·阿卜杜克热木"] * 6),
    item="新建商品房项目（含业主共有部分）首次登记",
    basis="民法典第二百零九、四百零六条；实施细则第三十八条；操作规范9.3；契税法第十一条",
    missing=tuple(
        (
            str(n),
            "全部法定继承人关于不动产分配的协议或遗嘱（及放弃继承书面声明）",
            "原件；仅委托代理时；自然人处分不动产须窗口现场签署或公证",
            "容缺办理：先受理，期限内补交",
            "2018年03月29日前",
        )
        for n in range(1, 16)
    ),
    assured="申请人承诺：第1、2、3、4、5、6、7、8、9、10、11、12、13、14、15项所证明的事实属实，"
    "愿意承担承诺不实的法律责任。",
    clerk="上官婉清",
    day="2018年03月26日",
    rehearsal=True,
)
LAYOUT = Layout(
    page=A4,
    pages=(
        Page(
            parts=(
                *head("一次性告知书（预审单）", coded=False),
                Text(
                    x=130, y=28, width=32, height=7, say="号票 {case_no}", face=SANS, align="right"
                ),
                Qr(x=166, y=10, side=26, say="{slip}"),
                Code128(x=MARGIN, y=42, width=118, height=11, say="{slip}"),
                Text(x=MARGIN, y=54, width=118, height=5, say="{slip}", sizes=(9,), face=SANS),
                Text(
                    x=142,
                    y=41,
                    width=50,
                    height=17,
                    say="再次来时请出示本单：扫码接着办理，已填内容不必重填，号票保留原位。",
                    sizes=(9, 8),
                    face=SANS,
                    middle=True,
                ),
            )
        ),
    ),
    flow_top=63,
    flow=(
        Paragraph(say="{applicants}：", before=0),
        Paragraph(
            say="您申请办理的“{item}”，经查验，还缺下列材料。依据《不动产登记暂行条例》第十七条，"
            "现一次性告知需要补正的全部内容：",
            indent=2,
        ),
        Table(
            columns=(
                Column(title="序号", width=12, align="center"),
                Column(title="缺少的材料", width=58),
                Column(title="要求与取得方式", width=46),
                Column(title="办理方式", width=32),
                Column(title="期限", width=26),
            ),
            rows="missing",
        ),
        Paragraph(say="材料依据：{basis}", size=9),
        Paragraph(say="{assured}", indent=2),
        Paragraph(
            say="材料备齐后，请持本单到原窗口或任一综合窗口办理，已经提交的材料不必重复提交。",
            indent=2,
        ),
        Paragraph(say="告知人：{clerk}", align="right"),
    ),
    closing=signatures("告知人签字：", "申请人签收："),
    closing_height=34,
)
