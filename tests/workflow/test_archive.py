"""At its end a case is one file: cover, contents, hashes, papers and pages under bookmarks."""

import hashlib
import io
from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import UUID

import pypdfium2
import pytest
from PIL import Image
from sqlalchemy import text

from db.ids import new_id
from db.session import open_engine, writing
from desk.workflow import commands as c
from desk.workflow.archiving import Place, Volume, bound, ended_on, transfer_list
from desk.workflow.desk import Desk
from desk.workflow.errors import DeskError
from desk.workflow.services.pages import keep_content
from printing.raster import page_text
from tests.workflow.conftest import BUYER, DAY, Walk, found_centre, sale

HERE = Place(box="2018-17", volume=3, archivist="于丽娟")


def sheet(shade: int, size: tuple[int, int] = (420, 594)) -> bytes:
    held = io.BytesIO()
    Image.new("RGB", size, (shade, shade, shade)).save(held, "JPEG")
    return held.getvalue()


SHEETS = (sheet(250), sheet(240), sheet(230, (594, 420)))


@pytest.fixture
def papered(url: str) -> Iterator[Walk]:
    """The small centre, which keeps its papers as a real one does."""
    found_centre(url)
    desk = Desk.open(url)
    yield Walk(desk, url)
    desk.close()


def accepted(walk: Walk) -> UUID:
    case_id = new_id()
    materials = ("M01", "M02", "M02")
    pages = [
        {"material": material, "sha256": hashlib.sha256(page).hexdigest(), "source": "camera"}
        for material, page in zip(materials, SHEETS, strict=True)
    ]
    walk.do(c.AcceptCase(case_id=case_id, application=sale(), evidence={"pages": pages}), "w1")
    return case_id


def brought_up(walk: Walk) -> None:
    for content in SHEETS:
        keep(walk, content)


def keep(walk: Walk, content: bytes) -> None:
    walk.desk.upkeep(lambda act: keep_content(act, content, b"small"), by="w1")


def issued(walk: Walk) -> UUID:
    """Walk a sale with three photographed pages to its end."""
    case_id = accepted(walk)
    acts: tuple[tuple[c.Command, str], ...] = (
        (c.ChargeCase(case_id=case_id), "w1"),
        (c.PayCharge(case_id=case_id, what="all", method="scan"), "w1"),
        (c.ClaimCase(case_id=case_id), "a1"),
        (c.DecideCase(case_id=case_id, decision="approve", opinion="同意登记。"), "a1"),
        (c.RegisterCase(case_id=case_id), "a1"),
        (c.PrintCertificates(case_id=case_id), "w1"),
        (c.IssueCase(case_id=case_id, to=BUYER, method="counter"), "w1"),
    )
    for command, by in acts:
        walk.do(command, by)
    return case_id


def volume(walk: Walk, case_id: UUID) -> Volume:
    with walk.desk.ask() as reader:
        return bound(reader, case_id, HERE, walk.now)


def bookmarks(pdf: bytes) -> list[tuple[int, str, int]]:
    """Return level, title and page of each bookmark, as a reader shows them."""
    with pypdfium2.PdfDocument(pdf) as document:
        found = []
        for mark in document.get_toc():
            dest = mark.get_dest()
            assert dest is not None
            found.append((mark.level, mark.get_title(), dest.get_index()))
        return found


def test_a_case_is_bound_with_all_its_papers_and_pages(papered: Walk) -> None:
    case_id = issued(papered)
    brought_up(papered)

    bound_case = volume(papered, case_id)
    marks = bookmarks(bound_case.pdf)
    heads = [title for level, title, _ in marks if level == 0]
    assert heads[:3] == ["封面、卷内目录", "卷内文件校验表", "登记文书"]
    assert [head.split()[0] for head in heads[3:]] == ["申请材料", "申请材料"]
    places = [page for _, _, page in marks]
    assert places == sorted(places)
    read = page_text(bound_case.pdf)
    for said in (bound_case.case_no, "2018-17", "于丽娟", "赵海燕", "受理凭证", "2页"):
        assert said in read
    flat = "".join(read.split())
    for content in SHEETS:
        assert hashlib.sha256(content).hexdigest() in flat
    with pypdfium2.PdfDocument(bound_case.pdf) as document:
        assert len(document) > max(places)
        last = document[len(document) - 1]
        assert last.get_width() > last.get_height()  # the page that lay on its side
    assert bound_case.sha256 == hashlib.sha256(bound_case.pdf).hexdigest()


def test_a_case_is_not_bound_before_its_end(papered: Walk) -> None:
    case_id = accepted(papered)
    brought_up(papered)
    with pytest.raises(DeskError) as refused:
        volume(papered, case_id)

    assert refused.value.codes == ("D-STAGE",)


def test_a_case_is_not_bound_while_pages_are_away_and_each_is_named(papered: Walk) -> None:
    case_id = issued(papered)
    keep(papered, SHEETS[1])
    with pytest.raises(DeskError) as refused:
        volume(papered, case_id)

    assert [finding.facts["page"] for finding in refused.value.findings] == [1, 3]


def test_a_case_with_a_paper_that_was_exchanged_is_not_bound(papered: Walk) -> None:
    case_id = issued(papered)
    brought_up(papered)
    kind = papered.url.split(":")[0].split("+")[0]
    off = {
        "sqlite": "DROP TRIGGER papers_no_update",
        "postgresql": "ALTER TABLE papers DISABLE TRIGGER USER",
    }
    engine = open_engine(papered.url)
    with writing(engine) as connection:
        connection.execute(text(off[kind]))
        connection.execute(
            text(
                "UPDATE papers SET content ="
                " (SELECT p.content FROM papers p WHERE p.kind = 'case_label')"
            ),
        )
    engine.dispose()
    with pytest.raises(DeskError) as refused:
        volume(papered, case_id)

    assert refused.value.codes == ("D-PAGE",)
    assert "administrator" in refused.value.text("en")


def test_a_withdrawn_case_is_bound_too(papered: Walk) -> None:
    case_id = accepted(papered)
    brought_up(papered)
    papered.do(c.WithdrawCase(case_id=case_id, reason="不办了"), "w1")

    assert "不动产登记档案" in page_text(volume(papered, case_id).pdf)


def test_the_volumes_of_a_day_are_handed_over_by_a_list(papered: Walk) -> None:
    case_id = issued(papered)
    brought_up(papered)
    with papered.desk.ask() as reader:
        assert ended_on(reader, DAY) == (case_id,)
        assert ended_on(reader, DAY + timedelta(days=1)) == ()
        volumes = [bound(reader, one, HERE, papered.now) for one in ended_on(reader, DAY)]
        listed = transfer_list(
            reader,
            [one.line for one in volumes],
            number="YJ2018-0326",
            giver="于丽娟",
            now=papered.now,
        )

    read = page_text(listed)
    for said in ("档案移交清册", "YJ2018-0326", volumes[0].case_no, "1卷", "D22000000001"):
        assert said in read


def test_the_same_bookmarks_are_read_by_another_reader(
    papered: Walk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser

    case_id = issued(papered)
    brought_up(papered)
    pdf = volume(papered, case_id).pdf
    outlines: Callable[[], Iterator[tuple[int, str, object, object, object]]] = PDFDocument(
        PDFParser(io.BytesIO(pdf))
    ).get_outlines

    assert [title for _, title, *_ in outlines()] == [title for _, title, _ in bookmarks(pdf)]
