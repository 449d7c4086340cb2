"""The fixed parts of a page: texts in boxes, lines, frames and codes."""

from collections.abc import Sequence

from printing.codes import code128_bars, qr_modules
from printing.errors import DoesNotFit
from printing.layout import Box, Code128, Line, Part, Qr, Text
from printing.lines import broken
from printing.sheet import MM, Sheet

CARRIED = "（详见附页）"


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
    used = len(lines) * size * part.leading / MM
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
        lines = broken(text, part.face, size, part.width * MM)
        if len(lines) * size * part.leading <= part.height * MM + 0.01:
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
        part.width * MM,
        part.height * MM,
        stroke=int(part.weight > 0),
        fill=int(part.grey is not None),
    )
    canvas.setFillGray(0)


def _code128(sheet: Sheet, part: Code128, below: float) -> None:
    text = sheet.filled(part.say)
    if not text.isascii():
        return  # "——" stands where there is no number yet: it has no bars
    modules, bars = code128_bars(text)
    module = part.width * MM / modules
    bottom = sheet.y(part.y + below + part.height)
    path = sheet.canvas.beginPath()
    for start, wide in bars:
        path.rect(sheet.x(part.x) + start * module, bottom, wide * module, part.height * MM)
    sheet.canvas.drawPath(path, stroke=0, fill=1)


def _qr(sheet: Sheet, part: Qr, below: float) -> None:
    rows = qr_modules(sheet.filled(part.say))
    module = part.side * MM / len(rows)
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
