"""寄递面单: the label of a parcel with the papers of a case."""

from dataclasses import dataclass

from printing.layout import Box, Code128, Layout, Line, Page, Text
from printing.typefaces import SANS, SANS_BOLD


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpressLabel:
    """The values of a label; what is in the parcel is said by count, never by number."""

    centre: str
    case_no: str
    receiver: str
    phone: str
    address: str
    content: str
    day: str
    rehearsal: bool


LONGEST = ExpressLabel(
    centre="中华人民共和国新疆维吾尔自治区伊犁哈萨克自治州不动产登记中心",
    case_no="2018-9999999",
    receiver="阿卜杜热西提·阿卜杜克热木·买买提江·吐尔逊",
    phone="+8643712345678-123456",
    address="新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县人民大街仙城国际花园东区甲12号楼3单元2501室",
    content="不动产权证书 12 本，不动产登记证明 12 份",
    day="2018年03月26日",
    rehearsal=True,
)

LAYOUT = Layout(
    page=(100.0, 100.0),
    pages=(
        Page(
            parts=(
                Box(x=3, y=3, width=94, height=94),
                Text(x=6, y=5, width=88, height=6, say="{centre}", sizes=(10, 8), face=SANS_BOLD),
                Code128(x=12, y=13, width=76, height=14, say="{case_no}"),
                Text(
                    x=6,
                    y=28,
                    width=88,
                    height=5,
                    say="{case_no}",
                    sizes=(10,),
                    face=SANS,
                    align="center",
                ),
                Line(x1=3, y1=35, x2=97, y2=35),
                Text(x=6, y=38, width=8, height=7, say="收", sizes=(15,), face=SANS_BOLD),
                Text(
                    x=16, y=37, width=78, height=10, say="{receiver}", sizes=(14, 11, 9), face=SANS
                ),
                Text(x=16, y=48, width=78, height=6, say="{phone}", sizes=(12, 10), face=SANS),
                Text(
                    x=16,
                    y=55,
                    width=78,
                    height=20,
                    say="{address}",
                    sizes=(12, 10.5, 9),
                    face=SANS,
                ),
                Line(x1=3, y1=78, x2=97, y2=78),
                Text(x=6, y=80, width=8, height=6, say="寄", sizes=(11,), face=SANS_BOLD),
                Text(x=16, y=80, width=78, height=6, say="{content}", sizes=(9.5, 8), face=SANS),
                Text(x=16, y=88, width=78, height=6, say="{day}", sizes=(9.5,), face=SANS),
            )
        ),
    ),
)
