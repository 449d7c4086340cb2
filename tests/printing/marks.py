"""Marks at the corners of a form, drawn with its overlay, and where a raster finds them."""

from dataclasses import replace
from random import Random

import numpy as np
import pypdfium2

from printing.calibration import Calibration, Point
from printing.layout import Box, Page
from printing.layouts import certificate, proof
from printing.papers import PAPERS, longest_values, overlay_of
from printing.render import render

DPI = 600
SIDE = 1.6  # mm of a mark
CORNERS = {"certificate": certificate.CORNERS, "proof": proof.CORNERS}
WRITTEN = {"holders": "甲、乙", "co_ownership": "共同共有", "obligors": "丙", "rehearsal": False}


def random_calibrations(many: int) -> list[Calibration]:
    """Return profiles from all over what may be put right."""
    dice = Random(33)
    return [
        Calibration(
            dx=dice.uniform(-8, 8),
            dy=dice.uniform(-8, 8),
            rotation=dice.uniform(-1.5, 1.5),
            scale_x=dice.uniform(0.98, 1.02),
            scale_y=dice.uniform(0.98, 1.02),
        )
        for _ in range(many)
    ]


def marked(kind: str, calibration: Calibration) -> bytes:
    """Draw the overlay of a certificate or proof with a mark at every corner of its form."""
    layout = PAPERS[overlay_of(kind)].layout
    marks = tuple(
        Box(x=x - SIDE / 2, y=y - SIDE / 2, width=SIDE, height=SIDE, weight=0, grey=0)
        for x, y in CORNERS[kind]
    )
    last = Page(parts=(*layout.pages[-1].parts, *marks))
    values = longest_values(kind) | WRITTEN
    return render(replace(layout, pages=(*layout.pages[:-1], last)), values, calibration).pdf


def farthest_off(pdf: bytes, kind: str, calibration: Calibration) -> float:
    """Return how many mm the worst mark lies from where the calibration puts its corner."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[len(document) - 1].render(scale=DPI / 72, grayscale=True).to_numpy()
    grey = page.reshape(page.shape[0], page.shape[1])
    return max(_off(grey, calibration.placed(corner)) for corner in CORNERS[kind])


def _off(grey: "np.ndarray[tuple[int, int], np.dtype[np.uint8]]", wanted: Point) -> float:
    """Find the ink around a point: its middle against the point."""
    reach = SIDE  # mm to each side: a mark half its side off is still whole
    per_mm = DPI / 25.4
    left, top = ((at - reach) * per_mm for at in wanted)
    x, y = max(round(left), 0), max(round(top), 0)
    part = grey[y : y + round(2 * reach * per_mm), x : x + round(2 * reach * per_mm)]
    down, right = np.nonzero(part < 128)
    assert len(right) > 0.5 * (SIDE * per_mm) ** 2, "the mark is not there"
    at = ((x + right.mean() + 0.5) / per_mm, (y + down.mean() + 0.5) / per_mm)
    return float(np.hypot(at[0] - wanted[0], at[1] - wanted[1]))
