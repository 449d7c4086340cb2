"""The database is back: each receipt is reported once, used with its case, void with its reason."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from db.ids import new_id
from db.server import PrivateServer
from db.session import open_engine
from db.verify import verify
from desk.local.keeping import Keeping
from desk.local.reporting import is_due, report
from desk.local.taking_in import drawn, take_in
from desk.workflow import commands as c
from desk.workflow.answers import Answer
from desk.workflow.commands import AcceptCase, Command
from desk.workflow.desk import Desk
from desk.workflow.errors import DeskError, Unreachable
from desk.workflow.queries.cases import case
from desk.workflow.queries.receipts import open_receipts
from desk.workflow.receipt_letter import TakenIn
from desk.workflow.receipt_numbers import BLOCK, FEWEST, ReceiptNumber
from printing.raster import page_text
from tests.local.test_the_outbox import HOMES, found_street
from tests.workflow.conftest import HOME, UNKNOWN, Walk, sale

YEAR = datetime.now(UTC).year


class Workstation:
    """One PC of the centre with its own file, and the person who sits there."""

    def __init__(self, folder: Path, desk: Desk, login: str, window: int) -> None:
        self.keeping = Keeping.on_disk(folder)
        self.desk, self.login, self.window = desk, login, window

    def take_in(self, unit: str = HOME) -> tuple[AcceptCase, str]:
        """Take papers in while the database is away; return the act and its receipt's number."""
        command = AcceptCase(case_id=new_id(), application=sale(unit), window=self.window)
        taken = TakenIn(at=datetime.now(UTC), login=self.login, clerk="于丽娟", window=self.window)
        return command, take_in(self.keeping, self.desk.setting, command, taken).number

    def back(self) -> tuple[str, ...]:
        """Do what is done when the database is back; return the codes of what was refused."""
        self.report()
        self.keeping.outbox.send(lambda act, by: self.desk.do(act, by=by), login=self.login)
        return self.report()

    def report(self) -> tuple[str, ...]:
        """Report the numbers; return the codes of what was refused."""
        now = datetime.now(UTC)
        refused = report(
            self.keeping.numbers, self.desk, login=self.login, window=self.window, now=now
        )
        return tuple(finding.code for finding in refused)


@pytest.fixture
def two(walk_on_both: Walk, tmp_path: Path) -> Iterator[tuple[Workstation, Workstation]]:
    """Windows 1 and 2 of the small centre, each with its reserve."""
    desk = walk_on_both.desk
    made = tuple(
        Workstation(tmp_path / login, desk, login, window)
        for window, login in ((1, "w1"), (2, "w2"))
    )
    for workstation in made:
        workstation.report()
    yield made[0], made[1]
    for workstation in made:
        workstation.keeping.close()


def sound(walk: Walk) -> bool:
    """Tell whether the whole database holds."""
    engine = open_engine(walk.url)
    found = verify(engine)
    engine.dispose()
    return found == []


def test_two_windows_give_out_receipts_and_each_case_knows_its_own(
    walk_on_both: Walk, two: tuple[Workstation, Workstation]
) -> None:
    first, second = two
    one, number = first.take_in(HOME)
    other, second_number = second.take_in(UNKNOWN)
    assert (number, second_number) == (f"SJ{YEAR}-0000001", f"SJ{YEAR}-{BLOCK + 1:07d}")
    second.keeping.outbox.drop(other.id)

    assert first.back() == ()
    with walk_on_both.desk.ask() as reader:
        view = case(reader, one.case_id, datetime.now(UTC))
        left = open_receipts(reader)
    assert view is not None
    assert view.receipt is not None
    assert view.receipt.number == number
    assert left == []  # window 2 was not there yet
    assert first.keeping.numbers.rows() == ()
    assert first.keeping.outbox.rows()[0].receipt == number
    second.back()
    with walk_on_both.desk.ask() as reader:
        assert [row.number for row in open_receipts(reader)] == [second_number]
    assert sound(walk_on_both)


class LosesAnswers(Desk):
    """A line that carries every act to the database and no answer back."""

    loses = False

    def do(self, command: Command, *, by: str, **more: Any) -> Answer:
        answer = super().do(command, by=by, **more)
        if self.loses:
            raise Unreachable
        return answer


def test_what_was_reported_and_not_answered_is_not_told_twice(
    walk_on_both: Walk, tmp_path: Path
) -> None:
    desk = LosesAnswers.open(walk_on_both.url, keep_papers=False)
    assert isinstance(desk, LosesAnswers)
    workstation = Workstation(tmp_path, desk, "w1", 1)
    desk.loses = True
    with pytest.raises(Unreachable):
        workstation.report()  # the block is handed out, and nobody here knows
    desk.loses = False
    workstation.report()
    _, number = workstation.take_in()
    assert number == f"SJ{YEAR}-0000001"

    for _ in range(2):  # lost after the report, then after the end
        desk.loses = True
        with pytest.raises(Unreachable):
            workstation.report()
        desk.loses = False
        workstation.keeping.outbox.send(lambda act, by: desk.do(act, by=by), login="w1")

    assert workstation.report() == ()
    assert workstation.keeping.numbers.rows() == ()
    workstation.keeping.close()
    desk.close()
    assert sound(walk_on_both)


