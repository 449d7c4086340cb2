"""A card that is laid on the reader goes to the screen in front, once."""

from datetime import date

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desk.windows.devices.cards import Cards
from desk.windows.devices.device import Card
from desk.windows.devices.simulated import SimulatedCardReader
from forms.messages import message

CARD = Card(name="陈刚", id_number="220403199111270306", valid_to=date(2099, 1, 1))
OLD = Card(name="周敏", id_number="220402196708162201", valid_to=date(2020, 1, 1))


class Screen:
    """A screen that wants cards, or not."""

    def __init__(self, *, wants: bool = True) -> None:
        self.wants = wants
        self.taken: list[Card] = []

    def take_card(self, card: Card) -> bool:
        """Take a card where one is wanted."""
        if self.wants:
            self.taken.append(card)
        return self.wants


class Frame:
    """A frame with one screen in front and a reader beside it."""

    def __init__(self, screen: object) -> None:
        self.screen = screen
        self.parent = QObject()
        self.reader = SimulatedCardReader()
        self.cards = Cards(self.parent, self, lambda: self.reader)
        self.said: list[tuple[str, str]] = []
        self.cards.said.connect(lambda level, text: self.said.append((level, text)))


def test_each_card_is_taken_once_by_the_screen_in_front(qtbot: QtBot) -> None:
    screen = Screen()
    frame = Frame(screen)
    frame.reader.lay(CARD)
    frame.reader.lay(OLD)
    qtbot.waitUntil(lambda: len(screen.taken) == 2)

    assert screen.taken == [CARD, OLD]
    assert frame.said == [("info", message("E-IDC-009", "zh", day="2020-01-01"))]


def test_a_card_that_no_screen_wants_is_told(qtbot: QtBot) -> None:
    for screen in (Screen(wants=False), object()):
        frame = Frame(screen)
        frame.reader.lay(CARD)
        qtbot.waitUntil(lambda frame=frame: bool(frame.said))  # type: ignore[misc]
        assert frame.said[0][0] == "info"
        assert "陈刚" in frame.said[0][1]


def test_a_reader_that_does_not_answer_is_told_once_until_it_is_back(qtbot: QtBot) -> None:
    frame = Frame(Screen())
    frame.reader.is_there = False
    qtbot.waitUntil(lambda: bool(frame.said))
    qtbot.wait(900)
    assert frame.said == [("error", message("E-IDC-001", "zh"))]
    frame.reader.is_there = True
    frame.reader.lay(CARD)
    qtbot.waitUntil(lambda: not frame.reader.cards)
    qtbot.wait(500)
    frame.reader.is_there = False
    qtbot.waitUntil(lambda: len(frame.said) == 2)
