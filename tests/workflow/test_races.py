"""Several programs at once: one winner each time, no number twice, no gap."""

import multiprocessing
from uuid import UUID

import pytest

from db.ids import new_id
from desk.workflow import commands as c
from desk.workflow.answers import AcceptAnswer, CaseAnswer
from desk.workflow.desk import Desk
from desk.workflow.errors import DeskError
from tests.workflow.conftest import HOME, OTHER_HOME, OWNER, SELLER, Walk, mortgage, sale

Result = tuple[str, str]


def send(url: str, tasks: list[tuple[c.Command, str]]) -> list[Result]:
    """Do acts in a process of its own and tell what came of each."""
    desk = Desk.open(url, keep_papers=False)
    results: list[Result] = []
    for command, by in tasks:
        try:
            answer = desk.do(command, by=by)
        except DeskError as refusal:
            results.append(("refused", ",".join(refusal.codes)))
        else:
            results.append(("done", _told(answer)))
    desk.close()
    return results


def _told(answer: object) -> str:
    if isinstance(answer, AcceptAnswer):
        return answer.case_no
    return str(answer.case_id) if isinstance(answer, CaseAnswer) else ""


def race(url: str, *programs: list[tuple[c.Command, str]]) -> list[Result]:
    """Let every list of acts run in its own process at the same time."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(len(programs)) as pool:
        answers = pool.starmap(send, [(url, tasks) for tasks in programs])
    return [result for answer in answers for result in answer]


def test_two_windows_never_get_the_same_number(walk_on_both: Walk) -> None:
    walk = walk_on_both
    tickets = [new_id() for _ in range(8)]
    for case_id in tickets:
        walk.do(c.DrawTicket(case_id=case_id), "g1")

    calls: list[tuple[c.Command, str]] = [(c.CallNext(window=1), "w1") for _ in range(4)]
    others: list[tuple[c.Command, str]] = [(c.CallNext(window=2), "w2") for _ in range(4)]
    results = race(walk.url, calls, others)

    assert {UUID(told) for outcome, told in results if outcome == "done"} == set(tickets)


def test_two_approvers_never_claim_the_same_case(walk_on_both: Walk) -> None:
    walk = walk_on_both
    pool = {walk.accepted(), walk.accepted(mortgage())}

    results = race(walk.url, [(c.ClaimCase(), "a1")], [(c.ClaimCase(), "a2")])

    assert {UUID(told) for outcome, told in results if outcome == "done"} == pool


def test_two_sales_of_one_home_find_one_buyer(walk_on_both: Walk) -> None:
    walk = walk_on_both

    results = race(
        walk.url,
        [(c.AcceptCase(case_id=new_id(), application=sale()), "w1")],
        [(c.AcceptCase(case_id=new_id(), application=sale()), "w2")],
    )

    assert sorted(outcome for outcome, _ in results) == ["done", "refused"]
    assert [told for outcome, told in results if outcome == "refused"] == ["R07"]


def test_case_numbers_have_neither_gaps_nor_twins(walk_on_both: Walk) -> None:
    walk = walk_on_both
    tasks: list[list[tuple[c.Command, str]]] = []
    for clerk, unit, owner in (("w1", HOME, SELLER), ("w2", OTHER_HOME, OWNER)):
        acts: list[tuple[c.Command, str]] = []
        for _ in range(5):
            accept = c.AcceptCase(case_id=new_id(), application=sale(unit, owner))
            acts += [
                (accept, clerk),
                (c.WithdrawCase(case_id=accept.case_id, reason="改期"), clerk),
            ]
        tasks.append(acts)

    results = race(walk.url, *tasks)

    assert {outcome for outcome, _ in results} == {"done"}
    numbers = sorted(int(told[5:]) for _, told in results if told.startswith("20"))
    assert numbers == list(range(1, 11))


@pytest.mark.parametrize("copies", [3])
def test_a_command_sent_by_many_at_once_is_done_once(walk_on_both: Walk, copies: int) -> None:
    walk = walk_on_both
    command = c.AcceptCase(case_id=new_id(), application=sale())

    sending: list[tuple[c.Command, str]] = [(command, "w1")]
    results = race(walk.url, *[sending] * copies)

    assert {outcome for outcome, _ in results} == {"done"}
    assert len({told for _, told in results}) == 1
