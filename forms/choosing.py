"""Choosing from a list of codes with few keys: by number, by pinyin initials, by the word."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from forms.checks.width import half_width


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One line of a list: the number it is called by, its code, its word and initials."""

    number: str
    code: str
    word: str
    initials: str


def options(codes: Sequence[tuple[str, str, str]]) -> tuple[Option, ...]:
    """Number the lines of a list of (code, word, initials).

    Codes that are numbers call themselves; other lines are counted from one.
    """
    numeric = all(code.isdigit() for code, _, _ in codes)
    return tuple(
        Option(number=code if numeric else str(place), code=code, word=word, initials=initials)
        for place, (code, word, initials) in enumerate(codes, start=1)
    )


def matching(lines: Sequence[Option], typed: str) -> tuple[Option, ...]:
    """Return the lines that typed text means, best first; nothing typed means none."""
    wanted = half_width(typed).strip().lower()
    if not wanted:
        return ()
    ranked = [(_rank(line, wanted), place) for place, line in enumerate(lines)]
    return tuple(lines[place] for rank, place in sorted(ranked) if rank < _NONE)


_NONE = 9


def _rank(line: Option, wanted: str) -> int:
    """Say how well a line fits: the whole number, the whole initials, then beginnings, then in."""
    word = half_width(line.word).lower()
    initials, code = line.initials.lower(), line.code.lower()
    for rank, fits in enumerate(
        (
            line.number == wanted,
            initials == wanted,
            code == wanted,
            line.number.startswith(wanted),
            initials.startswith(wanted),
            word.startswith(wanted),
            wanted in word,
        )
    ):
        if fits:
            return rank
    return _NONE


@lru_cache(maxsize=1024)  # every new person of a case asks for the same words
def initials_of(word: str) -> str:
    """Return the pinyin initials of a word that comes without them."""
    from pypinyin import Style, lazy_pinyin  # its tables take long to read

    return "".join(lazy_pinyin(word, style=Style.FIRST_LETTER, errors="ignore")).lower()
