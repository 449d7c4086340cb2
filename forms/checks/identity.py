"""Numbers of identity papers: GB 11643 for people, GB 32100 and its forerunners for bodies."""

import re
from collections.abc import Callable
from datetime import date

from stdnum.cn import uscc

from forms.checks import Refused
from forms.checks.width import half_width

FULL_AGE = 18  # 民法典 17
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
# First two digits: provinces, Taiwan 71, the residence permits 81, 82, 83, and 9 for foreigners
# with permanent residence (since 2023).
_FIRST_TWO = frozenset(
    {11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46}
    | {50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83}
    | set(range(90, 100))
)
_PERSON_18 = re.compile(r"[0-9]{17}[0-9X]")
_PERSON_15 = re.compile(r"[0-9]{15}")
_RESIDENT_15 = re.compile(r"[A-Z]{3}[0-9]{12}")  # permanent residence before 2023, no public check
_RESIDENCE_PERMIT = re.compile(r"8[123][0-9]{15}[0-9X]")
_CREDIT_CODE = re.compile(r"[0-9A-HJ-NPQRTUWXY]{18}")
_ORGANISATION = re.compile(r"[0-9A-Z]{8}-?[0-9X]")
_OTHER = re.compile(r"[0-9A-Z\u4e00-\u9fff()/.-]{2,40}")
_EARLIEST_YEAR = 1850


def check_identity(id_type: str, number: str, *, on: date | None = None) -> str:
    """Return the number tidied (capitals, plain width), or refuse it by the rules of its type.

    With `on`, a birthday after that day is refused too.
    """
    tidy = "".join(half_width(number).split()).upper()
    if not tidy:
        raise Refused("V-ID-EMPTY")
    _CHECK.get(id_type, _require_printable)(tidy)
    born = birth_date(tidy) if id_type in {"1", "2"} else None
    if on is not None and born is not None and born > on:
        raise Refused("V-ID-BIRTH", number=tidy)
    return tidy


def birth_date(number: str) -> date | None:
    """Return the birthday in a valid number of a person (15 or 18 characters), else None."""
    if _PERSON_18.fullmatch(number):
        digits = number[6:14]
    elif _PERSON_15.fullmatch(number):
        digits = f"19{number[6:12]}"
    else:
        return None
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
    return born if born.year >= _EARLIEST_YEAR else None


def age_on(number: str, day: date) -> int | None:
    """Return the age in full years on a day; the year is full on the birthday itself."""
    born = birth_date(number)
    if born is None:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def is_minor(id_type: str, number: str, day: date) -> bool:
    """Say whether the paper shows a person under 18 on a day; other papers show no age."""
    age = age_on(number, day) if id_type in {"1", "2"} else None
    return age is not None and age < FULL_AGE


def modern_number(number: str) -> str:
    """Return the 18-character form of an old 15-digit number, any other number unchanged."""
    if not _PERSON_15.fullmatch(number):
        return number
    longer = f"{number[:6]}19{number[6:]}"
    return longer + _check_character(longer)


def number_forms(number: str) -> frozenset[str]:
    """Return all forms in which a register may have kept this number: 18 digits, 15, small x."""
    modern = modern_number(number)
    old = modern[:6] + modern[8:17]
    forms = {modern, modern.lower()}
    return frozenset(forms | {old} if modern_number(old) == modern else forms)


def masked_number(number: str) -> str:
    """Hide the middle of a number; a quarter stays to be seen at either end."""
    shown = len(number) // 4
    hidden = "*" * (len(number) - 2 * shown)
    return f"{number[:shown]}{hidden}{number[-shown:]}" if shown else hidden


def _check_character(digits: str) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return _CHECK_CHARACTERS[total % 11]


def _require_person(number: str) -> None:
    if _RESIDENT_15.fullmatch(number):
        return
    if not (_PERSON_18.fullmatch(number) or _PERSON_15.fullmatch(number)):
        raise Refused("V-ID-SHAPE", number=number)
    if int(number[:2]) not in _FIRST_TWO:
        raise Refused("V-ID-REGION", number=number)
    if birth_date(number) is None:
        raise Refused("V-ID-BIRTH", number=number)
    if _PERSON_18.fullmatch(number) and number[17] != _check_character(number[:17]):
        raise Refused("V-ID-CHECK", number=number)


def _require_permit(number: str) -> None:
    if _RESIDENCE_PERMIT.fullmatch(number):
        _require_person(number)
    else:
        _require_printable(number)


def _require_body(number: str) -> None:
    if len(number) == 18:  # noqa: PLR2004
        _require_credit_code(number)
    elif _ORGANISATION.fullmatch(number):
        _require_organisation_code(number)
    else:
        _require_printable(number)


def _require_credit_code(number: str) -> None:
    if not _CREDIT_CODE.fullmatch(number):
        raise Refused("V-CREDIT-SHAPE", number=number)
    # stdnum's validate() wants eight digits in front and so refuses N (farming) and Y (others);
    # its check character is right for all of them.
    if number[17] != uscc.calc_check_digit(number[:17]):
        raise Refused("V-CREDIT-CHECK", number=number)


def _require_organisation_code(number: str) -> None:
    values = (int(character, 36) for character in number[:8])
    total = sum(value * weight for value, weight in zip(values, _ORGANISATION_WEIGHTS, strict=True))
    if number[-1] != "0X987654321"[total % 11]:
        raise Refused("V-ORGANISATION-CHECK", number=number)


def _require_printable(number: str) -> None:
    if not _OTHER.fullmatch(number):
        raise Refused("V-ID-SHAPE", number=number)


_CHECK: dict[str, Callable[[str], None]] = {
    "1": _require_person,
    "2": _require_permit,
    "6": _require_body,
    "7": _require_body,
    "8": _require_credit_code,
}
