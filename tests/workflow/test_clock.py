"""The clock of a case from its events alone."""

from datetime import UTC, date, datetime, timedelta

import pytest

from desk.workflow.clock import ClockEvent, ClockView, day_of, due_at, read_clock
from forms.calendar import WorkingCalendar
from forms.items import Limit

START = datetime(2018, 3, 26, 1, 0, tzinfo=UTC)
DUE = START + timedelta(minutes=60)


def event(kind: str, to_state: str, minute: float, reason: str | None = None) -> ClockEvent:
    return ClockEvent(
        kind=kind, to_state=to_state, at=START + timedelta(minutes=minute), reason=reason
    )


WAY = (
    event("ticket", "ticketed", -10),
    event("accept", "accepted", 0),
    event("charge", "accepted", 2),
    event("pay", "accepted", 5),
    event("claim", "in_approval", 9),
    event("approve", "approved", 15),
    event("register", "registered", 16),
    event("print", "printed", 20),
    event("issue", "issued", 30),
)


def at(minute: float, *events: ClockEvent) -> ClockView:
    return read_clock(events, due_at=DUE, now=START + timedelta(minutes=minute))


def test_nothing_runs_before_acceptance() -> None:
    assert at(5, WAY[0]).state == "not_started"


def test_the_handing_out_stops_the_clock() -> None:
    clock = at(500, *WAY)

    assert (clock.state, clock.gross_minutes, clock.within_target) == ("done", 30.0, True)


def test_every_minute_belongs_to_somebody() -> None:
    clock = at(500, *WAY)

    assert [(span.stage, span.owner, span.minutes) for span in clock.stages] == [
        ("acceptance", "counter", 2.0),
        ("tax", "tax", 3.0),
        ("pool", "back_office", 4.0),
        ("approval", "back_office", 6.0),
        ("registration", "back_office", 1.0),
        ("printing", "printer", 4.0),
        ("hand_over", "counter", 10.0),
    ]
    assert sum(span.minutes for span in clock.stages) == clock.gross_minutes


@pytest.mark.parametrize(
    ("minute", "state"), [(10, "normal"), (46, "warning"), (60, "warning"), (61, "overdue")]
)
def test_the_state_follows_the_gross_minutes(minute: float, state: str) -> None:
    assert at(minute, WAY[1]).state == state


def test_a_pause_stops_the_net_minutes_only() -> None:
    clock = at(40, WAY[1], event("pause", "accepted", 10, "applicant_away"))

    assert (clock.state, clock.gross_minutes, clock.net_minutes) == ("paused", 40.0, 10.0)
    assert clock.stages[-1].owner == "applicant"


def test_being_late_is_not_hidden_by_a_pause() -> None:
    assert at(70, WAY[1], event("pause", "accepted", 10, "applicant_away")).state == "overdue"


def test_the_forecast_shrinks_with_every_stage() -> None:
    forecasts = [at(20, *WAY[1:end]).forecast_at for end in (2, 5, 6, 7, 8)]

    assert all(forecast is not None for forecast in forecasts)
    assert forecasts == sorted(forecasts, reverse=True)  # type: ignore[type-var]


def test_working_days_end_with_the_last_one() -> None:
    holiday = WorkingCalendar({date(2018, 3, 27): False})

    due = due_at(START, Limit(2, "working_days"), holiday)

    assert day_of(due) == date(2018, 3, 29)
    assert day_of(due + timedelta(seconds=1)) == date(2018, 3, 30)
