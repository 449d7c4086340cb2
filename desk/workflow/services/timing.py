"""What stops, restarts and ends time: pauses, announcements, the turn of the day."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from sqlalchemy import insert, select

from db.ids import new_id
from db.tables.cases import CASE_NOW, CASE_NUMBERS
from db.tables.people import AUDIT
from db.tables.register import ANNOUNCEMENTS, RIGHT_NOW
from desk.workflow.act import Act
from desk.workflow.answers import CaseAnswer, DayAnswer, Touched
from desk.workflow.book import read_book
from desk.workflow.clock import end_of_day
from desk.workflow.commands import AnnounceCase, PauseCase, ResumeCase, TurnDay
from desk.workflow.errors import Code, Finding, refuse
from desk.workflow.facts import OBJECTION, SEIZURE, RightFacts, Stage
from desk.workflow.kept import case_no
from desk.workflow.papers import keep_announcement
from desk.workflow.reading import read_case
from desk.workflow.rules.daily import limit_used, run_out
from desk.workflow.rules.lapse import last_day
from desk.workflow.stages import OPEN

_RUNNING_OUT = (
    select(RIGHT_NOW.c.unit_code).where(RIGHT_NOW.c.right_type.in_([OBJECTION, SEIZURE])).distinct()
)
_LIMITS = (
    select(CASE_NOW.c.accepted_at, CASE_NOW.c.due_at, CASE_NUMBERS.c.year, CASE_NUMBERS.c.no)
    .join_from(CASE_NOW, CASE_NUMBERS, CASE_NUMBERS.c.case_id == CASE_NOW.c.case_id)
    .where(CASE_NOW.c.state.in_(sorted(OPEN)), CASE_NOW.c.due_at.is_not(None))
    .order_by(CASE_NOW.c.due_at)
)
_FOUND_ONCE = timedelta(days=1)
_AT_ONE_TIME = 500  # units read together


def pause_case(act: Act, command: PauseCase) -> CaseAnswer:
    """Stop the net clock; a case that stands still already is D-STAGE."""
    case = act.case_for("pause", command.case_id, command.seen)
    if case.paused_at is not None:
        raise refuse(Code.STAGE, stage=case.state)
    n = act.record(case, "pause", case.state, reason=command.reason)
    return _answer(act, command, case.state, n)


def resume_case(act: Act, command: ResumeCase) -> CaseAnswer:
    """Start the net clock again; a case that does not stand still is D-STAGE."""
    case = act.case_for("resume", command.case_id, command.seen)
    if case.paused_at is None:
        raise refuse(Code.STAGE, stage=case.state)
    n = act.record(case, "resume", case.state, reason=command.reason)
    return _answer(act, command, case.state, n)


def announce_case(act: Act, command: AnnounceCase) -> CaseAnswer:
    """Publish the announcement that the item needs; an item without one is D-STAGE (细则 17)."""
    case = act.case_for("announce", command.case_id, command.seen)
    needed = act.item(case).announcement
    if needed is None:
        raise refuse(Code.STAGE, stage=case.state)
    n = act.record(case, "announce", case.state)
    row = {"case_id": case.case_id, "n": n, "kind": needed.kind, "working_days": needed.days}
    act.write(insert(ANNOUNCEMENTS), [{**row, **act.stamp}])
    if act.setting.keep_papers:
        keep_announcement(act, read_case(act, Stage.REVIEW, case).facts)
    return _answer(act, command, case.state, n)


def turn_day(act: Act, command: TurnDay) -> DayAnswer:
    """Do each new day's work: tell what ran out or soon will, and which limits are near."""
    act.require_role("advance_days")
    days = [act.day + timedelta(days=step) for step in range(1, command.days + 1)]
    last = days[-1] if days else act.day
    findings = (*_ran_out(act, days), *_limits(act, last))
    audit = {
        "id": new_id(),
        "act": "day.turned",
        "object": last.isoformat(),
        "data": {"days": command.days, "codes": sorted({f.code for f in findings})},
        **act.stamp,
    }
    act.write(insert(AUDIT), [audit])
    return DayAnswer(
        at=act.now,
        touched=(Touched.REGISTER, Touched.CASES),
        findings=findings,
        day=last.isoformat(),
    )


def _ran_out(act: Act, days: list[date]) -> Iterator[Finding]:
    codes = [row["unit_code"] for row in act.rows(_RUNNING_OUT)]
    for start in range(0, len(codes), _AT_ONE_TIME):
        book = read_book(act.connection, codes[start : start + _AT_ONE_TIME], act.day)
        for right in book.rights():
            yield from _said_of(act, right, days)


def _said_of(act: Act, right: RightFacts, days: list[date]) -> Iterator[Finding]:
    end = last_day(right.type, right.fields, right.rank_at)
    for day in days:
        told_before = end is not None and end < day - _FOUND_ONCE
        finding = None if told_before else run_out(right, day, act.setting.catalogue)
        if finding is not None:
            yield finding


def _limits(act: Act, day: date) -> Iterator[Finding]:
    morning = end_of_day(day - _FOUND_ONCE)
    for row in act.rows(_LIMITS):
        allowed = (row["due_at"] - row["accepted_at"]).total_seconds()
        used = (morning - row["accepted_at"]).total_seconds()
        finding = limit_used(
            Fraction(used) / Fraction(allowed),
            number=case_no(row["year"], row["no"]) or "",
            catalogue=act.setting.catalogue,
            day=day,
        )
        if finding is not None:
            yield finding


def _answer(
    act: Act, command: PauseCase | ResumeCase | AnnounceCase, state: str, n: int
) -> CaseAnswer:
    return CaseAnswer(
        at=act.now,
        touched=(Touched.CASES, Touched.POOL),
        case_id=command.case_id,
        state=state,
        n=n,
    )
