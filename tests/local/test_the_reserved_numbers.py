"""Reserved numbers: taken once whatever ends the program, never by two programs of one PC."""

import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from db.ids import new_id
from db.local_file import LocalFile
from desk.local.file import LEAVE, open_file
from desk.local.keeping import Keeping
from desk.local.numbers import NoNumberLeft, Numbers, Written
from desk.workflow.answers import BlockAnswer
from desk.workflow.commands import AcceptCase
from desk.workflow.receipt_letter import TakenIn, receipt_values
from desk.workflow.receipt_numbers import BLOCK, ReceiptNumber
from printing.papers import render_paper
from tests.workflow.conftest import Walk, sale

KILLS = 8
CLERK = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4
from desk.local.keeping import Keeping
from desk.local.numbers import Written
from desk.workflow.commands import AcceptCase
from tests.workflow.conftest import sale

keeping = Keeping.on_disk(Path(sys.argv[1]))

def written(number):
    return Written(values={"case_no": number.text}, sha256="", at=datetime.now(UTC), login="w1",
                   window=1, item="LY013")

while keeping.numbers.left:
    command = AcceptCase(case_id=uuid4(), application=sale())
    given = keeping.take_in(command, command.case_id, login="w1", title="", write=written)
    print(given.number.text, command.case_id, flush=True)
