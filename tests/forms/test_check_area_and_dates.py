"""Areas and days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.checks import Refused
from forms.checks.area import format_area, parse_area
from forms.checks.dates import format_day_zh, parse_day, understand_day

TODAY = date(2018, 3, 26)


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("86.40", 8_640),
        ("86.4", 8_640),
        ("86", 8_600),
        ("0.005", 1),
        ("0.0049", 0),
        ("123.4550", 12_346),
        (" ８６．４ ", 8_640),
        ("9999999999.9999", 1_000_000_000_000),
    ],
)
def test_an_area_is_read_and_rounded_half_up(text: str, area: int) -> None:
    assert parse_area(text) == area


@pytest.mark.parametrize("text", ["", "-1", "1.23456", "01", "1,000", "十", "99999999999"])
def test_a_wrong_area_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_area(text)
    assert refusal.value.code == "V-AREA-SHAPE"


@given(st.integers(0, 10**12 - 1))
def test_an_area_that_is_written_can_be_read_again(area: int) -> None:
    assert parse_area(format_area(area)) == area


@given(st.dates())
def test_a_day_that_is_written_can_be_read_again(day: date) -> None:
    assert parse_day(day.isoformat()) == day
    assert understand_day(format_day_zh(day), TODAY) == day


def test_the_papers_write_a_day_with_leading_zeros() -> None:
    assert format_day_zh(date(2024, 6, 3)) == "2024年06月03日"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "V-DATE-SHAPE"),
        ("2018-3-26", "V-DATE-SHAPE"),
        ("20180326", "V-DATE-SHAPE"),
        ("２018-03-26", "V-DATE-SHAPE"),
        ("2018-02-30", "V-DATE-EXISTS"),
        ("2018-13-01", "V-DATE-EXISTS"),
        ("0000-01-01", "V-DATE-EXISTS"),
    ],
)
def test_a_wrong_day_in_data_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_day(text)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1120", date(2018, 11, 20)),
        ("20191120", date(2019, 11, 20)),
        ("191120", date(2019, 11, 20)),
        ("2019.11.20", date(2019, 11, 20)),
        ("2019/1/2", date(2019, 1, 2)),
        ("2019年1月2日", date(2019, 1, 2)),
        ("11-20", date(2018, 11, 20)),
        ("11月20日", date(2018, 11, 20)),
        ("8", date(2018, 3, 8)),
        ("28", date(2018, 3, 28)),
        ("+3", date(2018, 3, 29)),
        ("-26", date(2018, 2, 28)),
        ("＋３", date(2018, 3, 29)),
        ("今天", TODAY),
        ("明天", date(2018, 3, 27)),
        ("昨", date(2018, 3, 25)),
    ],
)
def test_a_day_is_understood_as_a_clerk_types_it(text: str, day: date) -> None:
    assert understand_day(text, TODAY) == day


def test_a_step_out_of_the_calendar_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        understand_day("+9999", date.max)
    assert refusal.value.code == "V-DATE-EXISTS"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "V-DATE-SHAPE"),
        ("spring", "V-DATE-SHAPE"),
        ("112", "V-DATE-SHAPE"),
        ("+99999", "V-DATE-SHAPE"),
        ("0230", "V-DATE-EXISTS"),
        ("1320", "V-DATE-EXISTS"),
        ("31.02", "V-DATE-EXISTS"),
    ],
)
def test_what_is_no_day_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        understand_day(text, TODAY)
    assert refusal.value.code == code