def test_a_refused_case_leaves_its_receipt_open_until_it_is_voided_with_a_reason(
    walk_on_both: Walk, two: tuple[Workstation, Workstation]
) -> None:
    workstation, _ = two
    command, number = workstation.take_in(UNKNOWN)
    workstation.back()
    with walk_on_both.desk.ask() as reader:
        assert [row.number for row in open_receipts(reader)] == [number]

    no = ReceiptNumber(year=YEAR, no=1)
    workstation.keeping.void(command.id, no, "没有这个单元，材料已退")
    workstation.report()

    with walk_on_both.desk.ask() as reader:
        assert open_receipts(reader) == []
    assert workstation.keeping.numbers.rows() == ()
    assert sound(walk_on_both)


def test_numbers_are_handed_out_before_the_last_one_is_gone(
    two: tuple[Workstation, Workstation],
) -> None:
    workstation, _ = two
    assert not is_due(workstation.keeping.numbers)
    for _ in range(BLOCK - FEWEST + 1):
        workstation.take_in()
    assert workstation.keeping.numbers.left == FEWEST - 1

    workstation.report()

    assert workstation.keeping.numbers.left == FEWEST - 1 + BLOCK


def test_without_a_number_nothing_is_taken_in(two: tuple[Workstation, Workstation]) -> None:
    workstation, _ = two
    for _ in range(BLOCK):
        workstation.take_in()

    with pytest.raises(Unreachable) as refused:
        workstation.take_in()

    assert workstation.keeping.outbox.waiting == BLOCK
    assert "no reserved number is left" in refused.value.text("en")
    assert "预留号用完了" in refused.value.text("zh")


def test_a_name_that_can_not_be_printed_costs_neither_number_nor_act(
    two: tuple[Workstation, Workstation],
) -> None:
    workstation, _ = two
    command = AcceptCase(case_id=new_id(), application=sale(reason="买卖"))
    named = command.application.parties[0]
    strange = type(named)(
        role=named.role, name="王\U0002fa1f", id_type=named.id_type, id_number=named.id_number
    )
    command = AcceptCase(case_id=new_id(), application=sale(parties=(strange,)))
    taken = TakenIn(at=datetime.now(UTC), login="w1", clerk="于丽娟", window=1)

    with pytest.raises(DeskError) as refused:
        take_in(workstation.keeping, workstation.desk.setting, command, taken)

    assert "2FA1F" in refused.value.text("zh")
    assert (workstation.keeping.numbers.left, workstation.keeping.outbox.waiting) == (BLOCK, 0)


def test_what_the_supervisor_voided_meanwhile_is_given_out_no_more(
    walk_on_both: Walk, two: tuple[Workstation, Workstation]
) -> None:
    workstation, _ = two
    (block,) = workstation.keeping.numbers.blocks()
    walk_on_both.desk.do(c.VoidBlock(block_id=block, reason="电脑送修"), by="s1")

    workstation.report()

    assert workstation.keeping.numbers.next() == ReceiptNumber(year=YEAR, no=2 * BLOCK + 1)
    assert sound(walk_on_both)


@pytest.mark.postgresql
def test_ten_receipts_over_an_outage_become_ten_cases_each_with_its_own(tmp_path: Path) -> None:
    with PrivateServer() as server:
        url = server.create_database("centre")
        found_street(url)
        desk = Desk.open(url, keep_papers=False)
        workstation = Workstation(tmp_path, desk, "w1", 1)
        workstation.report()
        server.halt()
        with pytest.raises(Unreachable):
            workstation.report()
        taken = {number: act.case_id for act, number in map(workstation.take_in, HOMES)}
        assert len(taken) == len(HOMES)
        server.start()

        assert workstation.back() == ()
        rows = {row.receipt: row.case_no for row in workstation.keeping.outbox.rows()}
        assert set(rows) == set(taken)
        assert len(set(rows.values())) == len(HOMES)
        with desk.ask() as reader:
            for number, case_id in taken.items():
                view = case(reader, case_id, datetime.now(UTC))
                assert view is not None
                assert view.receipt is not None
                assert (view.receipt.number, view.row.case_no) == (number, rows[number])
            assert open_receipts(reader) == []
        desk.close()
        engine = open_engine(url)
        assert verify(engine) == []
        engine.dispose()
        workstation.keeping.close()


def test_the_receipt_is_drawn_the_same_after_the_program_was_killed(
    open_walk: Callable[[str], Walk], sqlite_url: str, tmp_path: Path
) -> None:
    walk = open_walk(sqlite_url)
    workstation = Workstation(tmp_path, walk.desk, "w1", 1)
    workstation.report()
    _, number = workstation.take_in()
    workstation.keeping.close()

    again = Keeping.on_disk(tmp_path)
    (given,) = again.numbers.rows()
    assert not given.is_printed
    assert number in page_text(drawn(given))
    assert drawn(given) == drawn(given)
    again.numbers.printed(given.number)
    assert again.numbers.rows()[0].is_printed
    again.close()