"""


def block(first: int = 1, last: int = BLOCK, year: int = 2018) -> BlockAnswer:
    """A block as the database hands it out."""
    at = datetime(2018, 3, 26, tzinfo=UTC)
    return BlockAnswer(at=at, block_id=uuid4(), year=year, first_no=first, last_no=last)


def reserve(numbers: Numbers, answer: BlockAnswer) -> None:
    """Take a block over."""
    numbers.add(numbers.ask("w1", 1), answer)


def written(number: ReceiptNumber) -> Written:
    """A receipt that says its number alone."""
    return Written(
        values={"case_no": number.text},
        sha256="",
        at=datetime(2018, 3, 26, 1, tzinfo=UTC),
        login="w1",
        window=1,
        item="LY013",
    )


def take_in(keeping: Keeping, case_id: UUID | None = None) -> ReceiptNumber:
    """Take papers in and give out the receipt."""
    command = AcceptCase(case_id=case_id or new_id(), application=sale())
    given = keeping.take_in(command, command.case_id, login="w1", title="", write=written)
    return given.number


def test_numbers_go_out_in_their_order_until_none_is_left(tmp_path: Path) -> None:
    keeping = Keeping.on_disk(tmp_path)
    reserve(keeping.numbers, block(last=3))

    assert [take_in(keeping).no for _ in range(3)] == [1, 2, 3]
    with pytest.raises(NoNumberLeft):
        take_in(keeping)
    assert keeping.outbox.waiting == 3  # the fourth act was not kept either
    keeping.close()


def test_a_case_that_is_sent_again_keeps_its_receipt(tmp_path: Path) -> None:
    keeping = Keeping.on_disk(tmp_path)
    reserve(keeping.numbers, block())
    case_id = new_id()

    assert take_in(keeping, case_id) == take_in(keeping, case_id)
    assert keeping.numbers.left == BLOCK - 1
    keeping.close()


def test_a_receipt_that_can_not_be_written_costs_no_number(tmp_path: Path) -> None:
    keeping = Keeping.on_disk(tmp_path)
    reserve(keeping.numbers, block())
    command = AcceptCase(case_id=new_id(), application=sale())

    def unprintable(number: ReceiptNumber) -> Written:
        raise ValueError(number.text)

    with pytest.raises(ValueError, match="SJ2018-0000001"):
        keeping.take_in(command, command.case_id, login="w1", title="", write=unprintable)

    assert (keeping.numbers.left, keeping.outbox.waiting) == (BLOCK, 0)
    assert take_in(keeping).no == 1
    keeping.close()


def killed(folder: Path, seconds: float) -> dict[str, str]:
    """Let a clerk take papers in, kill the program; return which case each number was told for."""
    begun = [sys.executable, "-c", CLERK, str(folder)]
    with subprocess.Popen(begun, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        first = program.stdout.readline()
        time.sleep(seconds)
        program.send_signal(signal.SIGKILL)
        told = [line.split() for line in [first, *program.stdout]]
    return {line[0]: line[1] for line in told if len(line) == 2}


def test_a_kill_between_taking_and_printing_neither_loses_a_number_nor_gives_it_twice(
    tmp_path: Path,
) -> None:
    for kill in range(KILLS):
        folder = tmp_path / str(kill)
        keeping = Keeping.on_disk(folder)
        reserve(keeping.numbers, block(last=500))
        keeping.close()

        told = killed(folder, kill * 0.01)

        keeping = Keeping.on_disk(folder)
        kept = {given.number.text: str(given.case_id) for given in keeping.numbers.rows()}
        waiting = {str(c.case_id) for row in keeping.outbox.rows() if (c := _act(keeping, row.id))}
        assert told.items() <= kept.items()
        assert len(kept) - len(told) <= 1  # the one that was kept and not told any more
        assert set(kept.values()) == waiting  # no number without its act, no act without a number
        assert not any(given.is_printed for given in keeping.numbers.rows())
        assert take_in(keeping).text not in kept
        keeping.close()


def _act(keeping: Keeping, ident: UUID) -> AcceptCase | None:
    command = keeping.outbox.command(ident)
    return command if isinstance(command, AcceptCase) else None


def test_what_an_ended_program_left_is_given_out_once(tmp_path: Path) -> None:
    first, second = Keeping.on_disk(tmp_path), Keeping.on_disk(tmp_path)
    reserve(first.numbers, block(1, 3))
    reserve(second.numbers, block(4, 6))
    mine = take_in(second)
    first.close()
    second.close()

    again = Keeping.on_disk(tmp_path)
    taken = [take_in(again).no for _ in range(5)]
    assert taken == [1, 2, 3, 5, 6]
    assert [given.number for given in again.numbers.rows()][3] == mine
    again.close()


def test_a_number_on_its_way_to_another_file_is_given_out_by_neither(tmp_path: Path) -> None:
    """The program was killed while it took over what another one had left."""
    keeping = Keeping.on_disk(tmp_path)
    beside = open_file(tmp_path)
    reserve(Numbers(beside), block())
    beside.run(LEAVE, ("workstation-1",))

    assert Numbers(beside).left == 0
    beside.close()
    keeping.close()
    again = Keeping.on_disk(tmp_path)
    assert again.numbers.left == BLOCK
    again.close()


def test_a_block_whose_answer_was_lost_is_asked_for_under_the_same_id(file: LocalFile) -> None:
    numbers = Numbers(file)
    asked = numbers.ask("w1", 1)

    assert numbers.ask("w1", 2) == asked  # with its window, else it would be another act
    assert numbers.ask("w2", 2) != asked
    answer = block()
    numbers.add(asked, answer)
    numbers.add(asked, answer)
    assert numbers.left == BLOCK
    assert numbers.ask("w1", 1) != asked


def test_a_void_number_goes_to_nobody_and_keeps_its_reason(tmp_path: Path) -> None:
    keeping = Keeping.on_disk(tmp_path)
    reserve(keeping.numbers, block())
    case_id = new_id()
    keeping.numbers.void(take_in(keeping, case_id), "卡纸")
    next_one = keeping.numbers.next()
    assert next_one is not None
    keeping.void(None, next_one, "试打")

    assert take_in(keeping, case_id).no == 3
    assert [(g.number.no, g.state, g.reason) for g in keeping.numbers.rows()] == [
        (1, "void", "卡纸"),
        (2, "void", "试打"),
        (3, "given", ""),
    ]
    keeping.close()


def test_of_a_number_that_ended_nothing_is_left_on_the_disk(tmp_path: Path) -> None:
    keeping = Keeping.on_disk(tmp_path)
    reserve(keeping.numbers, block())
    reserve(keeping.numbers, block(first=BLOCK + 1, last=BLOCK + 1))
    name = "阿卜杜热西提"

    def named(number: ReceiptNumber) -> Written:
        return Written(
            values={"applicants": name},
            sha256="",
            at=datetime.now(UTC),
            login="w1",
            window=1,
            item="LY013",
        )

    given = keeping.take_in(
        AcceptCase(case_id=(case := new_id()), application=sale()),
        case,
        login="w1",
        title="",
        write=named,
    )
    assert keeping.numbers.place_of(given.number) == (1, BLOCK)
    keeping.numbers.settle(given.number)

    assert keeping.numbers.rows() == ()
    for left in tmp_path.glob("workstation-1.db*"):
        assert name.encode() not in left.read_bytes()
    keeping.close()


def test_the_year_ends_what_is_left_of_its_numbers(file: LocalFile) -> None:
    numbers = Numbers(file)
    reserve(numbers, block(last=2))
    reserve(numbers, block(last=2, year=2019))

    numbers.void_of_earlier_years(2019, "年度结束")

    assert [(g.number.year, g.reason) for g in numbers.rows()] == [(2018, "年度结束")] * 2
    assert numbers.left == 2


def test_the_receipt_says_what_was_taken_in_from_whom_and_when(walk: Walk) -> None:
    command = AcceptCase(
        case_id=new_id(),
        application=sale(),
        evidence={
            "pages": [
                {"material": "M02", "sha256": f"{n:064x}", "source": "camera"} for n in range(3)
            ]
        },
    )
    taken = TakenIn(
        at=datetime(2018, 3, 26, 1, 31, tzinfo=UTC),
        login="w1",
        clerk="于丽娟",
        window=1,
        location="辽源市龙山区人民大街0001号",
    )

    values = receipt_values(walk.desk.setting, command, ReceiptNumber(year=2018, no=3), taken)

    assert values["applicants"] == "于丽、赵海燕"
    assert values["received_at"] == "2018年03月26日 09:31"
    assert values["materials"][1] == ["2", "申请人身份证明", "核验原件留复印件", "3"]
    assert len(values["materials"]) == len(sale().materials)
    assert render_paper("receipt_for_papers", values).pages == 1
