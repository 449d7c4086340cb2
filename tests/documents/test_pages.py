"""Foreign files become pages or are refused; what was kept is there after whatever happens."""

import io
import os
import random
import subprocess
import sys
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFilter

from desk.documents import decoding
from desk.documents.decoding import decode
from desk.documents.limits import LARGEST_FILE, LARGEST_PAGE, LONG_SIDE, PageRefused
from desk.documents.store import Page, PageDamaged, PageStore


def sheet(size: tuple[int, int] = (1654, 2339), paper: int = 245) -> Image.Image:
    """Draw a sheet full of small print."""
    picture = Image.new("RGB", size, (paper, paper, paper))
    draw = ImageDraw.Draw(picture)
    for line in range(40, size[1] - 40, 44):
        draw.text((60, line), "220402001001GB00001F00010001  " * 6, fill=(20, 20, 20))
    return picture


def encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    held = io.BytesIO()
    picture.save(held, kind, **options)
    return held.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "BMP", "WEBP"])
def test_a_picture_of_any_usual_kind_becomes_a_small_page(kind: str) -> None:
    (page,) = decode(encoded(sheet(), kind))

    assert len(page.content) <= LARGEST_PAGE
    with Image.open(io.BytesIO(page.content)) as read:
        assert read.format == "JPEG"
        assert read.size == (page.width, page.height)
    assert not page.is_dark
    assert not page.is_blurred


def test_noise_that_hardly_compresses_stays_within_the_limit_all_the_same() -> None:
    noise = Image.frombytes("RGB", (2000, 2800), random.Random(1).randbytes(2000 * 2800 * 3))
    (page,) = decode(encoded(noise, "PNG"))

    assert len(page.content) <= LARGEST_PAGE


def test_a_large_scan_is_brought_to_two_hundred_dots_an_inch() -> None:
    (page,) = decode(encoded(sheet((4960, 7016)), "JPEG"))

    assert max(page.width, page.height) == LONG_SIDE


def test_a_page_that_lies_on_its_side_is_turned() -> None:
    (page,) = decode(encoded(sheet((800, 400)), "PNG"), turn=90)

    assert (page.width, page.height) == (400, 800)


def test_every_sheet_of_a_file_with_several_is_a_page() -> None:
    sheets = [sheet((400, 600), paper) for paper in (255, 240, 225)]
    tiff = encoded(sheets[0], "TIFF", save_all=True, append_images=sheets[1:])
    pdf = encoded(sheets[0], "PDF", save_all=True, append_images=sheets[1:])

    assert len(decode(tiff)) == 3
    assert len(decode(pdf)) == 3


def test_a_dark_and_a_blurred_page_are_told_apart_from_good_ones() -> None:
    (dark,) = decode(encoded(sheet(paper=70), "JPEG"))
    (blurred,) = decode(encoded(sheet().filter(ImageFilter.GaussianBlur(9)), "JPEG"))

    assert dark.is_dark
    assert blurred.is_blurred
    assert not blurred.is_dark
    assert not decode(encoded(Image.new("RGB", (800, 1100), "white"), "PNG"))[0].is_blurred


def bomb() -> bytes:
    """A PNG of a few bytes that says it has ten thousand million pixels."""
    head = b"\x89PNG\r\n\x1a\n"
    facts = (100_000).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    check = zlib.crc32(b"IHDR" + facts).to_bytes(4, "big")
    return head + (13).to_bytes(4, "big") + b"IHDR" + facts + check + b"\0" * 32


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"MZ\x90\x00 this is a program",
        b"%PDF-1.7 and nothing else",
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
        encoded(sheet((300, 300)), "JPEG")[:400],
        encoded(sheet((30, 30)), "GIF"),
        bomb(),
    ],
    ids=["empty", "program", "hollow pdf", "svg", "cut off", "another kind", "bomb"],
)
def test_what_is_no_picture_is_refused_whatever_it_is_called(content: bytes) -> None:
    with pytest.raises(PageRefused) as refused:
        decode(content)

    assert refused.value.code == "E-CAM-002"


