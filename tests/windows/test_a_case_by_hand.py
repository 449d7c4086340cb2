"""A house is sold: from the ticket to the certificate, every act done in the windows."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.approval.pool import PoolScreen
from desk.windows.approval.registration import RegistrationScreen
from desk.windows.approval.review import ReviewScreen
from desk.windows.certificates.printing import PrintingScreen
from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.counter.charges import ChargesScreen
from desk.windows.counter.hand_over import HandOverScreen
from desk.windows.counter.my_window import MyWindowScreen
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.workflow.application import Person
from desk.workflow.queries.cases import CaseView, case, find_cases
from desk.workflow.queries.pool import claimed
from desk.workflow.queries.queue import WaitingRow, waiting
from desk.workflow.queries.register import UnitView, all_units, unit
from desk.workflow.scanned import Meaning, ScanKind
from tests.windows.conftest import duty, settle, shown_window
from tests.windows.looking import look_at_all

Screen = TypeVar("Screen")
BUYER = ("赵海燕", "220402196708162201")


class Walk:
    """The hands that go through the windows."""

    def __init__(self, bot: QtBot, office: Office, session: Session) -> None:
        self.bot, self.office, self.session = bot, office, session
        self.window: MainWindow | None = None

    def sit_down(self, login: str) -> None:
        """Take a person's place; approvers have everything before them."""
        self.window = shown_window(self.session, duty(self.office, login))
        settle(self.bot, self.office)

    def at(self, screen: str, kind: type[Screen], subject: object = None) -> Screen:
        """Go to a screen and wait until it stands."""
        assert self.window is not None
        self.window.go(screen, subject)
        settle(self.bot, self.office)
        shown: Any = self.window.screen
        assert isinstance(shown, kind)
        return shown

    def front(self, kind: type[Screen]) -> Screen:
        """Return the screen that an act led to."""
        settle(self.bot, self.office)
        assert self.window is not None
        shown: Any = self.window.screen
        assert isinstance(shown, kind)
        return shown

    def case(self, case_id: UUID) -> CaseView:
        """Read the case as it stands in the database."""
        with self.office.desk.ask() as reader:
            view = case(reader, case_id, datetime.now(UTC))
        assert view is not None
        return view

    def claimed(self, login: str) -> UUID:
        """Return the case that an approver claimed last."""
        with self.office.desk.ask() as reader:
            rows = claimed(reader, login, datetime.now(UTC))
        last = max(rows, key=lambda row: max(event.at for event in self.case(row.case_id).events))
        return last.case_id

    def newest(self) -> UUID:
        """Return the case that was begun last."""
        with self.office.desk.ask() as reader:
            return find_cases(reader, "", 1, datetime.now(UTC))[0].case_id

    def free_house(self) -> UnitView:
        """Return a home that one person owns and nothing burdens."""
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


def _is_one(holders: tuple[Person, ...]) -> bool:
    return len(holders) == 1 and holders[0].id_type == "1"


def fill(screen: AcceptanceScreen, house: UnitView) -> None:
    """Key a sale as a clerk would."""
    ownership = house.unit.ownership
    assert ownership is not None
    seller = ownership.holders[0]
    entry = screen.entry
    entry.codes.setText(house.unit.code)
    first, second = entry.parties.rows[:2]
    for row, name, number in (
        (first, seller.name, seller.id_number),
        (second, *BUYER),
    ):
        row.name.setText(name)
        row.id_number.setText(number)
        row.married.setCheckState(Qt.CheckState.Unchecked)
    entry.shared.setCurrentIndex(entry.shared.findData("sole"))
    entry.form.show_values({"price": "318000.00", "contract_no": "LYWQ1", "dwelling_count": 1})
    for place in range(entry.materials.count()):
        entry.materials.item(place).setCheckState(Qt.CheckState.Checked)


