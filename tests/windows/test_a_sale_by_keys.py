"""The journey of a house sale at the counter: few keys, no click, accepted in a real file."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.counter.entry_state import Source
from desk.windows.counter.kinds import KindsScreen
from desk.windows.counter.my_window import MyWindowScreen
from desk.windows.devices.device import Card
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.workflow.application import Person
from desk.workflow.commands import DrawTicket, PreReview, new_id
from desk.workflow.queries.cases import CaseView, case
from desk.workflow.queries.register import UnitView, all_units
from forms.catalogue import delivered
from tests.windows.conftest import duty, settle, shown_window
from tests.windows.key_ledger import ALT, CONTROL, KeyLedger

SALE = "LY013"
BUYERS = (
    Card(name="赵海燕", id_number="220402196708162201", address="辽源市龙山区人民大街1号"),
    Card(name="孙立军", id_number="220402196503153416", address="辽源市龙山区人民大街1号"),
)
GOAL, GATE, MANUAL = 60, 80, 420
KEYS_OF_A_NAME = 10  # with an input method
HEARTBEAT, PATIENCE = 10, 5_000  # ms


class Counter:
    """A clerk at window 2, hands on the keys."""

    def __init__(self, bot: QtBot, office: Office, session: Session) -> None:
        self.bot, self.office = bot, office
        self.window: MainWindow = shown_window(session, duty(office, "w02"))
        with bot.waitActive(self.window):
            self.window.activateWindow()
        settle(bot, office)
        self.ledger = KeyLedger(bot, office, self.window)

    def draw(self, *, reviewed: bool) -> None:
        """Let the guide give a number for the sale, with all papers seen or none."""
        case_id, desk = new_id(), self.office.desk
        desk.do(DrawTicket(case_id=case_id, item=SALE, lane="priority"), by="w02")
        if reviewed:
            papers = delivered().items[SALE].materials_required
            desk.do(PreReview(case_id=case_id, item=SALE, materials=papers), by="w02")
        self.case_id = case_id

    def call(self) -> None:
        """Call until the number of the sale is at the window; only the last call is counted."""
        self.window.go("C01")
        settle(self.bot, self.office)
        screen = self.window.screen
        assert isinstance(screen, MyWindowScreen)
        while screen._called is None or screen._called.case_id != self.case_id:
            if screen._called is not None:
                screen.no_show.trigger()
                settle(self.bot, self.office)
            self.ledger.keys = 0
            self.ledger.press(Qt.Key.Key_F9)

    def begin(self) -> AcceptanceScreen:
        """Begin the acceptance with its key."""
        self.ledger.press(Qt.Key.Key_Return, CONTROL)
        screen = self.window.screen
        assert isinstance(screen, AcceptanceScreen)
        return screen

    def scan(self, code: str) -> None:
        """Let the scanner send a code."""
        self.window.scanning.queue.take(code)
        settle(self.bot, self.office)

    def lay(self, screen: AcceptanceScreen, card: Card) -> None:
        """Lay a card on the reader and wait until it was read."""
        self.office.workplace.card_reader.lay(card)  # type: ignore[attr-defined]
        state = screen.model
        self.bot.waitUntil(lambda: card.id_number in state.snapshot(), timeout=PATIENCE)
        settle(self.bot, self.office)

    def house(self) -> UnitView:
        """Return a free home of one owner."""
        with self.office.desk.ask() as reader:
            for view in all_units(reader, datetime.now(UTC)):
                owner = view.unit.ownership
                if (
                    view.state == {"free"}
                    and owner
                    and owner.type == "4"
                    and _is_one(owner.holders)
                ):
                    return view
        raise AssertionError("the demonstration has no free home")

    def accepted(self) -> CaseView:
        """Return the case as the file keeps it."""
        with self.office.desk.ask() as reader:
            view = case(reader, self.case_id, datetime.now(UTC))
        assert view is not None
        return view


def _is_one(holders: tuple[Person, ...]) -> bool:
    return len(holders) == 1 and holders[0].id_type == "1"


class Heart:
    """Beats on the GUI thread and keeps the longest gap."""

    def __init__(self) -> None:
        self._since, self.longest = QElapsedTimer(), 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(HEARTBEAT)
        self._since.start()

    def _beat(self) -> None:
        self.longest = max(self.longest, self._since.restart())


def finish(counter: Counter, screen: AcceptanceScreen) -> CaseView:
    """Press Ctrl+Enter, confirm what is asked, and read the case."""
    counter.ledger.press(Qt.Key.Key_Return, CONTROL)
    if screen.banner.text:
        shifted = CONTROL | Qt.KeyboardModifier.ShiftModifier
        counter.ledger.press(Qt.Key.Key_Return, shifted)
    assert screen.banner.text == "", screen.banner.text
    return counter.accepted()


def test_u01_u03_u16_a_sale_takes_at_most_sixty_keys_and_no_click(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    counter = Counter(qtbot, office, open_session(office, "zh"))
    house = counter.house()
    counter.draw(reviewed=True)
    counter.call()
    heart, keys = Heart(), counter.ledger
    screen = counter.begin()

    counter.scan(house.unit.code)
    keys.press(Qt.Key.Key_H, CONTROL)
    for card in BUYERS:
        counter.lay(screen, card)
    keys.type("13804370001")
    keys.press(Qt.Key.Key_3, ALT)
    keys.type("2")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Return)
    keys.type("128w")
    keys.press(Qt.Key.Key_5, ALT)
    for _ in range(6):
        keys.type("y")
    view = finish(counter, screen)

    print(f"R1: {keys.keys} keys, {keys.clicks} clicks, longest gap {heart.longest} ms")  # noqa: T201
    assert view.row.case_no is not None
    application = view.application
    assert application is not None
    assert [party.name for party in application.of("holder")] == [one.name for one in BUYERS]
    assert (application.fields["price"], application.co_ownership) == ("1280000.00", "joint")
    kept = next(event.data["evidence"] for event in view.events if "evidence" in event.data)
    assert len(kept["interview"]) == 18  # six questions, three people
    assert (keys.keys <= GATE, keys.clicks) == (True, 0)
    assert keys.keys <= GOAL


def key_people(keys: KeyLedger, people: Sequence[tuple[str, str]]) -> None:
    """Key people by hand, row after row; the third has no row yet."""
    for place, (name, number) in enumerate(people):
        if place == len(people) - 1:
            keys.press(Qt.Key.Key_N, CONTROL)
        keys.write(name, KEYS_OF_A_NAME)
        keys.press(Qt.Key.Key_Return)
        keys.type(number)
        keys.press(Qt.Key.Key_Return)
        keys.type("13804370001")
        for _ in range(3):
            keys.press(Qt.Key.Key_Return)


def key_business(keys: KeyLedger) -> None:
    """Key price, contract and interview, and tick the papers."""
    keys.press(Qt.Key.Key_3, ALT)
    keys.type("2")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Return)
    keys.type("128w")
    keys.press(Qt.Key.Key_Return)
    keys.type("CLF20260012345")
    keys.press(Qt.Key.Key_Return)
    keys.type("1120")
    keys.press(Qt.Key.Key_5, ALT)
    for _ in range(6):
        keys.type("y")
    keys.press(Qt.Key.Key_6, ALT)
    for _ in delivered().items[SALE].materials_required:
        keys.press(Qt.Key.Key_Space)


def test_u02_a_sale_by_hand_alone_stays_within_its_keys(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    counter = Counter(qtbot, office, open_session(office, "zh"))
    house = counter.house()
    owner = house.unit.ownership
    assert owner is not None
    counter.draw(reviewed=False)
    counter.call()
    keys = counter.ledger
    screen = counter.begin()

    people = (*((one.name, one.id_number) for one in owner.holders), *_named(BUYERS))
    key_people(keys, people)
    keys.press(Qt.Key.Key_2, ALT)
    keys.type(house.unit.code)
    key_business(keys)
    view = finish(counter, screen)

    print(f"R1-manual: {keys.keys} keys, {keys.clicks} clicks")  # noqa: T201
    assert view.row.case_no is not None
    assert (keys.keys <= MANUAL, keys.clicks) == (True, 0)


def _named(cards: tuple[Card, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((one.name, one.id_number) for one in cards)


def test_u05_any_of_the_61_kinds_is_chosen_in_at_most_five_keys(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    counter = Counter(qtbot, office, open_session(office, "zh"))
    for item in delivered().items.values():
        counter.ledger.keys = 0
        counter.ledger.press(Qt.Key.Key_F2)
        assert isinstance(counter.window.screen, KindsScreen)
        counter.ledger.type(str(item.no))
        counter.ledger.press(Qt.Key.Key_Return)
        screen = counter.window.screen
        assert isinstance(screen, AcceptanceScreen)
        assert screen.model.state.item == item.code
        assert counter.ledger.keys <= 5, item.code


def test_a_value_that_was_read_says_where_from_until_it_is_typed_over(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    counter = Counter(qtbot, office, open_session(office, "en"))
    counter.draw(reviewed=True)
    counter.call()
    screen = counter.begin()
    counter.lay(screen, BUYERS[0])
    row = screen.entry.parties.rows[0]
    assert row.cells["name"].tag.text() == "card"
    assert screen.model.source("materials/M01") is Source.PRE_REVIEW
    row.name.setFocus()
    counter.ledger.press(Qt.Key.Key_End)
    counter.ledger.type("x")
    counter.ledger.press(Qt.Key.Key_Return)
    assert screen.model.source(f"parties/{row.key}/name") is Source.TYPED
    assert not row.cells["name"].tag.isVisibleTo(row)
