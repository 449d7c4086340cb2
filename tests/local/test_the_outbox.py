"""U-20: the database goes away in the middle of a morning; nothing is lost, nothing done twice."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.ids import new_id
from db.local_file import LocalFile
from db.server import PrivateServer
from db.tables.cases import CASE_EVENTS
from desk.local.file import open_file
from desk.local.outbox import Outbox
from desk.workflow.answers import Answer
from desk.workflow.commands import AcceptCase, Command
from desk.workflow.desk import Desk
from desk.workflow.errors import Unreachable
from desk.workflow.founding import (
    CentreSpec,
    RightSpec,
    StaffSpec,
    create_database,
    midnight,
)
from desk.workflow.queries.people import staff
from desk.workflow.reader import Kind
from tests.workflow.conftest import DAY, HOME, SELLER, UNKNOWN, Walk, house, sale

CASES = 10
HOMES = tuple(f"220402001001GB00001F0001{n:04d}" for n in range(1, CASES + 1))


@pytest.fixture
def away() -> Iterator[PrivateServer]:
    """A server of its own, to be halted and started again."""
    with PrivateServer() as running:
        yield running


def found_street(url: str, kind: Kind = "rehearsal") -> None:
    """Make a centre with ten homes of one owner."""
    create_database(
        url,
        kind=kind,
        centre=CentreSpec(
            name="辽源市不动产登记中心",
            authority="辽源市国土资源局",
            short="吉",
            area_name="辽源市",
            area_codes=("220402",),
            windows=1,
            year=DAY.year,
        ),
        staff=(StaffSpec(login="w1", name="于丽娟", roles=("clerk",), window=1),),
        units=tuple(house(code) for code in HOMES),
        rights=tuple(
            RightSpec(
                name=code[-4:],
                unit=code,
                type="4",
                holders=(SELLER,),
                co_ownership="sole",
                registered_at=DAY,
            )
            for code in HOMES
        ),
        at=midnight(DAY),
    )


def taken_in(unit: str = HOME) -> AcceptCase:
    """Take papers in for the sale of a home."""
    return AcceptCase(case_id=new_id(), application=sale(unit))


def accepted(desk: Desk) -> int:
    """Count the acceptances in the database."""
    query = select(func.count()).where(CASE_EVENTS.c.kind == "case.accepted")
    with desk.ask() as reader:
        return int(reader.connection.scalar(query) or 0)


@pytest.mark.postgresql
def test_u20_ten_cases_over_an_outage_arrive_once_each(
    away: PrivateServer, file: LocalFile, tmp_path: Path
) -> None:
    url = away.create_database("centre")
    found_street(url)
    desk = Desk.open(url, keep_papers=False)
    outbox = Outbox(file)

    def do(command: Command, login: str) -> Answer:
        return desk.do(command, by=login)

    changes = desk.listen()
    away.halt()
    commands = [taken_in(home) for home in HOMES]
    for command in commands:
        with pytest.raises(Unreachable) as refused:
            do(command, "w1")
        assert refused.value.codes == ("E-NET-001",)
        outbox.put(command, login="w1", title=str(command.case_id))
    assert outbox.send(do, login="w1") == 0
    assert outbox.waiting == CASES
    with pytest.raises(Unreachable), desk.ask() as reader:
        staff(reader)
    with pytest.raises(Unreachable):
        desk.hear(changes)

    changes.close()
    away.start()
    sent = outbox.send(do, login="w1")
    numbers = {row.case_no for row in outbox.rows()}

    assert (sent, outbox.waiting, accepted(desk), len(numbers)) == (CASES, 0, CASES, CASES)
    assert outbox.send(do, login="w1") == 0
    desk.listen().close()
    desk.close()


def test_an_answer_that_was_lost_is_not_a_second_case(walk: Walk, file: LocalFile) -> None:
    outbox = Outbox(file)
    outbox.put(taken_in(), login="w1", title="A023")
    lost: list[Command] = []

    def cut(command: Command, login: str) -> Answer:
        answer = walk.desk.do(command, by=login, at=walk.now)
        if not lost:
            lost.append(command)
            raise Unreachable
        return answer

    assert outbox.send(cut, login="w1") == 0
    assert (outbox.waiting, accepted(walk.desk)) == (1, 1)
    assert outbox.send(cut, login="w1") == 1
    assert (outbox.waiting, accepted(walk.desk)) == (0, 1)
    (row,) = outbox.rows()
    assert (row.tries, row.case_no, row.size) == (2, "2018-0000001", 0)


def test_a_refused_act_stays_with_what_was_said_and_does_not_hold_up_the_next(
    walk: Walk, file: LocalFile
) -> None:
    outbox = Outbox(file)
    wrong = taken_in(UNKNOWN)
    outbox.put(wrong, login="w1", title="wrong")
    outbox.put(taken_in(), login="w1", title="right")

    def do(command: Command, login: str) -> Answer:
        return walk.desk.do(command, by=login, at=walk.now)

    assert outbox.send(do, login="w1") == 1
    refused, sent = outbox.rows()
    assert (refused.state, sent.state) == ("refused", "sent")
    assert refused.findings[0].text("en")
    assert outbox.command(wrong.id) == wrong

    assert outbox.send(do, login="w1") == 0
    assert outbox.rows()[0].tries == 1  # not sent again by itself
    right = AcceptCase(
        id=wrong.id, case_id=wrong.case_id, application=sale("220402001003GB00001F00010001")
    )
    outbox.put(right, login="w1", title="corrected")
    outbox.send(do, login="w1")
    assert outbox.rows()[0].tries == 2


def test_another_persons_acts_wait_for_that_person(walk: Walk, file: LocalFile) -> None:
    outbox = Outbox(file)
    outbox.put(taken_in(), login="w2", title="A023")

    def never(command: Command, login: str) -> Answer:
        raise AssertionError(f"{login} is not here")

    assert outbox.send(never, login="w1") == 0
    assert outbox.waiting == 1


def test_the_outbox_outlives_the_program(tmp_path: Path) -> None:
    first = open_file(tmp_path)
    command = taken_in()
    Outbox(first).put(command, login="w1", title="A023")
    first.close()

    again = open_file(tmp_path)
    kept = Outbox(again).command(command.id)
    again.close()

    assert kept == command


def test_a_register_file_that_is_gone_is_away_and_comes_back(
    open_walk: Callable[[str], Walk], sqlite_url: str
) -> None:
    walk = open_walk(sqlite_url)
    walk.desk.close()
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    hidden = path.rename(path.with_suffix(".away"))
    path.mkdir()
    with pytest.raises(Unreachable):
        walk.desk.do(taken_in(), by="w1")

    path.rmdir()
    hidden.rename(path)
    assert walk.on_case(taken_in(), "w1").state == "accepted"
