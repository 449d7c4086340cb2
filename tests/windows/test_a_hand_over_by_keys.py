"""U-04: what is handed out at the counter takes few keys and no click."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.counter.hand_over import HandOverScreen
from desk.windows.counter.my_window import MyWindowScreen
from desk.windows.devices.device import Card
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.workflow.application import Party
from desk.workflow.queries.cases import case
from tests.windows.conftest import duty, settle, shown_window
from tests.windows.key_ledger import CONTROL
from tests.windows.reference_sale import Counter, let_sign

pytestmark = pytest.mark.gui

HAND_OUT = 8


@pytest.fixture
def counter(
    qtbot: QtBot,
    office: Office,
    open_session: Callable[[Office, Language], Session],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Counter:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))  # the pages of this test alone
    return Counter(qtbot, office, shown_window(open_session(office, "zh"), duty(office, "w02")))


def at_the_window(counter: Counter) -> HandOverScreen:
    """Press F12 on the window where papers wait to be handed out."""
    counter.window.go("C01")
    settle(counter.bot, counter.office)
    window = counter.window.screen
    assert isinstance(window, MyWindowScreen)
    window.to_issue.pick(lambda row: row.state == "printed")
    counter.ledger.restart()
    counter.ledger.press(Qt.Key.Key_F12)
    screen = counter.window.screen
    assert isinstance(screen, HandOverScreen)
    return screen


def lay(counter: Counter, card: Card) -> None:
    reader = counter.office.workplace.card_reader
    reader.lay(card)  # type: ignore[attr-defined]
    counter.wait(lambda: not reader.cards)  # type: ignore[attr-defined]


def test_u04_papers_are_handed_out_in_at_most_eight_keys_and_no_click(counter: Counter) -> None:
    screen = at_the_window(counter)
    view = screen._view
    assert view is not None
    party = screen.receiver.itemData(0)
    assert isinstance(party, Party)

    lay(counter, Card(name=party.name, id_number=party.id_number))
    counter.wait(lambda: screen.id_number.text() == party.id_number)
    for paper in view.certificates:
        counter.scan(str(paper.serial))
        assert str(paper.serial) in screen.banner.text
    let_sign(counter)
    counter.ledger.press(Qt.Key.Key_Return, CONTROL)

    assert isinstance(counter.window.screen, MyWindowScreen)
    with counter.office.desk.ask() as reader:
        issued = case(reader, view.row.case_id, datetime.now(UTC))
    assert issued is not None
    assert issued.row.state == "issued"
    assert (counter.ledger.keys <= HAND_OUT, counter.ledger.clicks) == (True, 0)


def test_the_card_of_somebody_else_is_no_partys(counter: Counter) -> None:
    screen = at_the_window(counter)

    lay(counter, Card(name="许勇", id_number="220403195909073514"))
    counter.wait(lambda: screen.name.text() == "许勇")

    assert screen.receiver.currentData() is None
    assert screen.id_number.text() == "220403195909073514"
