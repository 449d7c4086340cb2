"""Names of people and bodies: every character kept that can be printed, the others refused."""

import re
import unicodedata

from forms.checks import Refused

LIMIT = 200
MIDDLE_DOT = "\u00b7"
# What keyboards and old files put between the parts of a name instead of U+00B7.
_DOTS = dict.fromkeys(
    map(ord, "\u2022\u2027\u2219\u22c5\u30fb\uff65\u0387\u16eb\ua78f"), MIDDLE_DOT
)
# NFC would replace these ideographs by their look-alikes; a name keeps the one it was given.
_COMPATIBILITY = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f])")
_REFUSED_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_NONCHARACTERS = frozenset(range(0xFDD0, 0xFDF0))
_SELECTORS = frozenset(range(0xFE00, 0xFE10)) | frozenset(range(0xE0100, 0xE01F0))


def clean_name(text: str, limit: int = LIMIT) -> str:
    """Return the name composed (NFC) and with one kind of middle dot; refuse what can't be seen."""
    name = clean_text(text).translate(_DOTS)
    if not name:
        raise Refused("V-NAME-EMPTY")
    if len(name) > limit:
        raise Refused("V-NAME-LENGTH", length=len(name), limit=limit)
    return name


def clean_text(text: str) -> str:
    """Return any one-line text without outer blanks and composed; refuse what can't be seen."""
    for place, character in enumerate(text.strip(), start=1):
        if _cannot_be_seen(character):
            raise Refused("V-NAME-CHARACTER", character=describe(character), place=place)
    return _compose(text.strip())


def describe(character: str) -> str:
    """Name a character that cannot be shown, as `U+200B ZERO WIDTH SPACE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def _compose(text: str) -> str:
    parts = _COMPATIBILITY.split(text)
    return "".join(
        part if place % 2 else unicodedata.normalize("NFC", part)
        for place, part in enumerate(parts)
    )


def _cannot_be_seen(character: str) -> bool:
    code = ord(character)
    return (
        unicodedata.category(character) in _REFUSED_CATEGORIES
        or code & 0xFFFE == 0xFFFE  # noqa: PLR2004
        or code in _NONCHARACTERS
        or code in _SELECTORS
    )
