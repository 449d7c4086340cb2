"""Every paper: made, read back, the same twice, refused where it would be wrong."""

import hashlib
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from printing import typefaces
from printing.errors import DoesNotFit, MissingValue, Unprintable
from printing.layouts import certificate
from printing.papers import PAPERS, longest_values, render_paper
from printing.raster import page_count, page_text

KINDS = sorted(PAPERS)
MARKS = ("样张", "SPECIMEN")


def certificate_values(**changes: str) -> dict[str, Any]:
    return asdict(certificate.LONGEST) | {"holders": "甲、乙", "co_ownership": "共同共有"} | changes


@pytest.mark.parametrize("kind", KINDS)
def test_the_hardest_values_make_the_same_paper_twice(kind: str) -> None:
    first = render_paper(kind, longest_values(kind))
    second = render_paper(kind, longest_values(kind))

    assert first.pdf == second.pdf
    assert first.sha256 == hashlib.sha256(first.pdf).hexdigest()
    assert first.pages == page_count(first.pdf)


@pytest.mark.parametrize("kind", KINDS)
def test_each_value_that_is_missing_is_refused_by_name(kind: str) -> None:
    for name in longest_values(kind):
        values = longest_values(kind)
        del values[name]
        with pytest.raises(MissingValue) as refused:
            render_paper(kind, values)
        assert refused.value.facts == {"name": name}


@pytest.mark.parametrize("kind", KINDS)
def test_a_rehearsal_is_marked_on_every_paper_and_a_live_one_is_not(kind: str) -> None:
    values = longest_values(kind)

    marked = page_text(render_paper(kind, values | {"rehearsal": True}).pdf)
    plain = page_text(render_paper(kind, values | {"rehearsal": False}).pdf)
    assert [mark in marked for mark in MARKS] == [True, True]
    assert [mark in plain for mark in MARKS] == [False, False]


@pytest.mark.parametrize("kind", ["certificate", "certificate_overlay"])
def test_the_values_of_a_certificate_are_read_back_from_the_page(kind: str) -> None:
    values = certificate_values(location="辽源市龙山区人民大街1号楼1单元101室")

    text = page_text(render_paper(kind, values).pdf)

    for name in ("holders", "location", "unit", "no", "day_year", "term"):
        assert values[name] in text, name


def test_the_form_is_on_the_full_page_and_not_on_the_overlay() -> None:
    full = page_text(render_paper("certificate", certificate_values()).pdf)
    overlay = page_text(render_paper("certificate_overlay", certificate_values()).pdf)

    assert "权利其他状况" in full
    assert "中华人民共和国自然资源部监制" in full
    assert "权利其他状况" not in overlay
    assert "监制" not in overlay


def test_names_too_many_for_their_box_are_carried_whole_to_a_page_of_their_own() -> None:
    names = [f"第{n:02d}号权利人阿卜杜热西提·阿卜杜克热木" for n in range(30)]

    made = render_paper("certificate", certificate_values(holders="、".join(names)))

    assert made.pages == 3
    text = page_text(made.pdf).replace("\r\n", "").replace("\n", "")
    assert "详见附页" in text
    for name in names:
        assert name in text


def test_a_text_that_has_nowhere_to_go_is_refused_and_never_cut() -> None:
    values = longest_values("case_label") | {"applicants": "阿卜杜热西提·阿卜杜克热木" * 12}

    with pytest.raises(DoesNotFit):
        render_paper("case_label", values)


def test_a_character_without_a_glyph_is_refused_by_name() -> None:
    with pytest.raises(Unprintable) as refused:
        render_paper("certificate", certificate_values(holders="王\U0002fa1f"))

    assert refused.value.facts == {"character": "\U0002fa1f", "point": "2FA1F"}
    assert "2FA1F" in refused.value.text("zh")


@pytest.mark.parametrize("name", ["王𬭎", "李𫖯", "曹祎", "阿依古丽·买买提", "赵䶮", "邵珺"])
def test_rare_characters_can_be_found_and_copied(name: str) -> None:
    assert name in page_text(render_paper("certificate", certificate_values(holders=name)).pdf)


def test_markup_in_a_name_is_only_text() -> None:
    name = "<b>{serial}</b>&amp;"

    text = page_text(render_paper("certificate", certificate_values(holders=name)).pdf)

    assert name in text


def test_the_typefaces_are_those_that_were_delivered() -> None:
    listed = (typefaces.FOLDER / "SHA256SUMS").read_text(encoding="ascii").split()

    for digest, name in zip(listed[::2], listed[1::2], strict=True):
        data = (Path(typefaces.FOLDER) / name).read_bytes()
        assert hashlib.sha256(data).hexdigest() == digest, name


def test_a_table_longer_than_a_page_goes_on_with_its_heading() -> None:
    rows = [(str(n), f"第{n}份材料", "原件") for n in range(1, 91)]

    made = render_paper("receipt", longest_values("receipt") | {"materials": rows})

    text = page_text(made.pdf)
    assert made.pages >= 3
    assert text.count("材料名称") == made.pages
    for number in range(1, 91):
        assert f"第{number}份材料" in text


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    values = longest_values("day_report")
    parted = 0
    for many in range(1, 40):
        drawn = render_paper("day_report", values | {"figures": values["figures"][:1] * many})
        with pypdfium2.PdfDocument(drawn.pdf) as document:
            texts = [page.get_textpage().get_text_range() for page in document]
        page = next(text for text in texts if "九成以内" in text)
        assert "11.2" in page, many
        parted += page is not texts[0]

    assert 0 < parted < 39  # it was tried on both sides of the foot


def test_a_receipt_for_papers_can_not_be_taken_for_a_receipt_of_acceptance() -> None:
    drawn = render_paper("receipt_for_papers", longest_values("receipt_for_papers"))

    with pypdfium2.PdfDocument(drawn.pdf) as document:
        first, *_, last = (page.get_textpage().get_text_range() for page in document)
    assert "尚未受理 NOT YET ACCEPTED" in first.replace("\u3000", " ")
    assert "不是受理凭证" in first
    assert "受理凭证" not in first.splitlines()[0]
    assert "尚未受理" in last  # a second page lies alone on a table, too


def test_every_paper_that_was_handed_in_stands_on_the_receipt_with_its_form() -> None:
    materials = [(str(n), f"第{n}份材料", "核验原件留复印件", str(n)) for n in range(1, 61)]

    drawn = render_paper(
        "receipt_for_papers", longest_values("receipt_for_papers") | {"materials": materials}
    )

    text = page_text(drawn.pdf)
    for name in (f"第{n}份材料" for n in range(1, 61)):
        assert name in text
    assert text.count("核验原件留复印件") == 60


ELSEWHERE = {
    "refusal_of_acceptance": {"clerk"},  # who signs by hand
    "day_report": {"day"},  # in the figures' own spelling
    "certificate_overlay": {"authority", "serial"},  # printed on the sheet before
    "proof_overlay": {"authority", "serial"},
}


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_the_hardest_sample_is_cut_off(kind: str) -> None:
    values = longest_values(kind) | {"rehearsal": False}
    pdf = render_paper(kind, values).pdf
    read = "".join(page_text(pdf).split())

    for name in values.keys() - ELSEWHERE.get(kind, set()) - {"qr"}:
        for line in (line for cell in _cells(values[name]) for line in cell.split("\n")):
            assert "".join(line.split()) in read, (name, line)
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            wide, high = page.get_size()
            text = page.get_textpage()
            for place in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(place)
                assert left >= 0 <= bottom
                assert right <= wide
                assert top <= high


def _cells(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _cells(part)
