"""Every key of an expectation, met and not met."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from desk.day.expectations import all_matched
from tests.day.conftest import Day, play

ACCEPT, CHARGE, REGISTER, PRINT = 4, 5, 9, 10
STOCK, UNIT = -3, -7
OWNER = {
    "type": "4",
    "holders": ["甲", "乙"],
    "shares": ["1/2", "1/2"],
    "co_ownership": "shares",
    "live": True,
    "rank": None,
    "number": "吉（2018）辽源市不动产权第0000001号",
}


def mortgage(rank: int, holder: str) -> dict[str, Any]:
    return {
        "type": "23",
        "holders": [holder],
        "shares": [None],
        "co_ownership": "sole",
        "live": True,
        "rank": rank,
        "number": None,
    }


def unmet(told: Day) -> dict[int, Mapping[str, Any]]:
    return {row["event"]: row["expected"] for row in told["expectations"]["unmet"]}


@pytest.mark.parametrize(
    "wanted",
    [
        {"type": "4"},
        {"type": "4", "holders": ["乙", "甲"]},
        {"type": "4", "shares": ["2/4", "1/2"]},
        {"type": "4", "holders": ["乙", "甲"], "shares": ["1/2", "1/2"]},
        {"type": "4", "number": "吉(2018)辽源市不动产权第0000001号"},
        {"type": "4", "co_ownership": "shares", "live": True},
    ],
)
def test_only_the_named_keys_of_a_right_are_looked_at(wanted: Mapping[str, Any]) -> None:
    assert all_matched([wanted], [OWNER, mortgage(1, "甲银行")])


@pytest.mark.parametrize(
    "wanted",
    [
        {"type": "23"},
        {"type": "4", "holders": ["甲"]},
        {"type": "4", "holders": ["甲", "乙"], "shares": ["1/3", "2/3"]},
        {"type": "4", "shares": ["1/1"]},
        {"type": "4", "live": False},
        {"type": "4", "rank": 1},
        {"type": "4", "co_ownership": "joint"},
        {"type": "4", "number": "吉（2018）辽源市不动产权第0000002号"},
    ],
)
def test_a_named_key_that_differs_is_not_met(wanted: Mapping[str, Any]) -> None:
    assert not all_matched([wanted], [OWNER])


def test_each_wanted_right_needs_a_right_of_its_own() -> None:
    there = [mortgage(1, "甲银行"), mortgage(2, "乙银行")]

    assert all_matched([{"type": "23"}, {"type": "23", "rank": 1}], there)
    assert not all_matched([{"type": "23"}] * 3, there)
    assert not all_matched([{"type": "23", "rank": 1}, {"type": "23", "rank": 1}], there)


def test_shares_belong_to_the_holder_at_their_place() -> None:
    there = OWNER | {"shares": ["1/3", "2/3"]}

    assert all_matched([{"type": "4", "holders": ["乙", "甲"], "shares": ["2/3", "1/3"]}], [there])
    assert not all_matched(
        [{"type": "4", "holders": ["乙", "甲"], "shares": ["1/3", "2/3"]}], [there]
    )


def test_a_refusal_needs_exactly_the_named_codes(
    small: Day, written: Callable[[Day], Path], tmp_path: Path
) -> None:
    for person in small["events"][ACCEPT]["application"]["parties"]:
        person["id_number"] = "220402199001011234"
    small["events"] = small["events"][: ACCEPT + 1]
    met: list[bool] = []
    for count, codes in enumerate((["R14"], ["R14", "R03"], ["R01"], ["D-FORM"])):
        small["events"][ACCEPT]["expect"] = {"refused": codes}
        told = play(written(small), out=tmp_path / f"out{count}")
        met.append(not unmet(told))

    assert met == [True, False, False, False]


def test_a_wrong_field_is_named(small: Day, written: Callable[[Day], Path], tmp_path: Path) -> None:
    del small["events"][ACCEPT]["application"]["fields"]["price"]
    small["events"] = small["events"][: ACCEPT + 1]
    met: list[bool] = []
    for count, fields in enumerate((["price"], ["contract_no"])):
        small["events"][ACCEPT]["expect"] = {"refused": ["D-FORM"], "fields": fields}
        told = play(written(small), out=tmp_path / f"out{count}")
        met.append(not unmet(told))

    assert met == [True, False]


def test_success_that_was_to_be_refused_is_not_met(
    small: Day, written: Callable[[Day], Path], tmp_path: Path
) -> None:
    small["events"][ACCEPT]["expect"] = {"refused": ["R03"]}
    small["events"][CHARGE]["expect"] = {"confirm": ["R13"]}

    told = play(written(small), out=tmp_path / "out")

    assert set(unmet(told)) == {ACCEPT, CHARGE}
    assert told["throughput"]["issued"] == 6


def test_whatever_comes_is_right_where_the_file_says_so(
    small: Day, written: Callable[[Day], Path], tmp_path: Path
) -> None:
    twice = dict(small["events"][REGISTER], expect={"any": True})
    small["events"].insert(REGISTER + 1, twice)

    told = play(written(small), out=tmp_path / "out")

    assert unmet(told) == {}
    assert told["events"][REGISTER + 1]["outcome"] == "refused"


def test_counts_of_sheets_are_compared_one_by_one(
    small: Day, written: Callable[[Day], Path], tmp_path: Path
) -> None:
    at, by = small["events"][-1]["at"], small["events"][-1]["by"]
    check = {"at": at, "by": by, "do": "check", "stock": "certificate"}
    small["events"] += [
        check | {"expect": {"used": 3}},
        check | {"expect": {"used": 4, "spoilt": 0}},
    ]

    told = play(written(small), out=tmp_path / "out")

    assert unmet(told) == {len(small["events"]) - 1: {"used": 4}}


def test_numbers_are_foretold_for_one_worker_alone(
    small: Day, written: Callable[[Day], Path], tmp_path: Path
) -> None:
    small["events"][REGISTER]["expect"] = {"certificate_no": "吉（2018）辽源市不动产权第0000009号"}
    small["events"][PRINT]["expect"] = {"serial": "D22018000009"}

    alone = play(written(small), out=tmp_path / "alone")
    together = play(written(small), out=tmp_path / "together", workers=2)

    assert set(unmet(alone)) == {REGISTER, PRINT}
    assert unmet(together) == {}
    assert [row["i"] for row in together["events"]] == list(range(len(small["events"])))
