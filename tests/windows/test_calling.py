"""Calling at the window by keys alone: the next, the same again, and who did not come."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.counter.my_window import MyWindowScreen
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.workflow.queries.queue import WaitingRow
from tests.windows.conftest import duty, settle, shown_window

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Counter:
    """A clerk at window 2 with C01 in front."""

    def __init__(self, bot: QtBot, office: Office, session: Session) -> None:
        self.bot, self.office = bot, office
        self.window: MainWindow = shown_window(session, duty(office, "w02"))
        with bot.waitActive(self.window):
            self.window.activateWindow()
        self.window.go("C01")
        settle(bot, office)
        screen = self.window.screen
        assert isinstance(screen, MyWindowScreen)
        self.screen = screen

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        self.bot.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        settle(self.bot, self.office)

    def draw(self) -> None:
        """Let somebody draw a number."""
        self.press(Qt.Key.Key_T, CONTROL)

    def called(self) -> WaitingRow | None:
        """Return the number at the window."""
        return self.screen._called


@pytest.fixture
def counter(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> Counter:
    return Counter(qtbot, office, open_session(office, "zh"))


def test_who_did_not_come_is_set_aside_and_called_again_when_back(counter: Counter) -> None:
    while counter.called() is not None:
        counter.press(Qt.Key.Key_F9, CONTROL)
    counter.draw()
    counter.press(Qt.Key.Key_F9)
    first = counter.called()
    assert first is not None
    counter.press(Qt.Key.Key_F9, SHIFT)
    again = counter.called()
    assert again is not None
    assert (again.case_id, again.called_at, again.n) == (
        first.case_id,
        first.called_at,
        first.n + 1,
    )

    counter.press(Qt.Key.Key_F9, CONTROL)
    assert counter.called() is None
    assert not counter.screen.no_show.isEnabled()
    rows = counter.screen.waiting.model.rows
    place = next(at for at, row in enumerate(rows) if row.case_id == first.case_id)
    assert rows[place].set_aside
    assert counter.screen.waiting.model.index(place, 4).data() == "已过号"

    counter.screen.waiting.view.setCurrentIndex(counter.screen.waiting.model.index(place, 0))
    assert counter.screen.recall.isEnabled()
    counter.press(Qt.Key.Key_F9, SHIFT)
    back = counter.called()

    assert back is not None
    assert back.case_id == first.case_id


def test_a_number_that_only_waits_cannot_be_called_out_of_its_order(counter: Counter) -> None:
    while counter.called() is not None:
        counter.press(Qt.Key.Key_F9, CONTROL)
    counter.draw()
    rows = counter.screen.waiting.model.rows
    place = next(at for at, row in enumerate(rows) if not row.set_aside)
    counter.screen.waiting.view.setCurrentIndex(counter.screen.waiting.model.index(place, 0))

    assert not counter.screen.recall.isEnabled()


def test_f6_goes_from_area_to_area_and_shift_f6_back(counter: Counter) -> None:
    start = QApplication.focusWidget()
    assert start is counter.screen.waiting.view
    stops: list[QWidget | None] = []
    for _ in range(12):
        counter.press(Qt.Key.Key_F6)
        stops.append(QApplication.focusWidget())
        if stops[-1] is start:
            break
    assert stops[-1] is start
    assert {counter.screen.in_hand.view, counter.screen.to_issue.view} <= set(stops)
    assert len(set(stops)) == len(stops)
    back = []
    for _ in stops:
        counter.press(Qt.Key.Key_F6, SHIFT)
        back.append(QApplication.focusWidget())

    assert back == [*reversed(stops[:-1]), start]


def test_ctrl_f_filters_the_list_that_has_the_focus(counter: Counter) -> None:
    rows = len(counter.screen.waiting.model.rows)
    counter.press(Qt.Key.Key_F, CONTROL)
    assert counter.screen.waiting.filter.hasFocus()
    counter.bot.keyClicks(counter.screen.waiting.filter, "B00")
    assert 0 < len(counter.screen.waiting.model.rows) < rows
    counter.press(Qt.Key.Key_Escape)
    assert len(counter.screen.waiting.model.rows) == rows
    counter.screen.in_hand.view.setFocus()
    counter.press(Qt.Key.Key_F, CONTROL)

    assert counter.screen.in_hand.filter.hasFocus()
