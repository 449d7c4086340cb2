"""Working days: weekdays, with the holidays and make-up days that each year's notice sets."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of a period; not `certain` where the notice of a year is not known yet."""

    day: date
    certain: bool


class WorkingCalendar:
    """Weekdays corrected by exceptions (True: worked, False: off).

    A day after `known_until` counts by its weekday alone; `deadline` says so.
    """

    def __init__(self, exceptions: Mapping[date, bool]) -> None:
        self._exceptions = dict(exceptions)
        years = [day.year for day in self._exceptions]
        self.known_until = date(max(years), 12, 31) if years else date.min

    @property
    def exceptions(self) -> Mapping[date, bool]:
        """Return the days on which the weekday does not tell whether the centre works."""
        return dict(self._exceptions)

    def is_working(self, day: date) -> bool:
        """Say whether the centre works on a day."""
        return self._exceptions.get(day, day.weekday() < _SATURDAY)

    def add_working_days(self, day: date, n: int) -> date:
        """Return the nth working day after a day, which itself is not counted (民法典 201)."""
        if n < 0:
            raise ValueError("working days are counted forwards")
        for _ in range(n):
            day += timedelta(days=1)
            while not self.is_working(day):
                day += timedelta(days=1)
        return day

    def deadline(self, day: date, n: int) -> Deadline:
        """Return the nth working day after a day, and whether every notice up to it is known."""
        last = self.add_working_days(day, n)
        return Deadline(last, certain=last <= self.known_until)

    def working_days_between(self, first: date, last: date) -> int:
        """Count the working days after `first` up to and including `last`; 0 if it is not later."""
        days = (last - first).days
        return sum(self.is_working(first + timedelta(days=step)) for step in range(1, days + 1))

    def next_working_day(self, day: date) -> date:
        """Return the day itself or the first working day after it (民法典 203)."""
        return day if self.is_working(day) else self.add_working_days(day, 1)


def default_exceptions() -> dict[date, bool]:
    """Return the holidays and make-up days of all years whose notice is known (since 2004)."""
    # Imported here: the table is large and most commands never ask for it.
    from chinese_calendar import constants

    off = dict.fromkeys(constants.holidays, False)
    worked = dict.fromkeys(constants.workdays, True)
    return off | worked
