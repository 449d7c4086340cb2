"""What the centre's own papers have in common: name, title, bar code of the case, the date line."""

from printing.layout import Code128, Line, Part, Qr, Text
from printing.typefaces import SANS, SANS_BOLD

A4 = (210.0, 297.0)
LANDSCAPE = (297.0, 210.0)
MARGIN = 18.0
FLOW_TOP = 46.0
CASE_ROWS = (
    (("登记事项", "{item}"),),
    (("申请人", "{applicants}"),),
    (("坐落", "{location}"),),
)
"""The first rows of a form about a case: its business, who applied, where."""


def head(title: str, *, coded: bool = True, wide: float = A4[0]) -> tuple[Part, ...]:
    """Return the head of an A4 paper; the case number stands as Code 128 at the right."""
    right = wide - MARGIN
    parts: tuple[Part, ...] = (
        Text(x=MARGIN, y=14, width=110, height=7, say="{centre}", sizes=(11, 9), face=SANS),
        Text(x=MARGIN, y=22, width=112, height=12, say=title, sizes=(20, 16), face=SANS_BOLD),
        Line(x1=MARGIN, y1=38.5, x2=right, y2=38.5, weight=0.8),
    )
    if not coded:
        return parts
    return (
        *parts,
        Code128(x=right - 58, y=15, width=58, height=12, say="{case_no}"),
        Text(x=right - 58, y=28, width=58, height=6, say="{case_no}", face=SANS, align="center"),
    )


def signatures(left: str, right: str, *, top: float = 12.0) -> tuple[Part, ...]:
    """Return two signature lines and the date, `top` mm below what flowed."""
    return (
        Text(x=MARGIN, y=top, width=82, height=7, say=left, sizes=(10.5,)),
        Text(x=110, y=top, width=82, height=7, say=right, sizes=(10.5,)),
        Line(x1=MARGIN + 24, y1=top + 7, x2=96, y2=top + 7),
        Line(x1=110 + 24, y1=top + 7, x2=A4[0] - MARGIN, y2=top + 7),
        Text(x=110, y=top + 12, width=82, height=7, say="{day}", sizes=(10.5,), align="right"),
    )


SEALED: tuple[Part, ...] = (
    Qr(x=MARGIN, y=6, side=26, say="{qr}"),
    Text(x=70, y=8, width=122, height=7, say="登记机构（章）：{authority}", align="right"),
    Text(x=70, y=16, width=122, height=7, say="经办人：{clerk}", align="right"),
    Text(x=70, y=24, width=122, height=7, say="{day}", align="right"),
)
"""The foot of what is given out of the register: authenticity code, authority, clerk, day."""

SEALED_HEIGHT = 36.0
