"""What the QR of a certificate says: number, unit, the case and the day of its entry."""

from dataclasses import dataclass

from forms.checks import Refused
from forms.checks.certificate_no import parse_certificate_no
from forms.checks.unit_code import is_unit_code, parse_unit_code
from printing.seal import read_seal, sealed_text

_PARTS = 4
_OLD_PARTS = 3  # number, unit, day: papers older than the number of the case on them


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateQr:
    """The content of a certificate's QR; no entry on papers older than it, no key id likewise."""

    number: str
    unit: str
    entry: str | None
    day: str
    key_id: str | None = None


def certificate_qr(key: str, *, number: str, unit: str, entry: str, day: str) -> str:
    """Return the text of the QR, sealed with the key of the centre (hexadecimal)."""
    return sealed_text(bytes.fromhex(key), number, unit, entry, day)


def read_certificate_qr(text: str) -> CertificateQr | None:
    """Read what a QR says, proven or not; nothing where it is no certificate's."""
    seal = read_seal(text.strip())
    if seal is None:
        return None
    parts = seal.parts[-_OLD_PARTS:] if seal.key_id is None else seal.parts
    if len(parts) != (_OLD_PARTS if seal.key_id is None else _PARTS) or not is_unit_code(parts[1]):
        return None
    try:
        number = parse_certificate_no(parts[0]).text
    except Refused:
        return None
    return CertificateQr(
        number=number,
        unit=parse_unit_code(parts[1]).text,
        entry=None if seal.key_id is None else parts[2],
        day=parts[-1],
        key_id=seal.key_id,
    )
