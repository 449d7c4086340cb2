"""The supervisor's daily report: one page to read, one workbook to go on counting with."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from statistics import median
from typing import Any

from desk.day.file import SHANGHAI
from desk.day.result import CaseTold, p90
from desk.day.workbook import open_workbook, write_sheet, yuan
from desk.workflow.queries.takings import Takings
from forms.checks.dates import format_day_zh
from forms.checks.money import format_fen
from forms.messages import message
from printing.papers import render_paper

SLOWEST = 10
_OPENING, _CLOSING = 8, 17  # hours that are shown even where nothing was printed
_STAGES = (
    *("acceptance", "tax", "pool", "approval", "supplement", "registration", "printing"),
    *("hand_over", "pause"),
)
_CASE_COLUMNS = (
    *("case", "case_no", "item", "stage", "window_accepted", "window_issued", "ticket_at"),
    *("accepted_at", "registered_at", "issued_at", "gross_minutes", "net_minutes"),
    *("ticket_to_issue_minutes", "target_minutes", "within_target", "numbers", "serials"),
    *("charges", "findings"),
)
_HOLDER_COLUMNS = ("unit", "type", "holders", "number", "live", "since", "case")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the report is about."""

    centre: str
    title: str
    days: tuple[date, ...]
    throughput: Mapping[str, Any]
    money: Takings
    cases: Sequence[CaseTold]
    register: Sequence[Mapping[str, Any]]


def write_pdf(report: Report, path: Path) -> None:
    """Write the page of the day; papers are Chinese."""
    # Rendered values are plain: the same day gives the same bytes.
    path.write_bytes(_content(render_paper("day_report", _values(report))))


def write_xlsx(report: Report, path: Path, language: str) -> None:
    """Write the workbook; every text is a text cell, whatever it begins with."""
    with open_workbook(path) as book:
        book.set_properties({"created": _moment(report)})
        named = (*_figures(report), *_money(report, yuan))
        figures = [(message(f"REPORT-{key}", language), value) for key, value in named]
        write_sheet(book, message("REPORT-SHEET-DAY", language), figures)
        cases = [[row.told[name] for name in _CASE_COLUMNS] for row in report.cases]
        write_sheet(book, message("REPORT-SHEET-CASES", language), [_CASE_COLUMNS, *cases])
        write_sheet(
            book,
            message("REPORT-SHEET-ITEMS", language),
            [("item", "cases", "median", "slowest"), *_by_item(report)],
        )
        entries = [[row[name] for name in _HOLDER_COLUMNS] for row in report.register]
        write_sheet(book, message("REPORT-SHEET-REGISTER", language), [_HOLDER_COLUMNS, *entries])


def _content(rendered: Any) -> bytes:
    content: bytes = rendered if isinstance(rendered, bytes) else rendered.pdf
    return content


def _moment(report: Report) -> datetime:
    first = report.days[0]
    return datetime(first.year, first.month, first.day, tzinfo=SHANGHAI).replace(tzinfo=None)


def _values(report: Report) -> dict[str, Any]:
    named = (*_figures(report), *_money(report, format_fen))
    figures = [(message(f"REPORT-{key}", "zh"), _text(value)) for key, value in named]
    days = "、".join(format_day_zh(day) for day in dict.fromkeys(report.days))
    return {
        "centre": report.centre,
        "title": report.title,
        "day": days,
        "figures": tuple(figures),
        "by_item": tuple(
            (str(name), _text(count), _text(middle), _text(most))
            for name, count, middle, most in _by_item(report)
        ),
        "windows": tuple(
            (f"{window}号窗口", float(count))
            for window, count in report.throughput["by_window"].items()
        ),
        "hours": tuple((f"{hour}时", float(count)) for hour, count in _by_hour(report)),
        "stages": tuple(_by_stage(report)),
        "slowest": tuple(_slowest(report)),
        "rehearsal": True,
    }


def _figures(report: Report) -> list[tuple[str, object]]:
    names = ("issued", "certificates", "timed_60", "within_60")
    minutes = ("fastest_minutes", "median_minutes", "p90_minutes")
    return [(name, report.throughput[name]) for name in (*names, *minutes)]


def _money(report: Report, amount: Callable[[int], object]) -> list[tuple[str, object]]:
    names = ("fee_paid", "fee_refunded", "fee_owed_back")
    return [(name, amount(getattr(report.money, name))) for name in names]


def _by_item(report: Report) -> list[tuple[str, int, float | None, float | None]]:
    minutes: dict[str, list[float]] = defaultdict(list)
    for case in report.cases:
        if case.told["issued_at"] is not None:
            minutes[case.item_name].append(case.told["gross_minutes"])
    ordered = sorted(minutes.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [(name, len(spent), median(spent), max(spent)) for name, spent in ordered]


def _by_hour(report: Report) -> list[tuple[int, int]]:
    printed: Counter[int] = Counter()
    for case in report.cases:
        if case.printed_at is not None:
            printed[case.printed_at.astimezone(SHANGHAI).hour] += case.certificates
    first, last = min([_OPENING, *printed]), max([_CLOSING, *printed])
    return [(hour, printed[hour]) for hour in range(first, last + 1)]


def _by_stage(report: Report) -> Iterable[tuple[str, str, str]]:
    spent: dict[str, list[float]] = defaultdict(list)
    for case in report.cases:
        of_case: dict[str, float] = defaultdict(float)
        for span in case.told["stages"]:
            of_case[span["stage"]] += span["minutes"]
        for stage, minutes in of_case.items():
            spent[stage].append(minutes)
    for stage in _STAGES:
        if spent[stage]:
            most = p90(sorted(spent[stage]))
            yield message(f"REPORT-STAGE-{stage}", "zh"), _text(median(spent[stage])), _text(most)


def _slowest(report: Report) -> Iterable[tuple[str, str, str]]:
    done = [case for case in report.cases if case.told["issued_at"] is not None]
    done.sort(key=lambda case: (-case.told["gross_minutes"], case.told["case"]))
    for case in done[:SLOWEST]:
        number = case.told["case_no"] or case.told["case"]
        yield number, case.item_name, _text(case.told["gross_minutes"])


def _text(value: object) -> str:
    if value is None:
        return "—"
    return f"{value:.1f}" if isinstance(value, float) else str(value)
