"""The clock of the window: it begins with the call and ends when the case is accepted."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.frame.window_clock import WindowClock
from desk.windows.parts.office import Office
from desk.workflow.commands import CallNext, RefuseAcceptance
from desk.workflow.queries.queue import waiting
from tests.windows.conftest import duty, settle, shown_window

pytestmark = pytest.mark.gui


def clock_of(window: MainWindow) -> WindowClock:
    (found,) = window.findChildren(WindowClock)
    return found


def test_it_runs_from_the_call_to_the_end_of_the_service(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    window = shown_window(open_session(office, "en"), duty(office, "w02"))
    settle(qtbot, office)
    assert not clock_of(window).isVisible()

    answer = office.desk.do(CallNext(window=2), by="w02")
    office.touched.emit(frozenset(answer.touched))
    settle(qtbot, office)
    assert clock_of(window).isVisible()
    with office.desk.ask() as reader:
        called = next(row for row in waiting(reader, datetime.now(UTC)) if row.called_window == 2)
    assert f"At the window {called.ticket} In time 0:0" in clock_of(window).accessibleName()

    refusal = RefuseAcceptance(case_id=called.case_id, seen=called.n, reason="不属于本登记机构")
    office.touched.emit(frozenset(office.desk.do(refusal, by="w02").touched))
    settle(qtbot, office)
    assert not clock_of(window).isVisible()
