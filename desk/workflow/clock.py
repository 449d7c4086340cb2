"""The clock of a case: 受理 starts it, 发证 stops it; pure functions over the events."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import Literal
from zoneinfo import ZoneInfo

from forms.calendar import WorkingCalendar
from forms.items import Limit

SHANGHAI = ZoneInfo("Asia/Shanghai")
LAST_MOMENT = time(23, 59, 59)
AT_ONCE_MINUTES = 60

ClockState = Literal["not_started", "normal", "warning", "overdue", "paused", "done"]
Owner = Literal["counter", "back_office", "tax", "applicant", "printer"]

WARNING_SHARE = 0.75  # of the time that a case may take

_STAGE_AFTER: Mapping[str, str] = MappingProxyType(
    {
        "accepted": "acceptance",
        "in_approval": "approval",
        "returned": "supplement",
        "approved": "registration",
        "registered": "printing",
        "printed": "hand_over",
    }
)
_OWNERS: Mapping[str, Owner] = MappingProxyType(
    {
        "acceptance": "counter",
        "tax": "tax",
        "pool": "back_office",
        "approval": "back_office",
        "supplement": "applicant",
        "registration": "back_office",
        "printing": "printer",
        "hand_over": "counter",
    }
)
_PAUSE_OWNERS: Mapping[str, Owner] = MappingProxyType(
    {
        "supplement": "applicant",
        "applicant_away": "applicant",
        "announcement": "back_office",
        "site_visit": "back_office",
        "system_fault": "back_office",
    }
)
_MEDIANS: Mapping[str, float] = MappingProxyType(
    {"acceptance": 6, "tax": 4, "pool": 5, "approval": 6, "registration": 3, "printing": 4}
    | {"hand_over": 4, "supplement": 0}
)
_COURSE = ("acceptance", "pool", "approval", "registration", "printing", "hand_over")
_STATE_OF_COURSE: Mapping[str, int] = MappingProxyType(
    {"accepted": 1, "in_approval": 2, "returned": 1, "approved": 3, "registered": 4, "printed": 5}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockEvent:
    """One event as the clock needs it; `kind` is the act's short name, as `accept`."""

    kind: str
    to_state: str
    at: datetime
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageSpan:
    """A stretch of the case's time, and whose it was."""

    stage: str
    since: datetime
    until: datetime
    owner: Owner

    @property
    def minutes(self) -> float:
        """Return its length in minutes."""
        return minutes_between(self.since, self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockView:
    """What the clock shows; gross minutes decide the target, net ones stand beside them."""

    state: ClockState
    accepted_at: datetime | None = None
    ended_at: datetime | None = None
    due_at: datetime | None = None
    gross_minutes: float = 0.0
    net_minutes: float = 0.0
    left_minutes: float | None = None
    target_minutes: int | None = None
    within_target: bool | None = None  # known when the case is done
    forecast_at: datetime | None = None
    stages: tuple[StageSpan, ...] = ()


NOT_STARTED = ClockView(state="not_started")


def due_at(accepted_at: datetime, limit: Limit, calendar: WorkingCalendar) -> datetime:
    """Return the end of the limit: so many minutes, or the end of the last working day."""
    if limit.unit == "working_days":
        return end_of_day(calendar.add_working_days(day_of(accepted_at), limit.value))
    return accepted_at + timedelta(minutes=limit.value or AT_ONCE_MINUTES)


def day_of(at: datetime) -> date:
    """Return the day of an instant at the centre."""
    return at.astimezone(SHANGHAI).date()


def end_of_day(day: date) -> datetime:
    """Return the last second of a day at the centre."""
    return datetime.combine(day, LAST_MOMENT, SHANGHAI).astimezone(UTC)


def minutes_between(since: datetime, until: datetime) -> float:
    """Return the minutes between two instants."""
    return (until - since).total_seconds() / 60


def read_clock(
    events: Sequence[ClockEvent],
    *,
    due_at: datetime | None,
    now: datetime,
    medians: Mapping[str, float] = _MEDIANS,
) -> ClockView:
    """Read the clock of a case from its events in order; no acceptance, no clock."""
    course = _since_acceptance(events)
    if not course:
        return NOT_STARTED
    start, last = course[0].at, course[-1]
    ended = _end_of(course)
    until = ended or max(now, last.at)
    stages = _spans(course, until)
    paused = sum(span.minutes for span in stages if span.stage == "pause")
    gross = minutes_between(start, until)
    return ClockView(
        state=_state(course, start, due_at, until, ended),
        accepted_at=start,
        ended_at=ended,
        due_at=due_at,
        gross_minutes=gross,
        net_minutes=gross - paused,
        left_minutes=minutes_between(until, due_at) if due_at else None,
        target_minutes=_target(start, due_at),
        within_target=until <= due_at if ended and due_at else None,
        forecast_at=None if ended else until + _still_to_come(last.to_state, medians),
        stages=stages,
    )


def _since_acceptance(events: Sequence[ClockEvent]) -> Sequence[ClockEvent]:
    for place, event in enumerate(events):
        if event.kind in {"accept", "seize"}:
            return events[place:]
    return ()


def _end_of(course: Iterable[ClockEvent]) -> datetime | None:
    ends = (e.at for e in course if e.kind in {"issue", "withdraw", "refuse"})
    return next(ends, None)


def _target(start: datetime, due: datetime | None) -> int | None:
    if due is None:
        return None
    minutes = round(minutes_between(start, due))
    return minutes if minutes <= AT_ONCE_MINUTES else None


def _state(
    course: Sequence[ClockEvent],
    start: datetime,
    due: datetime | None,
    until: datetime,
    ended: datetime | None,
) -> ClockState:
    if ended:
        return "done"
    if due is not None and until > due:
        return "overdue"
    if _is_paused(course):
        return "paused"
    if due is not None and (until - start) >= (due - start) * WARNING_SHARE:
        return "warning"
    return "normal"


def _is_paused(course: Iterable[ClockEvent]) -> bool:
    turns = [event.kind for event in course if event.kind in {"pause", "resume"}]
    return bool(turns) and turns[-1] == "pause"


def _spans(course: Sequence[ClockEvent], until: datetime) -> tuple[StageSpan, ...]:
    """Cut the time at every event and join neighbours of one stage and owner."""
    spans: list[StageSpan] = []
    pause: str | None = None
    followers = [*course[1:], None]
    for event, follower in zip(course, followers, strict=True):
        if event.kind in {"issue", "withdraw", "refuse"}:
            break
        if event.kind in {"pause", "resume"}:
            pause = (event.reason or "") if event.kind == "pause" else None
        end = follower.at if follower else until
        stage, owner = _whose(event, follower, pause, spans)
        _add(spans, StageSpan(stage=stage, since=event.at, until=end, owner=owner))
    return tuple(spans)


def _whose(
    event: ClockEvent, follower: ClockEvent | None, pause: str | None, spans: Sequence[StageSpan]
) -> tuple[str, Owner]:
    if pause is not None:
        return "pause", _PAUSE_OWNERS.get(pause, "counter")
    stage = _STAGE_AFTER.get(event.to_state, "hand_over")
    if stage == "acceptance":
        stage = _at_the_counter(event, follower)
    return stage, _OWNERS[stage]


_BACK_IN_POOL = frozenset({"pay", "exempt", "supplement", "release", "refer", "skip"})


def _at_the_counter(event: ClockEvent, follower: ClockEvent | None) -> str:
    # Between charge and payment the tax office and the payer have it; after the last act at the
    # counter the case waits for an approver.
    following = follower.kind if follower else ""
    if event.kind == "charge" and following in {"pay", "exempt"}:
        return "tax"
    if following in {"claim", "skip", ""} or event.kind in _BACK_IN_POOL:
        return "pool"
    return "acceptance"


def _add(spans: list[StageSpan], span: StageSpan) -> None:
    if spans and (spans[-1].stage, spans[-1].owner) == (span.stage, span.owner):
        before = spans.pop()
        span = StageSpan(stage=span.stage, since=before.since, until=span.until, owner=span.owner)
    if span.until > span.since:
        spans.append(span)


def _still_to_come(state: str, medians: Mapping[str, float]) -> timedelta:
    rest = _COURSE[_STATE_OF_COURSE.get(state, len(_COURSE)) :]
    return timedelta(minutes=sum(medians.get(stage, 0.0) for stage in rest))
