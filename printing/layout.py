"""A paper as data: parts in mm from the top left of the page, texts with named places."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from printing.typefaces import SERIF

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text in a box. It is set in the first of `sizes` (points) that fits.

    Where none fits, a text with `continues` is carried whole to a continuation page under that
    heading, and the box says so; any other is refused. Nothing is ever cut.
    """

    x: float
    y: float
    width: float
    height: float
    say: str
    sizes: tuple[float, ...] = (10.5,)
    face: str = SERIF
    align: Align = "left"
    middle: bool = False  # centred in height
    continues: str | None = None
    leading: float = 1.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line; widths in points."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle, framed and perhaps filled with a grey (0 black … 1 white)."""

    x: float
    y: float
    width: float
    height: float
    weight: float = 0.4
    grey: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Code128:
    """A Code 128 bar code of a value, without its text."""

    x: float
    y: float
    width: float
    height: float
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Qr:
    """A QR code of a value, error correction level M."""

    x: float
    y: float
    side: float
    say: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table: heading, width in mm, and how its cells are set."""

    title: str
    width: float
    align: Align = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows that flow over as many pages as they need; `rows` names the value that holds them."""

    columns: tuple[Column, ...]
    rows: str
    size: float = 9.5
    empty: str = "无"
    before: float = 3.0  # mm of air above


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A text that flows; left out where it says nothing."""

    say: str
    size: float = 10.5
    face: str = SERIF
    before: float = 3.0
    align: Align = "left"
    indent: float = 0.0  # of the first line, in characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """A bar chart with one bar a row: `rows` names pairs of a label and a number."""

    title: str
    rows: str
    size: float = 8.5
    before: float = 4.0
    unit: str = ""


FormRow = Sequence[Sequence[str]]
"""Pairs of a label and what is written beside it; the pairs of a row share its width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A ruled form: rows of labels and what is written beside them, with named places."""

    rows: Sequence[FormRow]
    title: str = ""
    size: float = 10.0
    label_width: float = 30.0  # mm
    before: float = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """Ruled forms, as many as there are: `of` names pairs of a title and its rows."""

    of: str
    size: float = 9.5
    label_width: float = 30.0
    before: float = 4.0


Part = Text | Line | Box | Code128 | Qr
Block = Table | Paragraph | Bars | Form | Forms


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The fixed parts of one page, apart from those that the printing works has printed."""

    parts: Sequence[Part]
    form: Sequence[Part] = ()  # pre-printed: rules, titles, labels, the serial


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A paper: its pages, and what flows below the parts of the last one."""

    page: tuple[float, float]  # width, height in mm
    pages: Sequence[Page]
    flow: Sequence[Block] = field(default=())
    flow_top: float = 0.0
    margin: float = 18.0  # left, right and below what flows
    closing: Sequence[Part] = field(default=())  # y counts from the end of what flowed
    closing_height: float = 0.0
    mark_rehearsal: bool = True
    numbered: bool = False  # "page 1 of 2" at the foot


def overlay(layout: Layout) -> Layout:
    """Return what is written onto the pre-printed sheet: the same layout without its form."""
    return replace(layout, pages=tuple(replace(page, form=()) for page in layout.pages))
