"""Reserved, sent, confirmed, checked: each step once, whatever comes out of the printer."""

from collections.abc import Callable
from uuid import UUID

import pytest

from db.session import open_engine
from db.verify import verify
from desk.workflow import commands as c
from desk.workflow import print_commands as pc
from desk.workflow.answers import JobAnswer, ReserveAnswer, ReservedSheet
from desk.workflow.errors import DeskError
from desk.workflow.queries import papers, stock
from desk.workflow.queries.print_jobs import in_printer, to_check
from desk.workflow.queries.stock_book import book_of_sheets, lying_at
from tests.workflow.conftest import BUYER, Walk

Refused = Callable[..., None]
FIRST, SECOND, THIRD = "D22000000001", "D22000000002", "D22000000003"


def reserved(walk: Walk, case_id: UUID, serial: str | None = None) -> ReservedSheet:
    answer = walk.do(pc.ReserveSheets(case_id=case_id, serial=serial), "w1")
    assert isinstance(answer, ReserveAnswer)
    return answer.sheets[0]


def sent(walk: Walk, case_id: UUID) -> ReservedSheet:
    sheet = reserved(walk, case_id)
    assert step(walk, pc.SendSheet(job_id=sheet.job_id)).state == "sent"
    return sheet


def step(walk: Walk, command: pc.JobCommand) -> JobAnswer:
    answer = walk.do(command, "w1")
    assert isinstance(answer, JobAnswer)
    return answer


def state(walk: Walk, case_id: UUID) -> str:
    with walk.desk.ask() as reader:
        case = reader.case(case_id)
    assert case is not None
    return case.state


def pile(walk: Walk) -> list[str]:
    with walk.desk.ask() as reader:
        return [first for first, _, _ in lying_at(reader, 1, "certificate")]


def holds(walk: Walk) -> bool:
    engine = open_engine(walk.url)
    found = verify(engine)
    engine.dispose()
    return found == []


def test_a_certificate_is_written_when_its_sheet_was_scanned(walk_on_both: Walk) -> None:
    walk = walk_on_both
    case_id = walk.registered()
    sheet = reserved(walk, case_id)
    assert (sheet.serial, pile(walk)) == (FIRST, [SECOND])
    assert state(walk, case_id) == "registered"

    step(walk, pc.SendSheet(job_id=sheet.job_id))
    step(walk, pc.ConfirmSheet(job_id=sheet.job_id, scanned=FIRST))
    assert state(walk, case_id) == "printed"

    with walk.desk.ask() as reader:
        assert [row.serial for row in to_check(reader, 1)] == [FIRST]
    step(walk, pc.CheckSheet(job_id=sheet.job_id, scanned=FIRST))
    walk.do(c.IssueCase(case_id=case_id, to=BUYER, method="counter"), "w1")
    with walk.desk.ask() as reader:
        assert to_check(reader) == in_printer(reader) == []
    assert holds(walk)


def test_what_was_sent_is_asked_about_and_never_sent_again(walk: Walk, refused: Refused) -> None:
    case_id = walk.registered()
    sheet = sent(walk, case_id)

    with walk.desk.ask() as reader:
        doubtful = in_printer(reader, 1)
    assert [(row.serial, row.state, row.person) for row in doubtful] == [(FIRST, "sent", "于丽娟")]
    refused(pc.SendSheet(job_id=sheet.job_id), "w1", "D-STAGE")
    refused(pc.ReserveSheets(case_id=case_id), "w1", "D-STAGE")
    refused(c.PrintCertificates(case_id=case_id), "w1", "D-STAGE")
    assert holds(walk)


def test_a_sheet_that_stayed_blank_goes_back_onto_the_pile(walk: Walk, refused: Refused) -> None:
    case_id = walk.registered()
    sheet = sent(walk, case_id)
    back = pc.ReturnSheet(job_id=sheet.job_id, scanned=FIRST, reason="打印机没有出纸")
    refused(
        pc.ReturnSheet(job_id=sheet.job_id, scanned=SECOND, reason="打印机没有出纸"),
        "w1",
        "D-STOCK",
    )
    refused(pc.ReturnSheet(job_id=sheet.job_id, scanned=FIRST, reason=""), "w1", "D-STOCK")

    assert step(walk, back).state == "returned"

    assert pile(walk) == [FIRST]
    assert reserved(walk, case_id).serial == FIRST
    assert holds(walk)


