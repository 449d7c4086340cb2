"""What the workbook holds of a strange name, and how the command ends when something is not met."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from desk.day.replay import Request
from desk.day.terminal import run
from tests.day.conftest import Day, play


def test_a_name_like_a_formula_is_a_text_cell(
    small: Day, written: Callable[[Day], Path], tmp_path: Path
) -> None:
    small["events"] = small["events"][:13]
    for event in small["events"]:
        for person in event.get("application", {}).get("parties", ()):
            if person["role"] == "holder":
                person["name"] = "=1+1"
        if event["do"] == "issue":
            event["to"]["name"] = "=1+1"

    play(written(small), out=tmp_path / "out")

    book = openpyxl.load_workbook(tmp_path / "out" / "report.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    named = [cell for cell in cells if cell.value is not None and "=1+1" in str(cell.value)]
    assert named
    assert {cell.data_type for cell in named} == {"s"}


def test_the_report_sums_the_fees_taken_given_back_and_owed(
    small: Day, written: Callable[[Day], Path], tmp_path: Path
) -> None:
    told = play(written(small), out=tmp_path / "out")

    sheet = openpyxl.load_workbook(tmp_path / "out" / "report.xlsx").worksheets[0]
    figures = {row[0].value: row[1].value for row in sheet.iter_rows()}
    charged = [Decimal(row["charges"].get("fee", "0")) for row in told["cases"]]
    assert 0 < figures["收取登记费（元）"] <= sum(charged)
    assert (figures["退还登记费（元）"], figures["应退未退登记费（元）"]) == (0, 0)


def test_an_unmet_expectation_ends_the_command_with_one(
    small: Day, written: Callable[[Day], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small["events"][5]["expect"] = {"amounts": {"fee": "81.00"}}
    request = Request(files=(written(small),), out=tmp_path / "out", papers=False, language="en")

    assert run(request) == 1
    assert "81.00" in capsys.readouterr().out
