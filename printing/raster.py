"""Pages as pictures, for previews, printers without vectors, and tests."""

from dataclasses import dataclass

import pypdfium2

POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as 8-bit RGB rows from the top, without padding."""

    width: int
    height: int
    rgb: bytes


def page_count(pdf: bytes) -> int:
    """Return the number of pages of a PDF."""
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def page_image(pdf: bytes, page: int = 0, dpi: int = 96) -> Picture:
    """Return one page as a picture; pages count from 0."""
    with pypdfium2.PdfDocument(pdf) as document:
        bitmap = document[page].render(scale=dpi / POINTS_PER_INCH, rev_byteorder=True)
        channels = bitmap.n_channels
        raw = bytes(bitmap.buffer)
        rows = (
            raw[row * bitmap.stride : row * bitmap.stride + bitmap.width * channels]
            for row in range(bitmap.height)
        )
        packed = b"".join(rows)
        return Picture(bitmap.width, bitmap.height, _rgb(packed, channels))


def page_text(pdf: bytes) -> str:
    """Return the text of all pages, as a reader's search and copy would see it."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def _rgb(pixels: bytes, channels: int) -> bytes:
    if channels == 3:  # noqa: PLR2004 - red, green, blue
        return pixels
    if channels == 1:
        return bytes(value for value in pixels for _ in range(3))
    out = bytearray(len(pixels) // channels * 3)
    for place in range(3):
        out[place::3] = pixels[place::channels]
    return bytes(out)
