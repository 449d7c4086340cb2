"""A volume: papers and pictures bound into one PDF, with bookmarks in two steps."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2

from printing.sheet import MM

A4 = 210 * MM, 297 * MM
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_SIZE = re.compile(rb"/Size (\d+)")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_PAGES = re.compile(rb"/Pages (\d+) 0 R")
_KIDS = re.compile(rb"/Kids\[([^\]]*)\]")
_KID = re.compile(rb"(\d+) 0 R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One thing that is bound: a paper as it was printed, or a photographed page."""

    title: str
    pdf: bytes = b""
    jpeg: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A bookmark with the leaves below it."""

    title: str
    leaves: tuple[Leaf, ...]


def bind(chapters: Sequence[Chapter]) -> bytes:
    """Bind chapters into one PDF; one that has nothing in it is left out."""
    chapters = [chapter for chapter in chapters if chapter.leaves]
    with pypdfium2.PdfDocument.new() as document:
        starts = [[_add(document, leaf) for leaf in chapter.leaves] for chapter in chapters]
        held = io.BytesIO()
        document.save(held)
    return _with_bookmarks(held.getvalue(), chapters, starts)


def _add(document: pypdfium2.PdfDocument, leaf: Leaf) -> int:
    """Add a leaf at the end and return the place of its first page."""
    start = len(document)
    if leaf.pdf:
        with pypdfium2.PdfDocument(leaf.pdf) as paper:
            document.import_pages(paper)
        return start
    picture = pypdfium2.PdfImage.new(document)
    picture.load_jpeg(io.BytesIO(leaf.jpeg), inline=True)
    wide, high = picture.get_px_size()
    room = A4 if wide <= high else A4[::-1]
    scale = min(room[0] / wide, room[1] / high)
    left, low = (room[0] - wide * scale) / 2, (room[1] - high * scale) / 2
    picture.set_matrix(pypdfium2.PdfMatrix().scale(wide * scale, high * scale).translate(left, low))
    page = document.new_page(*room)
    page.insert_obj(picture)
    page.gen_content()
    page.close()
    return start


def _with_bookmarks(
    whole: bytes, chapters: Sequence[Chapter], starts: Sequence[Sequence[int]]
) -> bytes:
    """Append the bookmarks as an update, since PDFium writes none; all before stays as it is."""
    root, size = int(_found(_ROOT, whole)), int(_found(_SIZE, whole))
    pages = _KID.findall(_found(_KIDS, _object(whole, int(_found(_PAGES, _object(whole, root))))))
    fresh = dict(_bookmarks(chapters, starts, pages, size))
    fresh[root] = _object(whole, root).replace(
        b"/Type/Catalog", b"/Type/Catalog/Outlines %d 0 R/PageMode/UseOutlines" % size
    )
    places, body = {}, io.BytesIO()
    for number, content in sorted(fresh.items()):
        places[number] = len(whole) + body.tell()
        body.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    table = b"".join(b"%d 1\n%010d 00000 n\r\n" % place for place in places.items())
    return (
        whole
        + body.getvalue()
        + b"xref\n%strailer\n<</Root %d 0 R/Size %d/Prev %s>>\n"
        % (
            table,
            root,
            max(fresh) + 1,
            _found(_START, whole),
        )
        + b"startxref\n%d\n%%%%EOF\n" % (len(whole) + body.tell())
    )


def _bookmarks(
    chapters: Sequence[Chapter], starts: Sequence[Sequence[int]], pages: Sequence[bytes], first: int
) -> Iterator[tuple[int, bytes]]:
    """Yield the root of the bookmarks, then each chapter followed by its leaves."""
    heads, at = [], first + 1
    for chapter in chapters:
        heads.append(at)
        at += 1 + len(chapter.leaves)
    ends = (heads[0], heads[-1], len(heads))
    yield first, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % ends
    for place, (chapter, starting) in enumerate(zip(chapters, starts, strict=True)):
        head, count = heads[place], len(chapter.leaves)
        below = b"/First %d 0 R/Last %d 0 R/Count -%d" % (head + 1, head + count, count)
        yield (
            head,
            _bookmark(chapter.title, first, pages[starting[0]], _neighbours(heads, place) + below),
        )
        numbers = range(head + 1, head + 1 + count)
        for own, (leaf, start) in enumerate(zip(chapter.leaves, starting, strict=True)):
            around = _neighbours(numbers, own)
            yield numbers[own], _bookmark(leaf.title, head, pages[start], around)


def _bookmark(title: str, parent: int, page: bytes, more: bytes) -> bytes:
    name = b"\xfe\xff" + title.encode("utf-16-be")
    facts = name.hex().encode(), parent, page, more
    return b"<</Title<%s>/Parent %d 0 R/Dest[%s 0 R/Fit]%s>>" % facts


def _neighbours(numbers: Sequence[int], place: int) -> bytes:
    before = b"/Prev %d 0 R" % numbers[place - 1] if place else b""
    return before + (b"/Next %d 0 R" % numbers[place + 1] if place + 1 < len(numbers) else b"")


def _object(whole: bytes, number: int) -> bytes:
    return _found(re.compile(rb"[\r\n]%d 0 obj\s+(<<.*?>>)\s+endobj" % number, re.DOTALL), whole)


def _found(pattern: re.Pattern[bytes], within: bytes) -> bytes:
    """Return what PDFium always writes; another writer's file is not read here."""
    found = pattern.findall(within)
    return bytes(found[-1])
