"""A01: what is next and why, who holds what, passing over, leaving the desk, breaking a claim."""

from datetime import UTC, datetime

from desk.windows.approval.pool import PoolScreen
from desk.windows.parts.chooser import Chooser
from desk.workflow.queries.pool import claimed, many_skips
from tests.windows.office_counter import Counter

APPROVER, COLLEAGUE, SUPERVISOR = "a1", "a2", "s1"


def pool_of(counter: Counter, login: str) -> PoolScreen:
    counter.sign_in(login)
    screen = counter.show(PoolScreen)
    screen.open(None)
    counter.bot.waitUntil(lambda: bool(screen.title.text()))
    return screen


def answer(counter: Counter, screen: PoolScreen, place: int) -> None:
    """Press the digit of an answer in the question that stands open."""
    counter.bot.waitUntil(lambda: screen.findChild(Chooser) is not None)
    chooser = screen.findChild(Chooser)
    assert isinstance(chooser, Chooser)
    counter.bot.waitUntil(chooser.isVisible)
    counter.bot.keyClicks(chooser, str(place))


def test_the_pool_says_in_words_which_case_is_next_and_why(counter: Counter) -> None:
    screen = pool_of(counter, APPROVER)
    row = next(row for row in screen.waiting.model.rows if row.next)

    assert row.case.case_no is not None
    assert row.case.case_no in screen.why.text()
    assert "least time left" in screen.why.text() or "时限" in screen.why.text()


def test_a_case_is_passed_over_with_two_keys_and_another_is_next(counter: Counter) -> None:
    screen = pool_of(counter, APPROVER)
    before = next(row for row in screen.waiting.model.rows if row.next)
    place = screen.waiting.model.rows.index(before)
    screen.waiting.view.setCurrentIndex(screen.waiting.model.index(place, 0))

    screen.skip.trigger()
    answer(counter, screen, 3)

    counter.bot.waitUntil(
        lambda: (
            [r.passed for r in screen.waiting.model.rows if r.case.case_id == before.case.case_id]
            == [True]
        )
    )
    after = next(row for row in screen.waiting.model.rows if row.next)
    assert after.case.case_id != before.case.case_id


def test_a_question_left_open_changes_nothing(counter: Counter) -> None:
    screen = pool_of(counter, APPROVER)
    screen.skip.trigger()
    counter.bot.waitUntil(lambda: screen.findChild(Chooser) is not None)
    chooser = screen.findChild(Chooser)
    assert isinstance(chooser, Chooser)
    chooser.reject()

    screen.reload()
    assert not any(row.passed for row in screen.waiting.model.rows)


def test_who_leaves_hands_over_and_takes_back(counter: Counter) -> None:
    screen = pool_of(counter, APPROVER)
    screen.claim.trigger()
    counter.bot.waitUntil(lambda: bool(counter.frame.gone))
    screen.reload()
    counter.bot.waitUntil(screen.leave.isEnabled)
    screen.leave.trigger()
    assert screen.banner.property("level") == "error"  # no reason yet
    screen.reason.setText("午休")
    screen.leave.trigger()
    answer(counter, screen, 1)
    counter.bot.waitUntil(lambda: screen.banner.property("level") == "done")
    assert counter.ask(lambda reader: claimed(reader, APPROVER, datetime.now(UTC))) == []

    counter.bot.waitUntil(lambda: not screen.mine.model.rows)
    screen.back.trigger()
    counter.bot.waitUntil(lambda: bool(screen.mine.model.rows))


def test_a_supervisor_sees_every_claim_and_breaks_one_with_a_reason(counter: Counter) -> None:
    approver = pool_of(counter, APPROVER)
    approver.claim.trigger()
    counter.bot.waitUntil(lambda: bool(counter.frame.gone))

    screen = pool_of(counter, SUPERVISOR)
    counter.bot.waitUntil(lambda: bool(screen.held.model.rows))
    held = screen.held.model.rows
    place = next(place for place, row in enumerate(held) if row.login == APPROVER)
    screen.held.view.setCurrentIndex(screen.held.model.index(place, 0))
    assert not screen.claim.isEnabled()
    screen.reason.setText("人已离岗")
    screen.break_claim.trigger()

    counter.bot.waitUntil(lambda: APPROVER not in {row.login for row in screen.held.model.rows})
    assert counter.ask(lambda reader: claimed(reader, APPROVER, datetime.now(UTC))) == []


def test_an_approver_breaks_no_claim(counter: Counter) -> None:
    screen = pool_of(counter, APPROVER)
    assert not screen.break_claim.isEnabled()


def test_three_cases_passed_over_are_told_to_the_supervisor(counter: Counter) -> None:
    screen = pool_of(counter, APPROVER)
    for _ in range(3):
        screen.skip.trigger()
        answer(counter, screen, 1)
        counter.bot.waitUntil(lambda: screen.findChild(Chooser) is None)
        counter.bot.waitUntil(screen.skip.isEnabled)
    counter.bot.waitUntil(
        lambda: bool(counter.ask(lambda reader: many_skips(reader, datetime.now(UTC))))
    )

    told = pool_of(counter, SUPERVISOR)
    counter.bot.waitUntil(lambda: bool(told.why.text()))
    name = counter.ask(lambda reader: many_skips(reader, datetime.now(UTC)))[0].name
    counter.bot.waitUntil(lambda: name in told.why.text())
