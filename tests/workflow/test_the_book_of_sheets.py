"""Numbered sheets come in, go out to windows, come back, and end before two people."""

from collections.abc import Callable
from typing import Any

import pytest

from db.session import open_engine
from db.verify import verify
from desk.workflow import commands as c
from desk.workflow import stock_commands as sc
from desk.workflow.answers import CountAnswer, StockAnswer
from desk.workflow.queries import stock
from desk.workflow.queries.stock_book import balances, book_of_sheets, lying_at
from desk.workflow.sheets import ranges, told
from tests.workflow.conftest import DAY, Walk

Refused = Callable[..., None]
NEW: dict[str, Any] = {"paper": "certificate", "first": "D22000000101", "last": "D22000000120"}


def received(walk: Walk) -> StockAnswer:
    answer = walk.do(sc.ReceiveSheets(**NEW, batch="26-11B"), "s1")
    assert isinstance(answer, StockAnswer)
    return answer


def count(walk: Walk, counted: int, *, window: int | None = 1) -> CountAnswer:
    command = sc.CountSheets(paper="certificate", window=window, counted=counted, again=counted)
    answer = walk.do(command, "w1")
    assert isinstance(answer, CountAnswer)
    return answer


def lying(walk: Walk, window: int | None) -> list[tuple[str, str, int]]:
    with walk.desk.ask() as reader:
        return lying_at(reader, window, "certificate")


def test_a_delivery_lies_in_the_vault_until_it_is_handed_to_a_window(walk: Walk) -> None:
    assert received(walk).sheets == 20

    walk.do(
        sc.HandOutSheets(paper="certificate", first="D22000000101", last="D22000000104", window=2),
        "s1",
    )

    assert lying(walk, 2) == [
        ("D22000000004", "D22000000005", 2),
        ("D22000000101", "D22000000104", 4),
    ]
    with walk.desk.ask() as reader:
        newest, first = book_of_sheets(reader, 2)[0], book_of_sheets(reader)[-1]
    assert (newest.kind, newest.sheets, newest.from_place, newest.to_place) == (
        "handed_out",
        4,
        "VAULT",
        "W02",
    )
    assert (first.batch, first.person) == ("26-11B", "邱立新")


def test_what_was_received_once_is_not_received_again(walk: Walk, refused: Refused) -> None:
    received(walk)

    again = sc.ReceiveSheets(paper="certificate", first="D22000000120", last="D22000000130")
    refused(again, "s1", "D-STOCK")


def test_a_sheet_that_lies_elsewhere_moves_none_of_its_range(walk: Walk, refused: Refused) -> None:
    wanted = sc.HandOutSheets(
        paper="certificate", first="D22000000005", last="D22000000006", window=1
    )
    refused(wanted, "s1", "D-STOCK")

    assert lying(walk, None) == [("D22000000006", "D22000000009", 4)]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("22100000101", "22100000102"),  # a proof
        ("D22000000102", "D22000000101"),
        ("D22000000101", "J22000000102"),
        ("D22000000101", "D22000020101"),
        ("", "D2200"),
    ],
)
def test_a_range_that_is_none_is_refused(
    walk: Walk, refused: Refused, first: str, last: str
) -> None:
    refused(sc.ReceiveSheets(paper="certificate", first=first, last=last), "s1", "D-STOCK")


def test_a_clerk_gives_back_but_does_not_receive(walk: Walk, refused: Refused) -> None:
    back = sc.ReturnSheets(paper="certificate", first="D22000000002", last="D22000000003", window=1)
    assert walk.do(back, "w1").place == "VAULT"  # type: ignore[attr-defined]

    refused(sc.ReceiveSheets(**NEW), "g1", "D-ROLE")
    refused(sc.ReceiveSheets(**NEW), "a1", "D-ROLE")


def test_spoilt_lost_and_destroyed_need_a_reason_and_another_person(
    walk: Walk, refused: Refused
) -> None:
    sheet: dict[str, Any] = {
        "paper": "certificate",
        "first": "D22000000001",
        "last": "D22000000001",
    }
    for second in ("w1", "", "nobody"):
        command = sc.SpoilSheets(**sheet, window=1, reason="受潮", second=second)
        refused(command, "w1", "D-STOCK", fields=("second",))
    refused(
        sc.LoseSheets(**sheet, window=1, reason=" ", second="w1"),
        "w1",
        "D-STOCK",
        fields=("reason", "second"),
    )

    walk.do(sc.SpoilSheets(**sheet, window=1, reason="受潮", second="w2"), "w1")
    walk.do(sc.DestroySheets(**sheet, reason="年度销毁", second="w2"), "s1")

    with walk.desk.ask() as reader:
        row = next(row for row in stock.totals(reader) if row.kind == "certificate")
        witnesses = [line.witness for line in book_of_sheets(reader)]
    assert (row.in_stock, row.used, row.spoilt, row.destroyed) == (8, 0, 0, 1)
    assert witnesses == ["曲晓东", "曲晓东"]


def test_a_lost_sheet_is_not_written_any_more(walk: Walk, refused: Refused) -> None:
    sheet: dict[str, Any] = {
        "paper": "certificate",
        "first": "D22000000001",
        "last": "D22000000001",
    }
    walk.do(sc.LoseSheets(**sheet, window=1, reason="搬柜后找不到", second="w2"), "w1")

    command = c.PrintCertificates(case_id=walk.registered(), serial="D22000000001")
    refused(command, "w1", "R45")


def test_a_place_is_closed_when_the_count_is_the_book(walk: Walk) -> None:
    short = count(walk, 2)
    assert (short.difference, short.book) == (-1, ("D22000000001–D22000000003",))
    sheet: dict[str, Any] = {
        "paper": "certificate",
        "first": "D22000000003",
        "last": "D22000000003",
    }
    walk.do(sc.LoseSheets(**sheet, window=1, reason="盘点缺一张", second="w2"), "w1")

    assert count(walk, 2).difference == 0

    with walk.desk.ask() as reader:
        rows = {(row.window, row.kind): row for row in balances(reader, DAY)}
    assert rows[1, "certificate"].closed
    assert rows[1, "proof"].counted is None
    assert not rows[None, "certificate"].closed


def test_a_place_that_was_counted_and_then_used_is_open_again(walk: Walk) -> None:
    count(walk, 3)
    walk.do(c.PrintCertificates(case_id=walk.registered()), "w1")

    with walk.desk.ask() as reader:
        row = next(r for r in balances(reader, DAY) if (r.window, r.kind) == (1, "certificate"))
    assert (row.book, row.counted, row.closed) == (2, 3, False)


def test_two_counts_that_differ_are_not_kept(walk: Walk, refused: Refused) -> None:
    command = sc.CountSheets(paper="certificate", window=1, counted=3, again=2)
    refused(command, "w1", "D-STOCK")

    with walk.desk.ask() as reader:
        assert all(row.counted is None for row in balances(reader, DAY))


def test_the_book_balances_after_all_of_it(walk: Walk) -> None:
    received(walk)
    walk.issued()
    count(walk, 2)

    engine = open_engine(walk.url)
    assert verify(engine) == []
    engine.dispose()


def test_ranges_are_told_briefly() -> None:
    serials = ["22100000009", "22100000010", "22100000012", "22100000014", "22100000016"]

    assert ranges(serials)[0] == ("22100000009", "22100000010", 2)
    assert told(serials) == "22100000009–22100000010, 22100000012, 22100000014 (+1)"
