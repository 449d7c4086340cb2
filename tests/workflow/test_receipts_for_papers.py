"""收件回执: numbers are handed out beforehand, each ends once, and the wait stands by the case."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError

from db.ids import new_id
from db.session import open_engine
from db.tables.receipts import RECEIPT_BLOCKS, RECEIPT_ENDS, RECEIPTS_FOR_PAPERS
from db.verify import verify
from desk.workflow import commands as c
from desk.workflow.answers import AcceptAnswer, BlockAnswer
from desk.workflow.desk import Desk
from desk.workflow.errors import DeskError
from desk.workflow.explaining import explained
from desk.workflow.queries.cases import CaseView, case, find_cases
from desk.workflow.queries.receipts import open_receipts, reported
from desk.workflow.receipt_numbers import BLOCK, ReceiptNumber, receipt_number
from printing.papers import longest_values
from tests.db.rows import NOON, acting
from tests.workflow.conftest import HOME, UNKNOWN, Walk, found_centre, mortgage, sale

VALUES = longest_values("receipt_for_papers")


def handed_out(walk: Walk, by: str = "w1", window: int = 1) -> BlockAnswer:
    """Hand a block to a window."""
    answer = walk.do(c.HandOutBlock(window=window), by)
    assert isinstance(answer, BlockAnswer)
    return answer


def taken_in(walk: Walk, unit: str = HOME) -> tuple[c.AcceptCase, c.ReportReceipt]:
    """Take papers in for a sale while the database is away: the act, and its receipt."""
    act = c.AcceptCase(case_id=new_id(), application=sale(unit))
    given = c.ReportReceipt(
        year=2018,
        no=1,
        case_id=act.case_id,
        item="LY013",
        received_at=walk.now,
        received_by="w1",
        window=1,
        values=VALUES,
        sha256="ab" * 32,
    )
    return act, given


def view(walk: Walk, case_id: UUID) -> CaseView:
    """Look at a case."""
    with walk.desk.ask() as reader:
        found = case(reader, case_id, walk.now)
    assert found is not None
    return found


def said(walk: Walk, what: str, language: str = "en") -> str:
    """Explain a case or a receipt."""
    with walk.desk.ask() as reader:
        return "\n".join(explained(reader, what, walk.now, language) or ())


def test_two_windows_never_get_the_same_number(walk_on_both: Walk) -> None:
    first = handed_out(walk_on_both)
    second = handed_out(walk_on_both, by="w2", window=2)

    assert (first.year, first.first_no, first.last_no) == (2018, 1, BLOCK)
    assert (second.first_no, second.last_no) == (BLOCK + 1, 2 * BLOCK)


@pytest.mark.postgresql
def test_eight_desks_at_once_get_eight_blocks(postgresql_url: str) -> None:
    found_centre(postgresql_url)
    desks = [Desk.open(postgresql_url, keep_papers=False) for _ in range(8)]

    def ask(desk: Desk) -> int:
        answer = desk.do(c.HandOutBlock(window=1), by="w1")
        assert isinstance(answer, BlockAnswer)
        return answer.first_no

    with ThreadPoolExecutor(max_workers=8) as together:
        firsts = sorted(together.map(ask, desks))
    for desk in desks:
        desk.close()

    assert firsts == [1 + n * BLOCK for n in range(8)]


def test_an_answer_that_was_lost_is_the_same_block_when_it_is_asked_again(walk: Walk) -> None:
    command = c.HandOutBlock(window=1)

    assert walk.do(command, "w1") == walk.do(command, "w1")


def test_papers_taken_in_before_an_outage_keep_their_wait_beside_the_case(
    walk_on_both: Walk,
) -> None:
    walk = walk_on_both
    handed_out(walk)
    act, given = taken_in(walk)
    walk.now += timedelta(minutes=22)
    walk.do(given, "w1")
    answer = walk.on_case(act, "w1")
    waited = answer.at - given.received_at
    walk.do(c.UseReceipt(year=2018, no=1, case_id=act.case_id), "w1")

    assert isinstance(answer, AcceptAnswer)
    receipt = view(walk, act.case_id).receipt
    assert receipt is not None
    assert (receipt.number, receipt.wait) == ("SJ2018-0000001", waited)
    assert waited == timedelta(minutes=24)
    assert "wait of 24 min" in said(walk, answer.case_no)
    assert "等候24分钟" in said(walk, answer.case_no, "zh")
    with walk.desk.ask() as reader:
        (found,) = find_cases(reader, "SJ2018-0000001", 5, walk.now)
        assert found.case_id == act.case_id
        assert open_receipts(reader) == []
    engine = open_engine(walk.url)
    assert verify(engine) == []
    engine.dispose()


def test_the_receipt_is_kept_beside_the_case_as_it_was_printed(sqlite_url: str) -> None:
    found_centre(sqlite_url)
    walk = Walk(Desk.open(sqlite_url), sqlite_url)
    handed_out(walk)
    act, given = taken_in(walk)
    for command in (given, act, c.UseReceipt(year=2018, no=1, case_id=act.case_id)):
        walk.do(command, "w1")

    kinds = [paper.kind for paper in view(walk, act.case_id).papers]
    walk.desk.close()
    assert "receipt_for_papers" in kinds


def test_a_receipt_that_leads_to_no_case_yet_is_found_by_its_number(walk: Walk) -> None:
    handed_out(walk)
    _, given = taken_in(walk)
    walk.do(given, "w1")

    assert "not yet accepted" in said(walk, "SJ2018-0000001")
    with walk.desk.ask() as reader:
        (row,) = open_receipts(reader)
    assert (row.number, row.person, row.window) == ("SJ2018-0000001", "于丽娟", 1)

    walk.do(c.VoidReceipt(year=2018, no=1, reason="规则不符，材料已退还"), "s1")
    assert "材料已退还" in said(walk, "SJ2018-0000001", "zh")
    with walk.desk.ask() as reader:
        assert open_receipts(reader) == []


def test_a_number_ends_once(walk: Walk, refused: Callable[..., None]) -> None:
    handed_out(walk)
    act, given = taken_in(walk)
    walk.do(given, "w1")
    walk.do(act, "w1")
    used = c.UseReceipt(year=2018, no=1, case_id=act.case_id)
    walk.do(used, "w1")

    walk.do(used, "w1")  # sent again, it is the same act
    refused(c.UseReceipt(year=2018, no=1, case_id=act.case_id), "w1", "D-RECEIPT")
    refused(c.VoidReceipt(year=2018, no=1, reason="卡纸"), "w1", "D-RECEIPT")


def test_what_does_not_fit_is_refused_and_changes_nothing(
    walk: Walk, refused: Callable[..., None]
) -> None:
    handed_out(walk)
    act, given = taken_in(walk)
    walk.do(given, "w1")
    other = walk.accepted(mortgage())
    again = replace(given, id=new_id())

    refused(c.HandOutBlock(window=1), "g1", "D-ROLE")
    refused(again, "w1", "D-RECEIPT")
    refused(c.UseReceipt(year=2018, no=1, case_id=other), "w1", "D-RECEIPT")
    refused(c.UseReceipt(year=2018, no=2, case_id=other), "w1", "D-RECEIPT")
    refused(c.VoidReceipt(year=2018, no=BLOCK + 1, reason="卡纸"), "w1", "D-RECEIPT")
    refused(c.VoidReceipt(year=2018, no=2, reason=" "), "w1", "D-RECEIPT", fields=("reason",))
    refused(c.VoidReceipt(year=2018, no=2, reason="卡纸"), "a1", "D-ROLE")
    refused(c.VoidBlock(block_id=new_id(), reason="电脑丢失"), "s1", "D-UNKNOWN")
    assert walk.desk.do(act, by="w1", at=walk.now)


def test_a_case_has_one_receipt(walk: Walk, refused: Callable[..., None]) -> None:
    handed_out(walk)
    act, given = taken_in(walk)
    second = replace(given, id=new_id(), no=2)
    for command in (given, second, act, c.UseReceipt(year=2018, no=1, case_id=act.case_id)):
        walk.do(command, "w1")

    refused(c.UseReceipt(year=2018, no=2, case_id=act.case_id), "w1", "D-RECEIPT")
    walk.do(c.VoidReceipt(year=2018, no=2, reason="同一件打了两张"), "w1")


def test_the_supervisor_ends_the_numbers_of_a_desk_that_is_lost(walk: Walk) -> None:
    block = handed_out(walk)
    act, given = taken_in(walk)
    for command in (given, act, c.UseReceipt(year=2018, no=1, case_id=act.case_id)):
        walk.do(command, "w1")

    walk.do(c.VoidBlock(block_id=block.block_id, reason="7号窗口电脑报废"), "s1")

    with walk.desk.ask() as reader:
        known = reported(reader, [block.block_id])
    assert sorted(number.no for number in known.ended) == list(range(1, BLOCK + 1))
    assert [number.no for number, how in known.ended.items() if how == "used"] == [1]
    engine = open_engine(walk.url)
    assert verify(engine) == []
    engine.dispose()


ROWS = {
    "not the next numbers": (
        RECEIPT_BLOCKS,
        {"id": new_id(), "year": 2018, "first_no": 5, "last_no": 24},
    ),
    "no block holds this number": (
        RECEIPTS_FOR_PAPERS,
        {"no": 99, "for_case": new_id(), "item": "LY013", "received_at": NOON, "values": {}},
    ),
    "no receipt for this accepted case": (RECEIPT_ENDS, {"no": 1, "how": "used", "case_id": None}),
}


@pytest.mark.parametrize("told", ROWS)
def test_the_database_refuses_by_itself_what_a_wrong_service_would_write(
    walk_on_both: Walk, told: str
) -> None:
    block, case_id = handed_out(walk_on_both), walk_on_both.accepted()
    table, values = ROWS[told]
    row = {
        "year": 2018,
        "block_id": block.block_id,
        "sha256": "",
        "received_by": "w1",
        "at": NOON,
        "actor": "w1",
    }
    row |= values
    if "case_id" in row:
        row["case_id"] = case_id
    engine = open_engine(walk_on_both.url)
    kept = {name: value for name, value in row.items() if name in table.c}

    with pytest.raises(DBAPIError, match=f"D-RECEIPT.*{told}"), acting(engine) as connection:
        connection.execute(insert(table), kept)
    engine.dispose()


@pytest.mark.parametrize("text", ["SJ2018-0000003", " sj2018-0000003 "])
def test_a_number_is_read_as_it_is_printed(text: str) -> None:
    assert receipt_number(text) == ReceiptNumber(year=2018, no=3)
    assert ReceiptNumber(year=2018, no=3).text == "SJ2018-0000003"
    assert receipt_number(UNKNOWN) is None


def test_an_unknown_act_has_no_receipt(walk: Walk) -> None:
    assert view(walk, walk.accepted()).receipt is None


def test_a_refusal_says_what_to_do_in_both_languages(walk: Walk) -> None:
    with pytest.raises(DeskError) as refusal:
        walk.do(c.VoidReceipt(year=2018, no=7, reason="卡纸"), "w1")

    assert "SJ2018-0000007" in refusal.value.text("zh")
    assert "Ctrl+Shift+L" in refusal.value.text("en")
