"""A centre begins with people, sheets and a register that does not contradict itself."""

from collections import Counter
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from desk.workflow.application import Person
from desk.workflow.demo import DemoCentre
from desk.workflow.desk import Desk
from desk.workflow.founding import BadRegister, CentreSpec, RightSpec, create_database
from desk.workflow.queries import cases, people, pool, queue, register, stock
from tests.workflow.conftest import EMPTY, HOME, OTHER_HOME, SELLER, Walk, dump, house

NOW = datetime(2026, 11, 24, 2, 30, tzinfo=UTC)
CENTRE = CentreSpec(
    name="中心",
    authority="局",
    short="吉",
    area_name="辽源市",
    area_codes=("220402",),
    windows=1,
    year=2018,
)
HALF = Person(name="甲", id_type="1", id_number="1", share=Fraction(1, 2))


def owned(unit: str, **changes: object) -> RightSpec:
    values: dict[str, object] = {
        "name": "r1",
        "unit": unit,
        "type": "4",
        "holders": (SELLER,),
        "registered_at": date(2018, 1, 2),
    }
    return RightSpec(**(values | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rights", "problem"),
    [
        ((owned(OTHER_HOME),), "no unit"),
        ((owned(HOME), owned(HOME, name="r2")), "owned by r1 already"),
        ((owned(HOME, holders=()),), "no holder"),
        ((owned(HOME, co_ownership="shares", holders=(HALF,)),), "one whole"),
    ],
    ids=["no such unit", "owned twice", "nobody holds it", "half is missing"],
)
def test_a_register_that_contradicts_itself_is_not_taken_over(
    sqlite_url: str, rights: tuple[RightSpec, ...], problem: str
) -> None:
    before = dump(sqlite_url)

    with pytest.raises(BadRegister, match=problem):
        create_database(
            sqlite_url,
            kind="rehearsal",
            centre=CENTRE,
            staff=(),
            units=(house(HOME),),
            rights=rights,
        )
    assert dump(sqlite_url) == before


def test_the_register_that_was_taken_over_can_be_looked_at(walk: Walk) -> None:
    with walk.desk.ask() as reader:
        units = {view.unit.code: view for view in register.all_units(reader, walk.now)}
        found = register.find_units(reader, "220402 001001", 5, walk.now)
        sheets = stock.stock(reader)
        following = stock.next_sheet(reader, 1, "certificate")

    assert units[EMPTY].state == {"unregistered"}
    assert units[OTHER_HOME].state == {"free"}
    assert [row.code for row in found] == [HOME]
    assert [(row.kind, row.window, row.in_stock) for row in sheets] == [
        ("certificate", None, 4),
        ("certificate", 1, 3),
        ("certificate", 2, 2),
        ("proof", 1, 3),
    ]
    assert following == "D22000000001"


def test_the_demonstration_shows_something_on_every_screen(sqlite_url: str) -> None:
    DemoCentre(now=NOW).create(sqlite_url, keep_papers=False)
    desk = Desk.open(sqlite_url)

    with desk.ask() as reader:
        states = Counter(row.state for row in cases.find_cases(reader, "", 500, NOW))
        units = list(register.all_units(reader, NOW))
        words = Counter(word for view in units for word in view.state)
        waiting = queue.waiting(reader, NOW)
        ready = [row for n in range(1, 19) for row in cases.my_window(reader, n, "", NOW).to_issue]
        assert len(people.staff(reader)) == 31
        assert pool.pool(reader, "a1", NOW)
    desk.close()

    assert set(states) >= {"accepted", "in_approval", "approved", "registered", "printed", "issued"}
    assert len(units) == 2_000
    assert set(words) >= {"free", "mortgaged", "seized", "waiting_seizure", "noticed", "objection"}
    assert set(words) >= {"habitation", "locked", "unregistered", "in_process"}
    assert len(waiting) == 24
    assert {row.state for row in waiting} == {"ticketed", "pre_reviewed"}
    assert ready
