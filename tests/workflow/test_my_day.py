"""A clerk's own figures are what plain SQL counts in the events, and nobody else's."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Row, text

from db.session import open_engine, reading
from desk.workflow import commands as c
from desk.workflow.application import Person
from desk.workflow.clock import day_of
from desk.workflow.demo import DemoCentre
from desk.workflow.desk import Desk
from desk.workflow.queries.my_day import FEWEST_RATINGS, MyDays, Spread, my_days
from tests.workflow.conftest import DAY, EMPTY, Walk, sale, seizure

COURT = Person(name="辽源市龙山区人民法院", id_type="9", id_number="(2018)吉0402执1号")
KINDS = {
    "accepted": ("case.accepted", "case.seized"),
    "approved": ("case.approved",),
    "issued": ("case.issued",),
    "refused": ("case.refused", "case.not_accepted"),
}


def figures(desk: Desk, login: str, today: date) -> MyDays:
    """Read somebody's figures."""
    with desk.ask() as reader:
        return my_days(reader, login, today)


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A demonstration centre in the middle of its day."""
    url = f"sqlite:///{tmp_path_factory.mktemp('demonstration') / 'centre.db'}"
    DemoCentre(now=datetime.now(UTC)).create(url, keep_papers=False)
    return url


def sql(url: str, statement: str) -> Sequence[Row[Any]]:
    """Ask the database itself."""
    engine = open_engine(url)
    with reading(engine) as connection:
        rows = connection.execute(text(statement)).all()
    engine.dispose()
    return rows


def test_every_persons_figures_are_those_of_plain_sql(demonstration: str) -> None:
    rows = sql(demonstration, "SELECT actor, kind FROM case_events")
    back = sql(
        demonstration,
        "SELECT a.actor FROM case_events r JOIN case_events a ON a.case_id = r.case_id"
        " WHERE r.kind = 'case.returned' AND a.kind = 'case.accepted'",
    )
    desk, today = Desk.open(demonstration, keep_papers=False), day_of(datetime.now(UTC))
    found = {
        login: figures(desk, login, today).together for login in sorted({row.actor for row in rows})
    }
    desk.close()

    assert len(found) > 5
    for login, own in found.items():
        for name, kinds in KINDS.items():
            counted = sum(row.actor == login and row.kind in kinds for row in rows)
            assert getattr(own, name) == counted, (login, name)
        assert own.returned == sum(row.actor == login for row in back)
    assert sum(own.accepted for own in found.values()) > 0
    assert sum(own.issued for own in found.values()) > 0


def test_ratings_stay_hidden_until_there_are_enough_of_them(walk: Walk) -> None:
    shown = []
    for score in (5, 4, 5, 3, 5):
        order = seizure(EMPTY)
        walk.do(order, "w1")
        walk.do(c.IssueCase(case_id=order.case_id, to=COURT, method="counter"), "w1")
        walk.do(c.RateCase(case_id=order.case_id, score=score), "w1")
        shown.append(figures(walk.desk, "w1", DAY).rating)

    assert len(shown) == FEWEST_RATINGS
    assert shown == [None, None, None, None, 4.4]
    assert figures(walk.desk, "w2", DAY).rating is None


def test_minutes_run_from_the_call_and_from_the_acceptance(walk_on_both: Walk) -> None:
    walk, case_id = walk_on_both, c.new_id()
    walk.do(c.DrawTicket(case_id=case_id), "g1")
    walk.do(c.CallNext(window=1), "w1")
    walk.now += timedelta(minutes=6)
    walk.do(c.AcceptCase(case_id=case_id, application=sale()), "w1")
    own = figures(walk.desk, "w1", DAY).by_day[DAY]

    assert own.at_window == Spread(p50=7, p90=7)
    assert own.gross == Spread()
    assert figures(walk.desk, "w2", DAY).together.at_window == Spread()


def test_gross_minutes_belong_to_who_handed_the_papers_out(walk: Walk) -> None:
    walk.issued()
    at = {
        row.kind: datetime.fromisoformat(row.at)
        for row in sql(walk.url, "SELECT kind, at FROM case_events")
    }
    minutes = (at["case.issued"] - at["case.accepted"]).total_seconds() / 60

    assert minutes > 0
    assert figures(walk.desk, "w1", DAY).by_day[DAY].gross == Spread(p50=minutes, p90=minutes)
    assert figures(walk.desk, "a1", DAY).by_day[DAY].gross == Spread()


def test_a_case_that_came_back_counts_for_who_accepted_it(walk: Walk) -> None:
    case_id = walk.claimed()
    walk.do(
        c.DecideCase(case_id=case_id, decision="return", opinion="请补婚姻证明。"),
        "a1",
    )

    assert figures(walk.desk, "w1", DAY).by_day[DAY].returned == 1
    assert figures(walk.desk, "a1", DAY).by_day[DAY].returned == 0


def test_the_days_are_today_and_twenty_working_days_before_it(walk: Walk) -> None:
    walk.accepted()
    monday_after = DAY + timedelta(days=7)
    found = figures(walk.desk, "w1", monday_after)

    assert len(found.by_day) == 21
    assert next(iter(found.by_day)) == monday_after
    assert all(day.weekday() < 5 or found.by_day[day].accepted for day in found.by_day)
    assert found.by_day[DAY].accepted == 1
    assert found.by_day[monday_after].accepted == 0
