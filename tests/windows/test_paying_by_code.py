"""C10 and P02: the fee is paid by scanning a code; whatever the line does, it is taken once."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db.tables.money import PAYMENTS
from desk.local.settings import Language
from desk.windows.counter.charges import ChargesScreen
from desk.windows.customer.customer import Customer
from desk.windows.customer.qr_picture import QrPicture
from desk.windows.devices.payment import NoChannel, SimulatedChannel
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.workflow.queries.cases import case, find_cases
from tests.windows.conftest import settle
from tests.windows.screens import open_screen
from tests.windows.test_customer_screen import texts

pytestmark = pytest.mark.gui


@dataclass
class Till:
    """The charges of a case, a channel that pays when it is told to, the applicant's screen."""

    bot: QtBot
    office: Office
    screen: ChargesScreen
    channel: SimulatedChannel
    customer: Customer

    def settle(self) -> None:
        for _ in range(3):
            self.bot.waitUntil(lambda: self.office.machines.idle)
            settle(self.bot, self.office)

    def ask_again(self) -> None:
        self.screen.code.timer.timeout.emit()
        self.settle()

    @property
    def number(self) -> str:
        assert self.screen._view is not None
        money = self.screen._view.money
        return f"{self.screen._view.row.case_no}-{money.charge_n}-{money.fee_open}"

    def recorded(self) -> list[tuple[str, str | None]]:
        assert self.screen._case is not None
        query = select(PAYMENTS.c.method, PAYMENTS.c.voucher).where(
            PAYMENTS.c.case_id == self.screen._case, PAYMENTS.c.what == "fee"
        )
        with self.office.desk.ask() as reader:
            return [(row.method, row.voucher) for row in reader.connection.execute(query)]


def code_on(customer: Customer) -> str:
    """Return what the code on the applicant's screen says."""
    (picture,) = customer.screen.findChildren(QrPicture)
    return picture.text


def unpaid_sale(office: Office) -> UUID:
    """Return a sale that was accepted and of which nothing is paid."""
    now = datetime.now(UTC)
    with office.desk.ask() as reader:
        for row in find_cases(reader, "", 200, now):
            if row.state == "accepted" and row.item == "LY013":
                view = case(reader, row.case_id, now)
                if view is not None and not view.money.charged:
                    return row.case_id
    raise AssertionError("the demonstration has no unpaid sale")


@pytest.fixture
def till(qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]) -> Till:
    session = open_session(office, "en")
    window = open_screen(qtbot, session, office, "C10")
    window.go("C10", unpaid_sale(office))
    channel = SimulatedChannel(pays_at=None)
    office.workplace = replace(office.workplace, payment=channel)
    screen, customer = window.screen, office.customer
    assert isinstance(screen, ChargesScreen)
    assert customer is not None
    made = Till(qtbot, office, screen, channel, customer)
    made.settle()
    return made


def test_the_payer_sees_the_sum_and_the_code_and_the_fee_is_recorded(till: Till) -> None:
    number = till.number
    till.screen.fee_code.trigger()
    till.settle()
    assert till.customer.screen.state == "pay"
    assert "80.00" in texts(till.customer.screen)
    assert code_on(till.customer).startswith(f"DEMO-PAY/{number}")

    till.channel.pay(number)
    till.ask_again()

    assert till.recorded() == [("scan", number)]
    assert till.channel.taken == [(number, 8000)]
    assert "Paid by scanning" in till.screen.banner.text
    assert till.customer.screen.state == "idle"
    assert not till.screen.fee_code.isEnabled()


def test_an_unknown_result_is_asked_for_again_and_never_charged_twice(till: Till) -> None:
    number = till.number
    till.screen.fee_code.trigger()
    till.settle()
    till.channel.pay(number)
    till.channel.is_there = False

    till.ask_again()
    assert "Do not charge again" in till.screen.banner.text
    till.screen.pay.trigger()  # by hand: refused while nobody knows
    till.settle()
    assert till.recorded() == []
    till.screen.fee_code.trigger()  # Q asks about the same order, it makes no other
    till.settle()
    assert till.recorded() == []

    till.channel.is_there = True
    till.ask_again()
    till.ask_again()

    assert till.recorded() == [("scan", number)]
    assert till.channel.taken == [(number, 8000)]


def test_cash_is_taken_only_after_the_code_is_closed(till: Till) -> None:
    number = till.number
    till.screen.fee_code.trigger()
    till.settle()
    till.screen.what.setCurrentIndex(till.screen.what.findData("fee"))
    till.screen.method.setCurrentIndex(till.screen.method.findData("cash"))

    till.screen.pay.trigger()
    till.settle()
    till.channel.pay(number)  # the payer scans too late

    assert till.recorded() == [("cash", None)]
    assert till.channel.taken == []


def test_cash_for_a_fee_that_was_scanned_meanwhile_is_given_back_to_the_payer(till: Till) -> None:
    number = till.number
    till.screen.fee_code.trigger()
    till.settle()
    till.channel.pay(number)
    till.screen.method.setCurrentIndex(till.screen.method.findData("cash"))

    till.screen.pay.trigger()
    till.settle()

    assert till.recorded() == [("scan", number)]


def test_after_two_minutes_the_clerk_has_to_ask_himself(
    till: Till, monkeypatch: pytest.MonkeyPatch
) -> None:
    till.screen.fee_code.trigger()
    till.settle()
    monkeypatch.setattr("desk.windows.counter.fee_code.AT_MOST", -1)

    till.ask_again()

    assert "After 2 minutes" in till.screen.banner.text
    assert not till.screen.code.timer.isActive()
    assert not till.screen.exempt.isEnabled()


def test_without_a_channel_no_code_is_shown(till: Till) -> None:
    till.office.workplace = replace(till.office.workplace, payment=NoChannel())

    till.screen.fee_code.trigger()
    till.settle()

    assert "Take cash or a card" in till.screen.banner.text
    assert till.customer.screen.state != "pay"
    assert till.screen.pay.isEnabled()


def test_the_applicant_reads_his_number_and_when_it_is_done(qtbot: QtBot) -> None:
    customer = Customer(7, "辽源市不动产登记中心")
    qtbot.addWidget(customer.screen)
    customer.screen.show()

    customer.show_result("2026-0000057", "10:58")
    assert "2026-0000057" in texts(customer.screen)
    assert "10:58" in texts(customer.screen)
    assert code_on(customer) == "2026-0000057"

    customer.screen._patience.setInterval(1)
    qtbot.waitUntil(lambda: customer.screen.state == "idle")
    assert "2026-0000057" not in texts(customer.screen)
