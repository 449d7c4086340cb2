"""Numbers of parcels: thirteen signs with a check digit (UPU S10), or a courier's own."""

import re

from forms.checks import Refused
from forms.checks.width import half_width

_POST = re.compile(r"[A-Z]{2}([0-9]{8})([0-9])[A-Z]{2}")
_OTHERS = re.compile(r"[A-Z]{0,4}[0-9]{10,18}")
_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
_ELEVEN = 11
_WRITTEN = {10: 0, 11: 5}  # what is written where the remainder gives no digit


def check_waybill(text: str) -> str:
    """Return the number tidied; Refused where it is none, or was mistyped."""
    number = "".join(half_width(text).split()).upper()
    post = _POST.fullmatch(number)
    if post is not None:
        rest = sum(w * int(d) for w, d in zip(_WEIGHTS, post[1], strict=True)) % _ELEVEN
        digit = _ELEVEN - rest
        if _WRITTEN.get(digit, digit) != int(post[2]):
            raise Refused("V-WAYBILL-DIGIT", value=number)
        return number
    if not _OTHERS.fullmatch(number):
        raise Refused("V-WAYBILL-SHAPE", value=text)
    return number
