"""C03, section 7: how the papers are handed out; who lives where is not keyed twice."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from tests.windows.conftest import settle
from tests.windows.screens import open_screen

pytestmark = pytest.mark.gui

BUYER, NUMBER, PHONE, HOME = "陈刚", "220402198001010078", "13800000000", "辽源市人民大街8号"


@pytest.fixture
def screen(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> AcceptanceScreen:
    shown = open_screen(qtbot, open_session(office, "en"), office, "C03").screen
    assert isinstance(shown, AcceptanceScreen)
    (row,) = [one for one in shown.entry.parties.rows if one.role.code() == "holder"]
    for line, text in (
        (row.name, BUYER),
        (row.id_number, NUMBER),
        (row.phone, PHONE),
        (row.address, HOME),
    ):
        line.setText(text)
    shown.entry.commit()
    return shown


def test_papers_are_fetched_at_the_counter_unless_said_otherwise(screen: AcceptanceScreen) -> None:
    delivery = screen.entry.application().delivery

    assert delivery is not None
    assert (delivery.way, delivery.address, delivery.e_certificate) == ("counter", "", True)
    assert not screen.entry.delivery.cells["address"].isVisibleTo(screen)


def test_sent_papers_go_to_the_holder_where_he_lives(screen: AcceptanceScreen) -> None:
    screen.entry.delivery.way.choose("express")

    delivery = screen.entry.application().delivery
    assert delivery is not None
    assert (delivery.receiver, delivery.phone, delivery.address) == (BUYER, PHONE, HOME)
    assert screen.entry.delivery.cells["address"].isVisibleTo(screen)


def test_what_the_clerk_keyed_is_not_filled_over(screen: AcceptanceScreen) -> None:
    screen.entry.delivery.way.choose("express")
    screen.entry.delivery.address.setText("长春市西安大路1号")
    screen.entry.commit()
    screen.entry.delivery.way.choose("visit")

    delivery = screen.entry.application().delivery
    assert delivery is not None
    assert delivery.address == "长春市西安大路1号"


def test_a_missing_address_is_said_beside_its_field(
    qtbot: QtBot, office: Office, screen: AcceptanceScreen
) -> None:
    screen.entry.parties.rows[1].address.clear()
    screen.entry.delivery.way.choose("express")
    screen.entry.delivery.address.clear()
    screen.entry.delivery.receiver.setEditText("路人")
    screen.accept.trigger()
    settle(qtbot, office)
    screen.check.trigger()
    settle(qtbot, office)

    cells = screen.entry.delivery.cells
    assert "R53" in cells["receiver"].note.text()
    assert "D-FORM" in cells["address"].note.text()
    assert "look here" in screen.strip.buttons["delivery"].accessibleName()


def test_a_business_without_papers_asks_nothing_of_it(
    qtbot: QtBot, office: Office, screen: AcceptanceScreen
) -> None:
    screen.open("LY046")  # release of a mortgage
    settle(qtbot, office)

    assert screen.entry.application().delivery is None
    assert not screen.entry.parts["delivery"].isVisibleTo(screen)
