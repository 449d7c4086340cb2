"""The pool and its people: passing over, taking back, leaving the desk, two levels."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from uuid import UUID

import pytest

from db.ids import new_id
from desk.workflow import commands as c
from desk.workflow import review_commands as rc
from desk.workflow.answers import CaseAnswer, HandedOverAnswer
from desk.workflow.desk import Desk
from desk.workflow.errors import DeskError
from desk.workflow.queries.cases import case
from desk.workflow.queries.pool import claimed, claims, many_skips, pool
from desk.workflow.services.claims import mark_work
from tests.workflow.conftest import OTHER_HOME, OWNER, Walk, found_centre, mortgage, sale

Refused = Callable[..., None]


def two(walk: Walk) -> tuple[UUID, UUID]:
    """Accept two cases; the first is the more urgent one."""
    return walk.accepted(), walk.accepted(mortgage())


def mine(walk: Walk, login: str) -> list[UUID]:
    with walk.desk.ask() as reader:
        return [row.case_id for row in claimed(reader, login, walk.now)]


def claim(walk: Walk, login: str) -> UUID:
    return walk.on_case(c.ClaimCase(), login).case_id


def test_a_case_passed_over_goes_to_the_next_approver(walk_on_both: Walk) -> None:
    walk = walk_on_both
    first, second = two(walk)
    walk.do(rc.SkipCase(case_id=first, reason="1"), "a1")

    assert claim(walk, "a1") == second
    assert claim(walk, "a2") == first


@pytest.mark.parametrize("reason", ["", "6", "太难"])
def test_passing_over_needs_one_of_five_reasons(walk: Walk, refused: Refused, reason: str) -> None:
    refused(rc.SkipCase(case_id=walk.accepted(), reason=reason), "a1", "D-FORM")


def test_the_third_case_passed_over_on_a_day_is_told(walk: Walk) -> None:
    case_id = walk.accepted()
    told = [walk.on_case(rc.SkipCase(case_id=case_id, reason="2"), "a1").findings for _ in range(3)]

    assert [[finding.code for finding in findings] for findings in told] == [[], [], ["D-SKIPS"]]


def test_the_pool_says_which_case_is_next_for_whom(walk: Walk) -> None:
    first, second = two(walk)
    walk.do(rc.SkipCase(case_id=first, reason="1"), "a1")

    with walk.desk.ask() as reader:
        for login, expected in (("a1", second), ("a2", first)):
            rows = pool(reader, login, walk.now)
            assert [row.case.case_id for row in rows if row.next] == [expected]


def test_an_approval_is_taken_back_within_a_minute_by_who_gave_it(
    walk_on_both: Walk,
) -> None:
    walk = walk_on_both
    case_id = walk.approved()
    with pytest.raises(DeskError) as another:
        walk.desk.do(rc.RecallApproval(case_id=case_id, reason="点错"), by="a2", at=walk.now)
    assert another.value.codes == ("D-ROLE",)

    taken = walk.desk.do(rc.RecallApproval(case_id=case_id, reason="点错"), by="a1", at=walk.now)

    assert isinstance(taken, CaseAnswer)
    assert taken.state == "in_approval"
    assert mine(walk, "a1") == [case_id]
    again = c.DecideCase(case_id=case_id, decision="return", opinion="合同缺页")
    assert walk.on_case(again, "a1").state == "returned"


def test_after_a_minute_or_the_entry_no_approval_is_taken_back(
    walk: Walk, refused: Refused
) -> None:
    case_id = walk.approved()
    walk.accepted(mortgage())  # a minute an act: the approval is two minutes old
    refused(rc.RecallApproval(case_id=case_id, reason="点错"), "a1", "D-STAGE")
    walk.do(c.RegisterCase(case_id=case_id), "a1")
    refused(rc.RecallApproval(case_id=case_id, reason="点错"), "a1", "D-STAGE")


def test_only_the_claimer_or_a_supervisor_gives_a_claim_back(
    walk_on_both: Walk,
) -> None:
    walk = walk_on_both
    case_id = walk.claimed()
    release = c.ReleaseClaim(case_id=case_id, reason="开会")
    with pytest.raises(DeskError) as foreign:
        walk.do(release, "a2")
    assert foreign.value.codes == ("D-ROLE",)

    assert (
        walk.on_case(c.ReleaseClaim(case_id=case_id, reason="人已离岗"), "s1").state == "accepted"
    )


def test_who_leaves_hands_all_claims_to_a_colleague_and_takes_them_back(
    walk_on_both: Walk,
) -> None:
    walk = walk_on_both
    first, second = two(walk)
    assert {claim(walk, "a1"), claim(walk, "a1")} == {first, second}

    left = walk.do(rc.HandOverClaims(to="a2", reason="午休"), "a1")
    assert isinstance(left, HandedOverAnswer)
    assert set(left.cases) == set(mine(walk, "a2")) == {first, second}
    walk.do(c.DecideCase(case_id=first, decision="return", opinion="补正"), "a2")

    back = walk.do(rc.TakeBackClaims(), "a1")
    assert isinstance(back, HandedOverAnswer)
    assert back.cases == (second,)
    assert mine(walk, "a1") == [second]


def test_what_the_colleague_accepted_himself_goes_to_the_pool(walk: Walk) -> None:
    own = walk.accepted(by="w2")  # w2 accepts and approves
    other = walk.accepted(mortgage(OTHER_HOME, OWNER))
    for _ in range(2):
        claim(walk, "a1")

    left = walk.do(rc.HandOverClaims(to="w2", reason="外出"), "a1")

    assert isinstance(left, HandedOverAnswer)
    assert (left.cases, left.to_pool) == ((other,), (own,))


@pytest.mark.parametrize("to", ["a1", "w1", "nobody"])
def test_claims_go_only_to_another_approver(walk: Walk, refused: Refused, to: str) -> None:
    walk.claimed()
    refused(rc.HandOverClaims(to=to, reason="外出"), "a1", "D-UNKNOWN")


def test_an_item_of_two_levels_is_decided_by_two_people(walk_on_both: Walk) -> None:
    walk = walk_on_both
    walk.do(c.ChangeSetting(key="review.two_levels", value=("LY013",)), "m1")
    case_id = walk.paid()
    assert claim(walk, "a1") == case_id
    approve = c.DecideCase(case_id=case_id, decision="approve", opinion="同意登记。")
    assert walk.on_case(approve, "a1").state == "accepted"
    with pytest.raises(DeskError):
        claim(walk, "a1")

    assert claim(walk, "a2") == case_id
    second = c.DecideCase(case_id=case_id, decision="approve", opinion="复审同意。")
    assert walk.on_case(second, "a2").state == "approved"


def test_a_doubtful_case_is_referred_to_somebody_else(walk: Walk, refused: Refused) -> None:
    case_id = walk.claimed()
    refused(rc.ReferCase(case_id=case_id, opinion=" "), "a1", "D-FORM", fields=("opinion",))

    walk.do(rc.ReferCase(case_id=case_id, opinion="价格明显偏低，请复核。"), "a1")

    assert claim(walk, "a2") == case_id
    refuse = c.DecideCase(case_id=case_id, decision="return", opinion="请补评估报告。")
    walk.do(refuse, "a2")
    walk.do(c.SupplementCase(case_id=case_id, materials=("M06",)), "w1")
    assert claim(walk, "a1") == case_id  # a new round begins with anybody


def test_a_refusal_names_a_second_approver(walk: Walk, refused: Refused) -> None:
    walk.do(c.ChangeSetting(key="refusal.second", value=True), "m1")
    case_id = walk.claimed()
    alone = {"case_id": case_id, "decision": "refuse", "opinion": "权属有争议。", "ground": "2"}
    for second in ("", "a1", "w1", "s1"):
        refused(
            c.DecideCase(**alone, second=second),  # type: ignore[arg-type]
            "a1",
            "D-ROLE",
            fields=("second",),
        )

    told = walk.on_case(c.DecideCase(**alone, second="a2"), "a1")  # type: ignore[arg-type]
    assert told.state == "refused"


def test_who_sells_a_home_is_still_served_in_order(walk: Walk) -> None:
    """A case passed over by everybody is not lost: the day after it is there again for all."""
    case_id = walk.accepted(sale())
    for login in ("a1", "a2"):
        walk.do(rc.SkipCase(case_id=case_id, reason="4"), login)
        with pytest.raises(DeskError):
            claim(walk, login)
    walk.do(c.TurnDay(days=1), "s1")
    walk.now = walk.now.replace(day=27)

    assert claim(walk, "a1") == case_id


def test_everybody_sees_who_holds_what_and_the_supervisor_who_passes_much_over(
    walk_on_both: Walk,
) -> None:
    walk = walk_on_both
    case_id = walk.claimed()
    skipped = walk.accepted(mortgage())
    for _ in range(3):
        walk.do(rc.SkipCase(case_id=skipped, reason="5"), "a2")

    with walk.desk.ask() as reader:
        held, skippers = claims(reader, walk.now), many_skips(reader, walk.now)

    assert [(row.case.case_id, row.name, row.window) for row in held] == [(case_id, "曹振国", None)]
    assert held[0].runs_out - held[0].since == timedelta(minutes=20)
    assert [(row.login, row.times) for row in skippers] == [("a2", 3)]


class HalfAnHourAgo(datetime):
    """The clock of a desk as it stood half an hour ago."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "HalfAnHourAgo":
        return super().now(tz) - timedelta(minutes=30)


