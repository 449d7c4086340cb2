"""撤回登记申请与退件告知: why an application ended before the entry, and what is given back."""

from dataclasses import dataclass

from printing.layout import Column, Form, Layout, Page, Paragraph, Table
from printing.layouts import samples
from printing.layouts.letterhead import A4, CASE_ROWS, FLOW_TOP, head, signatures


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalNotice:
    """The values of a withdrawal."""

    centre: str
    case_no: str
    item: str
    applicants: str
    location: str
    reason: str
    materials: tuple[tuple[str, str, str], ...]  # number, name, form
    clerk: str
    authority: str
    day: str
    rehearsal: bool


LONGEST = WithdrawalNotice(
    centre=samples.CENTRE,
    case_no=samples.CASE,
    item=samples.ITEM,
    applicants=samples.NAMES,
    location=samples.PLACES,
    reason="双方协商解除买卖合同，不再申请转移登记。" * 8,
    materials=tuple((str(n), "买卖合同（经网签备案）及其附件", "原件") for n in range(1, 25)),
    clerk=samples.CLERK,
    authority=samples.AUTHORITY,
    day=samples.DAY,
    rehearsal=True,
)
LAYOUT = Layout(
    page=A4,
    pages=(Page(parts=head("撤回登记申请书（退件告知）")),),
    flow_top=FLOW_TOP,
    flow=(
        Form(
            rows=(
                *CASE_ROWS,
                (("撤回理由", "{reason}"),),
            ),
            before=0,
        ),
        Paragraph(
            say="依据《不动产登记暂行条例》第十五条，登记机构将申请登记事项记载于不动产登记簿前，申请人可以"
            "撤回登记申请。上列登记尚未记载于登记簿，现由申请人撤回，登记机构终止办理，并退还下列申请材料：",
            indent=2,
        ),
        Table(
            columns=(
                Column(title="序号", width=16, align="center"),
                Column(title="退还的材料", width=120),
                Column(title="形式", width=38),
            ),
            rows="materials",
        ),
        Paragraph(say="已经缴纳的登记费予以退还；撤回不影响重新申请登记。", indent=2),
        Paragraph(say="经办人：{clerk}", before=6, align="right"),
        Paragraph(say="登记机构（章）：{authority}", align="right"),
    ),
    closing=signatures("退件人签字：", "申请人签字："),
    closing_height=34,
    numbered=True,
)
