"""C03 Ctrl+H: who stands in the register becomes a party with one key; nobody keys a name twice."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.workflow.facts import MORTGAGE
from desk.workflow.queries.register import UnitView, all_units
from tests.windows.conftest import duty, settle, shown_window
from tests.windows.key_ledger import CONTROL

pytestmark = pytest.mark.gui


class Window2:
    """A clerk who has a home of the register before him."""

    def __init__(self, bot: QtBot, office: Office, session: Session) -> None:
        self.bot, self.office = bot, office
        self.window = shown_window(session, duty(office, "w02"))
        with bot.waitActive(self.window):
            self.window.activateWindow()

    @property
    def screen(self) -> AcceptanceScreen:
        screen = self.window.screen
        assert isinstance(screen, AcceptanceScreen)
        return screen

    def begin(self, item: str, home: UnitView) -> None:
        """Begin a kind of business with the code of a home, which is looked up."""
        self.window.go("C03", item)
        self.screen.model.put("units", [home.unit.code], "typed")
        self.press(Qt.Key.Key_I)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, CONTROL)
        settle(self.bot, self.office)

    def home(self, *, owners: int, mortgaged: bool = False) -> UnitView:
        """Return a home of the register with so many owners."""
        with self.office.desk.ask() as reader:
            return next(
                view
                for view in all_units(reader, datetime.now(UTC))
                if view.unit.ownership is not None
                and len(view.unit.ownership.holders) == owners
                and any(row.right.live and row.right.type == MORTGAGE for row in view.rights)
                == mortgaged
            )

    def parties(self) -> list[tuple[str, str, str]]:
        state = self.screen.model.state
        return [(p.role, p.name, p.id_number) for p in map(state.party, state.people)]


@pytest.fixture
def clerk(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> Window2:
    return Window2(qtbot, office, open_session(office, "zh"))


def test_the_owners_become_the_sellers(clerk: Window2) -> None:
    home = clerk.home(owners=2)
    clerk.begin("LY013", home)
    clerk.press(Qt.Key.Key_H)

    assert home.unit.ownership is not None
    owners = [("obligor", one.name, one.id_number) for one in home.unit.ownership.holders]
    assert clerk.parties() == owners


def test_pressed_twice_nobody_stands_there_twice(clerk: Window2) -> None:
    clerk.begin("LY013", clerk.home(owners=1))
    clerk.press(Qt.Key.Key_H)
    clerk.press(Qt.Key.Key_H)

    assert len(clerk.parties()) == 1


def test_where_nobody_gives_the_owner_applies_as_holder(clerk: Window2) -> None:
    home = clerk.home(owners=1)
    clerk.begin("LY029", home)
    clerk.press(Qt.Key.Key_H)

    assert home.unit.ownership is not None
    (owner,) = home.unit.ownership.holders
    assert clerk.parties() == [("holder", owner.name, owner.id_number)]


def test_of_a_right_acted_upon_its_holder_is_taken(clerk: Window2) -> None:
    home = clerk.home(owners=1, mortgaged=True)
    clerk.begin("LY046", home)
    box = clerk.screen.entry.right
    loan = next(row.right for row in home.rights if row.right.live and row.right.type == MORTGAGE)
    box.choose(str(loan.id))
    clerk.press(Qt.Key.Key_H)

    holders = [("holder", one.name, one.id_number) for one in loan.holders]
    assert [party for party in clerk.parties() if party[0] == "holder"] == holders


def test_one_ctrl_z_takes_them_out_again(clerk: Window2) -> None:
    clerk.begin("LY013", clerk.home(owners=2))
    clerk.press(Qt.Key.Key_H)
    assert len(clerk.parties()) == 2
    clerk.press(Qt.Key.Key_Z)

    assert clerk.parties() == []


def test_without_a_home_it_takes_nobody(clerk: Window2) -> None:
    clerk.window.go("C03", "LY013")
    clerk.press(Qt.Key.Key_H)

    assert clerk.parties() == []