@pytest.fixture
def left_alone(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Desk, UUID]]:
    """A live centre with a case that somebody claimed half an hour ago."""
    found_centre(sqlite_url, kind="live")
    desk = Desk.open(sqlite_url, keep_papers=False)
    with monkeypatch.context() as earlier:
        earlier.setattr("desk.workflow.desk.datetime", HalfAnHourAgo)
        desk.do(c.ChangeSetting(key="papers.complete", value=False), by="m1")
        case_id = new_id()
        desk.do(c.AcceptCase(case_id=case_id, application=sale()), by="w1")
        desk.do(c.ClaimCase(), by="a1")
    yield desk, case_id
    desk.close()


def test_a_claim_on_which_nobody_works_goes_back_by_itself(
    left_alone: tuple[Desk, UUID],
) -> None:
    desk, case_id = left_alone

    taken = desk.do(c.ClaimCase(), by="a2")

    assert isinstance(taken, CaseAnswer)
    assert taken.case_id == case_id
    with desk.ask() as reader:
        view = case(reader, case_id, datetime.now(UTC))
        assert claimed(reader, "a1", datetime.now(UTC)) == []
    assert view is not None
    assert [step.act for step in view.events][-2:] == ["release", "claim"]


def test_a_claim_on_which_somebody_works_stays(left_alone: tuple[Desk, UUID]) -> None:
    desk, case_id = left_alone
    desk.upkeep(lambda act: mark_work(act, case_id), by="a1")

    with pytest.raises(DeskError) as nothing:
        desk.do(c.ClaimCase(), by="a2")

    assert nothing.value.codes == ("D-TICKET",)
    with desk.ask() as reader:
        assert [row.login for row in claims(reader, datetime.now(UTC))] == ["a1"]
