"""How one printer is off, put right by one movement of the page: shifted, turned, stretched."""

from dataclasses import dataclass
from math import cos, radians, sin
from typing import Self

MOST_SHIFT = 8.0  # mm to each side
MOST_TURN = 1.5  # degrees to each side
MOST_STRETCH = 0.02  # of the length, to each side

Point = tuple[float, float]
"""Millimetres from the left and from the top of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Where to draw a point so that it comes to lie where the layout wants it."""

    dx: float = 0.0  # mm to the right
    dy: float = 0.0  # mm down
    rotation: float = 0.0  # degrees, clockwise about the top left corner
    scale_x: float = 1.0
    scale_y: float = 1.0

    @property
    def is_true(self) -> bool:
        """Tell whether the page stays as it is."""
        return self == TRUE

    @property
    def fits(self) -> bool:
        """Tell whether it lies in what may be put right here and not at the paper guide."""
        return (
            max(abs(self.dx), abs(self.dy)) <= MOST_SHIFT
            and abs(self.rotation) <= MOST_TURN
            and max(abs(self.scale_x - 1), abs(self.scale_y - 1)) <= MOST_STRETCH
        )

    @property
    def rows(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return the two rows of the movement without its shift."""
        turn = radians(self.rotation)
        return (
            (self.scale_x * cos(turn), -self.scale_y * sin(turn)),
            (self.scale_x * sin(turn), self.scale_y * cos(turn)),
        )

    def placed(self, point: Point) -> Point:
        """Return where a point of the layout is drawn."""
        (a, b), (c, d) = self.rows
        x, y = point
        return self.dx + a * x + b * y, self.dy + c * x + d * y

    def moved(self, dx: float, dy: float) -> Self:
        """Return the same, so many mm further to the right and down."""
        return type(self)(
            dx=self.dx + dx,
            dy=self.dy + dy,
            rotation=self.rotation,
            scale_x=self.scale_x,
            scale_y=self.scale_y,
        )

    def in_points(
        self, height: float, mm: float
    ) -> tuple[float, float, float, float, float, float]:
        """Return it as PDF wants it: `height` points high, from the bottom, `mm` points a mm."""
        (a, b), (c, d) = self.rows
        right, up = mm * self.dx + b * height, height - mm * self.dy - d * height
        return a, -c, -b, d, right, up


TRUE = Calibration()
