"""A fee that is owed back is seen where the case is, and another than its taker gives it back."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.counter.charges import ChargesScreen
from desk.windows.counter.search import SearchScreen
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.workflow import commands as c
from desk.workflow.queries.cases import CaseView, case, find_cases
from desk.workflow.stages import ACCEPTED
from tests.windows.conftest import duty, settle, shown_window

Open = Callable[[Office, Language], Session]


@pytest.fixture
def owed(office: Office) -> CaseView:
    """An accepted case of the demonstration, paid and withdrawn by its own clerk."""
    now = datetime.now(UTC)
    with office.desk.ask() as reader:
        row = next(
            row
            for row in find_cases(reader, "", 200, now)
            if row.state == ACCEPTED
            and (view := case(reader, row.case_id, now)) is not None
            and not view.money.charged
        )
    clerk = row.accepted_by or ""
    office.desk.do(c.ChargeCase(case_id=row.case_id), by=clerk, at=now)
    office.desk.do(c.PayCharge(case_id=row.case_id, what="all", method="scan"), by=clerk, at=now)
    office.desk.do(c.WithdrawCase(case_id=row.case_id, reason="不办了"), by=clerk, at=now)
    with office.desk.ask() as reader:
        view = case(reader, row.case_id, now)
    assert view is not None
    return view


def charges_of(window: MainWindow, bot: QtBot, office: Office, view: CaseView) -> ChargesScreen:
    window.go("C10", view.row.case_id)
    settle(bot, office)
    return cast(ChargesScreen, window.screen)


@pytest.mark.parametrize(
    "said",
    [("zh", "应退登记费", "已退登记费"), ("en", "Refund due", "Refunded")],
)
def test_another_clerk_gives_back_what_is_owed(
    said: tuple[Language, str, str],
    qtbot: QtBot,
    office: Office,
    owed: CaseView,
    open_session: Open,
) -> None:
    language, due, back = said
    taker = owed.row.accepted_by
    other = "w03" if taker != "w03" else "w04"
    session = open_session(office, language)
    screen = charges_of(shown_window(session, duty(office, other)), qtbot, office, owed)
    assert due in screen.open_line.text()
    assert not screen.pay.isEnabled()
    assert screen.refund.isEnabled()

    screen.method.setCurrentIndex(screen.method.findData("cash"))
    screen.refund.trigger()
    settle(qtbot, office)

    assert back in screen.open_line.text()
    assert not screen.refund.isEnabled()


def test_its_taker_is_told_who_may(
    qtbot: QtBot, office: Office, owed: CaseView, open_session: Open
) -> None:
    window = shown_window(open_session(office, "en"), duty(office, owed.row.accepted_by or ""))
    screen = charges_of(window, qtbot, office, owed)

    screen.refund.trigger()
    settle(qtbot, office)

    assert "another person" in screen.banner.text
    assert "Refund due" in screen.open_line.text()


def test_the_search_shows_what_is_owed_and_leads_the_supervisor_there(
    qtbot: QtBot, office: Office, owed: CaseView, open_session: Open
) -> None:
    window = shown_window(open_session(office, "en"), duty(office, "s1"))
    window.go("C12")
    screen = cast(SearchScreen, window.screen)
    screen.line.setText(owed.row.case_no or "")
    qtbot.waitUntil(lambda: "Refund due" in screen.told.text())

    screen.money.trigger()
    settle(qtbot, office)
    assert isinstance(window.screen, ChargesScreen)
