"""The ruler sheet: millimetre scales at the corners of a form, and a ladder of the margins."""

from collections.abc import Iterator

from printing.calibration import TRUE, Calibration, Point
from printing.layout import Layout, Line, Page, Part, Text
from printing.layouts import certificate, proof
from printing.measuring import LONGEST, Corners
from printing.papers import PAPERS
from printing.render import render
from printing.sheet import Rendered
from printing.typefaces import SANS, SANS_BOLD

CORNERS: dict[str, Corners] = {"certificate": certificate.CORNERS, "proof": proof.CORNERS}
NAMES = (("1", "2"), ("5", "3"), ("4", "6"), ("", ""))
"""The numbers of the scales across and down, corner by corner; without one: to look at only."""
NUMBERED_EVERY = 5  # mm
LADDER = range(2, 9)  # mm from the edge


def ruler_sheet(kind: str, head: str, calibration: Calibration = TRUE) -> Rendered:
    """Draw the rulers of a certificate or proof, moved by what is to be verified."""
    page = PAPERS[kind].layout.page
    parts = (*_head(kind, head), *_ladders(page), *_rulers(CORNERS[kind]))
    layout = Layout(page=page, pages=(Page(parts=parts),), mark_rehearsal=False)
    return render(layout, {"title": PAPERS[kind].title, "head": head}, calibration)


def _head(kind: str, head: str) -> Iterator[Part]:
    (left, top), (right, _) = CORNERS[kind][:2]
    middle, width = (left + right) / 2, right - left - 60
    yield Text(
        x=middle - width / 2,
        y=top + 18,
        width=width,
        height=16,
        say="标尺页　{title}\nRULER SHEET",
        sizes=(12, 10),
        face=SANS_BOLD,
        align="center",
    )
    yield Text(
        x=middle - width / 2,
        y=top + 36,
        width=width,
        height=24,
        say="{head}",
        sizes=(8, 7, 6, 5),
        face=SANS,
        align="center",
    )


def _rulers(corners: Corners) -> Iterator[Part]:
    for corner, names in zip(corners, NAMES, strict=True):
        yield from _across(corner, names[0], -1 if corner in corners[:2] else 1)
        taken = -NUMBERED_EVERY if corner in corners[:2] else NUMBERED_EVERY
        yield from _down(corner, names[1], -1 if corner in corners[::2] else 1, taken)


def _across(corner: Point, name: str, outward: int) -> Iterator[Part]:
    """Draw the scale to the left and right of a corner, its numbers away from the form."""
    x, y = corner
    yield Line(x1=x - LONGEST, y1=y, x2=x + LONGEST, y2=y, weight=0.3)
    for mm, long in _ticks(x):
        yield Line(x1=x + mm, y1=y, x2=x + mm, y2=y + outward * long, weight=0.3)
        if mm % NUMBERED_EVERY == 0:
            yield _number(x + mm - 2, y + (3.0 if outward > 0 else -6.2), f"{mm}")
    if name:
        yield _name(x + 13, y - 2.5, name)


def _down(corner: Point, name: str, outward: int, taken: int) -> Iterator[Part]:
    """Draw the scale above and below a corner; at `taken` a number of the other scale stands."""
    x, y = corner
    yield Line(x1=x, y1=y - LONGEST, x2=x, y2=y + LONGEST, weight=0.3)
    for mm, long in _ticks(y):
        if mm == 0:
            continue
        yield Line(x1=x, y1=y + mm, x2=x + outward * long, y2=y + mm, weight=0.3)
        if mm % NUMBERED_EVERY == 0 and mm != taken:
            yield _number(x + (2.8 if outward > 0 else -6.8), y + mm - 1.6, f"{mm}")
    if name:
        yield _name(x - 2.5, y + 13, name)


def _ticks(start: float) -> Iterator[tuple[int, float]]:
    """Return each mm of a scale that lies on the page, and how long its line is."""
    for mm in range(-int(LONGEST), int(LONGEST) + 1):
        if start + mm > 0:
            yield mm, 3.0 if mm % NUMBERED_EVERY == 0 else 1.6


def _number(x: float, y: float, say: str) -> Text:
    return Text(x=x, y=y, width=4, height=3.2, say=say, sizes=(6,), face=SANS, align="center")


def _name(x: float, y: float, say: str) -> Text:
    return Text(x=x, y=y, width=5, height=6, say=say, sizes=(11,), face=SANS_BOLD, align="center")


def _ladders(page: Point) -> Iterator[Part]:
    """Draw lines ever closer to each edge: the closest that came out whole is the margin."""
    wide, high = page
    for step, mm in enumerate(LADDER):
        x, y = 0.28 * wide + 8 * step, high / 2 + 8 * step - 24
        for at in (mm, high - mm):
            yield Line(x1=x, y1=at, x2=x + 5, y2=at, weight=0.3)
        for at in (mm, wide - mm):
            yield Line(x1=at, y1=y, x2=at, y2=y + 5, weight=0.3)
        yield _number(x + 0.5, 9, f"{mm}")
        yield _number(x + 0.5, high - 12, f"{mm}")
        yield _number(8.5, y + 1, f"{mm}")
        yield _number(wide - 12.5, y + 1, f"{mm}")
