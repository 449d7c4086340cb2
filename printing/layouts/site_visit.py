"""实地查看记录表: filled in on the spot by two persons at least (细则 16)."""

from dataclasses import dataclass

from printing.layout import Box, Form, Layout, Page, Paragraph, Text
from printing.layouts import samples
from printing.layouts.letterhead import A4, CASE_ROWS, FLOW_TOP, MARGIN, head, signatures
from printing.typefaces import SANS

PHOTO_HEIGHT = 62.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteVisit:
    """The values of a record of a visit; what is seen there is written by hand."""

    centre: str
    case_no: str
    item: str
    applicants: str
    location: str
    units: str
    visitors: str
    visited_at: str
    wanted: str  # what is to be looked at
    seen: str
    conclusion: str
    day: str
    rehearsal: bool


LONGEST = SiteVisit(
    centre=samples.CENTRE,
    case_no=samples.CASE,
    item=samples.ITEM,
    applicants=samples.NAMES,
    location=samples.PLACES,
    units=samples.UNITS,
    visitors="、".join([samples.NAME] * 4),
    visited_at=samples.MINUTE,
    wanted="抵押的在建建筑物坐落、四至和建造情况，已经预售或者抵押的部分是否扣除。" * 3,
    seen="主体结构封顶，外墙完成二层；1至3层商业已经预售，与申请一致。" * 6,
    conclusion="现场情况与申请材料一致，同意进入下一环节。" * 3,
    day=samples.DAY,
    rehearsal=True,
)
LAYOUT = Layout(
    page=A4,
    pages=(Page(parts=head("实地查看记录表")),),
    flow_top=FLOW_TOP,
    flow=(
        Form(
            rows=(
                *CASE_ROWS,
                (("不动产单元号", "{units}"),),
                (("查看人", "{visitors}"), ("查看时间", "{visited_at}")),
                (("查看内容", "{wanted}"),),
                (("查看情况", "{seen}"),),
                (("查看结论", "{conclusion}"),),
            ),
            before=0,
        ),
        Paragraph(
            say="实地查看的工作人员不少于二人，查看时应当拍照或者录像（《不动产登记暂行条例实施细则》第十六条）。",
            size=9,
            face=SANS,
        ),
    ),
    closing=(
        Box(x=MARGIN, y=4, width=A4[0] - 2 * MARGIN, height=PHOTO_HEIGHT),
        Text(x=MARGIN + 3, y=6, width=60, height=6, say="现场照片", face=SANS, sizes=(9,)),
        *signatures("查看人签字：", "现场人员签字：", top=PHOTO_HEIGHT + 8),
    ),
    closing_height=PHOTO_HEIGHT + 30,
    numbered=True,
)
