"""Money in fen: read, written, in capital words, rounded."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.checks import Refused
from forms.checks.money import (
    format_fen,
    format_wan,
    in_words,
    parse_fen,
    round_half_up,
    understand_fen,
)

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = {"拾": 10, "佰": 100, "仟": 1_000}
MOST = 9_999_999_999_999_999  # fourteen digits of yuan, two of fen


def read_words(words: str) -> int:
    """Read an amount in capital words, by another way than it is written."""
    yuan, _, rest = words.partition("元")
    total = part = digit = 0
    for sign in yuan if "元" in words else "":
        if sign in DIGITS:
            digit = DIGITS.index(sign)
        elif sign in PLACES:
            part, digit = part + digit * PLACES[sign], 0
        elif sign == "万":
            total, part, digit = total + (part + digit) * 10_000, 0, 0
        else:
            total, part, digit = (total + part + digit) * 10**8, 0, 0
    fen = (total + part + digit) * 100
    digit = 0
    for sign in rest if "元" in words else words:
        digit = DIGITS.index(sign) if sign in DIGITS else digit
        fen += digit * {"角": 10, "分": 1}.get(sign, 0)
    return fen


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("318000.00", 31_800_000),
        ("0", 0),
        ("0.5", 50),
        ("0.05", 5),
        (" 1,280,000.00 ", 128_000_000),
        ("１２３．４５", 12_345),
        ("99999999999999.99", MOST),
    ],
)
def test_an_amount_is_read(text: str, fen: int) -> None:
    assert parse_fen(text) == fen


@pytest.mark.parametrize(
    "text",
    ["", "-1", "1.234", "1.", ".5", "01", "1e3", "12,34", "1,2345", "NaN", "100000000000000"],
)
def test_a_wrong_amount_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_fen(text)
    assert refusal.value.code == "V-MONEY-SHAPE"


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (31_800_000, "叁拾壹万捌仟元整"),
        (0, "零元整"),
        (5, "伍分"),
        (50, "伍角整"),
        (105, "壹元零伍分"),
        (110, "壹元壹角整"),
        (123_456, "壹仟贰佰叁拾肆元伍角陆分"),
        (1_000, "壹拾元整"),
        (100_100, "壹仟零壹元整"),
        (10_050_000, "壹拾万零伍佰元整"),
        (1_000_050_000, "壹仟万零伍佰元整"),
        (101_000_000, "壹佰零壹万元整"),
        (10_000_000_000, "壹亿元整"),
        (10_001_000_100, "壹亿零壹万零壹元整"),
        (10_000_005_000, "壹亿零伍拾元整"),
        (300_000_000_000_000, "叁万亿元整"),
        (300_050_000_000_000, "叁万零伍亿元整"),
        (-8_000, "负捌拾元整"),
    ],
)
def test_an_amount_in_words(fen: int, words: str) -> None:
    assert in_words(fen) == words


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("128w", 128_000_000),
        ("128W", 128_000_000),
        ("１２８万", 128_000_000),
        ("31.8万元", 31_800_000),
        ("1.5亿", 15_000_000_000),
        ("318000", 31_800_000),
    ],
)
def test_an_amount_is_understood_as_a_clerk_types_it(text: str, fen: int) -> None:
    assert understand_fen(text) == fen


@pytest.mark.parametrize("text", ["w", "1.1234567万", "128k", "99999999999999亿", "-1万"])
def test_what_is_no_amount_is_not_understood(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        understand_fen(text)
    assert refusal.value.code == "V-MONEY-SHAPE"


def test_the_papers_write_wan_with_four_decimals() -> None:
    assert format_wan(31_800_000) == "31.8000万元"
    assert format_wan(90_000_000) == "90.0000万元"
    assert format_wan(12_345_678) == "12.3457万元"
    assert format_wan(0) == "0.0000万元"


def test_halves_are_rounded_away_from_zero() -> None:
    assert [round_half_up(Fraction(n, 2)) for n in (1, 3, 5, -1, -3)] == [1, 2, 3, -1, -2]
    assert round_half_up(Fraction(49, 100)) == 0
    assert round_half_up(7) == 7


@given(st.integers(0, MOST))
def test_what_is_written_can_be_read_again(fen: int) -> None:
    assert parse_fen(format_fen(fen)) == fen
    assert format_fen(-fen or 0).removeprefix("-") == format_fen(fen)


@given(st.integers(0, MOST))
def test_words_say_the_amount(fen: int) -> None:
    words = in_words(fen)

    assert read_words(words) == fen
    assert "零零" not in words
    assert "亿万" not in words


@given(st.fractions())
def test_rounding_never_moves_more_than_a_half(value: Fraction) -> None:
    assert abs(round_half_up(value) - value) <= Fraction(1, 2)
