"""Numbers are drawn, called in order, and papers looked at."""

from collections.abc import Callable

import pytest

from db.ids import new_id
from desk.workflow import commands as c
from desk.workflow.answers import PreReviewAnswer, TicketAnswer
from desk.workflow.queries.queue import how_many_wait, waiting
from tests.workflow.conftest import Walk, sale

Refused = Callable[..., None]


def drawn(walk: Walk, lane: c.Lane = "normal") -> TicketAnswer:
    answer = walk.do(c.DrawTicket(case_id=new_id(), item="LY013", lane=lane), "g1")
    assert isinstance(answer, TicketAnswer)
    return answer


def test_numbers_count_up_in_each_lane(walk: Walk) -> None:
    tickets = [drawn(walk, lane).ticket for lane in ("normal", "normal", "priority")]

    assert tickets == ["A001", "A002", "B001"]


def test_priority_is_called_first_then_the_earliest(walk: Walk) -> None:
    first, second = drawn(walk), drawn(walk)
    urgent = drawn(walk, "priority")

    called = [walk.on_case(c.CallNext(window=1), "w1").case_id for _ in range(3)]

    assert called == [urgent.case_id, first.case_id, second.case_id]


def test_an_appointment_counts_from_its_ticket(walk: Walk) -> None:
    first, appointment = drawn(walk), drawn(walk, "appointment")

    called = [walk.on_case(c.CallNext(window=1), "w1").case_id for _ in range(2)]

    assert called == [first.case_id, appointment.case_id]


def test_a_call_when_nobody_waits_is_refused(refused: Refused) -> None:
    refused(c.CallNext(window=1), "w1", "D-TICKET")


def test_a_call_that_names_another_than_the_next_is_refused(walk: Walk, refused: Refused) -> None:
    drawn(walk)
    later = drawn(walk)

    refused(c.CallNext(window=1, case_id=later.case_id), "w1", "D-TICKET")


def test_with_several_workers_the_named_number_is_taken(walk: Walk) -> None:
    drawn(walk)
    later = drawn(walk)

    answer = walk.on_case(c.CallNext(window=1, case_id=later.case_id, any_order=True), "w1")

    assert answer.case_id == later.case_id


def test_a_number_called_already_is_not_called_again(walk: Walk, refused: Refused) -> None:
    ticket = drawn(walk)
    walk.do(c.CallNext(window=1), "w1")

    refused(c.CallNext(window=1, case_id=ticket.case_id), "w1", "D-TICKET")


def test_a_second_ticket_for_a_case_is_refused(walk: Walk, refused: Refused) -> None:
    refused(c.DrawTicket(case_id=drawn(walk).case_id), "g1", "D-TICKET")


def test_a_ticketed_case_is_accepted_only_where_it_was_called(walk: Walk, refused: Refused) -> None:
    ticket = drawn(walk)
    command = c.AcceptCase(case_id=ticket.case_id, application=sale())
    refused(command, "w1", "D-TICKET")
    walk.do(c.CallNext(window=2), "w2")

    refused(c.AcceptCase(case_id=ticket.case_id, application=sale()), "w1", "D-TICKET")
    accepted = c.AcceptCase(case_id=ticket.case_id, application=sale())
    assert walk.on_case(accepted, "w2").state == "accepted"


def test_missing_papers_are_named_all_at_once_and_the_case_stays_ticketed(walk: Walk) -> None:
    command = c.PreReview(case_id=drawn(walk).case_id, item="LY013", materials=("M01", "M04"))

    answer = walk.do(command, "g1")

    assert isinstance(answer, PreReviewAnswer)
    assert answer.missing == ("M02", "M13", "M06")
    assert answer.state == "ticketed"


def test_promised_papers_are_not_missing(walk: Walk) -> None:
    command = c.PreReview(
        case_id=new_id(),
        item="LY013",
        materials=("M01", "M02", "M04", "M06"),
        deferred=("M13",),
    )

    assert walk.on_case(command, "g1").state == "pre_reviewed"


