"""Shares as exact fractions."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.checks import Refused
from forms.checks.shares import format_share, parse_share, shares_sum_to_one


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("1/2", Fraction(1, 2)),
        ("2/4", Fraction(1, 2)),
        (" １／３ ", Fraction(1, 3)),
        ("50%", Fraction(1, 2)),
        ("33.33 %", Fraction(3333, 10_000)),
        ("１００％", Fraction(1)),
        ("999999/999999", Fraction(1)),
    ],
)
def test_a_share_is_read_exactly(text: str, share: Fraction) -> None:
    assert parse_share(text) == share


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "V-SHARE-SHAPE"),
        ("1/0", "V-SHARE-SHAPE"),
        ("0/1", "V-SHARE-SHAPE"),
        ("-1/2", "V-SHARE-SHAPE"),
        ("0.5", "V-SHARE-SHAPE"),
        ("1/1000000", "V-SHARE-SHAPE"),
        ("3/2", "V-SHARE-RANGE"),
        ("0%", "V-SHARE-RANGE"),
        ("101%", "V-SHARE-RANGE"),
    ],
)
def test_a_wrong_share_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_share(text)
    assert refusal.value.code == code


def test_three_thirds_are_the_whole_and_three_times_a_rounded_third_are_not() -> None:
    assert shares_sum_to_one([Fraction(1, 3)] * 3)
    assert not shares_sum_to_one([parse_share("33.33%")] * 3)
    assert not shares_sum_to_one([Fraction(1, 2), Fraction(1, 3)])
    assert not shares_sum_to_one([])


@given(st.integers(1, 999_999), st.integers(1, 999_999))
def test_what_is_written_can_be_read_again(first: int, second: int) -> None:
    share = Fraction(min(first, second), max(first, second))

    assert parse_share(format_share(share)) == share


@given(st.lists(st.integers(1, 999), min_size=1, max_size=50))
def test_parts_of_a_whole_sum_to_one(parts: list[int]) -> None:
    assert shares_sum_to_one(Fraction(part, sum(parts)) for part in parts)
    assert not shares_sum_to_one(Fraction(part, sum(parts) + 1) for part in parts)
