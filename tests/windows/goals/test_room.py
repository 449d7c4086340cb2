"""U-27 and U-28: no word is cut, at any size, in both languages, with large letters."""

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from tests.windows.goals.tour import FRAMED, LANGUAGES, Tour, beyond, clipped

pytestmark = pytest.mark.gui

SIZES = {
    "A": (1366, 728),
    "B": (1280, 720),
    "C": (960, 540),
    "D": (683, 384),
    "E": (1920, 1080),
}
"""Sizes of the legibility matrix; F is A with letters half as large again."""

ROUNDS = 30


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("screen", FRAMED)
def test_u28_no_word_is_cut_and_nothing_leaves_the_window(
    qtbot: QtBot, tour: Tour, screen: str, percent: int, language: Language
) -> None:
    tour.dress(percent=percent)
    found = at_every_size(tour.open(qtbot, screen, language))
    tour.dress()

    assert found == {name: [] for name in SIZES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_u28_the_sign_in_is_read_whole(qtbot: QtBot, tour: Tour, language: Language) -> None:
    found = at_every_size(tour.sign_in(qtbot, language))

    assert found == {name: [] for name in SIZES}


def at_every_size(window: QMainWindow) -> dict[str, list[str]]:
    """Return what has too little room at each size."""
    found: dict[str, list[str]] = {}
    for name, size in SIZES.items():
        window.resize(*size)
        for _ in range(ROUNDS):  # what was laid out anew may ask for more
            QApplication.processEvents()
            found[name] = cut(window, size)
            if not found[name]:
                break
    return found


def cut(window: QMainWindow, size: tuple[int, int]) -> list[str]:
    """Return what has too little room, the window itself where it grew."""
    grown = window.width() > size[0] or window.height() > size[1]
    became = [f"became {window.width()}×{window.height()}"] if grown else []
    return [*became, *clipped(window), *beyond(window)]
