"""Between the keys the frame makes what will be needed; the clerk notices nothing of it."""

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.readying import QUIET, Readying
from desk.windows.frame.session import Session
from desk.windows.parts.collecting import collecting_here, take_in
from desk.windows.parts.office import Office
from tests.windows.conftest import duty, settle, shown_window

PATIENCE = 20_000  # ms
OpenSession = Callable[[Office, Language], Session]


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    yield
    take_in()


def begun(bot: QtBot, office: Office, session: Session) -> MainWindow:
    """A clerk has signed in and sees his window."""
    window = shown_window(session, duty(office, "w02"))
    with bot.waitActive(window):
        window.activateWindow()
    settle(bot, office)
    return window


def test_every_screen_of_a_clerk_is_made_while_nobody_types(
    qtbot: QtBot, office: Office, open_session: OpenSession
) -> None:
    window = begun(qtbot, office, open_session(office, "zh"))
    focus, front = QApplication.focusWidget(), window.screen
    assert list(window._made) == ["C01"]
    readying = Readying(office, window)
    with qtbot.waitSignal(readying.ready, timeout=PATIENCE):
        readying.begin()
    assert set(window._made) == set(window.screens)
    assert (QApplication.focusWidget(), window.screen) == (focus, front)

    made = window._made["C03"]
    window.go("C03", "LY013")
    assert window.screen is made


def test_a_person_who_types_is_not_kept_waiting(
    qtbot: QtBot, office: Office, open_session: OpenSession
) -> None:
    window = begun(qtbot, office, open_session(office, "zh"))
    window.go("C12")
    Readying(office, window).begin()
    before = set(window._made)
    for _ in range(10):
        qtbot.keyClick(window.screen.first, Qt.Key.Key_Left)
        qtbot.wait(QUIET // 2)
    assert set(window._made) == before
    qtbot.waitUntil(lambda: set(window._made) == set(window.screens), timeout=PATIENCE)


def test_collecting_no_longer_goes_through_what_stays(
    qtbot: QtBot, office: Office, open_session: OpenSession
) -> None:
    with collecting_here():
        window = begun(qtbot, office, open_session(office, "zh"))
        readying = Readying(office, window)
        with qtbot.waitSignal(readying.ready, timeout=PATIENCE):
            readying.begin()
        everything, looked_through = gc.get_freeze_count(), len(gc.get_objects())
        assert looked_through < everything // 10
    assert gc.get_freeze_count() < everything // 10
