"""案卷标签: the label on a case's folder."""

from dataclasses import dataclass

from printing.layout import Box, Code128, Layout, Page, Text
from printing.typefaces import SANS, SANS_BOLD


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLabel:
    """The values of a label."""

    case_no: str
    item: str
    applicants: str
    unit: str
    rehearsal: bool


LONGEST = CaseLabel(
    case_no="2018-9999999",
    item="新建商品房项目（含业主共有部分）首次登记",
    applicants="阿卜杜热西提·阿卜杜克热木等12人",
    unit="220402 001002 GB00015 F00030012",
    rehearsal=True,
)

LAYOUT = Layout(
    page=(90.0, 50.0),
    pages=(
        Page(
            parts=(
                Box(x=2, y=2, width=86, height=46),
                Text(x=5, y=4, width=80, height=7, say="{case_no}", sizes=(15,), face=SANS_BOLD),
                Code128(x=5, y=13, width=80, height=13, say="{case_no}"),
                Text(x=5, y=28, width=80, height=6, say="{item}", sizes=(9.5, 8, 7), face=SANS),
                Text(
                    x=5,
                    y=34.5,
                    width=80,
                    height=6,
                    say="{applicants}",
                    sizes=(9.5, 8, 7),
                    face=SANS,
                ),
                Text(x=5, y=41, width=80, height=5, say="{unit}", sizes=(9, 8), face=SANS),
            )
        ),
    ),
)
