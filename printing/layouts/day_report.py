"""登记日报: the supervisor's page about one day."""

from dataclasses import dataclass

from printing.layout import Bars, Column, Layout, Page, Paragraph, Table
from printing.layouts.letterhead import A4, MARGIN, head
from printing.typefaces import SANS


@dataclass(frozen=True, slots=True, kw_only=True)
class DayReport:
    """The values of the report; figures are words already, bars are numbers."""

    centre: str
    title: str
    day: str
    figures: tuple[tuple[str, str], ...]  # name, figure
    by_item: tuple[tuple[str, str, str, str], ...]  # item, cases, median, slowest minutes
    windows: tuple[tuple[str, float], ...]  # window, cases handed out
    hours: tuple[tuple[str, float], ...]  # hour, certificates printed
    stages: tuple[tuple[str, str, str], ...]  # stage, median, 90th percentile minutes
    slowest: tuple[tuple[str, str, str], ...]  # case number, item, minutes
    rehearsal: bool


LONGEST = DayReport(
    centre="辽源市不动产登记中心",
    title="辽源市不动产登记中心 2018年3月26日：18个综合窗口，16:00打印第103本不动产权证书",
    day="2018年03月26日",
    figures=(("今日发证（本）", "103"), ("60分钟内办结", "170/170")),
    by_item=tuple(("继承、受遗赠转移登记（非公证）", "99", "38.0", "59.9") for _ in range(40)),
    windows=tuple((f"{n}号窗口", float(n)) for n in range(1, 19)),
    hours=tuple((f"{n}时", float(n)) for n in range(8, 18)),
    stages=(("审核", "11.2", "20.0"),),
    slowest=(("2018-9999999", "存量房买卖转移登记", "59.9"),),
    rehearsal=True,
)

LAYOUT = Layout(
    page=A4,
    pages=(Page(parts=head("登记日报", coded=False)),),
    flow_top=42.0,
    margin=MARGIN,
    numbered=True,
    flow=(
        Paragraph(say="{title}", face=SANS, before=0),
        Table(
            columns=(
                Column(title="指标", width=110),
                Column(title="数值", width=64, align="right"),
            ),
            rows="figures",
        ),
        Bars(title="各小时打印证书（本）", rows="hours"),
        Bars(title="各窗口发证（件）", rows="windows"),
        Table(
            columns=(
                Column(title="环节", width=74),
                Column(title="中位（分钟）", width=50, align="right"),
                Column(title="九成以内（分钟）", width=50, align="right"),
            ),
            rows="stages",
        ),
        Table(
            columns=(
                Column(title="事项", width=96),
                Column(title="件数", width=22, align="right"),
                Column(title="中位（分钟）", width=28, align="right"),
                Column(title="最长（分钟）", width=28, align="right"),
            ),
            rows="by_item",
        ),
        Table(
            columns=(
                Column(title="用时最长的案件", width=40),
                Column(title="事项", width=96),
                Column(title="分钟", width=38, align="right"),
            ),
            rows="slowest",
        ),
    ),
)
