"""Files made to do harm: each is refused or made harmless, in time and in memory, by the child."""

import io
import resource
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress

import pytest
from PIL import Image, ImageDraw

from desk.documents.decoding import decode
from desk.documents.limits import MEMORY, MOST_PAGES, SECONDS, PageRefused

UNREADABLE, TOO_MANY = "E-CAM-002", "E-CAM-008"
MEGABYTE = 1_000_000


def chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content).to_bytes(4, "big")
    return len(content).to_bytes(4, "big") + kind + content + check


def png_bomb(width: int, height: int) -> bytes:
    """A picture of nothing but noughts: a few hundred kilobytes that unfold to gigabytes."""
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    packer = zlib.compressobj(9)
    line = b"\0" * (1 + 3 * width)
    packed = b"".join(packer.compress(line) for _ in range(height)) + packer.flush()
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", packed), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def lying_png() -> bytes:
    """A picture that says it is small and brings the bytes of a large one."""
    large = png_bomb(4_000, 4_000)
    return large[:16] + (10).to_bytes(4, "big") * 2 + large[24:]


def text_bomb() -> bytes:
    """A small picture with a note that unfolds to two hundred megabytes."""
    note = b"note\0\0" + zlib.compress(b"\0" * 200 * MEGABYTE, 9)
    picture = io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(picture, "PNG")
    whole = picture.getvalue()
    return whole[:33] + chunk(b"zTXt", note) + whole[33:]


def zip_bomb() -> bytes:
    """Three files in a folder, each of a hundred megabytes of noughts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as folder:
        for number in range(3):
            folder.writestr(f"../../page{number}.jpg", b"\0" * 100 * MEGABYTE)
    return held.getvalue()


def pdf(*objects: bytes) -> bytes:
    """Write a PDF of given objects, the first of which is its catalogue."""
    whole, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(whole))
        whole += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    tail = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, len(whole))
    return whole + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + tail


def stream(content: bytes, facts: bytes = b"") -> bytes:
    head = b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n" % (facts, len(content))
    return head + content + b"\nendstream"


def one_page(content: bytes, *, box: bytes = b"0 0 595 842", more: bytes = b"") -> bytes:
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R%s>>" % more,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R>>" % box,
        stream(zlib.compress(content, 9)),
    )


def pdf_bomb() -> bytes:
    """A page of four million drawing orders in a few kilobytes."""
    return one_page(b"0 0 m 595 842 l S " * 4_000_000)


def pdf_in_circles() -> bytes:
    """Pages that are their own children."""
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9>>",
        b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 9>>",
    )


def many_pages(count: int) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    kids = b" ".join(b"%d 0 R" % number for number in range(3, count + 3))
    pages = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", pages, *([page] * count))


def locked_pdf() -> bytes:
    """A PDF that says it is locked with a key that nobody has."""
    whole = one_page(b"0 0 m 9 9 l S")
    lock = b"/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -1/O<%s>/U<%s>>>/ID[<00><00>]>>"
    return whole.replace(b">>\nstartxref", lock % (b"41" * 32, b"42" * 32) + b"\nstartxref")


def many_frames() -> bytes:
    frames = [Image.new("L", (8, 8), shade % 256) for shade in range(MOST_PAGES + 1)]
    held = io.BytesIO()
    frames[0].save(held, "TIFF", save_all=True, append_images=frames[1:])
    return held.getvalue()


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: png_bomb(16_000, 16_000), UNREADABLE),
        (lambda: png_bomb(12_000, 15_000), UNREADABLE),  # fewer than Pillow itself refuses
        (text_bomb, UNREADABLE),
        (zip_bomb, UNREADABLE),
        (pdf_in_circles, UNREADABLE),
        (locked_pdf, UNREADABLE),
        (lambda: many_pages(5_000), TOO_MANY),
        (lambda: many_pages(MOST_PAGES + 1), TOO_MANY),
        (many_frames, TOO_MANY),
    ],
    ids=[
        *("large png bomb", "png bomb", "text bomb", "zip bomb", "pdf in circles", "locked pdf"),
        *("5,000 pages", "a page too many", "a frame too many"),
    ],
)
def test_a_hostile_file_is_refused_in_time_and_memory(make: Callable[[], bytes], code: str) -> None:
    content = make()
    began = time.monotonic()
    with pytest.raises(PageRefused) as refused:
        decode(content)

    assert refused.value.code == code
    assert time.monotonic() - began < SECONDS + 5
    assert _most_memory() <= MEMORY


@pytest.mark.parametrize("make", [pdf_bomb, lying_png], ids=["orders without end", "lying png"])
def test_a_file_that_may_be_read_or_not_ends_in_time_and_memory_all_the_same(
    make: Callable[[], bytes],
) -> None:
    began = time.monotonic()
    with suppress(PageRefused):
        assert len(decode(make())) == 1

    assert time.monotonic() - began < SECONDS + 5
    assert _most_memory() <= MEMORY


def test_a_pdf_that_would_do_something_becomes_a_picture_that_does_nothing() -> None:
    does = (
        b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"
        b"/AA<</WC<</S/Launch/F(cmd.exe)>>>>/Names<</EmbeddedFiles<</Names[]>>>>"
    )
    (page,) = decode(one_page(b"50 50 m 500 800 l S", more=does))

    assert page.content.startswith(b"\xff\xd8\xff")
    for word in (b"JavaScript", b"Launch", b"EmbeddedFiles", b"%PDF"):
        assert word not in page.content


def test_a_page_as_wide_as_a_street_is_made_as_small_as_a_sheet() -> None:
    (page,) = decode(one_page(b"0 0 m 9 9 l S", box=b"0 0 1000000 1400000"))

    assert max(page.width, page.height) <= 2_339


def test_notes_and_places_in_a_photograph_are_not_kept() -> None:
    picture, held = Image.new("RGB", (200, 300), "white"), io.BytesIO()
    ImageDraw.Draw(picture).text((10, 10), "page")
    facts = Image.Exif()
    facts[0x010E] = "SECRET-NOTE"
    picture.save(held, "JPEG", exif=facts)
    (page,) = decode(held.getvalue())

    assert b"SECRET-NOTE" in held.getvalue()
    assert b"SECRET-NOTE" not in page.content


def test_the_largest_honest_scan_still_fits() -> None:
    """A3 at 600 dpi in colour is the most that a scanner on a desk gives."""
    held = io.BytesIO()
    Image.new("RGB", (7_016, 9_921), "white").save(held, "JPEG")
    (page,) = decode(held.getvalue())

    assert max(page.width, page.height) == 2_339


def _most_memory() -> int:
    """Return the most that any child took, in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit
