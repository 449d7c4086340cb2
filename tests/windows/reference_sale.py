"""R1, the reference sale: two spouses sell to two buyers; and the same sale with all devices off.

The certificate is scanned before the cards are laid down: then the register knows who sells, and
nobody presses a key for the part of a person.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.counter.capture_screen import CaptureScreen
from desk.windows.counter.my_window import MyWindowScreen
from desk.windows.devices.device import Card
from desk.windows.frame.main_window import MainWindow
from desk.windows.parts.office import Office
from desk.workflow.application import Person
from desk.workflow.commands import DrawTicket, new_id
from desk.workflow.queries.cases import CaseView, case
from desk.workflow.queries.register import UnitView, all_units
from forms.catalogue import delivered
from forms.interview import questions_of
from tests.windows.conftest import Waiting, settle
from tests.windows.key_ledger import ALT, CONTROL, KeyLedger
from tests.windows.test_customer_screen import sign

SALE = "LY013"
PLACE = "辽源市龙山区人民大街1号"
BUYERS = (
    Card(name="赵海燕", id_number="220402196708162201", address=PLACE),
    Card(name="孙立军", id_number="220402196503153416", address=PLACE),
)
PHONE, CONTRACT, PRICE, DAY = "13804370001", "CLF20260012345", "128w", "1120"
PAGES = (2, 2, 2, 2, 2, 1, 1)  # twelve pages of seven materials
KEYS_OF_A_NAME, KEYS_OF_AN_ADDRESS = 10, 36  # with an input method, and its dictionary of streets
PATIENCE = 20_000  # ms
ENTER = Qt.Key.Key_Return


@dataclass(frozen=True, slots=True)
class Accepted:
    """The case as the file keeps it, and what it took."""

    case: CaseView
    keys: int
    clicks: int


class Counter:
    """A clerk at a window, hands on the keys."""

    def __init__(self, bot: Waiting, office: Office, window: MainWindow) -> None:
        self.bot, self.office, self.window = bot, office, window
        window.activateWindow()
        bot.waitUntil(lambda: QApplication.activeWindow() is window)
        settle(bot, office)
        self.ledger = KeyLedger(bot, office, window)

    def draw(self) -> None:
        """Let the guide give a number for the sale."""
        self.case_id = new_id()
        command = DrawTicket(case_id=self.case_id, item=SALE, lane="priority")
        self.office.desk.do(command, by=self.office.person.login)

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
            self.ledger.restart()
            self.ledger.press(Qt.Key.Key_F9)

    def begin(self) -> AcceptanceScreen:
        """Begin the acceptance with its key."""
        self.ledger.press(ENTER, CONTROL)
        return self.acceptance

    @property
    def acceptance(self) -> AcceptanceScreen:
        """Return the screen in front, which is the acceptance."""
        screen = self.window.screen
        assert isinstance(screen, AcceptanceScreen)
        return screen

    def scan(self, code: str) -> None:
        """Let the scanner send a code."""
        self.window.scanning.queue.take(code)
        settle(self.bot, self.office)

    def lay(self, card: Card) -> None:
        """Lay a card on the reader and wait until it was read."""
        reader, state = self.office.workplace.card_reader, self.acceptance.model
        reader.lay(card)  # type: ignore[attr-defined]
        self.wait(lambda: card.id_number in state.snapshot() and not reader.cards)  # type: ignore[attr-defined]

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait for a machine."""
        self.bot.waitUntil(until, timeout=PATIENCE)
        settle(self.bot, self.office)

    def finish(self) -> Accepted:
        """Press Ctrl+Enter, confirm what is asked, and read the case."""
        screen = self.acceptance
        self.ledger.press(ENTER, CONTROL)
        if self.window.screen is screen:
            shifted = CONTROL | Qt.KeyboardModifier.ShiftModifier
            self.ledger.press(ENTER, shifted)
        assert self.window.screen is not screen, screen.banner.text
        keys, clicks = self.ledger.keys, self.ledger.clicks
        with self.office.desk.ask() as reader:
            view = case(reader, self.case_id, datetime.now(UTC))
        assert view is not None
        return Accepted(view, keys, clicks)


def house_of(office: Office, owners: int) -> tuple[str, tuple[Person, ...]]:
    """Return the code of a free home with so many owners, and them."""
    for code, holders in houses_of(office, owners):
        return code, holders
    raise AssertionError("the demonstration has no such home")


def houses_of(office: Office, owners: int) -> Iterator[tuple[str, tuple[Person, ...]]]:
    """Yield free homes that so many natural persons own."""
    with office.desk.ask() as reader:
        for view in all_units(reader, datetime.now(UTC)):
            holders = _owners(view)
            if view.state == {"free"} and len(holders) == owners:
                yield view.unit.code, holders


def _owners(view: UnitView) -> tuple[Person, ...]:
    owner = view.unit.ownership
    if owner is None or owner.type != "4" or any(one.id_type != "1" for one in owner.holders):
        return ()
    return owner.holders


def sell(counter: Counter, unit: str, sellers: tuple[Person, ...]) -> Accepted:
    """Take in R1 with all devices, from the call of the number drawn to the acceptance."""
    counter.call()
    counter.begin()
    keys = counter.ledger
    counter.scan(unit)
    for seller in sellers:
        counter.lay(Card(name=seller.name, id_number=seller.id_number, address=PLACE))
    for buyer in BUYERS:
        counter.lay(buyer)
    keys.type(PHONE)
    counter.scan(CONTRACT)
    _key_terms(keys)
    keys.type(PRICE)
    _answer(keys)
    _photograph(counter)
    let_sign(counter)
    return counter.finish()


def sell_by_hand(counter: Counter, unit: str, sellers: tuple[Person, ...]) -> Accepted:
    """Take in the same sale with reader, scanner, camera and customer's screen off."""
    office = counter.office
    machines = office.workplace
    for machine in (machines.card_reader, machines.scanner, machines.camera, machines.printer):
        machine.is_there = False  # type: ignore[attr-defined]
    counter.call()
    counter.begin()
    keys = counter.ledger
    first, second = sellers
    _key_person(keys, first.name, first.id_number)
    _key_person(keys, BUYERS[0].name, BUYERS[0].id_number, PHONE)
    keys.press(Qt.Key.Key_N, CONTROL)
    _key_person(keys, BUYERS[1].name, BUYERS[1].id_number, PHONE)
    keys.press(Qt.Key.Key_N, CONTROL)
    keys.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    keys.type("1")  # the seller is the first of the parts
    keys.press(ENTER)
    _key_person(keys, second.name, second.id_number)
    keys.press(Qt.Key.Key_2, ALT)
    keys.type(unit)
    _key_terms(keys)
    for text in (PRICE, CONTRACT, DAY):
        keys.type(text)
        keys.press(ENTER)
    _answer(keys)
    keys.press(Qt.Key.Key_6, ALT)
    for _ in PAGES:
        keys.press(Qt.Key.Key_Space)
    return counter.finish()


def _key_person(keys: KeyLedger, name: str, number: str, phone: str = "") -> None:
    keys.write(name, KEYS_OF_A_NAME)
    keys.press(ENTER)
    keys.type(number)
    keys.press(ENTER)
    keys.type(phone)
    keys.press(ENTER)
    keys.press(ENTER)  # no share: they own jointly
    keys.write(PLACE, KEYS_OF_AN_ADDRESS)
    keys.press(ENTER)


def _key_terms(keys: KeyLedger) -> None:
    """Choose that they own jointly, and walk on to the price."""
    keys.press(Qt.Key.Key_3, ALT)
    keys.type("2")
    keys.press(ENTER)
    keys.press(ENTER)


def _answer(keys: KeyLedger) -> None:
    """Answer what was read aloud."""
    keys.press(Qt.Key.Key_5, ALT)
    for question in questions_of(delivered().items[SALE]):
        keys.type(question.expected[0])


def _photograph(counter: Counter) -> None:
    keys, acceptance = counter.ledger, counter.acceptance
    keys.press(Qt.Key.Key_F7)
    screen = counter.window.screen
    assert isinstance(screen, CaptureScreen)
    for pages in PAGES:
        for _ in range(pages):
            keys.press(Qt.Key.Key_Space)
        keys.press(ENTER)
    counter.wait(lambda: screen.pane.idle)
    keys.press(Qt.Key.Key_2, CONTROL)
    assert counter.window.screen is acceptance


def let_sign(counter: Counter) -> None:
    """Ask with F8; the pen of the applicants is no hand of the clerk."""
    focus = QApplication.focusWidget()
    assert focus is not None
    counter.ledger.press(Qt.Key.Key_F8)
    counter.window.activateWindow()  # without a display every new window takes the focus
    focus.setFocus()
    customer = counter.office.customer
    assert customer is not None
    clicks = counter.ledger.clicks
    while customer.waits_for:
        sign(customer.screen)
        settle(counter.bot, counter.office)
    counter.ledger.clicks = clicks
