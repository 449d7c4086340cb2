"""The QR of a paper: what it says and a code that only the office can make (HMAC-SHA256).

Behind the parts stand the id of the key and 32 hexadecimal digits; papers printed before keys had
an id carry 16 digits and no id, and are still proven.
"""

import hashlib
import hmac
import re
from dataclasses import dataclass

SEPARATOR = "|"
_CODE, _OLD_CODE = 32, 16  # hexadecimal digits
_KEY_ID = 8
_HEX = re.compile(r"[0-9a-f]+")


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed text, taken apart and not yet proven; no key id: made before keys had one."""

    parts: tuple[str, ...]
    key_id: str | None
    code: str


def key_id(key: bytes) -> str:
    """Return what a key is called in public; nothing of the key can be learnt from it."""
    return hashlib.sha256(b"seal key id\0" + key).hexdigest()[:_KEY_ID]


def sealed_text(key: bytes, *parts: str) -> str:
    """Return the parts with the key's id and their code, as the QR holds them."""
    named = (*parts, key_id(key))
    return SEPARATOR.join((*named, _code(key, named, _CODE)))


def read_seal(text: str) -> Sealed | None:
    """Take a scanned text apart; nothing where no code stands behind it."""
    *parts, code = text.split(SEPARATOR)
    if not parts or not _HEX.fullmatch(code):
        return None
    if len(code) == _OLD_CODE:
        return Sealed(tuple(parts), None, code)
    *parts, named = parts
    if len(code) != _CODE or len(named) != _KEY_ID or not parts:
        return None
    return Sealed(tuple(parts), named, code)


def is_genuine(key: bytes, text: str) -> bool:
    """Tell, without any database, whether a scanned text was made with this key."""
    seal = read_seal(text)
    if seal is None:
        return False
    said = seal.parts if seal.key_id is None else (*seal.parts, seal.key_id)
    return hmac.compare_digest(seal.code, _code(key, said, len(seal.code)))


def _code(key: bytes, parts: tuple[str, ...], length: int) -> str:
    text = SEPARATOR.join(parts).encode("utf-8")
    return hmac.new(key, text, hashlib.sha256).hexdigest()[:length]
