"""Shares of co-owners (按份共有) as exact fractions."""

import re
from collections.abc import Iterable
from fractions import Fraction

from forms.checks import Refused
from forms.checks.width import half_width

_RATIO = re.compile(r"([1-9][0-9]{0,5})/([1-9][0-9]{0,5})")
_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,4})?)%")


def parse_share(text: str) -> Fraction:
    """Read a share written as `1/2` or `50%`: more than nothing, at most the whole."""
    plain = "".join(half_width(text).split())
    if ratio := _RATIO.fullmatch(plain):
        share = Fraction(int(ratio[1]), int(ratio[2]))
    elif percent := _PERCENT.fullmatch(plain):
        share = Fraction(percent[1]) / 100
    else:
        raise Refused("V-SHARE-SHAPE", value=text)
    if not 0 < share <= 1:
        raise Refused("V-SHARE-RANGE", value=text)
    return share


def format_share(share: Fraction) -> str:
    """Write a share as numerator and denominator, the whole as `1/1`."""
    return f"{share.numerator}/{share.denominator}"


def shares_sum_to_one(shares: Iterable[Fraction]) -> bool:
    """Say whether the shares make up exactly the whole (民法典 298)."""
    return sum(shares, Fraction(0)) == 1
