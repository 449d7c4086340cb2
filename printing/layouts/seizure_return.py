"""查封、解除查封送达回证: when an order came to the minute, and what it became in the register."""

from dataclasses import dataclass

from printing.layout import Column, Form, Layout, Page, Paragraph, Table
from printing.layouts import samples
from printing.layouts.letterhead import A4, FLOW_TOP, head, signatures


@dataclass(frozen=True, slots=True, kw_only=True)
class SeizureReturn:
    """The values of a return of service."""

    centre: str
    case_no: str
    item: str
    organ: str
    document_no: str
    served_at: str
    term: str
    results: tuple[tuple[str, str, str, str], ...]  # number, unit, where, what it became
    materials: tuple[tuple[str, str, str], ...]  # number, name, form
    clerk: str
    authority: str
    day: str
    rehearsal: bool


LONGEST = SeizureReturn(
    centre=samples.CENTRE,
    case_no=samples.CASE,
    item="查封登记（含预查封、轮候查封、续封）",
    organ="新疆维吾尔自治区高级人民法院伊犁哈萨克自治州分院",
    document_no="（2018）新40执恢99999号之九十九",
    served_at=samples.MINUTE,
    term="2018年03月26日至2021年03月25日",
    results=tuple((str(n), samples.UNIT, samples.PLACE, "轮候查封第12位") for n in range(1, 21)),
    materials=tuple(
        (str(n), "执行人员工作证、执行公务证（复印件）", "核验原件留复印件") for n in range(1, 5)
    ),
    clerk=samples.CLERK,
    authority=samples.AUTHORITY,
    day=samples.DAY,
    rehearsal=True,
)
LAYOUT = Layout(
    page=A4,
    pages=(Page(parts=head("协助执行送达回证")),),
    flow_top=FLOW_TOP,
    flow=(
        Form(
            rows=(
                (("事项", "{item}"),),
                (("嘱托机关", "{organ}"),),
                (("文书号", "{document_no}"),),
                (("送达时间", "{served_at}"), ("查封期限", "{term}")),
                (("收件人", "{clerk}"), ("收件机构", "{centre}")),
            ),
            before=0,
        ),
        Paragraph(say="收到的文书：", before=4),
        Table(
            columns=(
                Column(title="序号", width=14, align="center"),
                Column(title="文书名称", width=112),
                Column(title="形式", width=48),
            ),
            rows="materials",
            before=1,
        ),
        Paragraph(say="协助执行结果：", before=4),
        Table(
            columns=(
                Column(title="序号", width=14, align="center"),
                Column(title="不动产单元号", width=48),
                Column(title="坐落", width=70),
                Column(title="结果", width=42),
            ),
            rows="results",
            before=1,
        ),
        Paragraph(
            say="同一不动产有多个查封的，按送达的先后轮候；在前的查封解除后，轮候在后的依次生效"
            "（《不动产登记暂行条例实施细则》第九十一条、第九十二条）。",
            indent=2,
            size=9.5,
        ),
        Paragraph(say="登记机构（章）：{authority}", before=8, align="right"),
    ),
    closing=signatures("收件人签字：", "送达人签字："),
    closing_height=34,
    numbered=True,
)
