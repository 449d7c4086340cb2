"""Survey and site visit are begun and ended beside the review, in one dialog."""

from datetime import UTC, datetime

from desk.windows.approval.branches import BranchDialog
from desk.windows.approval.pool import PoolScreen
from desk.windows.approval.review import ReviewScreen
from desk.workflow.queries.branches import branches_of
from desk.workflow.queries.pool import claimed
from tests.windows.office_counter import Counter

APPROVER, COLLEAGUE = "a1", "a2"


def review_of(counter: Counter) -> ReviewScreen:
    counter.sign_in(APPROVER)
    pool = counter.show(PoolScreen)
    pool.open(None)
    counter.bot.waitUntil(pool.claim.isEnabled)
    pool.claim.trigger()
    counter.bot.waitUntil(lambda: bool(counter.frame.gone))
    screen = counter.show(ReviewScreen)
    screen.open(counter.frame.gone[-1][1])
    counter.bot.waitUntil(screen.release.isEnabled)
    return screen


def close(counter: Counter, dialog: BranchDialog) -> None:
    """Leave nothing open behind: it would speak up in the next test."""
    gone = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.reject()
    counter.bot.waitUntil(lambda: bool(gone))


def dialog_of(counter: Counter, screen: ReviewScreen) -> BranchDialog:
    screen.branches.trigger()
    dialog = screen.findChild(BranchDialog)
    assert isinstance(dialog, BranchDialog)
    counter.bot.waitUntil(lambda: dialog.act.count() > 0)
    return dialog


def choose(dialog: BranchDialog, kind: str) -> None:
    place = next(n for n in range(dialog.act.count()) if dialog.act.itemData(n)[1] == kind)
    dialog.act.setCurrentIndex(place)


def test_a_visit_is_given_to_a_colleague_and_stands_in_the_head_of_the_case(
    counter: Counter,
) -> None:
    screen = review_of(counter)
    dialog = dialog_of(counter, screen)
    choose(dialog, "visit")
    dialog.owner.setCurrentIndex(dialog.owner.findData(COLLEAGUE))
    dialog.finish.click()
    counter.bot.waitUntil(lambda: "D-BRANCH" in dialog.banner.text)  # what is to be looked into?
    dialog.text.setText("是否已建成")
    dialog.finish.click()

    counter.bot.waitUntil(lambda: "●" in screen.beside.text())
    case_id = counter.ask(lambda reader: claimed(reader, APPROVER, datetime.now(UTC)))[-1].case_id
    rows = counter.ask(lambda reader: branches_of(reader, case_id))
    assert [(row.kind, row.owner, row.result) for row in rows] == [("visit", COLLEAGUE, None)]
    close(counter, dialog)


def test_its_owner_alone_ends_it_and_names_who_came_along(
    counter: Counter,
) -> None:
    screen = review_of(counter)
    dialog = dialog_of(counter, screen)
    choose(dialog, "visit")
    dialog.owner.setCurrentIndex(dialog.owner.findData(APPROVER))
    dialog.text.setText("是否已建成")
    dialog.finish.click()
    counter.bot.waitUntil(lambda: any(d and d[1] == "fit" for d in data(dialog)))

    choose(dialog, "fit")
    dialog.text.setText("已建成")
    dialog.finish.click()
    counter.bot.waitUntil(lambda: dialog.banner.property("level") == "error")
    dialog.second.people.setCurrentIndex(dialog.second.people.findData(COLLEAGUE))
    dialog.finish.click()

    counter.bot.waitUntil(lambda: "✓" in screen.beside.text())
    close(counter, dialog)


def data(dialog: BranchDialog) -> list[tuple[object, str] | None]:
    return [dialog.act.itemData(place) for place in range(dialog.act.count())]
