"""Cases are claimed in order of urgency by other eyes, decided, and entered in the register."""

from collections.abc import Callable

from db.ids import new_id
from desk.workflow import commands as c
from desk.workflow.answers import RegisterAnswer
from desk.workflow.queries import cases, register
from tests.workflow.conftest import (
    BUYER,
    HOME,
    MORTGAGED,
    OTHER_HOME,
    Walk,
    mortgage,
    sale,
    seizure,
)

Refused = Callable[..., None]


def test_the_most_urgent_case_is_claimed_first(walk: Walk) -> None:
    first, second = walk.accepted(), walk.accepted(mortgage())

    claimed = [walk.on_case(c.ClaimCase(), by).case_id for by in ("a1", "a2")]

    assert claimed == [first, second]


def test_naming_a_less_urgent_case_is_refused(walk: Walk, refused: Refused) -> None:
    walk.accepted()

    refused(c.ClaimCase(case_id=walk.accepted(mortgage())), "a1", "D-TICKET")


def test_own_acceptances_are_passed_over_in_the_pool(walk: Walk) -> None:
    walk.accepted(by="w2")
    other = walk.accepted(mortgage())

    assert walk.on_case(c.ClaimCase(), "w2").case_id == other


def test_who_accepted_a_case_does_not_claim_it(walk: Walk, refused: Refused) -> None:
    refused(c.ClaimCase(case_id=walk.accepted(by="w2")), "w2", "R50")


def test_an_empty_pool_gives_nothing(refused: Refused) -> None:
    refused(c.ClaimCase(), "a1", "D-TICKET")


def test_a_claimed_case_is_no_longer_in_the_pool(walk: Walk, refused: Refused) -> None:
    refused(c.ClaimCase(case_id=walk.claimed()), "a2", "D-STAGE")


def test_a_released_case_is_back_in_the_pool(walk: Walk) -> None:
    case_id = walk.claimed()
    walk.do(c.ReleaseClaim(case_id=case_id, reason="外出"), "a1")

    assert walk.on_case(c.ClaimCase(case_id=case_id), "a2").state == "in_approval"


def test_only_who_claimed_a_case_decides_it(walk: Walk, refused: Refused) -> None:
    command = c.DecideCase(case_id=walk.claimed(), decision="approve", opinion="同意")

    refused(command, "a2", "D-ROLE")


def test_a_refusal_needs_its_ground(walk: Walk, refused: Refused) -> None:
    case_id = walk.claimed()
    refused(
        c.DecideCase(case_id=case_id, decision="refuse", opinion="有争议"),
        "a1",
        "D-FORM",
        fields=("ground",),
    )

    command = c.DecideCase(case_id=case_id, decision="refuse", opinion="有争议", ground="2")
    assert walk.on_case(command, "a1").state == "refused"


def test_nothing_is_decided_unclaimed_or_entered_unapproved(walk: Walk, refused: Refused) -> None:
    case_id = walk.accepted()

    refused(c.DecideCase(case_id=case_id, decision="approve", opinion="同意"), "a1", "D-STAGE")
    refused(c.RegisterCase(case_id=case_id), "a1", "D-STAGE")


def test_a_sale_moves_the_ownership_and_numbers_its_certificate(walk: Walk) -> None:
    case_id = walk.approved()
    answer = walk.do(c.RegisterCase(case_id=case_id), "a1")

    assert isinstance(answer, RegisterAnswer)
    assert answer.numbers == ("吉（2018）辽源市不动产权第0000042号",)
    with walk.desk.ask() as reader:
        view = register.unit(reader, HOME, walk.now)
    assert view is not None
    assert view.unit.ownership is not None
    assert [holder.name for holder in view.unit.ownership.holders] == [BUYER.name]
    assert [row.live for row in view.rights] == [False, True]
    assert view.state == {"free"}


def test_the_register_as_at_a_past_moment_shows_the_seller(walk: Walk) -> None:
    before = walk.now
    walk.registered()

    with walk.desk.ask() as reader:
        view = register.as_at(reader, HOME, before)
    assert view is not None
    assert view.unit.ownership is not None
    assert view.unit.ownership.name == "r1"


def test_the_entry_is_refused_until_the_tax_is_settled(walk: Walk, refused: Refused) -> None:
    case_id = walk.accepted()
    walk.do(c.ClaimCase(case_id=case_id), "a1")
    walk.do(c.DecideCase(case_id=case_id, decision="approve", opinion="同意"), "a1")

    refused(c.RegisterCase(case_id=case_id), "a1", "R40")


def test_a_seizure_that_comes_first_stops_the_entry(walk: Walk, refused: Refused) -> None:
    case_id = walk.approved()
    seized = walk.on_case(seizure(HOME), "w2")
    assert seized.state == "registered"

    refused(c.RegisterCase(case_id=case_id), "a1", "R20")


def test_a_second_seizure_waits_behind_the_first(walk: Walk) -> None:
    walk.do(seizure(OTHER_HOME), "w1")
    walk.do(seizure(OTHER_HOME), "w2")

    with walk.desk.ask() as reader:
        view = register.unit(reader, OTHER_HOME, walk.now)
    assert view is not None
    assert view.state == {"seized", "waiting_seizure"}


def test_a_seizure_without_its_organ_is_refused(refused: Refused) -> None:
    command = c.SeizeUnits(case_id=new_id(), units=(HOME,), fields={"from": "2018-03-26"})

    refused(command, "w1", "D-FORM", fields=("authority", "document_no", "to", "parties"))


def test_what_registration_would_change_is_shown_before_it_happens(walk: Walk) -> None:
    case_id = walk.approved()

    with walk.desk.ask() as reader:
        change = register.register_change(reader, case_id, walk.now)
    assert change is not None
    assert [right.name for right in change.closed] == ["r1"]
    assert [right.holders[0].name for right in change.entered] == [BUYER.name]
    assert [paper.kind for paper in change.papers] == ["certificate"]


def test_decisions_and_events_of_a_case_can_be_read_back(walk: Walk) -> None:
    case_id = walk.registered()

    with walk.desk.ask() as reader:
        view = cases.case(reader, case_id, walk.now)
    assert view is not None
    assert [event.act for event in view.events] == [
        *("accept", "charge", "pay", "claim", "approve", "register")
    ]
    assert [(d.decision, d.actor) for d in view.decisions] == [("approve", "a1")]
    assert view.application == sale()


def test_a_mortgaged_home_is_shown_as_mortgaged(walk: Walk) -> None:
    with walk.desk.ask() as reader:
        view = register.unit(reader, MORTGAGED, walk.now)

    assert view is not None
    assert view.state == {"mortgaged"}
