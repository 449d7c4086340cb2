"""Numbers of ownership certificates (不动产权证书) and registration proofs (不动产登记证明)."""

import re
from dataclasses import dataclass
from typing import Literal

from forms.checks import Refused
from forms.checks.width import half_width

PaperKind = Literal["certificate", "proof"]

PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新台港澳"
FIRST_YEAR = 2015  # the unified certificates came with the interim regulation of 2015-03-01
LAST_YEAR = 9999
LAST_SERIAL = 9_999_999
_WORDS: dict[PaperKind, str] = {"certificate": "不动产权", "proof": "不动产证明"}
_SHAPE = re.compile(
    r"(?P<province>.)\((?P<year>[0-9]{4})\)(?P<place>[^()\s0-9]{2,20}?)"
    r"(?P<word>不动产权|不动产证明)第(?P<serial>[0-9]{7})号"
)

_SHORT = re.compile(r"([0-9]{4})-([0-9]{1,7})")


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateNo:
    """The parts of a number; the serial starts again at 1 each year, per registry and kind."""

    province: str
    year: int
    place: str
    kind: PaperKind
    serial: int

    @property
    def text(self) -> str:
        """The number as it is printed, with full-width brackets."""
        return f"{self.province}（{self.year}）{self.place}{_WORDS[self.kind]}第{self.serial:07d}号"


def parse_certificate_no(text: str) -> CertificateNo:
    """Read a number with either width of bracket; spaces do not matter."""
    match = _SHAPE.fullmatch("".join(half_width(text).split()))
    if match is None:
        raise Refused("V-CERTIFICATE-SHAPE", value=text)
    kind: PaperKind = "certificate" if match["word"] == _WORDS["certificate"] else "proof"
    number = CertificateNo(
        province=match["province"],
        year=int(match["year"]),
        place=match["place"],
        kind=kind,
        serial=int(match["serial"]),
    )
    _require_meaning(number)
    return number


def understand_certificate_no(
    text: str, province: str, place: str, kind: PaperKind
) -> CertificateNo:
    """Read a number as a clerk types it: `2019-12345` for this registry, or written out."""
    short = _SHORT.fullmatch("".join(half_width(text).split()))
    if short is None:
        return parse_certificate_no(text)
    return parse_certificate_no(
        format_certificate_no(province, int(short[1]), place, kind, int(short[2]))
    )


def format_certificate_no(
    province: str, year: int, place: str, kind: PaperKind, serial: int
) -> str:
    """Write a number out; refuses what could not be read back."""
    number = CertificateNo(province=province, year=year, place=place, kind=kind, serial=serial)
    _require_meaning(number)
    return number.text


def _require_meaning(number: CertificateNo) -> None:
    if number.province not in PROVINCES or len(number.province) != 1:
        raise Refused("V-CERTIFICATE-PROVINCE", province=number.province)
    if not FIRST_YEAR <= number.year <= LAST_YEAR:
        raise Refused("V-CERTIFICATE-YEAR", year=number.year)
    if not 1 <= number.serial <= LAST_SERIAL:
        raise Refused("V-CERTIFICATE-SERIAL", serial=number.serial)
