"""U-07 to U-10, U-23, U-25: the keyboard reaches every control, in order; each has a name."""

import re
from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desk.local.settings import Theme
from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.counter.walk import walked
from desk.windows.frame.main_window import MainWindow
from desk.windows.parts.actions import ACTIONS, key_text
from desk.windows.parts.banner import Banner
from desk.windows.parts.shell import Screen
from desk.windows.parts.theme import THEMES
from tests.windows.goals.colours import pixels, ratios
from tests.windows.goals.tour import FRAMED, Tour, controls, named

pytestmark = pytest.mark.gui

STEPS = 200  # more controls than any screen has
ROW = 32
HIT = 24
RING = 3  # pixels from the edge of a control within which its focus is to be seen
VISIBLE = 3.0
KEYS = {key_text(spec) for spec in ACTIONS.values() if spec.key} | {
    f"Ctrl+{number}" for number in range(1, 10)
}
IN_BRACKETS = re.compile(r"\(((?:Ctrl|Shift|Alt|F\d)[^)]*)\)")


def by_tab(window: MainWindow) -> list[QWidget]:
    """Return the stops of Tab from the first control on, until it comes round."""
    stops: list[QWidget] = []
    for _ in range(STEPS):
        focus = QApplication.focusWidget()
        if focus is None or focus in stops:
            break
        stops.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return stops


def missed(window: MainWindow) -> list[str]:
    """Return the enabled controls that neither Tab nor an arrow nor a key of their own reaches."""
    stops = set(by_tab(window))
    groups = {stop.parentWidget() for stop in stops if isinstance(stop, QRadioButton)}
    return [
        f"{type(widget).__name__} {named(widget)}"
        for widget in controls(window)
        if widget.isEnabled()
        # an editor that is a part of a larger control is reached through it
        and not any(
            one is widget or one.isAncestorOf(widget) or widget.isAncestorOf(one) for one in stops
        )
        and not (isinstance(widget, QRadioButton) and widget.parentWidget() in groups)
        and not (isinstance(widget, QAbstractButton) and _has_a_key(widget))
        and not (isinstance(widget, QAbstractItemView) and _walked_by_arrows(window, widget))
    ]


def _has_a_key(button: QAbstractButton) -> bool:
    named_keys = IN_BRACKETS.findall(button.toolTip())
    return bool(named_keys) and set(named_keys) <= KEYS


def _walked_by_arrows(window: MainWindow, listing: QAbstractItemView) -> bool:
    """Tell whether the arrows go through a list while the screen's first line is written in."""
    before = listing.currentIndex().row()
    QTest.keyClick(window.screen.first, Qt.Key.Key_Down)
    return listing.currentIndex().row() != before or listing.model().rowCount() == 0


@pytest.mark.parametrize("screen", FRAMED)
def test_u07_the_keyboard_reaches_every_control(qtbot: QtBot, tour: Tour, screen: str) -> None:
    assert missed(tour.active(qtbot, screen)) == []


@pytest.mark.parametrize("screen", FRAMED)
def test_u07_the_keyboard_reaches_every_control_while_nobody_has_come(
    qtbot: QtBot, quiet_tour: Tour, screen: str
) -> None:
    assert missed(quiet_tour.active(qtbot, screen)) == []


@pytest.mark.parametrize("screen", FRAMED)
def test_u07_the_keyboard_reaches_every_control_while_something_is_asked(
    qtbot: QtBot, tour: Tour, screen: str
) -> None:
    window = tour.active(qtbot, screen)
    for banner in window.findChildren(Banner):
        banner.say("ask", "R13")

    assert missed(window) == []


@pytest.mark.parametrize("screen", FRAMED)
def test_u08_tab_goes_on_as_one_reads(qtbot: QtBot, tour: Tour, screen: str) -> None:
    window = tour.active(qtbot, screen)
    front = window.screen
    places = [
        (stop, QRect(stop.mapTo(window, QPoint(0, 0)), stop.size())) for stop in by_tab(window)
    ]
    # Tab takes the fields of an entry first; what is seldom keyed and the acts come after them
    judged = walk_of(front) if isinstance(front, AcceptanceScreen) else inside(front)

    back = [
        f"{named(one) or one!r} → {named(next_one) or next_one!r}"
        for (one, here), (next_one, there) in pairwise(places)
        if one in judged and next_one in judged
        # up to the head of the next column is how one reads
        if there.bottom() < here.top() - ROW and there.left() < here.right()
    ]
    assert back == []


