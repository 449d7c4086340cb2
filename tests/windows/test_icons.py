"""The icon set is of one style, each picture is there, used, and seen in every theme."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desk.windows.parts import icons
from desk.windows.parts.actions import ACTIONS
from desk.windows.parts.screens import SCREENS
from desk.windows.parts.theme import THEMES, apply_theme

PARTS = ("arrow-", "tick-", "dash-")  # of controls, one a theme
DRAWINGS = sorted(path for path in icons.FOLDER.glob("*.svg") if not path.stem.startswith(PARTS))
STYLE = (
    'viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5" '
    'stroke-linecap="round" stroke-linejoin="round"'
)


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_every_drawing_is_of_one_style_and_inside_its_frame(path: Path) -> None:
    text = path.read_text("utf-8")

    assert STYLE in text
    assert not re.search(r'(fill|stroke|style|class)="', text.replace(STYLE, ""))
    assert all(float(number) <= 24 for number in re.findall(r"\d+(?:\.\d+)?", _drawn(text)))


def _drawn(text: str) -> str:
    return " ".join(
        re.findall(r'(?:d|cx|cy|r|x|y|width|height|rx)="([^"]*)"', text.split(">", 1)[1])
    )


def test_no_two_drawings_are_the_same() -> None:
    assert len({path.read_text("utf-8") for path in DRAWINGS}) == len(DRAWINGS)


def test_acts_and_screens_name_drawings_that_exist() -> None:
    there = {path.stem for path in DRAWINGS}

    assert set(icons.OF_ACTS.values()) | set(icons.OF_SCREENS.values()) <= there


def test_every_screen_of_the_rail_has_a_picture() -> None:
    listed = {spec.id for spec in SCREENS.values() if spec.in_rail}

    assert listed <= set(icons.OF_SCREENS)


def test_every_act_with_a_picture_is_an_act() -> None:
    assert set(icons.OF_ACTS) <= set(ACTIONS)


@pytest.mark.gui
@pytest.mark.parametrize("theme", THEMES)
def test_an_icon_follows_the_theme_and_fades_when_disabled(qapp: QApplication, theme: str) -> None:
    drawn = icons.icon("call")
    apply_theme(qapp, theme)
    seen = _darkest(drawn, QIcon.Mode.Normal), _darkest(drawn, QIcon.Mode.Disabled)
    apply_theme(qapp, "light")

    assert seen == (THEMES[theme].text.lower(), THEMES[theme].muted.lower())


def _darkest(drawn: QIcon, mode: QIcon.Mode) -> str:
    """Return the colour of the strokes: that of the pixels that hide all behind them."""
    image = drawn.pixmap(QSize(96, 96), mode).toImage()
    solid = [
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    ]
    return max(set(solid), key=solid.count)
