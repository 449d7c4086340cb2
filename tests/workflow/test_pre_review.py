"""What was entered at a pre-review stands there at the next visit, whoever opens it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from db.ids import new_id
from db.tables.papers import PAPERS
from desk.workflow import commands as c
from desk.workflow.answers import TicketAnswer
from desk.workflow.desk import Desk
from desk.workflow.queries.pre_review import KeptEntry, kept_entry
from desk.workflow.queries.queue import waiting
from desk.workflow.queries.slip import slip
from desk.workflow.scanned import case_of_slip
from desk.workflow.services.drafts import Draft, save_draft
from forms.catalogue import delivered
from tests.workflow.conftest import Walk, sale

Refused = Callable[..., None]
ENTERED = {
    "units": ["220402001001GB00001F00010001"],
    "parties/1/role": "obligor",
    "parties/1/name": "于丽",
    "fields/price": "318000.00",
    "answers/Q01/1": "yes",
    "materials/M01": "present",
    "materials/M13": "deferred",
}
SOURCES = dict.fromkeys(ENTERED, "typed")
ENTRY = {"values": ENTERED, "sources": SOURCES}


def looked_at(walk: Walk, case_id: UUID, **kept: object) -> None:
    """Let the clerk look at the papers of a sale."""
    evidence = {"entry": ENTRY, **kept}
    look = c.PreReview(case_id=case_id, item="LY013", materials=("M01",), evidence=evidence)
    walk.do(look, "w1")


def found(desk: Desk, case_id: UUID) -> KeptEntry | None:
    """Open what was entered for a case."""
    with desk.ask() as reader:
        return kept_entry(reader, case_id)


def test_the_whole_entry_is_there_on_another_day_at_another_window(walk_on_both: Walk) -> None:
    case_id = new_id()
    looked_at(walk_on_both, case_id)
    walk_on_both.now += timedelta(days=3)

    other = Desk.open(walk_on_both.url)
    opened = found(other, case_id)
    other.close()

    assert opened is not None
    assert (opened.item, opened.values, opened.seen) == ("LY013", ENTERED, None)
    assert opened.reviewed == opened.values


def test_what_was_keyed_after_the_pre_review_is_not_lost(walk_on_both: Walk) -> None:
    walk, case_id = walk_on_both, new_id()
    draft = Draft(id=case_id, item="LY013", values=ENTERED, sources=SOURCES, window=1)
    begun = walk.desk.upkeep(lambda act: save_draft(act, draft), by="w1")
    looked_at(walk, case_id)
    assert (kept := found(walk.desk, case_id)) is not None
    assert (kept.values, kept.seen) == (ENTERED, begun)

    more = replace(draft, values={**ENTERED, "materials/M02": "present"}, seen=begun)
    walk.now += timedelta(minutes=1)
    saved = walk.desk.upkeep(lambda act: save_draft(act, more), by="w1")

    assert (kept := found(walk.desk, case_id)) is not None
    assert kept.values["materials/M02"] == "present"
    assert "materials/M02" not in kept.reviewed
    assert kept.seen == saved


def test_a_look_at_the_papers_alone_keeps_no_entry(walk: Walk) -> None:
    case_id = new_id()
    walk.do(c.PreReview(case_id=case_id, item="LY013", materials=("M01",)), "w1")

    assert found(walk.desk, case_id) is None


@pytest.fixture
def with_papers(walk: Walk) -> Iterator[Walk]:
    """The same centre, papers kept."""
    desk = Desk.open(walk.url)
    yield Walk(desk, walk.url)
    desk.close()


def notice(walk: Walk, case_id: UUID) -> dict[str, Any]:
    """Return what the newest one-time notice of a case says."""
    with walk.desk.ask() as reader:
        wanted = select(PAPERS.c["values"]).where(
            PAPERS.c.case_id == case_id, PAPERS.c.kind == "notice_missing"
        )
        return [dict(row["values"]) for row in reader.rows(wanted)][-1]


def test_the_notice_says_of_each_paper_how_it_may_come_and_until_when(with_papers: Walk) -> None:
    walk, case_id = with_papers, new_id()
    look = c.PreReview(
        case_id=case_id,
        item="LY013",
        materials=("M01", "M02", "M04"),
        deferred=("M06",),
        evidence={
            "entry": ENTRY,
            "ways": {"M13": "supplement", "M06": "deferred"},
            "until": "2018-03-29",
        },
    )
    walk.do(look, "w1")

    said = notice(walk, case_id)
    assert said["missing"] == [
        ["1", "买卖合同(经网签备案)", "原件/核验", "补正：交齐后受理", "2018年03月29日前"],
        [
            "2",
            "契税完税或减免税凭证(信息)",
            "共享核验；契税法第十一条",
            "容缺：先受理，期限内补交",
            "2018年03月29日前",
        ],
    ]
    assert (said["applicants"], said["assured"]) == ("于丽", "")
    assert case_of_slip(said["slip"]) == case_id


def test_what_may_be_assured_is_assured_on_the_notice_itself(with_papers: Walk) -> None:
    walk, case_id = with_papers, new_id()
    item = next(item for item in delivered().items.values() if "M18" in item.materials_required)
    there = tuple(code for code in item.materials_required if code != "M18")
    look = c.PreReview(
        case_id=case_id,
        item=item.code,
        materials=there,
        deferred=("M18",),
        evidence={"ways": {"M18": "promised"}, "until": "2018-03-29"},
    )
    assert walk.on_case(look, "w1").state == "pre_reviewed"

    said = notice(walk, case_id)
    assert [row[3:] for row in said["missing"]] == [["告知承诺：书面承诺代替", "——"]]
    assert "第1项所证明的事实属实" in said["assured"]
    assert said["applicants"] == "申请人"


def standing(walk: Walk, case_id: UUID) -> str | None:
    """Return where the pre-review of a slip stands."""
    with walk.desk.ask() as reader:
        found = slip(reader, case_id, walk.now)
    return found.standing if found else None


def tickets(walk: Walk) -> list[str]:
    """Return the numbers in the order in which they will be called."""
    with walk.desk.ask() as reader:
        return [row.ticket for row in waiting(reader, walk.now) if row.called_window is None]


def drawn(walk: Walk, lane: c.Lane = "normal") -> UUID:
    """Let somebody draw a number."""
    case_id = new_id()
    walk.do(c.DrawTicket(case_id=case_id, lane=lane), "g1")
    return case_id


def test_who_comes_back_keeps_his_place_behind_priority_and_before_later_numbers(
    walk_on_both: Walk,
) -> None:
    walk = walk_on_both
    told = drawn(walk)
    walk.do(c.CallNext(window=1), "w1")
    looked_at(walk, told)
    assert standing(walk, told) == "away"
    walk.now += timedelta(days=1)
    drawn(walk)
    drawn(walk, "priority")

    walk.do(c.ComeBack(case_id=told), "g1")

    assert tickets(walk) == ["B001", "03-26 A001", "A001"]
    assert standing(walk, told) == "waits"
    with walk.desk.ask() as reader:
        waits = [row.waits_minutes for row in waiting(reader, walk.now)]
    assert max(waits) < 5  # he waits since he is back, not since yesterday


def test_who_came_without_a_number_gets_one_for_the_same_case(walk_on_both: Walk) -> None:
    walk, case_id = walk_on_both, new_id()
    looked_at(walk, case_id)
    assert standing(walk, case_id) == "away"

    answer = walk.do(c.ComeBack(case_id=case_id), "w2")

    assert isinstance(answer, TicketAnswer)
    assert (answer.ticket, tickets(walk)) == ("A001", ["A001"])
    walk.do(c.CallNext(window=2), "w2")
    assert standing(walk, case_id) == "called"


def test_a_slip_of_a_case_that_waits_or_is_served_brings_nobody_back(
    walk: Walk, refused: Refused
) -> None:
    case_id = drawn(walk)
    looked_at(walk, case_id)
    assert standing(walk, case_id) == "waits"
    refused(c.ComeBack(case_id=case_id), "g1", "D-TICKET")

    walk.do(c.CallNext(window=2), "w2")
    assert standing(walk, case_id) == "called"
    refused(c.ComeBack(case_id=case_id), "g1", "D-TICKET")

    walk.do(c.AcceptCase(case_id=case_id, application=sale()), "w2")
    assert standing(walk, case_id) == "accepted"
    refused(c.ComeBack(case_id=case_id), "g1", "D-STAGE")
    assert standing(walk, new_id()) is None


def test_who_was_missed_once_is_in_the_order_again_after_the_slip(walk: Walk) -> None:
    case_id = drawn(walk)
    walk.do(c.CallNext(window=1), "w1")
    walk.do(c.MissTicket(case_id=case_id, window=1), "w1")
    walk.do(c.RecallTicket(case_id=case_id, window=1), "w1")
    looked_at(walk, case_id)
    walk.do(c.ComeBack(case_id=case_id), "g1")

    answer = walk.do(c.CallNext(window=2), "w2")

    assert isinstance(answer, TicketAnswer)
    assert answer.case_id == case_id
