"""卷内文件校验表: what is bound in a volume, each with its SHA-256, and where the volume lies."""

from dataclasses import dataclass

from printing.layout import Column, Form, Layout, Page, Paragraph, Table
from printing.layouts import samples
from printing.layouts.letterhead import A4, FLOW_TOP, head


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveHashes:
    """The values of the list of hashes of a volume."""

    centre: str
    case_no: str
    box: str
    volume: str
    rows: tuple[tuple[str, str, str, str], ...]  # no, what, bytes, SHA-256
    total: str
    day: str
    rehearsal: bool


LONGEST = ArchiveHashes(
    centre=samples.CENTRE,
    case_no=samples.CASE,
    box="2018-龙山-9999",
    volume="9999",
    rows=tuple(
        (
            str(n),
            "全部法定继承人关于不动产分配的协议或遗嘱（及放弃继承书面声明） 第200页",
            "400000",
            "0123456789abcdef" * 4,
        )
        for n in range(1, 61)
    ),
    total="60",
    day=samples.DAY,
    rehearsal=True,
)

LAYOUT = Layout(
    page=A4,
    pages=(Page(parts=head("卷内文件校验表")),),
    flow_top=FLOW_TOP,
    flow=(
        Form(rows=((("盒号", "{box}"), ("卷号", "{volume}")),), before=0),
        Table(
            columns=(
                Column(title="序号", width=14, align="center"),
                Column(title="文件", width=52),
                Column(title="字节数", width=20, align="right"),
                Column(title="SHA-256", width=88),
            ),
            rows="rows",
            size=8,
            before=4,
        ),
        Paragraph(say="共{total}份。装订前逐份重新计算，与受理、出具时所记一致。", before=4),
    ),
    numbered=True,
)
