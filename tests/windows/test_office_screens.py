"""The screens behind the counter, worked on a demonstration centre as people work them."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget

from desk.windows.approval.pool import PoolScreen
from desk.windows.approval.registration import RegistrationScreen
from desk.windows.approval.review import ReviewScreen
from desk.windows.certificates.checking import CheckingScreen
from desk.windows.certificates.printing import PrintingScreen
from desk.windows.certificates.stock_book import StockScreen
from desk.windows.counter.search import SearchScreen
from desk.windows.hall.today import TodayScreen
from desk.windows.parts.application_text import application_text
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.workflow.queries.cases import case
from desk.workflow.queries.pool import pool
from desk.workflow.queries.stages import in_state
from desk.workflow.rules.lapse import local_day
from tests.windows.office_counter import SIZE, Counter, view_of

# The platform without a display says this of every window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

APPROVER, PRINTER = "a1", "w05"


def test_the_pool_hands_out_the_most_urgent_case_and_goes_on_to_review(counter: Counter) -> None:
    counter.sign_in(APPROVER)
    rows = counter.ask(lambda reader: pool(reader, APPROVER, datetime.now(UTC)))
    urgent = next(row.case for row in rows if row.next)
    screen = counter.show(PoolScreen)
    screen.open(None)
    counter.bot.waitUntil(lambda: len(screen.waiting.model.rows) == len(rows))
    screen.claim.trigger()
    counter.bot.waitUntil(lambda: counter.frame.gone == [("A02", urgent.case_id)])
    screen.reload()
    counter.bot.waitUntil(lambda: len(screen.mine.model.rows) == 1)
    assert screen.mine.model.rows[0].case.case_id == urgent.case_id
    assert len(screen.waiting.model.rows) == len(rows) - 1


def claim(counter: Counter) -> ReviewScreen:
    """Claim the next case and show it for review."""
    counter.sign_in(APPROVER)
    taken = counter.show(PoolScreen)
    taken.open(None)
    counter.bot.waitUntil(lambda: bool(taken.waiting.model.rows))
    taken.claim.trigger()
    counter.bot.waitUntil(lambda: bool(counter.frame.gone))
    screen = counter.show(ReviewScreen)
    screen.open(counter.frame.gone.pop()[1])
    counter.bot.waitUntil(lambda: screen.title.text()[:2] == "20")
    return screen


def test_a_released_case_is_in_the_pool_again(counter: Counter) -> None:
    screen = claim(counter)
    number = screen.title.text().split()[0]
    counter.bot.waitUntil(screen.release.isEnabled)
    screen.release.trigger()
    counter.bot.waitUntil(lambda: bool(counter.frame.gone))
    assert counter.frame.gone[0][0] == "A01"
    rows = counter.ask(lambda reader: pool(reader, APPROVER, datetime.now(UTC)))
    assert number in [row.case.case_no for row in rows]


def test_the_register_is_written_and_the_numbers_are_told(counter: Counter) -> None:
    counter.sign_in(APPROVER)
    screen = counter.show(RegistrationScreen)
    screen.open(None)
    counter.bot.waitUntil(lambda: bool(screen.cases.model.rows))
    before = screen.cases.current()
    assert before is not None
    counter.bot.waitUntil(screen.register.isEnabled)
    screen.register.trigger()
    counter.bot.waitUntil(lambda: bool(screen.banner.text))
    view = view_of(counter, before.case_no)
    assert view.row.state == "registered"
    for certificate in view.certificates:
        assert certificate.number in screen.banner.text
    counter.bot.waitUntil(
        lambda: before.case_id not in [r.case_id for r in screen.cases.model.rows]
    )


def test_a_search_finds_a_case_by_its_number_and_tells_what_happened(counter: Counter) -> None:
    counter.sign_in(PRINTER)
    approved = counter.ask(lambda reader: in_state(reader, ("approved",), datetime.now(UTC)))[0]
    screen = counter.show(SearchScreen)
    screen.open(None)
    counter.bot.waitUntil(lambda: len(screen.found.model.rows) > 1)
    number = approved.case_no or ""
    screen.line.setText(number)
    counter.bot.waitUntil(lambda: len(screen.found.model.rows) == 1)
    counter.bot.waitUntil(lambda: screen.head.text().startswith(number))
    view = view_of(counter, number)
    assert [row.act for row in screen.events.model.rows] == [event.act for event in view.events]


def test_a_search_that_finds_nothing_offers_no_acts(counter: Counter) -> None:
    counter.sign_in(PRINTER)
    screen = counter.show(SearchScreen)
    screen.open(None)
    counter.bot.waitUntil(lambda: bool(screen.found.model.rows))
    screen.line.setText("没有这样的人")
    counter.bot.waitUntil(lambda: not screen.found.model.rows)
    assert not any(action.isEnabled() for action in screen.acts)


def test_today_counts_what_the_cases_say(counter: Counter) -> None:
    counter.sign_in(PRINTER)
    now = datetime.now(UTC)
    rows = counter.ask(lambda reader: in_state(reader, ("issued",), now))
    ended = [issued_at(counter, row.case_id) for row in rows]
    issued = sum(local_day(at) == local_day(now) for at in ended)  # past midnight: none yet
    screen = counter.show(TodayScreen)
    screen.open(None)
    counter.bot.waitUntil(lambda: sum(row[1] for row in screen.items.model.rows) == issued)
    counter.bot.waitUntil(lambda: sum(row[1] for row in screen.windows.model.rows) == issued)


def issued_at(counter: Counter, case_id: UUID) -> datetime:
    view = counter.ask(lambda reader: case(reader, case_id, datetime.now(UTC)))
    assert view is not None
    return next(event.at for event in view.events if event.act == "issue")


@pytest.mark.parametrize(
    "make",
    [
        PoolScreen,
        ReviewScreen,
        RegistrationScreen,
        PrintingScreen,
        CheckingScreen,
        StockScreen,
        SearchScreen,
        TodayScreen,
    ],
)
def test_every_office_screen_fits_a_counter_screen(
    counter: Counter, make: Callable[[Office, Shell], QWidget]
) -> None:
    counter.sign_in(APPROVER)
    least = counter.show(make).minimumSizeHint()
    assert least.width() <= SIZE[0]
    assert least.height() <= SIZE[1]


def test_nothing_is_entered_before_its_change_was_shown(counter: Counter) -> None:
    counter.sign_in(APPROVER)
    screen = counter.show(RegistrationScreen)
    screen.open(None)
    counter.bot.waitUntil(screen.register.isEnabled)
    assert len(screen.cases.model.rows) > 1
    screen.cases.view.setCurrentIndex(screen.cases.model.index(1, 0))
    assert not screen.register.isEnabled()
    counter.bot.waitUntil(screen.register.isEnabled)


def test_a_refresh_leaves_the_chosen_case_in_front(counter: Counter) -> None:
    counter.sign_in(PRINTER)
    screen = counter.show(SearchScreen)
    screen.open(None)
    counter.bot.waitUntil(lambda: len(screen.found.model.rows) > 1)
    last = screen.found.model.rows[-1]
    screen.line.setText(last.case_no or last.ticket or "")
    counter.bot.waitUntil(lambda: len(screen.found.model.rows) == 1)
    screen.line.clear()
    counter.bot.waitUntil(lambda: len(screen.found.model.rows) > 1)
    chosen = screen.found.current()
    assert chosen is not None
    assert chosen.case_id == last.case_id


def test_an_application_is_told_in_words_not_in_codes(counter: Counter) -> None:
    now = datetime.now(UTC)
    rows = counter.ask(lambda reader: in_state(reader, ("registered",), now))
    mortgage = next(row for row in rows if row.item_name == "一般抵押权首次登记")
    told = application_text(view_of(counter, mortgage.case_no))
    assert "抵押方式: 一般抵押" in told
    assert "general" not in told
    assert "False" not in told