def inside(screen: Screen) -> list[QWidget]:
    """Return all that stands in a screen."""
    assert isinstance(screen, QWidget)
    return screen.findChildren(QWidget)


def walk_of(screen: AcceptanceScreen) -> list[QWidget]:
    """Return the fields that Enter and Tab walk on the acceptance screen."""
    rows = screen.entry.parties.rows
    editors = [cell.editor for row in rows for cell in row.cells.values()]
    return [*editors, *(widget for _, widget in walked(screen.entry))]


@pytest.mark.parametrize("screen", FRAMED)
def test_u09_a_screen_opens_with_its_own_first_control_in_hand(
    qtbot: QtBot, tour: Tour, screen: str
) -> None:
    window = tour.open(qtbot, screen)
    with qtbot.waitActive(window):
        window.activateWindow()
    first = window.screen.first

    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is first or first.isAncestorOf(focus) or focus is first.focusProxy()


@pytest.mark.parametrize("theme", THEMES)
def test_u10_the_focus_is_seen_on_every_kind_of_control(
    qtbot: QtBot, tour: Tour, theme: Theme
) -> None:
    tour.dress(theme)
    unseen: list[str] = []
    seen: set[tuple[str, str, object, object]] = set()
    for screen in FRAMED:
        for stop in by_tab(tour.active(qtbot, screen)):
            look = (type(stop).__name__, stop.objectName(), stop.property("main"))
            kind = (*look, isinstance(stop, QAbstractButton) and stop.isChecked())
            if kind not in seen:
                seen.add(kind)
                unseen += [] if ring(stop) >= VISIBLE else [f"{screen} {kind} {ring(stop):.1f}"]
    tour.dress()

    assert unseen == []


def ring(stop: QWidget) -> float:
    """Return the contrast before and after that most pixels along one side of a control reach."""
    stop.setFocus()
    QApplication.processEvents()
    after = pixels(stop)
    stop.clearFocus()
    QApplication.processEvents()
    before = pixels(stop)
    change = ratios(before, after)
    sides = (change[:RING], change[-RING:], change[:, :RING].T, change[:, -RING:].T)
    # a side of the ring counts where along most of its length one pixel of its depth changed
    return float(max(np.median(side.max(axis=0)) for side in sides))


@pytest.mark.parametrize("screen", FRAMED)
def test_u23_every_control_is_large_enough_to_be_hit(qtbot: QtBot, tour: Tour, screen: str) -> None:
    window = tour.open(qtbot, screen)
    small = [
        f"{named(widget)} {widget.width()}×{widget.height()}"
        for widget in controls(window)
        if min(widget.width(), widget.height()) < HIT
    ]

    assert small == []


@pytest.mark.parametrize("screen", FRAMED)
def test_u25_every_control_has_a_name_for_the_screen_reader(
    qtbot: QtBot, tour: Tour, screen: str
) -> None:
    window = tour.open(qtbot, screen)
    names = [(spoken(widget), type(widget)) for widget in controls(window)]

    assert [kind for name, kind in names if not name] == []
    # the same word twice is no help to somebody who does not see where it stands
    assert [name for name, times in Counter(names).items() if times > 1] == []


def spoken(widget: QWidget) -> str:
    """Return what the system hands to a screen reader as the name."""
    interface = QAccessible.queryAccessibleInterface(widget)
    # of a list to choose from some systems read what is chosen, and the name from beside it
    return (widget.accessibleName() or interface.text(QAccessible.Text.Name)).strip()


def test_u25_boxes_to_tick_say_what_they_tick(qtbot: QtBot, tour: Tour) -> None:
    ticked = [
        spoken(box) for screen in FRAMED for box in tour.open(qtbot, screen).findChildren(QCheckBox)
    ]

    assert ticked
    assert all(ticked)
