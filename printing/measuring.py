"""How far a printer is off, from what a person reads at the corners of a ruler sheet.

The ruler lies on a pre-printed sheet, edge on edge, against the light. A reading says where the
form's corner stands on the ruler: at −3.5 everything has to be drawn 3.5 mm further to the left.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from math import acos, asin, atan2, degrees, hypot

from printing.calibration import Calibration, Point
from printing.errors import PaperError

TRUE_ENOUGH = 0.5  # mm at the worst corner after a calibration
MISREAD = 1.0  # mm by which the upper and the left edge may differ
LONGEST = 12.0  # mm that the ruler shows to each side
_SIGNS = str.maketrans({"−": "-", "–": "-", "—": "-", "﹣": "-", "。": ".", "，": ",", "、": ","})
_NUMBER = re.compile(r"[+-]?\d{1,2}(?:[.,]\d{1,2})?")

Corners = Sequence[Point]
"""Top left, top right, bottom left, bottom right."""


class NotAReading(PaperError):
    """What was typed is no number of millimetres on the ruler."""

    code = "E-PRN-031"


class Misread(PaperError):
    """The readings contradict each other: a stiff sheet can't be turned like that."""

    code = "E-PRN-032"


class BeyondLimits(PaperError):
    """So far off is put right at the paper guide, not here."""

    code = "E-PRN-033"


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """What was read, in mm: four that shift and turn, two more that stretch."""

    left_x: float  # top left, across
    left_y: float  # top left, down
    right_y: float  # top right, down
    low_x: float  # bottom left, across
    right_x: float | None = None  # top right, across; none: not stretched
    low_y: float | None = None  # bottom left, down; none: not stretched


def reading(typed: str) -> float:
    """Return what was typed as mm: full width, comma or point; `NotAReading` where it is none."""
    text = unicodedata.normalize("NFKC", typed.translate(_SIGNS)).translate(_SIGNS).strip()
    if not _NUMBER.fullmatch(text):
        raise NotAReading(text=typed)
    found = float(text.replace(",", "."))
    if abs(found) > LONGEST:
        raise NotAReading(text=typed)
    return found


def measured(corners: Corners, read: Readings) -> Calibration:
    """Return the calibration that the readings ask for; `Misread` where they contradict."""
    (x0, y0), (x1, y1), (x2, y2) = corners[:3]
    across, down = (x1 - x0, y1 - y0), (x2 - x0, y2 - y0)
    right_y, low_x = y1 - y0 + read.right_y - read.left_y, x2 - x0 + read.low_x - read.left_x
    upper = _by_upper_edge(across, read, right_y)
    left = _by_left_edge(down, read, low_x)
    if abs(upper - left) * hypot(*down) > MISREAD:
        raise Misread(apart=f"{abs(upper - left) * hypot(*down):.1f}")
    turned = Calibration(
        rotation=degrees((upper + left) / 2),
        scale_x=_scale(across, (read.right_x, read.left_x), right_y),
        scale_y=_scale(down[::-1], (read.low_y, read.left_y), low_x),
    )
    drawn_x, drawn_y = turned.placed((x0, y0))
    return turned.moved(x0 + read.left_x - drawn_x, y0 + read.left_y - drawn_y)


def within_limits(found: Calibration) -> Calibration:
    """Return it where it may be put right here; `BeyondLimits` else."""
    if not found.fits:
        raise BeyondLimits(
            shift=f"{max(abs(found.dx), abs(found.dy)):.1f}",
            turn=f"{abs(found.rotation):.2f}",
            stretch=f"{100 * max(abs(found.scale_x - 1), abs(found.scale_y - 1)):.1f}",
        )
    return found


def stacked(before: Calibration, found: Calibration) -> Calibration:
    """Return one calibration for a second measuring that was printed with the one before."""
    (a, b), (c, d) = before.rows
    (e, f), (g, h) = found.rows
    across = (a * e + b * g, c * e + d * g)
    down = (a * f + b * h, c * f + d * h)
    dx, dy = before.placed((found.dx, found.dy))
    # Two turns and two stretches leave a trace of shear, far below what can be read or printed.
    turn = (atan2(across[1], across[0]) + atan2(-down[0], down[1])) / 2
    return Calibration(
        dx=dx, dy=dy, rotation=degrees(turn), scale_x=hypot(*across), scale_y=hypot(*down)
    )


def worst(corners: Corners, found: Calibration) -> float:
    """Return how many mm the worst corner would be moved."""
    moves = ((point, found.placed(point)) for point in corners)
    return max(hypot(to[0] - at[0], to[1] - at[1]) for at, to in moves)


def _by_upper_edge(across: Point, read: Readings, right_y: float) -> float:
    """Return the turn in radians by which the upper edge rises or falls."""
    if read.right_x is None:
        return asin(right_y / hypot(*across)) - atan2(across[1], across[0])
    right_x = across[0] + read.right_x - read.left_x
    return atan2(right_y, right_x) - atan2(across[1], across[0])


def _by_left_edge(down: Point, read: Readings, low_x: float) -> float:
    """Return the turn in radians by which the left edge leans."""
    if read.low_y is None:
        return acos(low_x / hypot(*down)) - atan2(down[1], down[0])
    return atan2(down[1] + read.low_y - read.left_y, low_x) - atan2(down[1], down[0])


def _scale(edge: Point, along: tuple[float | None, float], over: float) -> float:
    """Return how much longer an edge has to be drawn; 1 where its length was not read."""
    end, begin = along
    if end is None:
        return 1.0
    return hypot(edge[0] + end - begin, over) / hypot(*edge)
