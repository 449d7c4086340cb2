"""Turn a layout and its values into a PDF: the same values give the same bytes."""

from collections.abc import Mapping
from typing import Any

from printing.calibration import TRUE, Calibration
from printing.flow import draw_carried, draw_flow
from printing.layout import Layout
from printing.parts import draw_parts
from printing.sheet import Rendered, Sheet


def render(layout: Layout, values: Mapping[str, Any], calibration: Calibration = TRUE) -> Rendered:
    """Return the paper; `MissingValue`, `DoesNotFit` or `Unprintable` where it can't be made."""
    drawn = _drawn(layout, values, calibration, of=1)
    # How many pages there are is known only when they are drawn; most have one.
    again = layout.numbered and drawn.pages > 1
    return _drawn(layout, values, calibration, of=drawn.pages) if again else drawn


def _drawn(
    layout: Layout, values: Mapping[str, Any], calibration: Calibration, *, of: int
) -> Rendered:
    sheet = Sheet(layout, values, calibration, of)
    for page in layout.pages:
        if sheet.pages:
            sheet.end_page()
        sheet.begin_page()
        draw_parts(sheet, page.form)  # on the sheet already: no calibration moves it
        sheet.move()
        draw_parts(sheet, page.parts)
    draw_flow(sheet)
    sheet.end_page()
    draw_carried(sheet)
    return sheet.finish()
