"""A02 and A03 as an approver works them: rows beside papers, then one decision."""

from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.windows.approval.conclusion import ConclusionDialog
from desk.windows.approval.phrases import NoteDialog
from desk.windows.approval.review import ReviewScreen
from desk.workflow.queries.cases import CaseView, case, find_cases
from desk.workflow.queries.pool import claims
from tests.windows.looking import look_at_all
from tests.windows.office_counter import Counter
from tests.windows.test_office_screens import APPROVER, claim


def settled(counter: Counter) -> None:
    counter.bot.waitUntil(lambda: counter.office.background.idle)


def in_hand(counter: Counter) -> ReviewScreen:
    """Claim the next case and wait until everything of it is there."""
    screen = claim(counter)
    counter.frame.gone.clear()
    counter.bot.waitUntil(lambda: bool(screen.rows.rows))
    settled(counter)
    return screen


def as_it_stands(counter: Counter, number: str) -> CaseView:
    with counter.office.desk.ask() as reader:
        now = datetime.now(UTC)
        found = case(reader, find_cases(reader, number, 1, now)[0].case_id, now)
    assert found is not None
    return found


def number_of(screen: ReviewScreen) -> str:
    return screen.title.text().split()[0]


def dialog_of(screen: ReviewScreen, kind: type[Any]) -> Any:
    found = [one for one in screen.findChildren(kind) if one.isVisible()]
    return found[-1] if found else next(iter(screen.rows.findChildren(kind)))


def test_approve_wakes_when_every_row_that_needs_a_person_was_looked_at(counter: Counter) -> None:
    screen = in_hand(counter)
    waiting = len(screen.rows.open_rows)
    assert waiting > 1
    assert not screen.approve.isEnabled()
    assert str(waiting) in screen.left.text()
    first = screen.rows.listing.current()
    assert first is not None
    assert first.needs_person

    QTest.keyClick(screen.rows.listing.view, Qt.Key.Key_Return)

    assert len(screen.rows.open_rows) == waiting - 1
    assert screen.rows.listing.current() != first
    look_at_all(screen, counter.office)
    assert screen.approve.isEnabled()
    assert screen.left.text() == ""


def test_the_looking_is_kept_with_the_approval_and_the_next_case_is_offered(
    counter: Counter,
) -> None:
    screen = in_hand(counter)
    number = number_of(screen)
    look_at_all(screen, counter.office)
    looks = dict(screen.rows.looks)
    screen.approve.trigger()
    counter.bot.waitUntil(screen.concluded.recall.isEnabled)
    settled(counter)

    assert as_it_stands(counter, number).row.state == "approved"
    assert number in screen.concluded.said.text()
    assert screen.concluded.claim.isEnabled()
    assert not screen.approve.isEnabled()
    with counter.office.desk.ask() as reader:
        case_id = find_cases(reader, number, 1, datetime.now(UTC))[0].case_id
    assert set(looks.values()) == {"same"}
    screen.concluded.enter.trigger()
    assert counter.frame.gone == [("A04", case_id)]
    screen.concluded.claim.trigger()
    counter.bot.waitUntil(lambda: number_of(screen) not in {number, ""})
    settled(counter)
    assert screen.rows.open_rows


def test_an_approval_is_taken_back_within_its_minute_and_the_looks_are_still_there(
    counter: Counter,
) -> None:
    screen = in_hand(counter)
    number = number_of(screen)
    look_at_all(screen, counter.office)
    screen.approve.trigger()
    counter.bot.waitUntil(screen.concluded.recall.isEnabled)
    screen.concluded.recall.trigger()
    counter.bot.waitUntil(screen.give_back.isEnabled)
    settled(counter)

    assert as_it_stands(counter, number).row.state == "in_approval"
    assert screen.rows.open_rows == ()
    assert screen.concluded.isHidden()


