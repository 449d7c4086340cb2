"""Small pictures of pages, so that a long list of them is there at once."""

import io

from PIL import Image

LONG_SIDE = 200  # pixels
MOST_BYTES = 20_000
QUALITIES = (70, 50, 30, 10)


def thumbnail(page: bytes) -> bytes:
    """Return a small JPEG of a page as it is kept; OSError where it cannot be read."""
    with Image.open(io.BytesIO(page), formats=("JPEG",)) as picture:
        picture.draft("RGB", (2 * LONG_SIDE, 2 * LONG_SIDE))
        small = picture.convert("RGB")
    small.thumbnail((LONG_SIDE, LONG_SIDE))
    encoded = (_jpeg(small, quality) for quality in QUALITIES)
    return next(found for found in encoded if len(found) <= MOST_BYTES)


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    held = io.BytesIO()
    picture.save(held, "JPEG", quality=quality, optimize=True)
    return held.getvalue()
