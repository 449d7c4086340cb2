"""Which cases of a day keep their order among themselves, and what waits for all before it."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from desk.day.acts import Cast
from desk.day.file import Event
from desk.day.workers import groups_of, stretches

MORNING = datetime(2018, 3, 26, 1, tzinfo=UTC)
UNIT, OTHER = "220402001001GB00001F00010001", "220402001001GB00001F00010002"


def accept(i: int, case: str, *units: str, **application: Any) -> Event:
    return act(i, "accept", case, application={"units": list(units), **application})


def act(
    i: int,
    do: str,
    case: str | None,
    by: str = "w1",
    expect: dict[str, Any] | None = None,
    **keys: Any,
) -> Event:
    return Event(i=i, at=MORNING, by=by, do=do, case=case, keys=keys, expect=expect)


def grouped(*events: Event) -> dict[str, str]:
    cases = {event.case: uuid4() for event in events if event.case}
    return groups_of(events, Cast(cases=cases, windows={"w1": 1, "w2": 2}))


def test_cases_of_one_unit_belong_together_however_its_code_is_written() -> None:
    groups = grouped(accept(0, "a", UNIT), accept(1, "b", f"{UNIT[:6]} {UNIT[6:]}"))

    assert groups["a"] == groups["b"]


def test_cases_of_different_units_run_side_by_side() -> None:
    groups = grouped(accept(0, "a", UNIT), accept(1, "b", OTHER))

    assert groups["a"] != groups["b"]


def test_a_chain_of_shared_things_is_one_group() -> None:
    groups = grouped(
        accept(0, "a", UNIT),
        accept(1, "b", UNIT, OTHER),
        accept(2, "c", OTHER, right="r1"),
        accept(3, "d", "220402001001GB00001F00010003", right="r1"),
        accept(4, "e", "220402001001GB00001F00010004", right="d"),
        act(5, "seize", "f", units=["220402001001GB00001F00010004"]),
        accept(6, "g", "220402001001GB00001F00010009"),
    )

    assert len({groups[case] for case in "abcdef"}) == 1
    assert groups["g"] != groups["a"]


def test_new_units_and_sheets_are_shared_things_too() -> None:
    groups = grouped(
        accept(0, "a", UNIT, fields={"new_units": [{"code": OTHER}]}),
        accept(1, "b", OTHER),
        act(2, "spoil", "b", serial="D22018000001"),
        act(3, "print", "c", serial="D22018000001"),
    )

    assert len({groups[case] for case in "abc"}) == 1


def test_a_house_keeps_its_order_with_the_land_below_it() -> None:
    land = f"{UNIT[:19]}W00000000"

    groups = grouped(accept(0, "a", UNIT), accept(1, "b", land), accept(2, "c", OTHER))

    assert groups["a"] == groups["b"] == groups["c"]


def test_what_names_no_case_waits_for_all_before_it() -> None:
    events = [
        act(0, "ticket", "a"),
        act(1, "ticket", "b"),
        act(2, "call", "a"),
        act(3, "check", None),
        act(4, "charge", "b"),
        act(5, "advance_days", None),
    ]

    parts = [
        [[event.i for event in part] for part in stretch]
        for stretch in stretches(events, grouped(*events))
    ]

    assert parts == [[[0, 2], [1]], [[3]], [[4]], [[5]]]


def test_where_a_sheet_is_named_its_window_prints_in_the_order_of_the_day() -> None:
    groups = grouped(
        act(0, "print", "a"),
        act(1, "print", "b"),
        act(2, "spoil", "b", serial="D22018000002"),
        act(3, "print", "c", by="w2"),
    )

    assert groups["a"] == groups["b"]
    assert groups["c"] != groups["a"]


def test_a_sheet_spoilt_from_another_window_orders_the_window_that_printed_it() -> None:
    groups = grouped(
        act(0, "print", "a"),
        act(1, "print", "b"),
        act(2, "spoil", "b", by="w2", serial="D22018000002"),
    )

    assert groups["a"] == groups["b"]


def test_where_the_stock_is_to_run_out_its_window_prints_in_the_order_of_the_day() -> None:
    groups = grouped(act(0, "print", "a"), act(1, "print", "b", expect={"refused": ["R45"]}))

    assert groups["a"] == groups["b"]


def test_windows_print_side_by_side_where_no_sheet_is_named() -> None:
    groups = grouped(act(0, "print", "a"), act(1, "print", "b"))

    assert groups["a"] != groups["b"]