def test_a_row_that_differs_keeps_approve_asleep_and_goes_into_the_notice(
    counter: Counter,
) -> None:
    screen = in_hand(counter)
    number = number_of(screen)
    row = screen.rows.listing.current()
    assert row is not None
    screen.rows.differ()
    note = dialog_of(screen, NoteDialog)
    QTest.keyClicks(note.line, "1")
    QTest.keyClick(note.line, Qt.Key.Key_Return)
    look_at_all(screen, counter.office)
    assert not screen.approve.isEnabled()
    assert screen.rows.notes[row.key] == "材料缺页，请补齐"

    screen.give_back.trigger()
    dialog = dialog_of(screen, ConclusionDialog)
    assert row.label.zh in dialog.opinion.toPlainText()
    dialog.activateWindow()
    counter.bot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.opinion, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(dialog.opinion, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    counter.bot.waitUntil(lambda: not screen.concluded.isHidden())
    settled(counter)

    view = as_it_stands(counter, number)
    assert view.row.state == "returned"
    assert view.decisions[-1].opinion.splitlines() == [
        f"{row.label.zh}：材料缺页，请补齐",
        "签字或者盖章不全，请补签",
    ]


def test_a_refusal_names_its_ground_and_stays_open_until_it_does(counter: Counter) -> None:
    screen = in_hand(counter)
    number = number_of(screen)
    screen.refuse.trigger()
    dialog = dialog_of(screen, ConclusionDialog)
    dialog.opinion.setPlainText("权属有争议，当事人已起诉。")
    dialog.finish.click()
    counter.bot.waitUntil(lambda: dialog.banner.text.startswith("D-FORM"))
    assert as_it_stands(counter, number).row.state == "in_approval"

    dialog.ground.setCurrentIndex(dialog.ground.findData("2"))
    counter.bot.waitUntil(lambda: dialog.second.people.count() > 1)
    dialog.second.people.setCurrentIndex(1)
    dialog.finish.click()
    counter.bot.waitUntil(lambda: not screen.concluded.isHidden())
    settled(counter)
    assert as_it_stands(counter, number).row.state == "refused"


def test_a_doubtful_case_is_referred_with_what_is_doubtful(counter: Counter) -> None:
    screen = in_hand(counter)
    number = number_of(screen)
    screen.refer.trigger()
    dialog = dialog_of(screen, ConclusionDialog)
    dialog.finish.click()
    assert dialog.banner.text
    dialog.opinion.setPlainText("价格明显偏低，请复核。")
    dialog.finish.click()
    counter.bot.waitUntil(lambda: not screen.concluded.isHidden())
    settled(counter)
    assert as_it_stands(counter, number).row.state == "accepted"


def test_while_the_case_is_worked_on_its_claim_is_marked(counter: Counter) -> None:
    in_hand(counter)
    with counter.office.desk.ask() as reader:
        mine = [one for one in claims(reader, datetime.now(UTC)) if one.login == APPROVER]

    assert mine
    assert mine[0].worked_at is not None


def test_a_row_whose_paper_has_no_pictures_says_so(counter: Counter) -> None:
    screen = in_hand(counter)
    assert not screen.papers.front.is_shown
    assert "Ctrl+Shift+R" in screen.papers.front.label.text()


def test_the_papers_go_to_the_second_screen_and_follow_the_row(counter: Counter) -> None:
    screen = in_hand(counter)
    screen.papers.pop_out()
    second = screen.papers.second
    assert second is not None
    assert screen.papers.isHidden()
    head = second.head.text()
    other = next(row for row in screen.rows.rows if row.paper and row.paper not in head)
    screen.rows.listing.pick(lambda one: one.key == other.key)
    assert second.head.text() != head
    QTest.keyClick(second, Qt.Key.Key_Escape)
    assert screen.papers.second is None
    assert not screen.papers.isHidden()


def test_without_a_case_the_screen_names_the_key_that_claims_one(counter: Counter) -> None:
    counter.sign_in(APPROVER)
    screen = counter.show(ReviewScreen)
    screen.open(None)
    settled(counter)
    assert "G" in screen.title.text()
    assert not any(act.isEnabled() for act in screen.acts)
