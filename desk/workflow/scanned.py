"""What a scanned code means, by its content alone: never by where the focus happens to be."""

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from desk.workflow.certificate_qr import read_certificate_qr
from forms.checks import Refused
from forms.checks.certificate_no import parse_certificate_no
from forms.checks.identity import check_identity
from forms.checks.unit_code import is_unit_code, parse_unit_code
from forms.checks.width import half_width
from printing.seal import is_genuine

_TICKET = re.compile(r"[ABC][0-9]{3}")
_CASE = re.compile(r"(?:SJ)?[0-9]{4}-[0-9]{7}")  # or its receipt for papers
_SERIAL = re.compile(r"[A-Z]?(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])[0-9]{9}")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_CONTRACT = re.compile(r"(?:CLF|HT|YS)[0-9]{6,20}")
_WAYBILL = re.compile(r"[A-Z]{2}[0-9]{9}[A-Z]{2}|(?:SF|JD|YT|ZTO|STO)[0-9]{10,15}|[19][0-9]{12}")
_SLIP = re.compile(r"YSD([A-Z2-7]{26})")
_PERSON, _BODY = "1", "7"


class ScanKind(StrEnum):
    """What a code names; the value is also the word's key in the catalogue of words."""

    TICKET = "ticket"
    CASE = "case"
    SLIP = "slip"
    UNIT = "unit"
    CERTIFICATE = "certificate"
    SERIAL = "serial"
    CONTRACT = "contract"
    PERSON = "person"
    PHONE = "phone"
    WAYBILL = "waybill"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """One reading of a code.

    `unit` is the unit that a certificate's QR names. `genuine` says whether the QR's code was made
    by this centre; None where a code carries none. `code` is the sealed text as it was read.
    """

    kind: ScanKind
    value: str
    unit: str | None = None
    genuine: bool | None = None
    code: str = field(default="", compare=False)


def meanings(text: str, seal_key: str) -> tuple[Meaning, ...]:
    """Return everything that a code may mean; nothing where it is no code of this desk."""
    plain = half_width(text).strip()
    sealed = _sealed(text.strip(), seal_key)  # as it was made: folded, its code would not fit
    if sealed is not None:
        return (sealed,)
    tight = "".join(plain.split()).upper()
    found = (read(tight) for read in _READINGS)
    return tuple(meaning for meaning in found if meaning is not None)


def slip_code(case_id: UUID) -> str:
    """Return the code of a pre-review slip: it opens the same pre-review on the next visit."""
    return "YSD" + base64.b32encode(case_id.bytes).decode("ascii").rstrip("=")


def case_of_slip(value: str) -> UUID | None:
    """Return the case of a slip's code."""
    match = _SLIP.fullmatch(value)
    return None if match is None else UUID(bytes=base64.b32decode(match[1] + "======"))


def _sealed(text: str, seal_key: str) -> Meaning | None:
    """Read the QR of a certificate: its number and unit, and whether this centre sealed it."""
    said = read_certificate_qr(text)
    if said is None:
        return None
    genuine = is_genuine(bytes.fromhex(seal_key), text) if seal_key else None
    return Meaning(
        kind=ScanKind.CERTIFICATE, value=said.number, unit=said.unit, genuine=genuine, code=text
    )


def _shaped(kind: ScanKind, shape: re.Pattern[str]) -> Callable[[str], Meaning | None]:
    def read(text: str) -> Meaning | None:
        return Meaning(kind=kind, value=text) if shape.fullmatch(text) else None

    return read


def _unit(text: str) -> Meaning | None:
    if not is_unit_code(text):
        return None
    return Meaning(kind=ScanKind.UNIT, value=parse_unit_code(text).text)


def _certificate(text: str) -> Meaning | None:
    try:
        return Meaning(kind=ScanKind.CERTIFICATE, value=parse_certificate_no(text).text)
    except Refused:
        return None


def _person(text: str) -> Meaning | None:
    if len(text) not in {15, 18}:
        return None
    for id_type in (_PERSON, _BODY):
        try:
            return Meaning(kind=ScanKind.PERSON, value=check_identity(id_type, text))
        except Refused:
            continue
    return None


_READINGS: tuple[Callable[[str], Meaning | None], ...] = (
    _shaped(ScanKind.TICKET, _TICKET),
    _shaped(ScanKind.CASE, _CASE),
    _shaped(ScanKind.SLIP, _SLIP),
    _unit,
    _certificate,
    _shaped(ScanKind.SERIAL, _SERIAL),
    _shaped(ScanKind.CONTRACT, _CONTRACT),
    _person,
    _shaped(ScanKind.PHONE, _MOBILE),
    _shaped(ScanKind.WAYBILL, _WAYBILL),
)
