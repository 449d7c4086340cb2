"""U-31: empty, loading, refused, off line: every screen says something and which key goes on."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desk.windows.frame.main_window import MainWindow
from desk.windows.parts.banner import Banner
from desk.windows.recovery.offline_strip import OfflineStrip
from desk.workflow.errors import Code, refuse
from tests.windows.goals.tour import FRAMED, Tour

pytestmark = pytest.mark.gui

KEYS = ("F1", "Ctrl+", "Enter")


def words(widget: QWidget) -> str:
    """Return all words that are seen in a part of a window."""
    shown: list[QLabel | QAbstractButton] = [
        *widget.findChildren(QLabel),
        *widget.findChildren(QAbstractButton),
    ]
    return "\n".join(one.text() for one in shown if one.isVisible() and one.text().strip())


def assert_helps(window: MainWindow) -> None:
    """Hold a screen to have words of its own, and the window to name a key."""
    front = window.screen
    assert isinstance(front, QWidget)
    assert words(front)
    assert [key for key in KEYS if key in words(window)]


@pytest.mark.parametrize("screen", FRAMED)
def test_u31_nobody_has_come_yet(qtbot: QtBot, quiet_tour: Tour, screen: str) -> None:
    assert_helps(quiet_tour.open(qtbot, screen))


@pytest.mark.parametrize("screen", FRAMED)
def test_u31_it_is_still_reading(qtbot: QtBot, tour: Tour, screen: str) -> None:
    window = tour.go(screen)
    QApplication.processEvents()
    assert_helps(window)
    tour.rest(qtbot)


@pytest.mark.parametrize("screen", FRAMED)
def test_u31_an_act_was_refused(qtbot: QtBot, tour: Tour, screen: str) -> None:
    window = tour.open(qtbot, screen)
    front = window.screen
    assert isinstance(front, QWidget)
    before = words(front)
    for banner in (window.banner, *window.findChildren(Banner)):
        banner.refuse(refuse(Code.STAGE, stage="issued"))

    assert "D-STAGE" in words(window)
    # what was there stays: a refusal takes nothing away
    assert set(before.splitlines()) <= set(words(front).splitlines())
    assert_helps(window)


@pytest.mark.parametrize("screen", FRAMED)
def test_u31_the_database_went_away(qtbot: QtBot, tour: Tour, screen: str) -> None:
    window = tour.open(qtbot, screen)
    (strip,) = window.findChildren(OfflineStrip)
    tour.office.set_away(True)
    seen, text = strip.isVisible(), strip.text()
    assert_helps(window)
    tour.office.set_away(False)

    assert seen
    assert "Ctrl+Shift+L" in text
