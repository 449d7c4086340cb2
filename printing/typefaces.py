"""The bundled typefaces: loaded when first used, embedded in part, searchable throughout."""

import threading
from functools import cache, lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfdoc, pdfmetrics, ttfonts
from reportlab.pdfbase.ttfonts import TTFont

from printing.font_file import FontFile

FOLDER = Path(__file__).parent / "fonts"
SERIF, SERIF_BOLD = "NotoSerifSC-Regular", "NotoSerifSC-Bold"
SANS, SANS_BOLD = "NotoSansSC-Regular", "NotoSansSC-Bold"
FACES = (SERIF, SERIF_BOLD, SANS, SANS_BOLD)

_loading = threading.Lock()
EMBEDDING = threading.Lock()
"""Held while a paper is finished: a face has one reading place, which two papers may not share."""


def _to_unicode(fontname: str, subset: list[int]) -> str:
    """Write the map from codes to Unicode; characters above U+FFFF as surrogate pairs."""
    lines = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>"
        for code, point in enumerate(subset)
    ]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo",
            f"<< /Registry ({fontname}) /Ordering ({fontname}) /Supplement 0 >> def",
            f"/CMapName /{fontname} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{len(subset) - 1:02X}>",
            "endcodespacerange",
            f"{len(subset)} beginbfchar",
            *lines,
            "endbfchar",
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )


# WORKAROUND: reportlab ≤ 5.1 writes five hexadecimal digits for a character above U+FFFF, which
# readers take for another character; such a name could be seen but neither found nor copied.
ttfonts.makeToUnicodeCMap = _to_unicode
# Every subset of a face writes its widths again: the same few hundred numbers in each paper.
pdfdoc.fp_str = lru_cache(maxsize=4096)(pdfdoc.fp_str)
# reportlab offers no other way to give a font a face that was read otherwise.
ttfonts.TTFontFace = FontFile


@cache
def _loaded(name: str) -> TTFont:
    with _loading:
        font = TTFont(name, str(FOLDER / f"{name}.ttf"))
        pdfmetrics.registerFont(font)
        return font


def load(name: str) -> str:
    """Make a typeface ready for use and return its name."""
    _loaded(name)
    return name


def width(text: str, face: str, size: float) -> float:
    """Return the width of a line in points."""
    loaded = _loaded(face).face
    widths, fallback = loaded.charWidths, loaded.defaultWidth
    total: float = sum([widths.get(point, fallback) for point in map(ord, text)])
    return total * size / 1000


def unprintable(text: str) -> tuple[str, ...]:
    """Return the characters that no certificate can show; no font is loaded for plain Chinese."""
    if all(
        character < "\x7f" or character == "·" or "\u4e00" <= character <= "\u9fa5"
        for character in text
    ):
        return ()
    return missing_glyphs(text)


def missing_glyphs(text: str, face: str = SERIF) -> tuple[str, ...]:
    """Return the characters of a text that a typeface cannot print, each once, in order."""
    known = _loaded(face).face.charToGlyph
    return tuple(dict.fromkeys(c for c in text if ord(c) not in known and c != "\n"))
