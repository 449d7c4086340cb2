"""Turn a layout and its values into a PDF: the same values give the same bytes."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from string import Formatter
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from printing import typefaces
from printing.codes import code128_bars, qr_modules
from printing.errors import DoesNotFit, MissingValue, Unprintable
from printing.layout import Box, Code128, Layout, Line, Part, Qr, Text
from printing.lines import broken

MARK = "演练"
CARRIED = "（详见附页）"


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished paper, with the fingerprint it is kept under."""

    pdf: bytes
    sha256: str
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """How one printer and tray is off: mm to the right and down, and scale (1 is true)."""

    dx: float = 0.0
    dy: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0


TRUE = Calibration()


class Sheet:
    """The page being drawn: millimetres from the top left, whatever the canvas thinks."""

    def __init__(self, layout: Layout, values: Mapping[str, Any], calibration: Calibration) -> None:
        self.layout = layout
        self.values = values
        self.carried: list[tuple[str, str]] = []
        self.pages = 0
        self._calibration = calibration
        self._out = BytesIO()
        wide, high = layout.page
        self.canvas = Canvas(
            self._out,
            pagesize=(wide * mm, high * mm),
            invariant=1,
            pageCompression=1,
            initialFontName=typefaces.load(typefaces.SERIF),
        )

    def x(self, x: float) -> float:
        """Return points from the left."""
        return (x * self._calibration.scale_x + self._calibration.dx) * mm

    def y(self, y: float) -> float:
        """Return points from the bottom."""
        down = y * self._calibration.scale_y + self._calibration.dy
        return (self.layout.page[1] - down) * mm

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
            slack = width * mm - typefaces.width(line, face, size)
            indent = {"left": 0.0, "center": slack / 2, "right": slack}[align]
            self.canvas.drawString(self.x(x) + indent, baseline, line)
            baseline -= size * leading

    def _mark(self) -> None:
        wide, high = self.layout.page
        size = min(wide, high) * mm / 3.2
        canvas = self.canvas
        canvas.saveState()
        canvas.setFillGray(0.9)
        canvas.setFont(typefaces.load(typefaces.SANS_BOLD), size)
        canvas.translate(wide * mm / 2, high * mm / 2)
        canvas.rotate(30)
        canvas.drawCentredString(0, -size * 0.35, MARK)
        canvas.restoreState()


def render(layout: Layout, values: Mapping[str, Any], calibration: Calibration = TRUE) -> Rendered:
    """Return the paper; `MissingValue`, `DoesNotFit` or `Unprintable` where it can't be made."""
    from printing.flow import draw_carried, draw_flow  # noqa: PLC0415 - they draw on a Sheet

    sheet = Sheet(layout, values, calibration)
    for page in layout.pages:
        if sheet.pages:
            sheet.end_page()
        sheet.begin_page()
        draw_parts(sheet, page.parts)
    draw_flow(sheet)
    sheet.end_page()
    draw_carried(sheet)
    return sheet.finish()


def draw_parts(sheet: Sheet, parts: Sequence[Part], below: float = 0.0) -> None:
    """Draw fixed parts; `below` mm are added to every y."""
    for part in parts:
        match part:
            case Text():
                _text(sheet, part, below)
            case Line():
                sheet.canvas.setLineWidth(part.weight)
                sheet.canvas.line(
                    sheet.x(part.x1),
                    sheet.y(part.y1 + below),
                    sheet.x(part.x2),
                    sheet.y(part.y2 + below),
                )
            case Box():
                _box(sheet, part, below)
            case Code128():
                _code128(sheet, part, below)
            case Qr():
                _qr(sheet, part, below)


def _text(sheet: Sheet, part: Text, below: float) -> None:
    text = sheet.filled(part.say)
    if not text:
        return
    size, lines = _set(part, text)
    if not lines:
        if part.continues is None:
            raise DoesNotFit(text=text[:40])
        sheet.carried.append((part.continues, text))
        size, lines = _set(part, CARRIED)
    used = len(lines) * size * part.leading / mm
    top = part.y + below + ((part.height - used) / 2 if part.middle else 0.0)
    sheet.lines(
        lines,
        x=part.x,
        y=top,
        width=part.width,
        size=size,
        face=part.face,
        align=part.align,
        leading=part.leading,
    )


def _set(part: Text, text: str) -> tuple[float, list[str]]:
    """Return the first size that fits and its lines; no lines where none does."""
    for size in part.sizes:
        lines = broken(text, part.face, size, part.width * mm)
        if len(lines) * size * part.leading <= part.height * mm + 0.01:
            return size, lines
    return part.sizes[-1], []


def _box(sheet: Sheet, part: Box, below: float) -> None:
    canvas = sheet.canvas
    canvas.setLineWidth(part.weight)
    if part.grey is not None:
        canvas.setFillGray(part.grey)
    canvas.rect(
        sheet.x(part.x),
        sheet.y(part.y + below + part.height),
        part.width * mm,
        part.height * mm,
        stroke=int(part.weight > 0),
        fill=int(part.grey is not None),
    )
    canvas.setFillGray(0)


def _code128(sheet: Sheet, part: Code128, below: float) -> None:
    modules, bars = code128_bars(sheet.filled(part.say))
    module = part.width * mm / modules
    bottom = sheet.y(part.y + below + part.height)
    path = sheet.canvas.beginPath()
    for start, wide in bars:
        path.rect(sheet.x(part.x) + start * module, bottom, wide * module, part.height * mm)
    sheet.canvas.drawPath(path, stroke=0, fill=1)


def _qr(sheet: Sheet, part: Qr, below: float) -> None:
    rows = qr_modules(sheet.filled(part.say))
    module = part.side * mm / len(rows)
    top = sheet.y(part.y + below)
    path = sheet.canvas.beginPath()
    for place, runs in enumerate(rows):
        for start, wide in runs:
            path.rect(
                sheet.x(part.x) + start * module,
                top - (place + 1) * module,
                wide * module,
                module,
            )
    sheet.canvas.drawPath(path, stroke=0, fill=1)
