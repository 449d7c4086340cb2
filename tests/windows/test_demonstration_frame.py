"""A demonstration cannot be taken for work: frame and words on all of it, none on a live one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.frame.session import Session
from desk.windows.parts.demonstration import WIDTH
from desk.windows.parts.office import Office
from desk.windows.parts.theme import THEMES, apply_theme
from tests.windows.conftest import duty, live_centre, settle
from tests.windows.screens import FRAMED, open_screen

pytestmark = pytest.mark.gui
WORDS = ("演示数据", "Demonstration data")


def edge(picture: QImage) -> set[str]:
    """Return the colours of the outermost pixels, all around."""
    wide, high = picture.width(), picture.height()
    across = ((x, y) for x in range(wide) for y in (0, WIDTH - 1, high - WIDTH, high - 1))
    down = ((x, y) for y in range(high) for x in (0, WIDTH - 1, wide - WIDTH, wide - 1))
    return {picture.pixelColor(x, y).name().upper() for x, y in (*across, *down)}


def purple(theme: str = "light") -> str:
    return THEMES[theme].paused.upper()


@pytest.mark.parametrize("screen", FRAMED)
def test_every_screen_of_a_demonstration_stands_in_the_frame(
    qtbot: QtBot,
    office: Office,
    open_session: Callable[[Office, Language], Session],
    screen: str,
) -> None:
    window = open_screen(qtbot, open_session(office, "zh"), office, screen)

    assert edge(window.grab().toImage()) == {purple()}
    assert window.windowTitle().startswith("演示数据")
    assert "演示数据" in [label.text() for label in window.findChildren(QLabel)]


@pytest.mark.parametrize("theme", THEMES)
def test_the_frame_and_its_words_stand_out_in_every_theme(
    qapp: QApplication,
    qtbot: QtBot,
    office: Office,
    open_session: Callable[[Office, Language], Session],
    theme: str,
) -> None:
    window = open_screen(qtbot, open_session(office, "en"), office, "C01")
    apply_theme(qapp, theme)
    shown = edge(window.grab().toImage())
    mark = next(label for label in window.findChildren(QLabel) if label.text() in WORDS)
    ground = mark.grab().toImage().pixelColor(mark.width() // 2, 3).name().upper()
    apply_theme(qapp, "light")

    assert shown == {purple(theme)}
    assert ground == purple(theme)
    assert contrast(purple(theme), THEMES[theme].bg) >= 4.5
    assert contrast(purple(theme), THEMES[theme].on_solid) >= 4.5


def test_the_sign_in_and_the_applicants_screen_stand_in_it_too(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    session = open_session(office, "zh")
    sign_in = session.begin()
    settle(qtbot, office)
    assert edge(sign_in.grab().toImage()) == {purple()}

    session.take_duty(duty(office, "w02"))
    settle(qtbot, office)
    assert office.customer is not None
    assert edge(office.customer.screen.grab().toImage()) == {purple()}


def test_no_screen_of_a_live_centre_has_anything_of_it(
    qtbot: QtBot,
    tmp_path: Path,
    open_office: Callable[[str], Office],
    open_session: Callable[[Office, Language], Session],
) -> None:
    office = open_office(live_centre(tmp_path / "live.db"))
    session = open_session(office, "zh")
    shown: list[QMainWindow] = [session.begin()]
    settle(qtbot, office)
    assert not is_told(shown[0])
    window = session.take_duty(duty(office, "w1", all_roles=True))
    for screen in FRAMED:
        window.go(screen)
        settle(qtbot, office)
        assert not is_told(window), screen
    assert office.customer is not None
    assert not is_told(office.customer.screen)


def is_told(window: QWidget) -> bool:
    """Tell whether a window says anything of a demonstration."""
    words = [window.windowTitle(), *(label.text() for label in window.findChildren(QLabel))]
    return purple() in edge(window.grab().toImage()) or any("演示数据" in one for one in words)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG counts it."""
    light, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def brightness(colour: str) -> float:
    shown = QColor(colour)
    parts = (shown.redF(), shown.greenF(), shown.blueF())
    weights = (0.2126, 0.7152, 0.0722)
    return sum(w * linear(part) for w, part in zip(weights, parts, strict=True))


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else pow((part + 0.055) / 1.055, 2.4)