def test_another_sheet_in_the_tray_is_taken_in_its_place(walk: Walk, refused: Refused) -> None:
    case_id = walk.registered()
    sheet = sent(walk, case_id)
    refused(pc.ConfirmSheet(job_id=sheet.job_id, scanned=SECOND), "w1", "D-STOCK")

    swapped = step(
        walk, pc.SwapSheet(job_id=sheet.job_id, scanned=SECOND, reason="纸盒里放错了一张")
    )

    assert (swapped.serial, state(walk, case_id), pile(walk)) == (SECOND, "printed", [FIRST, THIRD])
    with walk.desk.ask() as reader:
        kept = papers.papers_of(reader, case_id)
    assert len([row for row in kept if row.kind == "certificate"]) in {0, 2}  # none without paper
    assert holds(walk)


def test_a_swap_with_a_sheet_of_another_window_is_refused(walk: Walk, refused: Refused) -> None:
    sheet = sent(walk, walk.registered())

    wrong = pc.SwapSheet(job_id=sheet.job_id, scanned="D22000000004", reason="放错")
    refused(wrong, "w1", "R45")


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_a_spoilt_sheet_leaves_the_certificate_to_the_next_one(
    walk_on_both: Walk, steps: int
) -> None:
    walk = walk_on_both
    case_id = walk.registered()
    sheet = sent(walk, case_id)
    for command in (pc.ConfirmSheet, pc.CheckSheet)[:steps]:
        step(walk, command(job_id=sheet.job_id, scanned=FIRST))

    step(
        walk,
        pc.SpoilWritten(
            job_id=sheet.job_id,
            scanned=FIRST,
            reason="打印偏移",
            second="w2",
            evidence={"photo": "ab" * 32},
        ),
    )

    assert state(walk, case_id) == "registered"
    with walk.desk.ask() as reader:
        line = book_of_sheets(reader)[0]
        spoilt = next(row for row in stock.totals(reader) if row.kind == "certificate").spoilt
    assert (line.kind, line.first, line.reason, line.witness, spoilt) == (
        "spoilt",
        FIRST,
        "打印偏移",
        "曲晓东",
        1,
    )
    assert sent(walk, case_id).number == sheet.number
    assert holds(walk)


def test_a_sheet_is_spoilt_before_another_person(walk: Walk, refused: Refused) -> None:
    sheet = sent(walk, walk.registered())

    alone = pc.SpoilWritten(job_id=sheet.job_id, scanned=FIRST, reason="卡纸", second="w1")
    refused(alone, "w1", "D-STOCK", fields=("second",))


def test_the_same_step_sent_twice_is_done_once(walk_on_both: Walk) -> None:
    walk = walk_on_both
    sheet = sent(walk, walk.registered())
    command = pc.ConfirmSheet(job_id=sheet.job_id, scanned=FIRST)

    assert step(walk, command) == step(walk, command)


def test_who_does_not_print_takes_no_step(walk: Walk, refused: Refused) -> None:
    case_id = walk.registered()
    refused(pc.ReserveSheets(case_id=case_id), "a1", "D-ROLE")
    sheet = reserved(walk, case_id)
    refused(pc.SendSheet(job_id=sheet.job_id), "a1", "D-ROLE")


def test_where_sheets_are_confirmed_nothing_leaves_unchecked(walk: Walk, refused: Refused) -> None:
    walk.do(c.ChangeSetting(key="sheets.confirmed", value=True), "m1")
    case_id = walk.registered()
    refused(c.PrintCertificates(case_id=case_id), "w1", "D-STAGE")
    sheet = sent(walk, case_id)
    step(walk, pc.ConfirmSheet(job_id=sheet.job_id, scanned=FIRST))
    issue = c.IssueCase(case_id=case_id, to=BUYER, method="counter")
    with pytest.raises(DeskError) as unchecked:
        walk.do(issue, "w1")
    assert FIRST in unchecked.value.text("zh")

    step(walk, pc.CheckSheet(job_id=sheet.job_id, scanned=FIRST))
    assert walk.on_case(c.IssueCase(case_id=case_id, to=BUYER, method="counter"), "w1").state == (
        "issued"
    )
