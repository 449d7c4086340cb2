"""Is a certificate genuine? Told from its QR and a key, without database and network."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desk.workflow.certificate_qr import CertificateQr, read_certificate_qr
from printing.seal import is_genuine


class Verdict(StrEnum):
    """What a key says of a QR."""

    GENUINE = "genuine"
    FORGED = "forged"
    UNKNOWN_KEY = "unknown_key"
    NO_CERTIFICATE = "no_certificate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A QR with its verdict, and what it says where it is a certificate's."""

    verdict: Verdict
    said: CertificateQr | None = None


def check_certificate(text: str, keys: Mapping[str, bytes]) -> Checked:
    """Judge a scanned text by keys under their ids; an old QR names none and is tried with all."""
    text = text.strip()
    said = read_certificate_qr(text)
    if said is None:
        return Checked(verdict=Verdict.NO_CERTIFICATE)
    if said.key_id is not None and said.key_id not in keys:
        return Checked(verdict=Verdict.UNKNOWN_KEY, said=said)
    tried = keys.values() if said.key_id is None else (keys[said.key_id],)
    genuine = any(is_genuine(key, text) for key in tried)
    return Checked(verdict=Verdict.GENUINE if genuine else Verdict.FORGED, said=said)
