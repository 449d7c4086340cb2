"""S04: a sentence that went away can be read again, and copied for somebody who helps."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.counter.my_window import MyWindowScreen
from desk.windows.frame.messages_screen import MessagesScreen
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.workflow.errors import Code, refuse
from tests.windows.conftest import duty, settle, shown_window
from tests.windows.screens import open_screen

pytestmark = pytest.mark.gui


def test_a_refusal_is_counted_kept_and_copied_with_its_diagnosis(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    session = open_session(office, "en")
    window = open_screen(qtbot, session, office, "C01")
    counter = window.screen
    assert isinstance(counter, MyWindowScreen)
    counter.banner.refuse(refuse(Code.STAGE, stage="issued"))
    said = counter.banner.text
    assert window.rail.buttons["S04"].text().endswith("(1)")

    window.go("S04")
    screen = window.screen
    assert isinstance(screen, MessagesScreen)
    assert [message.text for message in screen.listing.model.rows] == [said]
    assert screen.whole.text() == said
    assert "(" not in window.rail.buttons["S04"].text()

    screen.copy.trigger()
    copied = QGuiApplication.clipboard().text()
    assert said in copied
    assert "w02  2" in copied
    assert "rehearsal" in copied

    screen.listing.opened.emit(screen.listing.current())
    assert window.front == "C01"


def test_messages_outlive_a_change_of_language_and_end_with_the_person(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    session = open_session(office, "en")
    shown_window(session, duty(office, "w02"))
    office.messages.add("C01", "error", "D-STAGE")
    counts = []
    for login in ("w02", "w03"):
        session.take_duty(duty(office, login))
        settle(qtbot, office)
        counts.append((len(office.messages.rows), office.messages.unread))

    assert counts == [(1, 1), (0, 0)]


def test_done_is_kept_but_not_counted(office: Office) -> None:
    office.messages.add("C01", "done", "Called A029.")

    assert office.messages.unread == 0
    assert office.messages.rows[0].text == "Called A029."
