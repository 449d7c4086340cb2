"""A clerk looks at the own day and takes it along as a workbook."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.counter.my_day import MyDayScreen
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.workflow.clock import day_of
from desk.workflow.queries.my_day import my_days
from tests.windows.conftest import settle
from tests.windows.screens import open_screen

pytestmark = pytest.mark.gui


@pytest.fixture
def screen(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> MyDayScreen:
    """The own day of w02."""
    shown = open_screen(qtbot, open_session(office, "zh"), office, "C13").screen
    assert isinstance(shown, MyDayScreen)
    return shown


def test_the_list_shows_today_first_and_all_days_together_last(
    screen: MyDayScreen, office: Office
) -> None:
    today = day_of(datetime.now(UTC))
    with office.desk.ask() as reader:
        found = my_days(reader, "w02", today)
    rows = screen.days.model.rows

    assert rows[0].name == today.isoformat()
    assert rows[-1].own == found.together
    assert found.together.accepted > 0
    assert "5" in screen.rating.text()


def test_the_workbook_holds_the_figures_of_the_list(screen: MyDayScreen, tmp_path: Path) -> None:
    screen.write_to(tmp_path / "own.xlsx")
    sheet = load_workbook(tmp_path / "own.xlsx").worksheets[0]
    lines = list(sheet.iter_rows(values_only=True))
    last = screen.days.model.rows[-1].own

    assert len(lines) == len(screen.days.model.rows) + 1
    assert lines[-1][1:6] == (
        last.accepted,
        last.approved,
        last.issued,
        last.returned,
        last.refused,
    )
    assert lines[-1][8] == pytest.approx(last.gross.p50)


def test_a_file_that_cannot_be_written_is_said_with_what_to_do(
    qtbot: QtBot, office: Office, screen: MyDayScreen, tmp_path: Path
) -> None:
    screen.write_to(tmp_path / "nowhere" / "own.xlsx")
    settle(qtbot, office)

    assert "E-OUT-001" in screen.banner.text or "Ctrl+E" in screen.banner.text