def test_a_file_that_is_too_large_is_not_even_looked_at() -> None:
    with pytest.raises(PageRefused) as refused:
        decode(b"\xff\xd8\xff" + b"\0" * LARGEST_FILE)

    assert refused.value.code == "E-CAM-005"


def test_a_file_that_takes_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "SECONDS", 0.01)
    with pytest.raises(PageRefused):
        decode(encoded(sheet(), "PNG"))


def test_damaged_pictures_never_harm_the_desk() -> None:
    good = encoded(sheet((200, 260)), "PNG")
    rng = random.Random(7)
    for _ in range(8):
        bad = bytearray(good)
        for _ in range(20):
            bad[rng.randrange(len(bad))] = rng.randrange(256)
        with suppress(PageRefused):
            assert decode(bytes(bad))


def page(store: PageStore, material: str, content: bytes, source: str = "camera") -> Page:
    return Page(material=material, sha256=store.put(content), source=source)


def test_a_content_is_kept_once_and_comes_back_as_it_was(tmp_path: Path) -> None:
    store = PageStore(tmp_path)
    first, again = store.put(b"page"), store.put(b"page")

    assert first == again
    assert store.get(first) == b"page"
    assert len([file for file in tmp_path.rglob("*.*") if file.is_file()]) == 1


def test_a_page_that_was_changed_on_the_disk_is_not_given_out(tmp_path: Path) -> None:
    store = PageStore(tmp_path)
    name = store.put(b"page")
    next(tmp_path.rglob("*.jpg")).write_bytes(b"other")

    for wanted in (name, "0" * 64, "../../etc/passwd"):
        with pytest.raises(PageDamaged):
            store.get(wanted)


def test_the_pages_of_a_draft_are_listed_by_material(tmp_path: Path) -> None:
    store = PageStore(tmp_path)
    one, two, three = (page(store, "M02", bytes([number])) for number in range(3))
    contract = page(store, "M06", b"contract", "file")
    for added in (one, two, contract, three):
        store.add("d1", added)
    store.drop("d1", "M02")
    turned = page(store, "M02", b"turned")
    store.replace_last("d1", turned)

    assert store.pages("d1") == (one, turned, contract)
    assert PageStore(tmp_path).drafts() == ("d1",)
    assert store.pages("d2") == ()
    store.forget("d1")
    assert store.drafts() == ()
    with pytest.raises(ValueError, match="no name"):
        store.add("../d1", one)


@given(st.integers(min_value=1, max_value=400))
def test_a_list_that_a_power_cut_left_half_keeps_all_whole_lines(cut: int) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        store = PageStore(Path(folder))
        pages = [page(store, "M02", bytes([number])) for number in range(4)]
        for added in pages:
            store.add("d1", added)
        written = store._list("d1")
        whole = written.read_bytes()
        written.write_bytes(whole[: max(0, len(whole) - cut)])
        left = store.pages("d1")
        assert left == tuple(pages[: len(left)])
        store.add("d1", pages[0])

        assert store.pages("d1") == (*pages[: len(left)], pages[0])


def test_what_was_kept_before_the_program_was_killed_is_there(tmp_path: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path\n"
        "from desk.documents.store import Page, PageStore\n"
        "store = PageStore(Path(sys.argv[1]))\n"
        "for n in range(1000):\n"
        "    sha = store.put(str(n).encode() * 1000)\n"
        "    store.add('d1', Page(material='M02', sha256=sha, source='camera'))\n"
        "    print(n, flush=True)\n"
    )
    env = {**os.environ, "PYTHONPATH": os.getcwd()}
    command = [sys.executable, "-c", script, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=env, text=True) as child:
        assert child.stdout is not None
        told = [int(child.stdout.readline()) for _ in range(5)]
        child.kill()
    store = PageStore(tmp_path)
    pages = store.pages("d1")

    assert len(pages) > told[-1]
    assert [store.get(one.sha256)[:1] for one in pages[:5]] == [b"0", b"1", b"2", b"3", b"4"]