def test_a_house_is_sold_from_the_ticket_to_the_certificate(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    walk = Walk(qtbot, office, open_session(office, "en"))
    house = walk.free_house()
    walk.sit_down("w02")

    case_id = draw_and_call(walk)
    accept(walk, case_id, house)
    pay(walk, case_id)
    approve(walk, case_id)
    print_and_hand_out(walk, case_id)

    view = walk.case(case_id)
    assert (view.row.state, view.handed_to) == ("issued", BUYER[0])
    with office.desk.ask() as reader:
        after = unit(reader, house.unit.code, datetime.now(UTC))
    assert after is not None
    assert after.unit.ownership is not None
    assert [holder.name for holder in after.unit.ownership.holders] == [BUYER[0]]


def draw_and_call(walk: Walk) -> UUID:
    """Draw a ticket, and call until its turn comes."""
    counter = walk.at("C01", MyWindowScreen)
    counter.lane.setCurrentIndex(counter.lane.findData("priority"))
    counter.ticket.trigger()
    settle(walk.bot, walk.office)
    case_id = walk.newest()
    while walk.case(case_id).row.window is None:
        counter.call.trigger()
        settle(walk.bot, walk.office)
    return case_id


def accept(walk: Walk, case_id: UUID, house: UnitView) -> None:
    """Key the sale for the called ticket and accept it."""
    ticket = next(row for row in _called(walk.office, 2) if row.case_id == case_id)
    acceptance = walk.at("C03", AcceptanceScreen, (ticket, "LY013"))
    fill(acceptance, house)
    acceptance.accept.trigger()
    settle(walk.bot, walk.office)
    assert acceptance.banner.text == "", acceptance.banner.text
    assert walk.case(case_id).row.case_no is not None


def pay(walk: Walk, case_id: UUID) -> None:
    """Pay what the screen after acceptance worked out."""
    charges = walk.front(ChargesScreen)
    walk.bot.waitUntil(charges.pay.isEnabled)
    charges.pay.trigger()
    settle(walk.bot, walk.office)
    money = walk.case(case_id).money
    assert money.charged
    assert (money.fee_open, money.tax_open) == (0, 0)


def print_and_hand_out(walk: Walk, case_id: UUID) -> None:
    """Write the certificate on the window's next sheet and give it to the buyer."""
    walk.sit_down("w02")
    printing = walk.at("A05", PrintingScreen)
    choose(printing.cases, case_id)
    settle(walk.bot, walk.office)
    printing.print.trigger()
    walk.bot.waitUntil(lambda: [job.state for job in printing.jobs.model.rows] == ["sent"])
    printing.take_scan(Meaning(kind=ScanKind.SERIAL, value=printing.jobs.model.rows[0].serial))
    settle(walk.bot, walk.office)
    assert walk.case(case_id).certificates[0].serial is not None
    hand_over = walk.at("C11", HandOverScreen, case_id)
    holder = hand_over.receiver.findText("Holder", Qt.MatchFlag.MatchStartsWith)
    hand_over.receiver.setCurrentIndex(holder)
    hand_over.issue.trigger()
    settle(walk.bot, walk.office)


def approve(walk: Walk, case_id: UUID) -> None:
    """Claim until the case comes, approve it, and enter it."""
    for login in ("a1", "a2", "a3", "a4", "a5", "a6") * 4:
        walk.sit_down(login)
        walk.at("A01", PoolScreen).claim.trigger()
        review = walk.front(ReviewScreen)
        row = walk.claimed(login)
        look_at_all(review, walk.office)
        review.approve.trigger()
        settle(walk.bot, walk.office)
        review.concluded.enter.trigger()
        settle(walk.bot, walk.office)
        registration = walk.front(RegistrationScreen)
        if row == case_id:
            choose(registration.cases, case_id)
            settle(walk.bot, walk.office)
            registration.register.trigger()
            settle(walk.bot, walk.office)
            assert walk.case(case_id).row.state == "registered"
            return
    raise AssertionError("the case never came to the front of the pool")


def choose(listing: Any, case_id: UUID) -> None:
    """Make a case the current one of a list."""
    place = next(n for n, row in enumerate(listing.model.rows) if row.case_id == case_id)
    listing.view.setCurrentIndex(listing.model.index(place, 0))


def _called(office: Office, window: int) -> list[WaitingRow]:
    with office.desk.ask() as reader:
        rows = waiting(reader, datetime.now(UTC))
    return [row for row in rows if row.called_window == window]
