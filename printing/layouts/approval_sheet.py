"""不动产登记审批表: what was applied for, and each level's opinion with its person and time."""

from dataclasses import dataclass

from printing.layout import Column, Form, Layout, Page, Paragraph, Table
from printing.layouts import samples
from printing.layouts.letterhead import A4, CASE_ROWS, FLOW_TOP, head
from printing.typefaces import SANS, SANS_BOLD


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalSheet:
    """The values of an approval sheet."""

    centre: str
    case_no: str
    item: str
    applicants: str
    location: str
    units: str
    reason: str
    accepted_at: str
    due_at: str
    contents: str  # what is to be entered
    opinions: tuple[tuple[str, str, str, str], ...]  # level, opinion, who, when
    numbers: str
    authority: str
    day: str
    rehearsal: bool


LONGEST = ApprovalSheet(
    centre=samples.CENTRE,
    case_no=samples.CASE,
    item=samples.ITEM,
    applicants=samples.NAMES,
    location=samples.PLACES,
    units=samples.UNITS,
    reason="继承、受遗赠转移登记（非公证）",
    accepted_at=samples.MINUTE,
    due_at=samples.MINUTE,
    contents="\n".join(f"{samples.RIGHT}：{samples.NAME}，按份共有 1/40" for _ in range(12)),
    opinions=tuple(
        (
            level,
            "申请材料齐全、符合法定形式，权属来源清楚，登记内容与申请材料一致，同意登记。" * 3,
            samples.NAME,
            samples.MINUTE,
        )
        for level in ("受理（初审）", "退回补正", "补正收件", "复审", "复审", "核定（登簿）")
    ),
    numbers="\n".join([samples.NUMBER, samples.PROOF] * 4),
    authority=samples.AUTHORITY,
    day=samples.DAY,
    rehearsal=True,
)
LAYOUT = Layout(
    page=A4,
    pages=(Page(parts=head("不动产登记审批表")),),
    flow_top=FLOW_TOP,
    flow=(
        Form(
            rows=(
                *CASE_ROWS,
                (("不动产单元号", "{units}"),),
                (("登记原因", "{reason}"),),
                (("受理时间", "{accepted_at}"), ("办结时限", "{due_at}")),
                (("登记内容", "{contents}"),),
            ),
            before=0,
        ),
        Paragraph(say="审批意见", face=SANS_BOLD, before=5),
        Table(
            columns=(
                Column(title="环节", width=28),
                Column(title="意见", width=76),
                Column(title="审核人", width=32),
                Column(title="时间", width=38),
            ),
            rows="opinions",
            before=1,
        ),
        Form(rows=((("核发证书（证明）号", "{numbers}"),),), label_width=40),
        Paragraph(
            say="本表由登记系统按各环节的办理记录生成，意见、人员和时间以登记系统的记录为准。",
            size=8.5,
            face=SANS,
        ),
        Paragraph(say="登记机构（章）：{authority}", before=8, align="right"),
        Paragraph(say="{day}", align="right", before=1),
    ),
    numbered=True,
)
