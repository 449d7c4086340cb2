"""The page being drawn, in millimetres from the top left."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from string import Formatter
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from printing import typefaces
from printing.calibration import Calibration
from printing.errors import MissingValue, Unprintable
from printing.layout import Layout

rl_config.useA85 = 0  # streams as bytes, not as letters: a fifth smaller, and quicker to make

MM = 72 / 25.4
"""Points of one millimetre."""

MARK, MARK_BELOW = "样张", "SPECIMEN"


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished paper, with the fingerprint it is kept under."""

    pdf: bytes
    sha256: str
    pages: int


class Sheet:
    """The page being drawn: millimetres from the top left, whatever the canvas thinks."""

    def __init__(
        self, layout: Layout, values: Mapping[str, Any], calibration: Calibration, of: int = 0
    ) -> None:
        self.layout = layout
        self.of = of  # pages in all
        self.values = values
        self.carried: list[tuple[str, str]] = []
        self.pages = 0
        self._calibration = calibration
        self._out = BytesIO()
        wide, high = layout.page
        self.canvas = Canvas(
            self._out,
            pagesize=(wide * MM, high * MM),
            invariant=1,
            pageCompression=1,
            initialFontName=typefaces.load(typefaces.SERIF),
        )

    def x(self, x: float) -> float:
        """Return points from the left."""
        return x * MM

    def y(self, y: float) -> float:
        """Return points from the bottom."""
        return (self.layout.page[1] - y) * MM

    def filled(self, say: str) -> str:
        """Put the values into a text; a place without a value is refused by name."""
        for _, place, _, _ in Formatter().parse(say):
            if place and self.values.get(place) is None:
                raise MissingValue(name=place)
        text = say.format_map(self.values)
        for character in typefaces.missing_glyphs(text):
            raise Unprintable(character=character, point=f"{ord(character):04X}")
        return text

    def begin_page(self) -> None:
        """Start a page, marked where the database is a rehearsal."""
        self.pages += 1
        if self.layout.mark_rehearsal and self.values.get("rehearsal"):
            self._mark()

    def move(self) -> None:
        """Draw what follows on this page where the printer needs it."""
        if not self._calibration.is_true:
            self.canvas.transform(*self._calibration.in_points(self.layout.page[1] * MM, MM))

    def end_page(self) -> None:
        """Finish the page."""
        self.canvas.showPage()

    def finish(self) -> Rendered:
        """Return the finished paper."""
        self.canvas.save()
        pdf = self._out.getvalue()
        return Rendered(pdf, hashlib.sha256(pdf).hexdigest(), self.pages)

    def lines(
        self,
        lines: Sequence[str],
        *,
        x: float,
        y: float,
        width: float,
        size: float,
        face: str,
        align: str = "left",
        leading: float = 1.3,
    ) -> None:
        """Draw lines downward from `y` mm, in a width of `width` mm."""
        self.canvas.setFont(typefaces.load(face), size)
        baseline = self.y(y) - size * (0.88 + (leading - 1.0) / 2)
        for line in lines:
            slack = width * MM - typefaces.width(line, face, size)
            indent = {"left": 0.0, "center": slack / 2, "right": slack}[align]
            self.canvas.drawString(self.x(x) + indent, baseline, line)
            baseline -= size * leading

    def _mark(self) -> None:
        wide, high = self.layout.page
        size = min(wide, high) * MM / 3.2
        canvas = self.canvas
        canvas.saveState()
        canvas.setFillGray(0.9)
        canvas.setFont(typefaces.load(typefaces.SANS_BOLD), size)
        canvas.translate(wide * MM / 2, high * MM / 2)
        canvas.rotate(30)
        canvas.drawCentredString(0, -size * 0.2, MARK)
        canvas.setFont(typefaces.load(typefaces.SANS_BOLD), size * 0.4)
        canvas.drawCentredString(0, -size * 0.75, MARK_BELOW)
        canvas.restoreState()
