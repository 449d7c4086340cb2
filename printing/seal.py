"""The QR of a certificate: what it says and a code that only the office can make (HMAC-SHA256)."""

import hashlib
import hmac

SEPARATOR = "|"
CODE_LENGTH = 16  # hexadecimal digits


def sealed_text(key: bytes, *parts: str) -> str:
    """Return the parts with their code, as the QR holds them."""
    return SEPARATOR.join((*parts, _code(key, parts)))


def is_genuine(key: bytes, text: str) -> bool:
    """Tell, without any database, whether a scanned text was made with this key."""
    *parts, code = text.split(SEPARATOR)
    return hmac.compare_digest(code, _code(key, tuple(parts)))


def _code(key: bytes, parts: tuple[str, ...]) -> str:
    text = SEPARATOR.join(parts).encode("utf-8")
    return hmac.new(key, text, hashlib.sha256).hexdigest()[:CODE_LENGTH]
