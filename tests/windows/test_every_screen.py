"""What holds for every screen: names, first focus, the keyboard's reach, room for every word."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.windows.parts.theme import THEMES, apply_theme
from tests.windows.conftest import settle
from tests.windows.screens import FRAMED, open_screen

pytestmark = pytest.mark.gui

LANGUAGES: tuple[Language, ...] = ("zh", "en")
SIZES = {"A": (1366, 728), "B": (1280, 720), "E": (1920, 1080)}
NARROW = {"C": (960, 540), "D": (683, 384)}
ACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
STEPS = 200  # more controls than any screen has


@pytest.fixture
def show(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> Iterator[Callable[[str, Language], MainWindow]]:
    """Show a screen in a language."""

    def open_one(screen: str, language: Language) -> MainWindow:
        return open_screen(qtbot, open_session(office, language), office, screen)

    yield open_one
    settle(qtbot, office)


def controls(window: QWidget) -> list[QWidget]:
    """Return what a person can act on, as far as it is to be seen."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, ACTIVE)
        and widget.isVisible()
        and not isinstance(widget, QHeaderView)
        and not isinstance(widget.parent(), QComboBox | QAbstractSlider | QTableView)
        and widget.objectName() != "qt_spinbox_lineedit"
    ]


def named(widget: QWidget) -> str:
    """Return the name that a screen reader says."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


@pytest.mark.parametrize("screen", FRAMED)
def test_u25_every_control_has_a_name_for_the_screen_reader(
    show: Callable[[str, Language], MainWindow], screen: str
) -> None:
    window = show(screen, "zh")

    assert [widget for widget in controls(window) if not named(widget).strip()] == []


@pytest.mark.parametrize("screen", FRAMED)
def test_u09_a_screen_opens_with_its_own_first_control_in_hand(
    qtbot: QtBot, show: Callable[[str, Language], MainWindow], screen: str
) -> None:
    window = show(screen, "zh")
    with qtbot.waitActive(window):
        window.show()
    first = window.screen.first

    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is first or first.isAncestorOf(focus) or focus is first.focusProxy()


@pytest.mark.parametrize("screen", FRAMED)
def test_u07_the_keyboard_reaches_every_control(
    qtbot: QtBot, show: Callable[[str, Language], MainWindow], screen: str
) -> None:
    window = show(screen, "zh")
    with qtbot.waitActive(window):
        window.show()
    reached: set[QWidget] = set()
    for _ in range(STEPS):
        focus = QApplication.focusWidget()
        if focus is None:
            break
        if focus in reached and len(reached) > 1 and focus is window.screen.first:
            break
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    by_key = {
        widget
        for widget in controls(window)
        if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }

    # an editor that is a part of a larger control is reached through it
    missed = [
        widget
        for widget in by_key - reached
        if not any(one.isAncestorOf(widget) or widget.isAncestorOf(one) for one in reached)
        and not (isinstance(widget, QAbstractButton) and _has_a_key(widget))
    ]
    assert [named(widget) for widget in missed] == []


def _has_a_key(button: QAbstractButton) -> bool:
    return "Ctrl+" in button.toolTip() or "F" in button.toolTip() or "Alt+" in button.toolTip()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", FRAMED)
def test_u28_no_word_is_cut_in_the_full_layouts(
    qtbot: QtBot,
    office: Office,
    show: Callable[[str, Language], MainWindow],
    screen: str,
    language: Language,
) -> None:
    window = show(screen, language)
    cut: dict[str, list[str]] = {}
    for name, size in SIZES.items():
        window.resize(*size)
        settle(qtbot, office)
        cut[name] = clipped(window)

    assert cut == {name: [] for name in SIZES}


@pytest.mark.parametrize("screen", FRAMED)
def test_u28_the_small_layouts_keep_every_control_inside(
    qtbot: QtBot, office: Office, show: Callable[[str, Language], MainWindow], screen: str
) -> None:
    window = show(screen, "en")
    outside: dict[str, list[str]] = {}
    for name, size in NARROW.items():
        window.resize(*size)
        settle(qtbot, office)
        outside[name] = (
            [f"{size} became {window.size().toTuple()}"]
            if (window.width() > size[0] or window.height() > size[1])
            else []
        )
        outside[name] += [named(widget) for widget in controls(window) if is_outside(widget)]

    assert outside == {name: [] for name in NARROW}


@pytest.mark.parametrize("theme", THEMES)
def test_u22_every_screen_paints_in_every_theme(
    qapp: QApplication, show: Callable[[str, Language], MainWindow], theme: str
) -> None:
    window = show(FRAMED[0], "zh")
    apply_theme(qapp, theme)
    grounds = {window.grab().toImage().pixelColor(window.width() // 2, window.height() - 60).name()}
    apply_theme(qapp, "light")

    assert grounds & {THEMES[theme].bg.lower(), THEMES[theme].surface.lower()}


def clipped(window: QWidget) -> list[str]:
    """Return the texts that have less room than they need and no tooltip that says them whole."""
    cut = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.isVisible():
            continue
        text = widget.text()
        if not text or text in widget.toolTip() or in_scroll(widget):
            continue
        needed = widget.minimumSizeHint()
        if isinstance(widget, QLabel) and widget.wordWrap():
            if widget.height() + 1 < widget.heightForWidth(widget.width()):
                cut.append(text)
        elif widget.width() + 1 < needed.width() or widget.height() + 1 < needed.height():
            cut.append(text)
    return cut


def in_scroll(widget: QWidget) -> bool:
    """Tell whether a widget stands in something that scrolls."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea | QAbstractItemView):
            return True
        parent = parent.parentWidget()
    return False


def is_outside(widget: QWidget) -> bool:
    """Tell whether a control that does not scroll leaves its window."""
    if in_scroll(widget):
        return False
    window = widget.window()
    corner = widget.mapTo(window, QPoint(0, 0))
    return (
        corner.x() < 0
        or corner.y() < 0
        or corner.x() + widget.width() > window.width() + 1
        or corner.y() + widget.height() > window.height() + 1
    )
