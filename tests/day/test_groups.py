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


def act(i: int, do: str, case: str | None, **keys: Any) -> Event:
    return Event(i=i, at=MORNING, by="w1", do=do, case=case, keys=keys, expect=None)


def grouped(*events: Event) -> dict[str, str]:
    cases = {event.case: uuid4() for event in events if event.case}
    return groups_of(events, Cast(cases=cases, windows={}))


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
