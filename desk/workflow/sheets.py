"""Numbered sheets of paper: how their serials look, a range of them, and where they lie."""

import re
from collections.abc import Iterable, Iterator

VAULT, IN_PRINTER, ON_PAPER, HANDED_OUT = "VAULT", "PRINTING", "PRINTED", "ISSUED"
SPOILT, LOST, DESTROYED = "SPOILT", "LOST", "SHREDDED"
MOST_SHEETS = 10_000
"""The most sheets of one act; a delivery of more is received in parts."""

_SHAPES = {"certificate": re.compile(r"[A-Z]\d{11}"), "proof": re.compile(r"\d{11}")}
"""A letter and eleven digits on a certificate, eleven digits on a proof."""


def place_of(window: int | None) -> str:
    """Return where the sheets of a window lie; whoever has no window works from the vault."""
    return VAULT if window is None else f"W{window:02d}"


def window_of(place: str) -> int | None:
    """Return the window of a place, or nothing for any other place."""
    return int(place[1:]) if place[:1] == "W" and place[1:].isdigit() else None


def is_serial(kind: str, text: str) -> bool:
    """Tell whether a text is the serial of a sheet of this kind."""
    return bool(_SHAPES[kind].fullmatch(text))


def serials(first: str, last: str) -> Iterator[str]:
    """Return every serial from the first to the last in order."""
    letter = first.rstrip("0123456789")
    start, end = first[len(letter) :], last[len(letter) :]
    for number in range(int(start), int(end) + 1):
        yield f"{letter}{number:0{len(start)}d}"


def ranges(sorted_serials: Iterable[str]) -> list[tuple[str, str, int]]:
    """Return unbroken ranges of sorted serials as first, last and how many."""
    found: list[tuple[str, str, int]] = []
    for serial in sorted_serials:
        if found and _next(found[-1][1]) == serial:
            first, _, many = found[-1]
            found[-1] = (first, serial, many + 1)
        else:
            found.append((serial, serial, 1))
    return found


def told(sorted_serials: Iterable[str], most: int = 3) -> str:
    """Say which sheets are meant: the first ranges, and how many sheets more."""
    found = ranges(sorted_serials)
    words = [first if many == 1 else f"{first}–{last}" for first, last, many in found[:most]]
    rest = sum(many for _, _, many in found[most:])
    return ", ".join(words) + (f" (+{rest})" if rest else "")


def _next(serial: str) -> str:
    letter = serial.rstrip("0123456789")
    digits = serial[len(letter) :]
    return f"{letter}{int(digits) + 1:0{len(digits)}d}"
