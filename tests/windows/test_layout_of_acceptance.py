"""C03 in the hand of the eye: nothing empty, nothing cut, every section reached by its key."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QStyle, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.actions import ACTIONS
from desk.windows.parts.office import Office
from desk.windows.parts.screens import SCREENS
from desk.workflow.queries.register import all_units
from tests.windows.conftest import duty, settle

pytestmark = pytest.mark.gui

SIZES = ((1366, 728), (1280, 720), (960, 540), (683, 384), (1920, 1080))
SLACK = 8  # pixels of a frame and its lines


@pytest.fixture
def window(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> MainWindow:
    """A sale is begun at window 2, in English, whose words are the longer ones."""
    made = open_session(office, "en").take_duty(duty(office, "w02"))
    qtbot.addWidget(made)
    made.go("C03", "LY013")
    settle(qtbot, office)
    return made


def acceptance(window: MainWindow) -> AcceptanceScreen:
    screen = window.screen
    assert isinstance(screen, AcceptanceScreen)
    return screen


@pytest.mark.parametrize("size", SIZES)
def test_the_heading_of_the_papers_stands_where_the_papers_are(
    qtbot: QtBot, office: Office, window: MainWindow, size: tuple[int, int]
) -> None:
    screen = acceptance(window)
    window.resize(*size)
    settle(qtbot, office)
    screen.open("LY022")
    settle(qtbot, office)

    part = screen.entry.parts["materials"]
    assert part.isVisible() == part.isAncestorOf(screen.entry.papers)


@pytest.mark.parametrize("size", SIZES)
def test_the_interview_is_as_high_as_its_questions(
    qtbot: QtBot, office: Office, window: MainWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    settle(qtbot, office)
    table = acceptance(window).entry.questions.table
    rows = sum(table.rowHeight(row) for row in range(table.rowCount()))

    assert table.rowCount() > 0
    assert abs(table.viewport().height() - rows) <= SLACK
    assert table.verticalScrollBar().maximum() == 0


def cut(view: QListWidget) -> list[str]:
    """Return the lines that are too low for their words."""
    found = []
    for row in range(view.count()):
        rect = view.visualItemRect(view.item(row))
        option = QStyleOptionViewItem()
        view.initViewItemOption(option)
        option.features |= option.ViewItemFeature.HasDisplay
        option.features |= option.ViewItemFeature.HasCheckIndicator
        option.rect = rect
        part = QStyle.SubElement.SE_ItemViewItemText
        room = view.style().subElementRect(part, option, view)
        words = view.fontMetrics().boundingRect(
            QRect(0, 0, room.width() - SLACK, 10_000),
            int(Qt.TextFlag.TextWordWrap),
            view.item(row).text(),
        )
        if words.height() > rect.height():
            found.append(view.item(row).text())
    return found


@pytest.mark.parametrize("size", SIZES)
def test_the_names_of_the_papers_are_shown_whole(
    qtbot: QtBot, office: Office, window: MainWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    settle(qtbot, office)
    view = acceptance(window).entry.materials

    assert cut(view) == []


@pytest.mark.parametrize("name", ["tax", "submit"])
def test_the_keys_of_tax_and_submit_go_there_in_an_empty_form(
    window: MainWindow, name: str
) -> None:
    screen = acceptance(window)
    assert screen.entry.section_at(QApplication.focusWidget()) == "parties"
    QTest.keySequence(window, QKeySequence(ACTIONS[f"go_{name}"].key))

    assert screen.entry.section_at(QApplication.focusWidget()) == name


def test_a_code_that_the_program_set_stands_in_its_groups(
    qtbot: QtBot, office: Office, window: MainWindow
) -> None:
    with office.desk.ask() as reader:
        code = next(iter(all_units(reader, datetime.now(UTC)))).unit.code
    screen = acceptance(window)
    screen.model.put("units", [code], "code")
    settle(qtbot, office)

    shown = screen.entry.codes.text()
    assert [len(part) for part in shown.split(" ")] == [6, 6, 7, 9]
    assert shown.replace(" ", "") == code


def test_the_case_keeps_its_place_in_the_top_bar_of_a_narrow_window(
    qtbot: QtBot, office: Office, window: MainWindow
) -> None:
    title = "20261124-0057  Transfer: sale of an existing home (second-hand)"
    window.show_case(title, None)
    window.resize(683, 384)
    settle(qtbot, office)

    bar = window.top
    assert window.width() == 683
    assert window.width() - 2 * SLACK <= bar.width() <= window.width()
    assert bar.case.text().endswith("…")
    assert bar.case.toolTip() == title
    assert all(
        child.geometry().right() <= bar.width()
        for child in bar.findChildren(QWidget)
        if child.isVisible()
    )


def test_the_rail_of_a_narrow_window_keeps_its_digits_and_names(
    qtbot: QtBot, office: Office, window: MainWindow
) -> None:
    window.resize(1366, 728)
    wide = window.rail.buttons["C03"]
    assert wide.text().endswith(SCREENS["C03"].title)
    window.resize(683, 384)
    settle(qtbot, office)

    assert wide.text() == "2"
    assert SCREENS["C03"].title in wide.toolTip()
    assert SCREENS["C03"].title in wide.accessibleName()
    assert window.rail.width() < 80
