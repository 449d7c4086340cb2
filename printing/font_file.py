"""A bundled font file, read in bulk and from the disk's cache; reportlab's own reader is slow."""

import mmap
import struct
from typing import Any

from reportlab.pdfbase.ttfonts import TTFontFace

_SPACE, _NO_BREAK_SPACE = 0x20, 0xA0
_UNITS = 1000
_WINDOWS_FULL_UNICODE = (3, 10)


class FontFile(TTFontFace):  # type: ignore[misc]
    """A TrueType face of 1000 units with a Windows table of all Unicode (format 12).

    reportlab reads widths, places and characters number by number (170 ms a face) and copies all
    outlines (14 MB) for every paper; here they stay in the mapped file and only slices are read.
    """

    def readFile(self, f: str) -> None:  # noqa: N802 - reportlab's name
        """Map the file instead of reading it."""
        self.filename = f
        with open(f, "rb") as file:
            self._ttf_data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._pos = 0

    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: N802, N803 - reportlab's names
        """Read the head tables as reportlab does, the long ones at once."""
        super().extractInfo(0)
        if self.unitsPerEm != _UNITS:
            raise ValueError(f"{self.filename}: {self.unitsPerEm} units, not {_UNITS}")
        self.glyphPos = self._numbers("loca", "L", self.numGlyphs + 1)
        self.hmetrics = self._metrics()
        self.defaultWidth = self.hmetrics[0][0]
        self.charToGlyph = self._characters()
        self.charToGlyph[_NO_BREAK_SPACE] = self.charToGlyph[_SPACE]
        self.charWidths = {
            point: self.hmetrics[glyph][0] for point, glyph in self.charToGlyph.items()
        }

    def get_table(self, tag: str) -> Any:
        """Return a table; the outlines as something to slice, not as a copy."""
        if tag == "glyf":
            return _Slices(self._ttf_data, self.get_table_pos(tag)[0])
        return super().get_table(tag)

    def _numbers(self, tag: str, kind: str, count: int, start: int = 0) -> tuple[int, ...]:
        place = self.get_table_pos(tag)[0] + start
        return struct.unpack_from(f">{count}{kind}", self._ttf_data, place)

    def _metrics(self) -> list[tuple[int, int]]:
        """Return advance and left bearing of every glyph; the last advance holds for the rest."""
        full = self._numbers("hhea", "H", 1, 34)[0]
        pairs = self._numbers("hmtx", "H", 2 * full)
        metrics = list(zip(pairs[::2], pairs[1::2], strict=True))
        rest = self._numbers("hmtx", "H", self.numGlyphs - full, 4 * full)
        return metrics + [(metrics[-1][0], bearing) for bearing in rest]

    def _characters(self) -> dict[int, int]:
        start = self._full_unicode()
        count = self._numbers("cmap", "L", 1, start + 12)[0]
        groups = self._numbers("cmap", "L", 3 * count, start + 16)
        found: dict[int, int] = {}
        for first, last, glyph in zip(groups[::3], groups[1::3], groups[2::3], strict=True):
            found.update(
                zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True)
            )
        return found

    def _full_unicode(self) -> int:
        tables = self._numbers("cmap", "H", 1, 2)[0]
        for table in range(tables):
            at = 4 + 8 * table
            if self._numbers("cmap", "H", 2, at) == _WINDOWS_FULL_UNICODE:
                return self._numbers("cmap", "L", 1, at + 4)[0]
        raise ValueError(f"{self.filename}: no table of all Unicode")


class _Slices:
    """The bytes of one table, copied slice by slice."""

    def __init__(self, data: mmap.mmap, start: int) -> None:
        self._data, self._start = data, start

    def __getitem__(self, part: slice) -> bytes:
        return self._data[self._start + part.start : self._start + part.stop]
