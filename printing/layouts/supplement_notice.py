"""补正告知书: all that is to be put right in a case that was given back, and until when."""

from dataclasses import dataclass

from printing.layout import Column, Form, Layout, Page, Paragraph, Table
from printing.layouts.letterhead import A4, FLOW_TOP, head, signatures


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementNotice:
    """The values of a supplement notice."""

    centre: str
    case_no: str
    applicants: str
    item: str
    location: str
    accepted_at: str
    points: tuple[tuple[str, str, str], ...]  # number, what is wrong, what is wanted
    days: str  # working days from the day after
    until: str
    clerk: str
    authority: str
    day: str
    rehearsal: bool


LONGEST = SupplementNotice(
    centre="辽源市不动产登记中心",
    case_no="2018-9999999",
    applicants="、".join(["阿卜杜热西提·阿卜杜克热木"] * 6),
    item="新建商品房项目（含业主共有部分）首次登记",
    location="辽源市龙山区人民大街仙城国际花园东区甲12号楼3单元2501室等40处",
    accepted_at="2018年03月26日 09:31",
    points=tuple(
        (
            str(n),
            "申请书上的证件号码与身份证明不一致：申请书写220402198001010078，"
            "身份证明写220402198001010086",
            "全部法定继承人关于不动产分配的协议或遗嘱（及放弃继承书面声明），交原件，由全体继承人到场签名",
        )
        for n in range(1, 16)
    ),
    days="5",
    until="2018年04月02日",
    clerk="上官婉清",
    authority="辽源市国土资源局",
    day="2018年03月26日",
    rehearsal=True,
)
LAYOUT = Layout(
    page=A4,
    pages=(Page(parts=head("不动产登记补正告知书")),),
    flow_top=FLOW_TOP,
    flow=(
        Paragraph(say="{applicants}：", before=0),
        Paragraph(
            say="您申请的下列登记，经审核需要补正。依据《不动产登记暂行条例》第十七条，现将需要补正的"
            "全部内容一次性告知如下：",
            indent=2,
        ),
        Form(
            rows=(
                (("登记事项", "{item}"),),
                (("坐落", "{location}"),),
                (("收件时间", "{accepted_at}"), ("补正期限", "{until}前（含当日）")),
            ),
            before=3,
        ),
        Table(
            columns=(
                Column(title="序号", width=14, align="center"),
                Column(title="需要补正的内容", width=80),
                Column(title="补正要求", width=80),
            ),
            rows="points",
        ),
        Paragraph(
            say="补正期限为本告知书作出次日起{days}个工作日，补正期间不计入登记办理时限。请持本告知书到原受理窗口"
            "或任一综合窗口补正，已经提交的材料不必重复提交。",
            indent=2,
        ),
        Paragraph(
            say="逾期未补正的，视为放弃本次申请，登记机构退还申请材料；不影响补正后重新申请。",
            indent=2,
        ),
        Paragraph(say="告知人：{clerk}", before=6, align="right"),
        Paragraph(say="登记机构（章）：{authority}", align="right"),
    ),
    closing=signatures("送达人签字：", "申请人签收："),
    closing_height=34,
)
