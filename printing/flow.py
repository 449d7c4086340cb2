"""What flows over pages: paragraphs, tables, bars, and texts carried to a continuation page."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from printing.column import CONTINUATION_TOP, Flow
from printing.errors import MissingValue
from printing.layout import Bars, Column, Form, Forms, Paragraph, Table
from printing.lines import broken
from printing.parts import draw_parts
from printing.ruled import draw_form, draw_forms
from printing.sheet import MM, Sheet
from printing.typefaces import SANS, SANS_BOLD, SERIF, SERIF_BOLD

LEADING = 1.45
CELL_AIR = 1.2  # mm above and below the text of a cell
CELL_SIDE = 1.5  # mm left and right of it


def draw_flow(sheet: Sheet) -> None:
    """Draw the blocks of a layout and its closing parts, over as many pages as they need."""
    layout = sheet.layout
    if not layout.flow and not layout.closing:
        return
    flow = Flow(sheet, layout.flow_top)
    for block in layout.flow:
        _DRAW[type(block)](flow, block)
    if layout.closing:
        flow.room_for(layout.closing_height)
        draw_parts(sheet, layout.closing, below=flow.y)
    flow.foot()


def draw_carried(sheet: Sheet) -> None:
    """Draw what did not fit its box, whole, on pages of its own 附页."""
    if not sheet.carried:
        return
    sheet.begin_page()
    flow = Flow(sheet, CONTINUATION_TOP)
    _paragraph(flow, Paragraph(say="附页", size=16, face=SERIF_BOLD, align="center"))
    for heading, text in sheet.carried:
        _set(flow, heading, Paragraph(say="", face=SERIF_BOLD, before=6))
        _set(flow, text, Paragraph(say="", before=1))
    sheet.end_page()


def _paragraph(flow: Flow, block: Paragraph) -> None:
    text = flow.sheet.filled(block.say)
    if text.strip():
        _set(flow, text, block)


def _set(flow: Flow, text: str, block: Paragraph) -> None:
    flow.y += block.before
    indent = "　" * int(block.indent)
    height = block.size * LEADING / MM
    for row in text.split("\n"):
        for line in broken(indent + row, block.face, block.size, flow.width * MM):
            flow.room_for(height)
            flow.sheet.lines(
                [line],
                x=flow.left,
                y=flow.y,
                width=flow.width,
                size=block.size,
                face=block.face,
                align=block.align,
                leading=LEADING,
            )
            flow.y += height


def _rows(flow: Flow, name: str) -> Sequence[Sequence[str]]:
    rows: Sequence[Sequence[str]] | None = flow.sheet.values.get(name)
    if rows is None:
        raise MissingValue(name=name)
    return rows


def _table(flow: Flow, block: Table) -> None:
    flow.y += block.before
    titles = tuple(column.title for column in block.columns)
    rows = _rows(flow, block.rows) or ((block.empty, *[""] * (len(titles) - 1)),)
    flow.room_for(_height(block, titles) + _height(block, rows[0]))  # never a heading alone
    _table_row(flow, block, titles, heading=True)
    for row in rows:
        height = _height(block, row)
        if flow.room_for(height):
            _table_row(flow, block, titles, heading=True)
        _table_row(flow, block, row)


def _cell(block: Table, column: Column, text: str, face: str) -> list[str]:
    return broken(text, face, block.size, (column.width - 2 * CELL_SIDE) * MM)


def _height(block: Table, row: Sequence[str]) -> float:
    most = max(
        len(_cell(block, column, cell, SERIF))
        for column, cell in zip(block.columns, row, strict=True)
    )
    return most * block.size * 1.3 / MM + 2 * CELL_AIR


def _table_row(flow: Flow, block: Table, row: Sequence[str], *, heading: bool = False) -> None:
    face = SANS_BOLD if heading else SERIF
    height = _height(block, row)
    sheet, x = flow.sheet, flow.left
    for column, cell in zip(block.columns, row, strict=True):
        if heading:
            sheet.canvas.setFillGray(0.94)
            sheet.canvas.rect(
                sheet.x(x), sheet.y(flow.y + height), column.width * MM, height * MM, 0, 1
            )
            sheet.canvas.setFillGray(0)
        sheet.canvas.setLineWidth(0.3)
        sheet.canvas.rect(sheet.x(x), sheet.y(flow.y + height), column.width * MM, height * MM)
        sheet.lines(
            _cell(block, column, sheet.filled(cell.replace("{", "{{").replace("}", "}}")), face),
            x=x + CELL_SIDE,
            y=flow.y + CELL_AIR,
            width=column.width - 2 * CELL_SIDE,
            size=block.size,
            face=face,
            align=column.align,
        )
        x += column.width
    flow.y += height


def _bars(flow: Flow, block: Bars) -> None:
    rows = [(str(label), float(value)) for label, value in _rows(flow, block.rows)]
    step = block.size * 1.7 / MM
    flow.y += block.before
    flow.room_for(step * min(len(rows) + 1, 6))
    sheet = flow.sheet
    sheet.lines(
        [block.title], x=flow.left, y=flow.y, width=flow.width, size=block.size + 1, face=SANS_BOLD
    )
    flow.y += step * 1.2
    most = max((value for _, value in rows), default=0.0) or 1.0
    label_width, room = flow.width * 0.34, flow.width * 0.54
    for label, value in rows:
        flow.room_for(step)
        sheet.lines(
            broken(label, SANS, block.size, label_width * MM)[:1],
            x=flow.left,
            y=flow.y,
            width=label_width - 2,
            size=block.size,
            face=SANS,
            align="right",
        )
        long = room * value / most
        sheet.canvas.setFillGray(0.35)
        sheet.canvas.rect(
            sheet.x(flow.left + label_width),
            sheet.y(flow.y + step * 0.78),
            long * MM,
            step * 0.6 * MM,
            0,
            1,
        )
        sheet.canvas.setFillGray(0)
        sheet.lines(
            [f"{value:g}{block.unit}"],
            x=flow.left + label_width + long + 1.5,
            y=flow.y,
            width=30,
            size=block.size,
            face=SANS,
        )
        flow.y += step


_DRAW: Mapping[type, Callable[[Flow, Any], None]] = {
    Paragraph: _paragraph,
    Table: _table,
    Bars: _bars,
    Form: draw_form,
    Forms: draw_forms,
}
