"""The 28-character code of a real-property unit (GB/T 37346-2019)."""

import re
from dataclasses import dataclass

from forms.checks import Refused
from forms.checks.width import half_width

LENGTH = 28
_SHAPE = re.compile(r"([0-9]{12})([GJZ])([ABSXCDEFLNHGWY])([0-9]{5})(W0{8}|[FLQ][0-9]{8})")

# Which owners of the land (first letter) and which fixtures a kind of parcel (second letter) knows.
_OWNERS = dict.fromkeys("BSXDEFLNWY", "GJZ") | {"A": "JZ", "C": "JZ", "H": "G", "G": "G"}
_FIXTURES = (
    dict.fromkeys("ADFNY", "W")
    | dict.fromkeys("BSXCW", "WFQ")
    | dict.fromkeys("EL", "WLQ")
    | dict.fromkeys("HG", "WFLQ")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCode:
    """A valid unit code in its parts; the first 19 characters name the parcel."""

    text: str
    county: str
    cadastral_district: str
    cadastral_subdistrict: str
    parcel_mark: str
    parcel_no: str
    fixture_mark: str
    fixture_no: str

    @property
    def parcel(self) -> str:
        """The 19-character code of the parcel that the unit stands on."""
        return self.text[:19]

    @property
    def display(self) -> str:
        """The code as it is printed: four groups of 6, 6, 7 and 9 characters."""
        return " ".join((self.text[:6], self.text[6:12], self.text[12:19], self.text[19:]))


def parse_unit_code(text: str) -> UnitCode:
    """Read a unit code as typed, pasted or scanned; spaces and wide forms do not matter."""
    code = "".join(half_width(text).split())
    if len(code) != LENGTH:
        raise Refused("V-UNIT-LENGTH", length=len(code))
    if code != code.upper():
        raise Refused("V-UNIT-CASE", value=code)
    if not _SHAPE.fullmatch(code):
        raise Refused("V-UNIT-SHAPE", value=code)
    unit = _in_parts(code)
    _require_meaning(unit)
    return unit


def is_unit_code(text: str) -> bool:
    """Say whether the text is a valid unit code."""
    try:
        parse_unit_code(text)
    except Refused:
        return False
    return True


def _in_parts(code: str) -> UnitCode:
    return UnitCode(
        text=code,
        county=code[:6],
        cadastral_district=code[6:9],
        cadastral_subdistrict=code[9:12],
        parcel_mark=code[12:14],
        parcel_no=code[14:19],
        fixture_mark=code[19],
        fixture_no=code[20:],
    )


def _require_meaning(unit: UnitCode) -> None:
    owner, kind = unit.parcel_mark[0], unit.parcel_mark[1]
    if owner not in _OWNERS[kind]:
        raise Refused("V-UNIT-MARK", mark=unit.parcel_mark)
    if unit.fixture_mark not in _FIXTURES[kind]:
        raise Refused("V-UNIT-FIXTURE", mark=unit.parcel_mark, fixture=unit.fixture_mark)
    if unit.parcel_no == "00000":
        raise Refused("V-UNIT-PARCEL-NO", value=unit.text)
    if unit.fixture_mark != "W" and unit.fixture_no == "00000000":
        raise Refused("V-UNIT-FIXTURE-NO", fixture=unit.fixture_mark)
