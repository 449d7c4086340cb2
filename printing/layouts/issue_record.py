"""缮证记录与发证记录: every paper of a case, on which sheet it was written and who took it."""

from dataclasses import dataclass

from printing.layout import Column, Form, Layout, Page, Paragraph, Table
from printing.layouts import samples
from printing.layouts.letterhead import A4, CASE_ROWS, FLOW_TOP, head, signatures
from printing.typefaces import SANS_BOLD


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRecord:
    """The values of an issue record."""

    centre: str
    case_no: str
    item: str
    applicants: str
    location: str
    papers: tuple[tuple[str, str, str, str, str], ...]  # number, certificate, sheet, whose, writer
    taker: str
    taker_identity: str
    taker_part: str
    method: str
    issued_at: str
    clerk: str
    total: str
    day: str
    rehearsal: bool


LONGEST = IssueRecord(
    centre=samples.CENTRE,
    case_no=samples.CASE,
    item=samples.ITEM,
    applicants=samples.NAMES,
    location=samples.PLACES,
    papers=tuple(
        (str(n), samples.NUMBER, "D22018000001", samples.NAME, samples.CLERK) for n in range(1, 41)
    ),
    taker=samples.NAME,
    taker_identity=f"港澳台居民居住证或者往来内地通行证　{samples.IDENTITY}",
    taker_part="代理人",
    method="邮寄　运单号1234567890123",
    issued_at=samples.MINUTE,
    clerk=samples.CLERK,
    total="40",
    day=samples.DAY,
    rehearsal=True,
)
LAYOUT = Layout(
    page=A4,
    pages=(Page(parts=head("缮证、发证记录")),),
    flow_top=FLOW_TOP,
    flow=(
        Form(
            rows=(*CASE_ROWS,),
            before=0,
        ),
        Paragraph(say="缮证", face=SANS_BOLD, before=5),
        Table(
            columns=(
                Column(title="序号", width=12, align="center"),
                Column(title="证书（证明）号", width=66),
                Column(title="印刷序列号", width=32),
                Column(title="权证所有人", width=38),
                Column(title="缮证人", width=26),
            ),
            rows="papers",
            size=9,
            before=1,
            empty="无",
        ),
        Form(
            title="发证",
            rows=(
                (("领证人", "{taker}"), ("领证人身份", "{taker_part}")),
                (("领证人证件", "{taker_identity}"),),
                (("领证方式", "{method}"), ("证书（证明）合计", "{total}")),
                (("发证人", "{clerk}"), ("发证时间", "{issued_at}")),
            ),
        ),
    ),
    closing=signatures("发证人签字：", "领证人签字："),
    closing_height=34,
    numbered=True,
)
