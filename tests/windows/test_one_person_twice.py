"""C04 疑似同一人: the same person twice is said while typing and made one with a key.

Ctrl+D begins a further person with what people of one side mostly share.
"""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.counter.parties import PartyRow
from desk.windows.devices.device import Card
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from tests.windows.conftest import duty, settle, shown_window
from tests.windows.key_ledger import CONTROL

pytestmark = pytest.mark.gui

SHIFT = Qt.KeyboardModifier.ShiftModifier
WOMAN = Card(name="赵海燕", id_number="220402196708162201", address="辽源市龙山区人民大街1号")
MAN = Card(name="孙立军", id_number="220402196503153416", address="辽源市龙山区人民大街1号")


class People:
    """The people of a sale, at window 2."""

    def __init__(self, bot: QtBot, office: Office, session: Session) -> None:
        self.bot, self.office = bot, office
        self.window = shown_window(session, duty(office, "w02"))
        with bot.waitActive(self.window):
            self.window.activateWindow()
        self.window.go("C03", "LY013")
        settle(bot, office)

    @property
    def screen(self) -> AcceptanceScreen:
        screen = self.window.screen
        assert isinstance(screen, AcceptanceScreen)
        return screen

    @property
    def rows(self) -> list[PartyRow]:
        return self.screen.entry.parties.rows

    def type(self, row: PartyRow, name: str, text: str) -> None:
        """Type into a field of a person, and stay there."""
        line = row.cells[name].editor
        line.setFocus()
        QTest.keyClicks(line, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        settle(self.bot, self.office)

    def names(self) -> list[str]:
        state = self.screen.model.state
        return [state.party(key).name for key in state.people]


@pytest.fixture
def people(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> People:
    return People(qtbot, office, open_session(office, "zh"))


def test_the_same_number_is_noticed_while_it_is_typed(people: People) -> None:
    people.screen.take_card(WOMAN)
    other = next(row for row in people.rows if row.is_blank())
    people.type(other, "id_number", WOMAN.id_number[:-1])
    assert not other.status.isVisibleTo(other)

    people.type(other, "id_number", WOMAN.id_number[-1])
    assert "同一人" in other.status.text()
    assert "Ctrl+Shift+D" in other.status.text()
    assert people.screen.accept.isEnabled()


def test_two_of_one_name_with_two_numbers_are_two_people(people: People) -> None:
    people.screen.take_card(WOMAN)
    people.screen.take_card(Card(name=WOMAN.name, id_number=MAN.id_number))

    assert [row.status.text() for row in people.rows] == ["", ""]
    people.press(Qt.Key.Key_D, CONTROL | SHIFT)
    assert people.names() == [WOMAN.name, WOMAN.name]


def test_one_key_makes_one_person_of_two_and_loses_nothing(people: People) -> None:
    people.screen.take_card(WOMAN)
    first, second = people.rows
    if first.is_blank():
        first, second = second, first
    people.type(second, "id_number", WOMAN.id_number)
    people.type(second, "phone", "13804370001")
    people.type(first, "share", "1/2")
    people.press(Qt.Key.Key_D, CONTROL | SHIFT)

    state = people.screen.model.state
    (key,) = state.people
    kept = state.party(key)
    assert (kept.name, kept.id_number) == (WOMAN.name, WOMAN.id_number)
    assert (kept.phone, kept.address) == ("13804370001", WOMAN.address)
    assert str(kept.share) == "1/2"
    assert people.rows[0].status.text() == ""
    assert people.screen.entry.parties.focused() is people.rows[0]


def test_merging_can_be_taken_back(people: People) -> None:
    people.screen.take_card(WOMAN)
    blank = next(row for row in people.rows if row.is_blank())
    people.type(blank, "id_number", WOMAN.id_number)
    people.press(Qt.Key.Key_D, CONTROL | SHIFT)
    assert len(people.screen.model.state.people) == 1
    people.press(Qt.Key.Key_Z, CONTROL)

    assert len(people.screen.model.state.people) == 2


def test_the_same_card_twice_goes_to_the_row_that_is_there(people: People) -> None:
    people.screen.take_card(WOMAN)
    people.screen.take_card(MAN)
    people.screen.take_card(WOMAN)

    assert sorted(people.names()) == sorted([WOMAN.name, MAN.name])
    focused = people.screen.entry.parties.focused()
    assert focused is not None
    assert focused.name.text() == WOMAN.name


def test_ctrl_d_begins_a_person_with_role_phone_and_address_of_this_one(people: People) -> None:
    people.screen.take_card(WOMAN)
    row = next(row for row in people.rows if not row.is_blank())
    people.type(row, "phone", "13804370001")
    before = len(people.rows)
    people.press(Qt.Key.Key_D, CONTROL)

    assert len(people.rows) == before + 1
    new = people.rows[-1]
    assert new.role.code() == row.role.code()
    assert (new.phone.text(), new.address.text()) == (row.phone.text(), WOMAN.address)
    assert (new.name.text(), new.id_number.text()) == ("", "")
    assert QApplication.focusWidget() is new.name
    assert len(people.screen.model.state.people) == 1  # nobody yet: no name, no number
