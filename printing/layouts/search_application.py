"""不动产登记资料查询申请书: who asks, about what, what for, and what he undertakes (查询办法)."""

from dataclasses import dataclass

from printing.layout import Form, Layout, Page, Paragraph
from printing.layouts import samples
from printing.layouts.letterhead import A4, FLOW_TOP, head, signatures


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchApplication:
    """The values of an application for a search."""

    centre: str
    case_no: str  # number of the search
    asker: str
    asker_identity: str
    relation: str  # all relations as boxes, his ticked
    purpose: str  # all purposes as boxes
    about: str
    contents: str
    ground: str  # with the paper that shows it
    asked_at: str
    clerk: str
    day: str
    rehearsal: bool


LONGEST = SearchApplication(
    centre=samples.CENTRE,
    case_no="CX2018-9999999",
    asker=samples.NAME,
    asker_identity=f"港澳台居民居住证或者往来内地通行证　{samples.IDENTITY}",
    relation="　".join(["□有交易、诉讼意向的人"] * 4 + ["■权利人本人或者其代理人"]),
    purpose="　".join(["□买卖、互换、赠与、租赁、抵押"] * 6 + ["■入学、落户、住房保障"]),
    about=f"{samples.NAME}　{samples.IDENTITY}　{samples.PLACE}",
    contents="■登记结果　■登记簿历史记载　□原始资料",
    ground="本人身份证明；授权委托书及代理人身份证明；人民法院立案通知书。" * 4,
    asked_at=samples.MINUTE,
    clerk=samples.CLERK,
    day=samples.DAY,
    rehearsal=True,
)
LAYOUT = Layout(
    page=A4,
    pages=(Page(parts=head("不动产登记资料查询申请书")),),
    flow_top=FLOW_TOP,
    flow=(
        Form(
            rows=(
                (("查询人", "{asker}"), ("申请时间", "{asked_at}")),
                (("身份证件", "{asker_identity}"),),
                (("查询人身份", "{relation}"),),
                (("查询目的", "{purpose}"),),
                (("查询对象", "{about}"),),
                (("查询内容", "{contents}"), ("受理人", "{clerk}")),
                (("理由和证明材料", "{ground}"),),
            ),
            before=0,
        ),
        Paragraph(
            say="本人承诺：提交的材料真实有效；查询取得的不动产登记资料只用于上列目的，不泄露国家秘密、商业秘密和"
            "个人隐私，不用于其他用途；违反承诺的，愿意承担相应的法律责任"
            "（《不动产登记暂行条例》第二十七条、第二十八条）。",
            indent=2,
        ),
    ),
    closing=signatures("受理人签字：", "查询人签字："),
    closing_height=34,
    numbered=True,
)
