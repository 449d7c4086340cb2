"""The archive: cover and list of one case's file, and the list by which files are handed over."""

from dataclasses import dataclass

from printing.layout import Box, Code128, Column, Form, Layout, Page, Paragraph, Table, Text
from printing.layouts import samples
from printing.layouts.letterhead import A4, FLOW_TOP, LANDSCAPE, MARGIN, head, signatures
from printing.typefaces import SANS, SANS_BOLD

WIDE = A4[0] - 2 * MARGIN


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveCover:
    """The values of the cover of a file with the list of what lies in it."""

    centre: str
    case_no: str
    item: str
    holders: str
    location: str
    units: str
    numbers: str
    began: str
    ended: str
    keep: str  # how long it is kept
    total: str
    documents: tuple[tuple[str, str, str, str, str], ...]  # no, title, form, day, note
    archivist: str
    day: str
    rehearsal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveTransfer:
    """The values of a list by which files are handed over to the archive."""

    centre: str
    case_no: str  # number of the hand-over
    rows: tuple[tuple[str, str, str, str, str, str, str], ...]
    total: str
    giver: str
    day: str
    rehearsal: bool


COVER_LONGEST = ArchiveCover(
    centre=samples.CENTRE,
    case_no=samples.CASE,
    item=samples.ITEM,
    holders=samples.NAMES,
    location=samples.PLACES,
    units=samples.UNITS,
    numbers="\n".join([samples.NUMBER, samples.PROOF] * 2) + "等40个",
    began=samples.MINUTE,
    ended=samples.MINUTE,
    keep="永久",
    total="60",
    documents=tuple(
        (
            str(n),
            "全部法定继承人关于不动产分配的协议或遗嘱（及放弃继承书面声明）",
            "核验原件留复印件",
            "2018-03-26",
            "补正收件",
        )
        for n in range(1, 61)
    ),
    archivist=samples.NAME,
    day=samples.DAY,
    rehearsal=True,
)


def _line(y: float, height: float, label: str, say: str) -> tuple[Box | Text, ...]:
    """Return one framed line of the cover: what it is, and what is written there."""
    return (
        Box(x=MARGIN, y=y, width=40, height=height, grey=0.955),
        Box(x=MARGIN + 40, y=y, width=WIDE - 40, height=height),
        Text(
            x=MARGIN + 2,
            y=y,
            width=36,
            height=height,
            say=label,
            sizes=(12,),
            face=SANS,
            align="center",
            middle=True,
        ),
        Text(
            x=MARGIN + 43,
            y=y,
            width=WIDE - 46,
            height=height,
            say=say,
            sizes=(13, 11, 9),
            middle=True,
            continues=label,
        ),
    )


COVER_LAYOUT = Layout(
    page=A4,
    pages=(
        Page(
            parts=(
                Text(
                    x=MARGIN,
                    y=24,
                    width=WIDE,
                    height=10,
                    say="{centre}",
                    sizes=(16, 13),
                    face=SANS,
                    align="center",
                ),
                Text(
                    x=MARGIN,
                    y=42,
                    width=WIDE,
                    height=16,
                    say="不动产登记档案",
                    sizes=(30,),
                    face=SANS_BOLD,
                    align="center",
                ),
                Code128(x=70, y=66, width=70, height=14, say="{case_no}"),
                Text(
                    x=70,
                    y=81,
                    width=70,
                    height=7,
                    say="{case_no}",
                    sizes=(12,),
                    face=SANS,
                    align="center",
                ),
                *_line(96, 16, "登记事项", "{item}"),
                *_line(112, 28, "权利人（申请人）", "{holders}"),
                *_line(140, 18, "坐落", "{location}"),
                *_line(158, 14, "不动产单元号", "{units}"),
                *_line(172, 26, "证书（证明）号", "{numbers}"),
                *_line(198, 14, "受理时间", "{began}"),
                *_line(212, 14, "办结时间", "{ended}"),
                *_line(226, 14, "保管期限", "{keep}"),
                *_line(240, 14, "卷内文件", "{total}件"),
                *_line(254, 14, "立卷人、日期", "{archivist}　{day}"),
            )
        ),
        Page(parts=head("卷内目录")),
    ),
    flow_top=FLOW_TOP,
    flow=(
        Table(
            columns=(
                Column(title="序号", width=14, align="center"),
                Column(title="文件名称", width=82),
                Column(title="形式", width=30),
                Column(title="日期", width=24, align="center"),
                Column(title="备注", width=24),
            ),
            rows="documents",
            before=0,
        ),
        Paragraph(say="卷内文件共{total}件。", before=4),
    ),
    numbered=True,
)

TRANSFER_LONGEST = ArchiveTransfer(
    centre=samples.CENTRE,
    case_no="YJ2018-9999999",
    rows=tuple(
        (
            str(n),
            samples.CASE,
            samples.UNITS,
            samples.PLACES,
            samples.NAMES,
            f"{samples.NUMBER}\nD22018000001",
            "不动产权证书、登记证明",
        )
        for n in range(1, 41)
    ),
    total="40",
    giver=samples.NAME,
    day=samples.DAY,
    rehearsal=True,
)
TRANSFER_LAYOUT = Layout(
    page=LANDSCAPE,
    pages=(Page(parts=head("不动产登记档案移交清册", wide=LANDSCAPE[0])),),
    flow_top=FLOW_TOP,
    flow=(
        Table(
            columns=(
                Column(title="序号", width=14, align="center"),
                Column(title="受理编号", width=30),
                Column(title="不动产单元号", width=44),
                Column(title="坐落", width=54),
                Column(title="权利人", width=46),
                Column(title="权证号、印刷序列号", width=48),
                Column(title="证书类型", width=25),
            ),
            rows="rows",
            size=9,
            before=0,
        ),
        Form(rows=((("移交案卷", "{total}卷"), ("移交人", "{giver}")),)),
        Paragraph(say="接收人已逐卷核对，案卷与清册一致。", before=4),
    ),
    closing=signatures("移交人签字：", "接收人签字："),
    closing_height=34,
    numbered=True,
)
