"""The child process that reads a foreign file: it holds nothing, and dies with what breaks it.

It takes the file on its standard input and gives back one line of JSON that tells of the pages,
then the pages. Run by `desk.documents.decoding`, never imported by the desk.
"""

import io
import json
import sys
import warnings
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

import pypdfium2
from PIL import Image, ImageFilter, ImageOps, ImageStat

from desk.documents.limits import (
    LARGEST_PAGE,
    LONG_SIDE,
    MEMORY,
    MOST_PAGES,
    MOST_PIXELS,
    SECONDS,
)
from desk.documents.straight import straightened

KINDS = ("JPEG", "PNG", "TIFF", "BMP", "WEBP")
QUALITIES = (85, 75, 65, 55, 45, 35)
SMALLER = 0.8
DPI = 200
POINTS = 72  # to the inch, in a PDF
LOOKED_AT = 900  # pixels of the long side that light and sharpness are measured on
PAPER = 0.9  # the brightest tenth of a page is its paper
REFUSED, TOO_MANY = 3, 4
EDGES = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)


class TooManyPages(Exception):
    """A file has more pages than one is read for; none of them is taken."""


def main() -> int:
    """Read the file, write the pages; 3 where it is none, 4 where it has too many."""
    _limit()
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)  # else twice as many are read
    turn = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    content = sys.stdin.buffer.read()
    try:
        pages = [_kept(picture, turn) for picture in _pictures(content)]
    except TooManyPages:
        return TOO_MANY
    except Exception:  # noqa: BLE001  # a hostile file raises whatever it can
        return REFUSED
    if not pages:
        return REFUSED
    told = [{**facts, "size": len(page)} for facts, page in pages]
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n")
    for _, page in pages:
        sys.stdout.buffer.write(page)
    return 0


def _limit() -> None:
    """Let the system end this process when it takes too much."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it has nothing to write to a disk
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _pictures(content: bytes) -> Iterator[Image.Image]:
    if content.startswith(b"%PDF-"):
        yield from _pdf_pages(content)
        return
    with Image.open(io.BytesIO(content), formats=KINDS) as file:
        for frame in range(_few(getattr(file, "n_frames", 1))):
            file.seek(frame)
            yield ImageOps.exif_transpose(file).convert("RGB")


def _pdf_pages(content: bytes) -> Iterator[Image.Image]:
    document = pypdfium2.PdfDocument(content)
    for number in range(_few(len(document))):
        page = document[number]
        scale = min(DPI / POINTS, LONG_SIDE / max(page.get_size()))
        picture: Image.Image = page.render(scale=scale).to_pil()
        yield picture.convert("RGB")


def _few(pages: int) -> int:
    if pages > MOST_PAGES:
        raise TooManyPages
    return pages


def _kept(picture: Image.Image, turn: int) -> tuple[dict[str, int], bytes]:
    """Return a page as it is kept: straight, no larger than a sheet needs, in few bytes."""
    picture = picture.rotate(-turn, expand=True) if turn else straightened(picture)
    picture.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS)
    facts = _measured(picture)
    while True:
        for quality in QUALITIES:
            page = _jpeg(picture, quality)
            if len(page) <= LARGEST_PAGE:
                return {**facts, "width": picture.width, "height": picture.height}, page
        smaller = (max(1, int(side * SMALLER)) for side in picture.size)
        picture = picture.resize(tuple(smaller), Image.Resampling.LANCZOS)  # type: ignore[arg-type]


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    held = io.BytesIO()
    picture.save(held, "JPEG", quality=quality, optimize=True)
    return held.getvalue()


def _measured(picture: Image.Image) -> dict[str, int]:
    grey = ImageOps.grayscale(picture)
    grey.thumbnail((LOOKED_AT, LOOKED_AT))
    below = list(accumulate(grey.histogram()))
    light = bisect_left(below, below[-1] * PAPER)
    edges = ImageOps.crop(grey.filter(EDGES), 1)  # the filter leaves the rim as it was
    return {
        "light": light,
        "sharpness": round(ImageStat.Stat(edges).var[0]),
        "contrast": round(ImageStat.Stat(grey).stddev[0]),
    }


if __name__ == "__main__":
    sys.exit(main())
