"""Bar codes read from a picture or from the pages of a PDF; the reader is an extra."""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image
from pypdfium2 import PdfiumError

from printing.raster import page_count, page_image

DPI = 300
PDF = b"%PDF-"


class NoReader(Exception):
    """The library that reads codes (zxing-cpp) is not installed."""


class Unreadable(Exception):
    """The file is neither a picture nor a PDF, or it is broken."""


def codes_in(content: bytes) -> list[str]:
    """Return the texts of all codes in a picture or PDF, told apart by its content."""
    try:
        import zxingcpp
    except ImportError as error:
        raise NoReader from error
    try:
        return [code.text for page in _pages(content) for code in zxingcpp.read_barcodes(page)]
    except (OSError, Image.DecompressionBombError, PdfiumError) as error:
        raise Unreadable from error


def _pages(content: bytes) -> Iterator[Image.Image]:
    if not content.startswith(PDF):
        yield Image.open(BytesIO(content)).convert("RGB")
        return
    for page in range(page_count(content)):
        drawn = page_image(content, page, dpi=DPI)
        yield Image.frombytes("RGB", (drawn.width, drawn.height), drawn.rgb)
