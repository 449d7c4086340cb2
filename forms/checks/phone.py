"""Telephone numbers: mobile, fixed line with or without extension, service lines, abroad."""

import re

from forms.checks import Refused
from forms.checks.width import half_width

_MOBILE = re.compile(r"(?:\+?86)?(1[3-9][0-9]{9})")
_FIXED_PARTS = re.compile(
    r"\(?(0[1-9][0-9]{1,2})\)?-?([2-8][0-9]{6,7})(?:(?:-|转|ext\.?|x|#)([0-9]{1,6}))?",
    re.IGNORECASE,
)
_LOCAL = re.compile(r"[2-8][0-9]{6,7}")
_SERVICE = re.compile(r"[48]00-?[0-9]{3}-?[0-9]{4}|1[0-9]{2,4}|9[56][0-9]{3,4}")
_ABROAD = re.compile(r"\+(?!86)[1-9][0-9]{6,14}")


def check_phone(text: str) -> str:
    """Return the number tidied: `13800000000`, `0437-3312345`, `0437-3312345-8`, `+4930123456`."""
    plain = half_width(text).strip()
    joined = re.sub(r"[\s.]", "", plain)
    if mobile := _MOBILE.fullmatch(joined.replace("-", "")):
        return mobile[1]
    if fixed := _FIXED_PARTS.fullmatch(re.sub(r"^\+?86-?(?=0)", "", joined)):
        return "-".join(part for part in fixed.groups() if part)
    if _LOCAL.fullmatch(joined) or _SERVICE.fullmatch(joined):
        return joined
    if _ABROAD.fullmatch(joined.replace("-", "")):
        return joined.replace("-", "")
    raise Refused("V-PHONE-SHAPE", value=text)
