"""Working days with holidays and make-up days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.calendar import Deadline, WorkingCalendar, default_exceptions

DAYS = st.dates(date(2004, 1, 1), date(2026, 12, 31))


@pytest.fixture(scope="module")
def calendar() -> WorkingCalendar:
    return WorkingCalendar(default_exceptions())


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 4),
        date(2026, 2, 14),
        date(2026, 2, 28),
        date(2026, 5, 9),
        date(2026, 9, 20),
        date(2026, 10, 10),
        date(2018, 3, 26),
        date(2018, 4, 8),
    ],
)
def test_weekdays_and_make_up_days_are_worked(calendar: WorkingCalendar, day: date) -> None:
    assert calendar.is_working(day)


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 1),
        date(2026, 2, 16),
        date(2026, 4, 6),
        date(2026, 10, 7),
        date(2018, 4, 5),
        date(2018, 3, 25),
        date(2018, 3, 31),
    ],
)
def test_holidays_and_weekends_are_off(calendar: WorkingCalendar, day: date) -> None:
    assert not calendar.is_working(day)


def test_the_first_day_is_not_counted(calendar: WorkingCalendar) -> None:
    # From a Monday over the tomb-sweeping days 5 to 7 April, with Sunday 8 April made up.
    assert calendar.add_working_days(date(2018, 3, 26), 1) == date(2018, 3, 27)
    assert calendar.add_working_days(date(2018, 3, 26), 7) == date(2018, 4, 4)
    assert calendar.add_working_days(date(2018, 3, 26), 8) == date(2018, 4, 8)
    assert calendar.add_working_days(date(2018, 3, 26), 0) == date(2018, 3, 26)


def test_a_last_day_on_a_holiday_moves_on(calendar: WorkingCalendar) -> None:
    assert calendar.next_working_day(date(2018, 4, 5)) == date(2018, 4, 8)
    assert calendar.next_working_day(date(2018, 4, 4)) == date(2018, 4, 4)


def test_beyond_the_last_known_year_the_answer_is_marked_as_uncertain(
    calendar: WorkingCalendar,
) -> None:
    last = calendar.known_until
    assert last >= date(2026, 12, 31)

    assert calendar.deadline(last - timedelta(days=20), 5).certain
    far = calendar.deadline(last, 1)
    assert not far.certain
    assert far.day.weekday() < 5


def test_without_exceptions_weekdays_count_and_nothing_is_certain() -> None:
    plain = WorkingCalendar({})

    assert plain.deadline(date(2018, 3, 30), 1) == Deadline(date(2018, 4, 2), certain=False)


def test_days_are_never_counted_backwards(calendar: WorkingCalendar) -> None:
    with pytest.raises(ValueError, match="forwards"):
        calendar.add_working_days(date(2018, 3, 26), -1)
    assert calendar.working_days_between(date(2018, 3, 26), date(2018, 3, 1)) == 0


@given(DAYS, st.integers(1, 60))
def test_adding_and_counting_agree(day: date, n: int) -> None:
    calendar = WorkingCalendar(default_exceptions())
    last = calendar.add_working_days(day, n)

    assert calendar.is_working(last)
    assert calendar.working_days_between(day, last) == n
    assert calendar.working_days_between(day, last - timedelta(days=1)) == n - 1
