"""Where the ink is: within 0.2 mm of the layout, and moved as the calibration says."""

import io

import pdfplumber
import pytest

from printing.calibration import Calibration
from printing.layout import Layout, Page, Text
from printing.render import render
from printing.sheet import MM

LAYOUT = Layout(
    page=(200, 100),
    pages=(Page(parts=(Text(x=20, y=30, width=60, height=10, say="{word}", sizes=(12,)),)),),
)


def first_character(calibration: Calibration) -> tuple[float, float]:
    made = render(LAYOUT, {"word": "权利人"}, calibration)
    with pdfplumber.open(io.BytesIO(made.pdf)) as pdf:
        character = pdf.pages[0].chars[0]
    return character["matrix"][4] / MM, (100 * MM - character["matrix"][5]) / MM


def test_a_text_starts_where_the_layout_says() -> None:
    x, baseline = first_character(Calibration())

    assert x == pytest.approx(20, abs=0.2)
    assert 30 < baseline < 30 + 12 * 1.3 / MM


@pytest.mark.parametrize(("dx", "dy"), [(1.2, 0), (0, -0.8), (-3.5, 2.25)])
def test_the_calibration_of_a_printer_moves_everything_by_as_much(dx: float, dy: float) -> None:
    x, y = first_character(Calibration())
    moved_x, moved_y = first_character(Calibration(dx=dx, dy=dy))

    assert moved_x - x == pytest.approx(dx, abs=0.05)
    assert moved_y - y == pytest.approx(dy, abs=0.05)


def test_the_calibration_of_a_printer_stretches_the_page() -> None:
    x, _ = first_character(Calibration(scale_x=1.02))

    assert x == pytest.approx(20 * 1.02, abs=0.05)
