"""A returned case waits five working days for its papers; the calendar ends that, no job does."""

from datetime import UTC, date, datetime, timedelta

import pytest

from desk.workflow import commands as c
from desk.workflow.queries.cases import case
from desk.workflow.rules.lapse import supplement_until
from desk.workflow.why.cases import case_lines
from forms.calendar import WorkingCalendar
from tests.workflow.conftest import Walk, dump

LAST = date(2018, 4, 2)  # returned on Monday the 26th of March: five working days on


def at(day: date, hour: int, minute: int, second: int) -> datetime:
    """Return a moment of the centre's clock."""
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=UTC) - timedelta(
        hours=8
    )


@pytest.mark.parametrize(
    ("moment", "over"),
    [
        (at(LAST, 0, 0, 0), False),
        (at(LAST, 23, 59, 59), False),
        (at(LAST + timedelta(days=1), 0, 0, 0), True),
    ],
)
def test_the_period_ends_with_its_last_day_and_nothing_is_written(
    walk: Walk, moment: datetime, over: bool
) -> None:
    case_id = walk.claimed()
    walk.do(c.DecideCase(case_id=case_id, decision="return", opinion="合同缺第2页"), "a1")
    before = dump(walk.url)
    with walk.desk.ask() as reader:
        view = case(reader, case_id, moment)
        told = {
            language: "\n".join(case_lines(reader, "2018-0000001", moment, language) or ())
            for language in ("zh", "en")
        }

    assert view is not None
    assert view.supplement is not None
    assert (view.supplement.until, view.supplement.over) == (LAST, over)
    assert "2018-04-02" in told["zh"]
    assert ("届满" in told["zh"]) is over
    assert ("ended on" in told["en"]) is over
    assert dump(walk.url) == before


def test_papers_that_come_late_are_still_taken_in(walk: Walk) -> None:
    case_id = walk.claimed()
    walk.do(c.DecideCase(case_id=case_id, decision="return", opinion="合同缺第2页"), "a1")
    walk.now = at(LAST + timedelta(days=3), 9, 0, 0)
    walk.do(c.SupplementCase(case_id=case_id, materials=("M13",)), "w1")
    with walk.desk.ask() as reader:
        view = case(reader, case_id, walk.now)

    assert view is not None
    assert view.row.state == "accepted"
    assert view.supplement is None


def test_holidays_are_no_working_days() -> None:
    calendar = WorkingCalendar({date(2018, 4, 5): False, date(2018, 4, 8): True})

    assert supplement_until(at(date(2018, 4, 4), 9, 0, 0), 2, calendar) == date(2018, 4, 8)
