"""A scan goes to the screen that it is for, is shown in the footer and said in words."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.counter.hand_over import HandOverScreen
from desk.windows.counter.my_window import MyWindowScreen
from desk.windows.counter.search import SearchScreen
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.palette import Palette
from desk.windows.frame.session import Session
from desk.windows.input.scan_queue import Mark
from desk.windows.input.scan_tray import MARKS, WORDS, ScanList
from desk.windows.parts.chooser import Chooser
from desk.windows.parts.office import Office
from desk.workflow.application import Party
from desk.workflow.scanned import ScanKind, slip_code
from forms.messages import message
from tests.windows.conftest import duty, settle, shown_window

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Window:
    """A clerk's window with a scanner that types."""

    def __init__(self, bot: QtBot, office: Office, session: Session) -> None:
        self.bot, self.office = bot, office
        self.frame: MainWindow = shown_window(session, duty(office, "w02"))
        with bot.waitActive(self.frame):
            self.frame.activateWindow()
        settle(bot, office)

    def scan(self, code: str) -> None:
        """Scan a code of plain signs."""
        focus = QApplication.focusWidget() or self.frame
        QTest.keyClick(focus, Qt.Key.Key_B, CONTROL)
        QTest.keyClicks(focus, code)
        QTest.keyClick(focus, Qt.Key.Key_Return)
        QTest.qWait(5)
        settle(self.bot, self.office)

    def my_window(self) -> MyWindowScreen:
        """Return C01, which must be in front."""
        screen = self.frame.screen
        assert isinstance(screen, MyWindowScreen)
        return screen


@pytest.fixture
def window(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> Iterator[Window]:
    yield Window(qtbot, office, open_session(office, "zh"))
    qtbot.wait(300)  # the search line asks a moment after it was filled
    settle(qtbot, office)


def test_a_ticket_chooses_its_row_whatever_screen_is_in_front(window: Window) -> None:
    window.frame.go("C01")
    settle(window.bot, window.office)
    row = window.my_window().waiting.model.rows[3]
    window.frame.go("D11")
    window.scan(row.ticket)
    window.bot.waitUntil(lambda: isinstance(window.frame.screen, MyWindowScreen))
    settle(window.bot, window.office)
    chosen = window.my_window().waiting.current()

    assert chosen is not None
    assert chosen.case_id == row.case_id
    assert window.frame.scanning.tray.text() == f"✓ 号票 {row.ticket}"
    assert window.frame.scanning.tray.accessibleName() == f"号票  {row.ticket}  ✓ 已带入"


def test_a_slip_chooses_its_row_and_one_that_is_served_is_told(window: Window) -> None:
    window.frame.go("C01")
    settle(window.bot, window.office)
    row = window.my_window().waiting.model.rows[2]
    window.scan(slip_code(row.case_id))
    chosen = window.my_window().waiting.current()
    assert chosen is not None
    assert chosen.case_id == row.case_id
    window.scan("A999")

    assert "A999" in window.my_window().banner.text


def test_a_case_number_is_searched_for(window: Window) -> None:
    window.frame.go("C01")
    settle(window.bot, window.office)
    number = next(row.case_no for row in window.my_window().in_hand.model.rows if row.case_no)
    window.scan(number)
    window.bot.wait(300)
    settle(window.bot, window.office)
    screen = window.frame.screen

    assert isinstance(screen, SearchScreen)
    assert screen.line.text() == number
    assert [row.case_no for row in screen.found.model.rows] == [number]


def test_what_is_no_code_is_told_and_waits_in_the_search_line(window: Window) -> None:
    window.scan("2204X")
    assert window.frame.banner.text == message("E-SCN-004", "zh", text="2204X")
    QTest.keyClick(window.frame, Qt.Key.Key_K, CONTROL)
    palette = window.frame.findChild(Palette)
    assert palette is not None
    assert palette.line.text() == "2204X"
    window.bot.waitUntil(lambda: not palette._timer.isActive())
    settle(window.bot, window.office)
    palette.reject()


def test_of_several_meanings_a_digit_chooses_and_escape_none(window: Window) -> None:
    window.scan("13800000000")
    chooser = window.frame.findChild(Chooser)
    assert chooser is not None
    assert chooser.listing.count() == 2
    QTest.keyClick(chooser, Qt.Key.Key_2)
    settle(window.bot, window.office)
    screen = window.frame.screen
    assert isinstance(screen, SearchScreen)
    assert screen.line.text() == "13800000000"
    assert window.frame.scanning.queue.rows[-1].meaning is not None

    window.scan("13900000000")
    window.bot.waitUntil(lambda: window.frame.findChild(Chooser) not in (None, chooser))
    other = next(one for one in window.frame.findChildren(Chooser) if one.isVisible())
    QTest.keyClick(other, Qt.Key.Key_Escape)
    settle(window.bot, window.office)

    assert window.frame.scanning.queue.rows[-1].mark is Mark.UNKNOWN


def test_ctrl_enter_waits_until_every_scan_is_dealt_with(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.frame.go("C01")
    settle(window.bot, window.office)
    screen = window.my_window()
    done: list[int] = []
    finish = QAction(screen)
    finish.setShortcut("Ctrl+Return")
    finish.setData("begin")
    finish.triggered.connect(lambda: done.append(window.frame.scanning.queue.pending))
    screen.addAction(finish)
    screen.removeAction(screen.begin)  # what is scanned reloads the screen and rests its own act
    monkeypatch.setattr(type(screen), "acts", property(lambda _screen: (finish,)))
    focus = screen.waiting.view
    window.frame.scanning.queue.take("A998")
    QTest.keyClick(focus, Qt.Key.Key_Return, CONTROL)
    assert done == []
    window.bot.waitUntil(lambda: bool(done))
    settle(window.bot, window.office)
    QTest.keyClick(focus, Qt.Key.Key_Return, CONTROL)

    assert done == [0, 0]


def test_the_scans_of_late_are_listed_newest_first(window: Window) -> None:
    for code in ("A998", "2204X"):
        window.scan(code)
    QTest.keyClick(window.frame, Qt.Key.Key_S, CONTROL | SHIFT)
    listing = window.frame.findChild(ScanList)
    assert listing is not None
    texts = [
        [listing.listing.model.index(row, column).data() for column in range(3)] for row in range(2)
    ]
    listing.reject()

    assert texts == [["", "2204X", "× 不认识"], ["号票", "A998", "✓ 已带入"]]


def test_every_kind_and_mark_has_its_word() -> None:
    assert set(WORDS) == set(ScanKind)
    assert set(MARKS) == set(Mark)


def test_at_the_hand_over_a_paper_of_another_case_stops_the_handing_out(window: Window) -> None:
    window.frame.go("C01")
    settle(window.bot, window.office)
    ready = next(row for row in window.my_window().to_issue.model.rows)
    window.frame.go("C11", ready.case_id)
    settle(window.bot, window.office)
    screen = window.frame.screen
    assert isinstance(screen, HandOverScreen)
    own = next(paper.serial for paper in screen.papers.model.rows if paper.serial)
    window.scan("D22999999999")
    assert screen.banner.text == message("E-SCN-009", "zh", number="D22999999999")
    assert not screen.issue.isEnabled()
    window.scan(own)
    assert screen.issue.isEnabled()
    assert own in screen.banner.text
    party = screen.receiver.itemData(screen.receiver.count() - 2)
    assert isinstance(party, Party)
    screen.receiver.setCurrentIndex(screen.receiver.count() - 1)
    window.scan(party.id_number)

    assert screen.id_number.text() == party.id_number
