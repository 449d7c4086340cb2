"""Every sheet ever printed lies in the vault as it was printed, the spoilt ones too."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from db.session import open_engine, writing
from desk.workflow import commands as c
from desk.workflow import print_commands as pc
from desk.workflow.answers import ReserveAnswer
from desk.workflow.desk import Desk
from desk.workflow.queries.vault import VaultRow, VaultView, printed_sheet, printed_sheets
from printing.raster import page_text
from tests.workflow.conftest import BUYER, OTHER_HOME, OWNER, Walk, found_centre, sale

FIRST, SECOND = "D22000000001", "D22000000002"


@pytest.fixture
def office(url: str) -> Iterator[Walk]:
    """The small centre, once on each kind of database, where papers are kept."""
    found_centre(url)
    desk = Desk.open(url)
    yield Walk(desk, url)
    desk.close()


def found(walk: Walk, words: str = "") -> list[VaultRow]:
    with walk.desk.ask() as reader:
        return printed_sheets(reader, words)


def looked_at(walk: Walk, row: VaultRow) -> VaultView:
    with walk.desk.ask() as reader:
        view = printed_sheet(reader, row.job_id)
    assert view is not None
    return view


def test_a_sheet_shows_its_paper_who_signed_who_printed_and_how_often(office: Walk) -> None:
    case_id = office.printed()
    office.do(c.SpoilSheet(case_id=case_id, serial=FIRST, reason="卡纸"), "w1")
    office.do(c.PrintCertificates(case_id=case_id), "w1")

    second, first = found(office)

    assert (first.serial, first.state, first.place) == (FIRST, "spoilt", "SPOILT")
    assert (second.serial, second.place) == (SECOND, "PRINTED")
    assert first.number == second.number
    assert first.times == second.times == 2
    assert (first.printer, first.registrar, first.window) == ("于丽娟", "曹振国", 1)
    assert first.holder == BUYER.name
    for row in (first, second):
        view = looked_at(office, row)
        assert view.unchanged
        assert view.paper is not None
        assert row.serial in page_text(view.paper.content)
        assert view.standing is not None
        assert view.standing.holds


def test_a_sheet_is_found_by_number_digits_qr_serial_and_case(office: Walk) -> None:
    office.printed()
    office.printed(sale(OTHER_HOME, OWNER))
    other, first = found(office)
    qr = looked_at(office, first).values["qr"]
    narrow = first.number.replace("（", "(").replace("）", ")")

    for words in (first.number, narrow, "42", "0000042", qr, FIRST, FIRST.lower(), first.case_no):
        assert [row.job_id for row in found(office, words or "")] == [first.job_id], words
    assert [row.serial for row in found(office, SECOND)] == [other.serial]
    for words in ("D22000000003", "7777777", "2018-7777777", "x", "-", "²", "99999999999-1"):
        assert found(office, words) == []


def test_what_was_only_reserved_was_never_printed_and_what_stayed_blank_says_so(
    office: Walk,
) -> None:
    case_id = office.registered()
    answer = office.do(pc.ReserveSheets(case_id=case_id), "w1")
    assert isinstance(answer, ReserveAnswer)
    assert found(office) == []
    job = answer.sheets[0].job_id
    office.do(pc.SendSheet(job_id=job), "w1")
    office.do(pc.ReturnSheet(job_id=job, scanned=FIRST, reason="没有出纸"), "w1")

    assert [(row.serial, row.state) for row in found(office)] == [(FIRST, "returned")]


def test_a_changed_pdf_is_found_out_when_it_is_shown(office: Walk) -> None:
    office.printed()
    (row,) = found(office)
    engine = open_engine(office.url)
    with writing(engine) as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text("DROP TRIGGER papers_no_update"))
            connection.execute(text("UPDATE papers SET content = x'25504446'"))
        else:
            connection.execute(text("ALTER TABLE papers DISABLE TRIGGER USER"))
            connection.execute(text("UPDATE papers SET content = '\\x25504446'::bytea"))
    engine.dispose()

    view = looked_at(office, row)

    assert not view.unchanged
    assert view.paper is not None
    assert view.now_sha256 != view.paper.row.sha256
