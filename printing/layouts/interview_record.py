"""询问笔录: what was asked, what each person answered, and the place where each signs."""

from dataclasses import dataclass

from printing.layout import Code128, Column, Form, Layout, Line, Page, Paragraph, Table, Text
from printing.layouts.letterhead import A4, FLOW_TOP, MARGIN, head
from printing.typefaces import SANS


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewRecord:
    """The values of a questioning record; before the case has a number `code` is its slip's."""

    centre: str
    code: str
    item: str
    location: str
    asked_at: str
    window: str
    clerk: str
    answers: tuple[tuple[str, str, str], ...]  # number, question, what each person answered
    signatures: tuple[tuple[str, str, str, str], ...]  # name, part, signature, day
    rehearsal: bool


LONG_NAME = "阿卜杜热西提·阿卜杜克热木"
LONGEST = InterviewRecord(
    centre="辽源市不动产登记中心",
    code="YSD" + "W" * 26,
    item="新建商品房项目（含业主共有部分）首次登记",
    location="辽源市龙山区人民大街仙城国际花园东区甲12号楼3单元2501室等40处",
    asked_at="2018年03月26日 09:31",
    window="18号窗口",
    clerk="上官婉清",
    answers=tuple(
        (
            str(n),
            "该不动产是否存在权属争议、异议、查封，或者已经出租、抵押给他人？",
            "\n".join(
                f"{LONG_NAME}（权利人）：否。备注：租期至2020年12月31日，承租人放弃优先购买权"
                for _ in range(8)
            ),
        )
        for n in range(1, 8)
    ),
    signatures=tuple((LONG_NAME, "权利人", "\n\n", "") for _ in range(8)),
    rehearsal=True,
)
LAYOUT = Layout(
    page=A4,
    pages=(
        Page(
            parts=(
                *head("询问笔录", coded=False),
                Code128(x=76, y=15, width=116, height=12, say="{code}"),
                Text(x=76, y=28, width=116, height=6, say="{code}", face=SANS, align="center"),
            )
        ),
    ),
    flow_top=FLOW_TOP,
    flow=(
        Form(
            rows=(
                (("登记事项", "{item}"),),
                (("坐落", "{location}"),),
                (("询问时间", "{asked_at}"), ("询问人", "{window}　{clerk}")),
            ),
            before=0,
        ),
        Paragraph(
            say="依据《不动产登记暂行条例》和《不动产登记操作规范（试行）》，登记机构就申请登记的事项"
            "逐项询问如下，请如实回答：",
            indent=2,
        ),
        Table(
            columns=(
                Column(title="序号", width=12, align="center"),
                Column(title="询问内容", width=74),
                Column(title="回答", width=88),
            ),
            rows="answers",
        ),
        Paragraph(say="以上笔录已阅（已向本人宣读），与本人所述一致。", indent=2),
        Table(
            columns=(
                Column(title="被询问人", width=60),
                Column(title="身份", width=24),
                Column(title="签名", width=58),
                Column(title="日期", width=32),
            ),
            rows="signatures",
        ),
    ),
    closing=(
        Text(x=MARGIN, y=10, width=82, height=7, say="询问人签字：", sizes=(10.5,)),
        Line(x1=MARGIN + 24, y1=17, x2=96, y2=17),
        Text(x=110, y=10, width=82, height=7, say="{asked_at}", sizes=(10.5,), align="right"),
    ),
    closing_height=22,
    numbered=True,
)
