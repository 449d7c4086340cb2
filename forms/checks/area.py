"""Areas in whole hundredths of a square metre."""

import re
from fractions import Fraction

from forms.checks import Refused
from forms.checks.money import round_half_up
from forms.checks.width import half_width

_SHAPE = re.compile(r"(0|[1-9][0-9]{0,9})(\.[0-9]{1,4})?")


def parse_area(text: str) -> int:
    """Read an area in m² with at most four decimals; the third is rounded half up."""
    plain = half_width(text).strip()
    if not _SHAPE.fullmatch(plain):
        raise Refused("V-AREA-SHAPE", value=text)
    return round_half_up(Fraction(plain) * 100)


def format_area(area: int) -> str:
    """Write an area in m² with two decimals."""
    return f"{area // 100}.{area % 100:02d}"
