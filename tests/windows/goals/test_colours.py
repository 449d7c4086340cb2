"""U-22: every word stands out from what is behind it, in every theme."""

from collections import Counter

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desk.local.settings import Theme
from desk.windows.parts.theme import THEMES, Tokens
from tests.windows.goals.colours import Pixels, contrast, painted, ratios
from tests.windows.goals.tour import FRAMED, Tour

pytestmark = pytest.mark.gui

TEXT = {"light": 4.5, "dark": 4.5, "contrast": 7.0}
GRAPHIC = 3.0
STATES = ("accent", "normal", "warning", "overdue", "paused", "idle")
STROKE = 0.9  # thin strokes are painted a little paler than their ink


def pairs(colours: Tokens) -> list[tuple[str, str]]:
    """Return which ink stands on which ground."""
    inks = [(ink, ground) for ink in ("text", "muted", *STATES) for ground in ("bg", "surface")]
    chips = [(state, f"{state}_soft") for state in STATES]
    solid = [("on_solid", state) for state in STATES]
    chosen = [("text", "accent_soft"), ("muted", "idle_soft")]
    return [*inks, *chips, *solid, *chosen]


@pytest.mark.parametrize("theme", THEMES)
def test_u22_every_ink_is_read_on_its_ground(theme: str) -> None:
    colours = THEMES[theme]
    pale = [
        f"{ink} on {ground}"
        for ink, ground in pairs(colours)
        if contrast(getattr(colours, ink), getattr(colours, ground)) < TEXT[theme]
    ]

    assert pale == []


@pytest.mark.parametrize("theme", THEMES)
def test_u22_fields_have_an_edge_that_is_seen(theme: str) -> None:
    colours = THEMES[theme]

    assert contrast(colours.border, colours.bg) >= GRAPHIC
    assert contrast(colours.accent, colours.bg) >= GRAPHIC
    assert contrast(colours.overdue, colours.bg) >= GRAPHIC


@pytest.mark.parametrize("theme", THEMES)
def test_u22_words_are_painted_as_they_are_meant(qtbot: QtBot, tour: Tour, theme: Theme) -> None:
    tour.dress(theme)
    pale, looked_at = [], 0
    for screen in FRAMED:
        window = tour.open(qtbot, screen)
        whole = painted(window, window.rect())
        for widget in worded(window):
            looked_at += 1
            seen = widget.visibleRegion().boundingRect()
            seen.translate(widget.mapTo(window, QPoint(0, 0)))
            found = ink(whole[seen.top() : seen.bottom() + 1, seen.left() : seen.right() + 1])
            if found < TEXT[theme] * STROKE:
                pale.append(f"{screen} {widget.text()[:20]} {found:.1f}")  # type: ignore[attr-defined]
    tour.dress()

    assert pale == []
    assert looked_at > len(FRAMED) * 10


def worded(window: QWidget) -> list[QWidget]:
    """Return the labels and buttons with words, wholly in view; one that rests may be paler."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, QLabel | QAbstractButton)
        and widget.visibleRegion().boundingRect() == widget.rect()
        and widget.isEnabled()
        and widget.text().strip()
    ]


def ink(rows: Pixels) -> float:
    """Return the contrast of the strongest ink with the ground, which is the commonest colour."""
    colours = Counter(map(tuple, rows.reshape(-1, 3).astype(int).tolist()))
    ground = np.array([colours.most_common(1)[0][0]], dtype=float)
    return float(ratios(np.array(list(colours), dtype=float), ground).max())
