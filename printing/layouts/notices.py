"""Letters to applicants: refusal of acceptance, refusal of registration."""

from dataclasses import dataclass

from printing.layout import Column, Layout, Page, Paragraph, Table
from printing.layouts.letterhead import A4, FLOW_TOP, head, signatures

REMEDIES = (
    "如不服本决定，可以自收到之日起六十日内向上一级机关或本级人民政府申请行政复议，"
    "或者自收到之日起六个月内向人民法院提起行政诉讼。"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalOfAcceptance:
    """The values of a refusal of acceptance 不予受理告知书."""

    centre: str
    case_no: str
    applicants: str
    item: str
    reason: str
    missing: tuple[tuple[str, str, str], ...]
    clerk: str
    day: str
    rehearsal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalOfRegistration:
    """The values of a refusal of registration 不予登记告知书."""

    centre: str
    case_no: str
    applicants: str
    item: str
    location: str
    facts: str
    ground: str  # the words of the ground of article 22
    materials: tuple[tuple[str, str, str], ...]  # what is given back
    authority: str
    day: str
    rehearsal: bool


MISSING_TABLE = Table(
    columns=(
        Column(title="序号", width=14, align="center"),
        Column(title="需要补交的材料", width=82),
        Column(title="要求", width=78),
    ),
    rows="missing",
)

ACCEPTANCE_LONGEST = RefusalOfAcceptance(
    centre="辽源市不动产登记中心",
    case_no="A999",
    applicants="阿卜杜热西提·阿卜杜克热木",
    item="存量房买卖转移登记",
    reason="该不动产已被辽源市中级人民法院查封，不予受理转移登记。" * 4,
    missing=tuple(
        (str(n), "全部法定继承人关于不动产分配的协议或遗嘱（及放弃继承书面声明）", "原件")
        for n in range(1, 16)
    ),
    clerk="上官婉清",
    day="2018年03月26日",
    rehearsal=True,
)
ACCEPTANCE_LAYOUT = Layout(
    page=A4,
    pages=(Page(parts=head("不予受理告知书")),),
    flow_top=FLOW_TOP,
    flow=(
        Paragraph(say="{applicants}：", before=0),
        Paragraph(
            say="您申请办理的“{item}”，依据《不动产登记暂行条例》第十七条，不予受理。理由如下：",
            indent=2,
        ),
        Paragraph(say="{reason}", indent=2),
        MISSING_TABLE,
        Paragraph(say=REMEDIES, indent=2),
    ),
    closing=signatures("经办人签字：", "申请人签收："),
    closing_height=34,
)

REGISTRATION_LONGEST = RefusalOfRegistration(
    centre="辽源市不动产登记中心",
    case_no="2018-9999999",
    applicants="阿卜杜热西提·阿卜杜克热木",
    item="存量房买卖转移登记",
    location="辽源市龙山区人民大街仙城国际花园东区甲12号楼3单元2501室",
    facts="存在尚未解决的权属争议，不予登记。" * 8,
    ground="第二项：存在尚未解决的权属争议的",
    materials=(("1", "买卖合同（经网签备案）", "原件"),),
    authority="辽源市国土资源局",
    day="2018年03月26日",
    rehearsal=True,
)
REGISTRATION_LAYOUT = Layout(
    page=A4,
    pages=(Page(parts=head("不予登记告知书")),),
    flow_top=FLOW_TOP,
    flow=(
        Paragraph(say="{applicants}：", before=0),
        Paragraph(say="您就坐落于{location}的不动产申请办理的“{item}”，经审查：", indent=2),
        Paragraph(say="{facts}", indent=2),
        Paragraph(say="依据《不动产登记暂行条例》第二十二条{ground}，决定不予登记。", indent=2),
        Paragraph(say="退还的申请材料：", before=5),
        Table(
            columns=(
                Column(title="序号", width=14, align="center"),
                Column(title="材料名称", width=122),
                Column(title="形式", width=38),
            ),
            rows="materials",
        ),
        Paragraph(say=REMEDIES, indent=2),
        Paragraph(say="登记机构（章）：{authority}", before=8, align="right"),
    ),
    closing=signatures("送达人签字：", "收件人签字："),
    closing_height=34,
)
