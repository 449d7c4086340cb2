"""The ruler sheet: its scales stand on the corners of the form and are numbered."""

import numpy as np
import pypdfium2
import pytest

from printing.calibration import TRUE, Calibration
from printing.raster import page_text
from printing.ruler import CORNERS, ruler_sheet

KINDS = sorted(CORNERS)
PER_MM = 600 / 25.4


def ink_at(pdf: bytes, x: float, y: float) -> bool:
    """Tell whether there is ink within 0.2 mm of a point."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0].render(scale=600 / 72, grayscale=True).to_numpy()
    grey = page.reshape(page.shape[0], page.shape[1])
    reach = round(0.2 * PER_MM)
    column, row = round(x * PER_MM), round(y * PER_MM)
    return bool(np.any(grey[row - reach : row + reach, column - reach : column + reach] < 128))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("calibration", [TRUE, Calibration(dx=2, dy=-1.5, rotation=0.7)])
def test_a_scale_stands_on_every_corner_as_the_calibration_moves_it(
    kind: str, calibration: Calibration
) -> None:
    pdf = ruler_sheet(kind, "HP / 2018-03A", calibration).pdf

    for corner in CORNERS[kind]:
        for across, down in ((0, 0), (7, 0), (0, 7), (-7, 0), (0, -7)):
            at = calibration.placed((corner[0] + across, corner[1] + down))
            assert ink_at(pdf, *at), (corner, across, down)
        assert not ink_at(pdf, *calibration.placed((corner[0] + 8.5, corner[1] + 8.5)))


@pytest.mark.parametrize("kind", KINDS)
def test_the_sheet_says_what_it_is_and_numbers_what_is_to_be_read(kind: str) -> None:
    words = page_text(ruler_sheet(kind, "HP-400 / 2018-03A").pdf).split()

    assert "RULER" in words
    assert "HP-400" in words
    assert {"1", "2", "3", "4", "5", "6", "10", "-10"} <= set(words)
