"""The six states of a clock are told apart by shape and by word, never by colour alone."""

from datetime import UTC, datetime
from itertools import combinations
from typing import get_args

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from desk.windows.parts.marks import SIZE, ClockMark, clock_text, minutes_text, paint_mark
from desk.windows.parts.words import CLOCKS, clock_word
from desk.workflow.clock import ClockState, ClockView

STATES: tuple[ClockState, ...] = get_args(ClockState)
SIDE = 20
DARK = 160  # of 255: below it a point of the grey picture belongs to the shape
UNLIKE = 12  # points of 400 that two shapes must differ in at the least


def shape(state: str) -> frozenset[tuple[int, int]]:
    """Return the points a mark covers when all colour is taken away."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_mark(painter, state, QRectF(4, 4, SIZE, SIZE))
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return frozenset(
        (x, y) for x in range(SIDE) for y in range(SIDE) if QColor(grey.pixel(x, y)).red() < DARK
    )


def test_u24_six_states_are_marked() -> None:
    assert set(STATES) == set(CLOCKS)
    assert len(STATES) == 6


@pytest.mark.parametrize(("one", "other"), list(combinations(STATES, 2)))
def test_u24_two_states_differ_in_shape_without_colour(qapp: object, one: str, other: str) -> None:
    assert len(shape(one) ^ shape(other)) >= UNLIKE


@pytest.mark.parametrize("state", STATES)
def test_u24_a_mark_is_read_aloud_with_its_state(qtbot: QtBot, state: ClockState) -> None:
    mark = ClockMark()
    qtbot.addWidget(mark)
    now = datetime(2018, 3, 26, 2, 0, tzinfo=UTC)
    mark.show_clock(ClockView(state=state, accepted_at=now, gross_minutes=61.5, target_minutes=60))

    assert clock_word(state) in mark.accessibleName()
    assert mark.toolTip() == mark.accessibleName()
    assert ("61:30/60" in mark.accessibleName()) is (state != "not_started")
    assert mark.sizeHint().width() > mark.fontMetrics().horizontalAdvance(mark.accessibleName())


def test_a_clock_that_was_not_started_tells_no_time() -> None:
    assert clock_text(ClockView(state="not_started")).text == clock_word("not_started")


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (0, "0:00"),
        (0.5, "0:30"),
        (59.99, "59:59"),
        (119.9, "119:54"),
        (120, "2h00"),
        (1500, "25h00"),
        (2880, "2d"),
        (7200, "5d"),
    ],
)
def test_minutes_are_written_as_briefly_as_they_can_be(minutes: float, text: str) -> None:
    assert minutes_text(minutes) == text


def test_a_running_clock_runs_on_and_a_paused_one_stands(qtbot: QtBot) -> None:
    mark = ClockMark()
    qtbot.addWidget(mark)
    mark.show_clock(ClockView(state="normal", gross_minutes=4.99, target_minutes=60))
    assert mark.accessibleName() == f"{clock_word('normal')} 4:59/60"
    qtbot.waitUntil(lambda: mark.accessibleName().endswith("5:00/60"), timeout=3_000)

    mark.show_clock(ClockView(state="paused", gross_minutes=4.99, target_minutes=60))
    qtbot.wait(1_200)
    assert mark.accessibleName() == f"{clock_word('paused')} 4:59/60"