@pytest.mark.parametrize("by", ["a1", "s1", "nobody"])
def test_whoever_may_not_draw_numbers_draws_none(refused: Refused, by: str) -> None:
    refused(c.DrawTicket(case_id=new_id()), by, "D-ROLE")


def called(walk: Walk, lane: c.Lane = "normal", window: int = 1) -> TicketAnswer:
    ticket = drawn(walk, lane)
    walk.do(c.CallNext(window=window), f"w{window}")
    return ticket


def test_a_number_is_called_again_and_its_call_stays_the_first(walk_on_both: Walk) -> None:
    walk = walk_on_both
    ticket = called(walk)
    with walk.desk.ask() as reader:
        before = waiting(reader, walk.now)[0]
    again = walk.on_case(c.RecallTicket(case_id=ticket.case_id, seen=before.n, window=1), "w1")
    with walk.desk.ask() as reader:
        after = waiting(reader, walk.now)[0]

    assert isinstance(again, TicketAnswer)
    assert (again.ticket, again.window, again.n) == ("A001", 1, before.n + 1)
    assert after.called_at == before.called_at
    walk.do(c.AcceptCase(case_id=ticket.case_id, application=sale(), window=1), "w1")


def test_a_missed_number_lets_the_next_one_through_and_comes_back(walk_on_both: Walk) -> None:
    walk = walk_on_both
    missed, other = called(walk, "priority"), drawn(walk)
    walk.do(c.MissTicket(case_id=missed.case_id, window=1), "w1")
    with walk.desk.ask() as reader:
        line = [(row.ticket, row.set_aside) for row in waiting(reader, walk.now)]
        length = how_many_wait(reader)

    assert line == [("A001", False), ("B001", True)]
    assert length == 1
    assert walk.on_case(c.CallNext(window=1), "w1").case_id == other.case_id
    back = walk.on_case(c.RecallTicket(case_id=missed.case_id, window=2), "w2")
    assert back.case_id == missed.case_id
    walk.do(c.AcceptCase(case_id=missed.case_id, application=sale(), window=2), "w2")


def test_when_everybody_was_missed_nobody_is_called(walk: Walk, refused: Refused) -> None:
    ticket = called(walk)
    walk.do(c.MissTicket(case_id=ticket.case_id, window=1), "w1")

    refused(c.CallNext(window=1), "w1", "D-TICKET")
    refused(c.CallNext(window=1, case_id=drawn(walk).case_id, any_order=False), "g1", "D-ROLE")


def test_only_its_own_window_calls_a_number_again_or_sets_it_aside(
    walk: Walk, refused: Refused
) -> None:
    ticket = called(walk)

    refused(c.RecallTicket(case_id=ticket.case_id, window=2), "w2", "D-TICKET")
    refused(c.MissTicket(case_id=ticket.case_id, window=2), "w2", "D-TICKET")
    refused(c.MissTicket(case_id=ticket.case_id, window=1), "g1", "D-ROLE")
    refused(c.RecallTicket(case_id=ticket.case_id, seen=1, window=1), "w1", "D-VERSION")


def test_a_number_that_waits_for_its_turn_is_not_called_again(walk: Walk, refused: Refused) -> None:
    called(walk)
    later = drawn(walk)

    refused(c.RecallTicket(case_id=later.case_id, window=1), "w1", "D-TICKET")
    refused(c.MissTicket(case_id=later.case_id, window=1), "w1", "D-TICKET")


def test_a_served_number_is_neither_called_again_nor_missed(walk: Walk, refused: Refused) -> None:
    ticket = called(walk)
    walk.do(c.AcceptCase(case_id=ticket.case_id, application=sale(), window=1), "w1")

    refused(c.RecallTicket(case_id=ticket.case_id, window=1), "w1", "D-STAGE")
    refused(c.MissTicket(case_id=ticket.case_id, window=1), "w1", "D-STAGE")
