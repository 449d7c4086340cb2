"""不动产登记申请书: filled in from what was keyed, to be signed by both sides (操作规范 A.1)."""

from dataclasses import dataclass

from printing.layout import Box, Form, Forms, Layout, Page, Paragraph, Text
from printing.layouts import samples
from printing.layouts.letterhead import A4, MARGIN, head
from printing.typefaces import SANS_BOLD

Rows = tuple[tuple[tuple[str, str], ...], ...]
HALF = (A4[0] - 2 * MARGIN) / 2
SIGN_HEIGHT = 29.0
SIZE, AIR = 8.0, 1.8


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationForm:
    """The values of an application form."""

    centre: str
    case_no: str
    item: str
    clerk: str
    window: str
    rights: str  # all rights as boxes, those applied for ticked
    kinds: str  # all kinds of registration as boxes
    people: tuple[tuple[str, Rows], ...]  # each applicant with its papers and agent
    property: tuple[tuple[str, Rows], ...]
    contents: tuple[tuple[str, Rows], ...]  # of mortgage, easement and others; none for most
    reason: str
    proofs: str
    paper_form: str
    one_each: str  # whether each holder gets a paper of his own
    notes: str
    left: str  # whose signature stands left, and right
    right: str
    day: str
    rehearsal: bool


_PERSON: Rows = (
    (("姓名（名称）", samples.NAME), ("身份证件", f"港澳台居民居住证　{samples.IDENTITY}")),
    (("通讯地址", samples.PLACE), ("联系电话", samples.PHONE)),
    (("法定代表人", samples.NAME), ("共有份额", "1/40")),
)
LONGEST = ApplicationForm(
    centre=samples.CENTRE,
    case_no=samples.CASE,
    item=samples.ITEM,
    clerk=samples.CLERK,
    window="18号窗口",
    rights="　".join(f"■{name}" for name in [samples.RIGHT] * 14),
    kinds="　".join(f"■{name}" for name in ["首次登记", "转移登记", "变更登记"] * 3),
    people=tuple((f"权利人（{n}）", _PERSON) for n in range(1, 9)),
    property=(
        (
            "不动产情况",
            (
                (("坐落", samples.PLACES),),
                (("不动产单元号", samples.UNITS), ("不动产类型", "房屋等建筑物、构筑物")),
                (("宗地面积", "99999999.99㎡"), ("建筑面积", "99999999.99㎡")),
                (
                    ("用途", "城镇住宅用地/成套住宅"),
                    ("原权属证书号", "\n".join([samples.NUMBER] * 4)),
                ),
            ),
        ),
    ),
    contents=(
        (
            "抵押情况",
            (
                (("被担保债权数额", "99999.9999万元"), ("抵押方式", "最高额抵押")),
                (
                    (
                        "担保范围",
                        "本金、利息、罚息、复利、违约金、损害赔偿金和实现抵押权的费用。" * 4,
                    ),
                ),
            ),
        ),
    ),
    reason="继承、受遗赠转移登记（非公证）",
    proofs="；".join(f"{n}. 买卖合同（经网签备案）及其附件" for n in range(1, 25)),
    paper_form="单一版",
    one_each="是，40份",
    notes="申请人确认本不动产用于抵押，抵押权人同意转让。" * 6,
    left="权利人",
    right="义务人",
    day=samples.DAY,
    rehearsal=True,
)
LAYOUT = Layout(
    page=A4,
    pages=(Page(parts=head("不动产登记申请书")),),
    flow_top=42.0,
    flow=(
        Form(
            rows=(
                (("收件编号", "{case_no}"), ("收件日期", "{day}")),
                (("收件人", "{window}　{clerk}"), ("单位", "平方米、万元")),
                (("申请登记事项", "{item}"),),
                (("权利类型", "{rights}"),),
                (("登记类型", "{kinds}"),),
            ),
            before=0,
            size=SIZE,
        ),
        Forms(of="people", size=SIZE, before=AIR),
        Forms(of="property", size=SIZE, before=AIR),
        Forms(of="contents", size=SIZE, before=AIR),
        Form(
            title="登记原因及证明",
            rows=(
                (("登记原因", "{reason}"), ("申请证书版式", "{paper_form}")),
                (("证明文件", "{proofs}"),),
                (("申请分别持证", "{one_each}"), ("备注", "{notes}")),
            ),
            size=SIZE,
            before=AIR,
        ),
        Paragraph(
            say="本申请人对填写的上述内容及提交的申请材料的真实性负责。如有不实，申请人愿承担法律责任。",
            indent=2,
            size=9.5,
            before=AIR,
        ),
    ),
    closing=tuple(
        part
        for at, side in ((MARGIN, "{left}"), (MARGIN + HALF, "{right}"))
        for part in (
            Box(x=at, y=4, width=HALF, height=SIGN_HEIGHT),
            Text(x=at + 3, y=6, width=HALF - 6, height=6, say=side, face=SANS_BOLD, sizes=(10,)),
            Text(x=at + 3, y=13, width=HALF - 6, height=6, say="申请人（签章）：", sizes=(10,)),
            Text(x=at + 3, y=20, width=HALF - 6, height=6, say="代理人（签章）：", sizes=(10,)),
            Text(x=at + 3, y=27, width=HALF - 6, height=6, say="年　　月　　日", align="right"),
        )
    ),
    closing_height=SIGN_HEIGHT + 6,
    numbered=True,
)
