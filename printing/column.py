"""The column that flows down a page and goes on at the top of the next."""

from printing.sheet import Sheet
from printing.typefaces import SANS

CONTINUATION_TOP = 18.0


class Flow:
    """The place down the page, and the next page when it is full."""

    def __init__(self, sheet: Sheet, top: float) -> None:
        self.sheet = sheet
        self.y = top
        self.left = sheet.layout.margin
        self.width = sheet.layout.page[0] - 2 * sheet.layout.margin
        self.bottom = sheet.layout.page[1] - sheet.layout.margin

    def room_for(self, height: float) -> bool:
        """Make room of `height` mm, on a new page if need be; tell whether a page was begun."""
        if self.y + height <= self.bottom:
            return False
        self.foot()
        self.sheet.end_page()
        self.sheet.begin_page()
        self.y = CONTINUATION_TOP
        return True

    def foot(self) -> None:
        """Number the page where the layout wants it."""
        if self.sheet.layout.numbered:
            self.sheet.lines(
                [f"第 {self.sheet.pages} 页　共 {self.sheet.of} 页"],
                x=self.left,
                y=self.bottom + 4,
                width=self.width,
                size=8,
                face=SANS,
                align="center",
            )
