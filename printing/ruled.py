"""Ruled forms: a grid of labels and values that grows with what is written and breaks by rows."""

from collections.abc import Iterator, Sequence

from printing.column import Flow
from printing.errors import MissingValue
from printing.layout import Form, FormRow, Forms
from printing.lines import broken
from printing.sheet import MM
from printing.typefaces import SANS, SANS_BOLD, SERIF

LEADING = 1.35
AIR, SIDE = 1.5, 1.8  # mm above and beside the text of a cell
FRAME, RULE = 0.8, 0.35  # points
GREY = 0.955
GOES_ON = "（续）"

Cell = tuple[float, float, list[str], str]  # x and width in mm, lines, face


def draw_form(flow: Flow, form: Form) -> None:
    """Draw one form; a place without a value is refused by name."""
    rows = [[(label, flow.sheet.filled(value)) for label, value in row] for row in form.rows]
    _draw(flow, form.title, rows, form)


def draw_forms(flow: Flow, forms: Forms) -> None:
    """Draw as many forms as the value holds, one below the other."""
    found: Sequence[tuple[str, Sequence[FormRow]]] | None = flow.sheet.values.get(forms.of)
    if found is None:
        raise MissingValue(name=forms.of)
    for title, rows in found:
        plain = [[(label, _checked(flow, value)) for label, value in row] for row in rows]
        _draw(flow, title, plain, forms)


def _checked(flow: Flow, value: str) -> str:
    """Return a value that the typeface can print; braces in it are no places."""
    return flow.sheet.filled(value.replace("{", "{{").replace("}", "}}"))


def _draw(
    flow: Flow, title: str, rows: Sequence[Sequence[tuple[str, str]]], style: Form | Forms
) -> None:
    size = style.size
    flow.y += style.before
    cells = [list(_cells(flow, row, size, style.label_width)) for row in rows]
    heights = [_height(row, size) for row in cells]
    head = size * LEADING / MM + 2 * AIR if title else 0.0
    flow.room_for(head + (heights[0] if heights else 0.0))
    top = flow.y
    if title:
        _title(flow, title, head, size)
    for row, height in zip(cells, heights, strict=True):
        if flow.y + height > flow.bottom:
            _frame(flow, top)
            flow.room_for(height)
            top = flow.y
            if title:
                _title(flow, f"{title}{GOES_ON}", head, size)
        _row(flow, row, height, size)
    _frame(flow, top)


def _cells(
    flow: Flow, row: Sequence[tuple[str, str]], size: float, label_width: float
) -> Iterator[Cell]:
    room = flow.width / len(row)
    for place, (label, value) in enumerate(row):
        left = flow.left + place * room
        if label:
            yield left, label_width, _set(label, SANS, size, label_width), SANS
            left, wide = left + label_width, room - label_width
        else:
            wide = room
        yield left, wide, _set(value, SERIF, size, wide), SERIF


def _set(text: str, face: str, size: float, wide: float) -> list[str]:
    return [
        line
        for row in (text or "——").split("\n")
        for line in broken(row, face, size, (wide - 2 * SIDE) * MM)
    ]


def _height(row: Sequence[Cell], size: float) -> float:
    return max(len(lines) for _, _, lines, _ in row) * size * LEADING / MM + 2 * AIR


def _row(flow: Flow, row: Sequence[Cell], height: float, size: float) -> None:
    sheet, canvas = flow.sheet, flow.sheet.canvas
    canvas.setLineWidth(RULE)
    for left, wide, lines, face in row:
        corner = sheet.x(left), sheet.y(flow.y + height)
        if face == SANS:
            canvas.setFillGray(GREY)
            canvas.rect(*corner, wide * MM, height * MM, stroke=0, fill=1)
            canvas.setFillGray(0)
        canvas.rect(*corner, wide * MM, height * MM)
        used = len(lines) * size * LEADING / MM
        sheet.lines(
            lines,
            x=left + SIDE,
            y=flow.y + (height - used) / 2,
            width=wide - 2 * SIDE,
            size=size,
            face=face,
            align="center" if face == SANS else "left",
            leading=LEADING,
        )
    flow.y += height


def _title(flow: Flow, title: str, height: float, size: float) -> None:
    flow.sheet.lines(
        broken(title, SANS_BOLD, size + 1, flow.width * MM)[:1],
        x=flow.left,
        y=flow.y + AIR / 2,
        width=flow.width,
        size=size + 1,
        face=SANS_BOLD,
        leading=LEADING,
    )
    flow.y += height


def _frame(flow: Flow, top: float) -> None:
    """Leave the form ruled as it is; a heavier line closes its foot."""
    canvas = flow.sheet.canvas
    canvas.setLineWidth(FRAME)
    y = flow.sheet.y(flow.y)
    canvas.line(flow.sheet.x(flow.left), y, flow.sheet.x(flow.left + flow.width), y)
