"""C10: what the tax office says stands beside the desk's figure; its voucher is one key away."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db.ids import new_id
from db.tables.ledger import COMMANDS
from db.tables.money import PAYMENTS
from desk.local.settings import Language
from desk.windows.counter.charges import ChargesScreen
from desk.windows.devices.exchange import SimulatedExchange
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.workflow.answers import AcceptAnswer
from desk.workflow.application import Application, Party
from desk.workflow.commands import AcceptCase
from desk.workflow.demo.contracts import contract_number, filed_contract, tax_state
from desk.workflow.exchange import FiledContract
from desk.workflow.queries.register import UnitView, all_units
from forms.checks.money import format_fen
from tests.windows.conftest import duty, settle, shown_window
from tests.windows.key_ledger import CONTROL

pytestmark = pytest.mark.gui


@dataclass
class Cashier:
    """The clerk of window 2, who takes the money of a sale."""

    bot: QtBot
    office: Office
    window: MainWindow

    @property
    def screen(self) -> ChargesScreen:
        screen = self.window.screen
        assert isinstance(screen, ChargesScreen)
        return screen

    @property
    def exchange(self) -> SimulatedExchange:
        assert isinstance(self.office.exchange, SimulatedExchange)
        return self.office.exchange

    @property
    def line(self) -> str:
        return self.screen.tax.line.text()

    def home(self, *, paid: bool = True, but: str = "") -> UnitView:
        """Return a small home that can be sold; its tax is paid, or not yet."""
        with self.office.desk.ask() as reader:
            return next(
                view
                for view in all_units(reader, datetime.now(UTC))
                if view.state == {"free"}
                and view.unit.kind == "house"
                and view.unit.usage == "住宅"
                and (view.unit.floor_area or 0) < 9_000
                and view.unit.ownership is not None
                and len(view.unit.ownership.holders) == 1
                and (int(view.unit.code[-4:]) % 3 != 0) == paid
                and view.unit.code != but
            )

    def sell(
        self, home: UnitView, *, homes: int = 1, contract_of: UnitView | None = None
    ) -> FiledContract:
        """Take in the sale of a home under its contract, and show its charges."""
        number = contract_number((contract_of or home).unit.code)
        with self.office.desk.ask() as reader:
            contract = filed_contract(reader, number, datetime.now(UTC))
        assert contract is not None
        fields = {"price": format_fen(contract.price).replace(",", ""), "dwelling_count": homes}
        answer = self.office.desk.do(
            AcceptCase(
                case_id=new_id(),
                application=Application(
                    item="LY013",
                    units=(home.unit.code,),
                    parties=(*_parties(home, "obligor"), BUYER),
                    reason="买卖(存量房)",
                    co_ownership="sole",
                    fields={**fields, "contract_no": number},
                    materials=("M01", "M02", "M04", "M06", "M13"),
                    confirmed=("R13", "R15", "R16", "R17"),
                ),
            ),
            by="w02",
        )
        assert isinstance(answer, AcceptAnswer)
        self.window.go("C10", answer.case_id)
        self.settle()
        return contract

    def settle(self) -> None:
        for _ in range(3):
            settle(self.bot, self.office)
            self.bot.waitUntil(lambda: self.office.machines.idle)
            QApplication.processEvents()

    def record(self) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_Return, CONTROL)
        self.settle()

    def payments(self) -> list[tuple[str, str, str | None]]:
        query = select(PAYMENTS.c.what, PAYMENTS.c.method, PAYMENTS.c.voucher).where(
            PAYMENTS.c.case_id == self.screen._case
        )
        with self.office.desk.ask() as reader:
            return [tuple(row) for row in reader.connection.execute(query)]

    def kept(self) -> dict[str, Any]:
        """Return what is kept with the payment that was recorded last."""
        query = select(COMMANDS.c.body).where(COMMANDS.c.kind == "PayCharge")
        with self.office.desk.ask() as reader:
            bodies = list(reader.connection.execute(query).scalars())
        (body,) = (b for b in bodies if b["case_id"] == str(self.screen._case))
        return dict(body["evidence"])


BUYER = Party(role="holder", name="赵海燕", id_type="1", id_number="220402196708162201")


def _parties(home: UnitView, role: Any) -> tuple[Party, ...]:
    assert home.unit.ownership is not None
    return tuple(
        Party(role=role, name=one.name, id_type=one.id_type, id_number=one.id_number, married=False)
        for one in home.unit.ownership.holders
    )


@pytest.fixture
def cashier(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> Cashier:
    window = shown_window(open_session(office, "zh"), duty(office, "w02"))
    with qtbot.waitActive(window):
        window.activateWindow()
    return Cashier(qtbot, office, window)


def test_a_paid_tax_is_recorded_with_its_voucher_when_the_clerk_says_so(cashier: Cashier) -> None:
    tax = tax_state(cashier.sell(cashier.home()))
    assert cashier.line.startswith("✓")
    assert tax.voucher in cashier.line
    assert cashier.payments() == []  # nothing is recorded by itself

    cashier.record()
    assert cashier.payments() == [("tax", "voucher", tax.voucher)]
    assert cashier.kept()["exchange"]["deed_tax"] == format_fen(tax.deed_tax)
    assert (cashier.line, cashier.screen.voucher.text()) == ("", "")
    assert cashier.screen.what.currentData() == "all"  # the fee that is left needs no voucher
    assert cashier.screen.method.currentData() != "voucher"


def test_two_figures_stand_side_by_side_in_amber_and_both_are_kept(cashier: Cashier) -> None:
    tax = tax_state(cashier.sell(cashier.home(), homes=3))
    own = cashier.screen._view.money.tax_open if cashier.screen._view else 0
    assert own != tax.deed_tax
    assert cashier.line.startswith("▲ E-TAX-011")
    assert format_fen(own) in cashier.line
    assert format_fen(tax.deed_tax) in cashier.line
    assert "color" in cashier.screen.tax.line.styleSheet()

    cashier.record()
    kept = cashier.kept()["exchange"]
    assert (kept["deed_tax"], kept["own"]) == (format_fen(tax.deed_tax), format_fen(own))


def test_an_unpaid_tax_offers_nothing(cashier: Cashier) -> None:
    cashier.sell(cashier.home(paid=False))

    assert cashier.line.startswith("○")
    assert cashier.screen.voucher.text() == ""
    assert cashier.screen.what.currentData() == "all"


def test_without_the_exchange_the_voucher_is_keyed_by_hand(cashier: Cashier) -> None:
    cashier.exchange.is_there = False
    cashier.sell(cashier.home())
    assert "E-TAX-010" in cashier.line

    screen = cashier.screen
    screen.what.setCurrentIndex(screen.what.findData("tax"))
    screen.method.setCurrentIndex(screen.method.findData("voucher"))
    screen.voucher.setText("322040500000001")
    cashier.record()
    assert cashier.payments() == [("tax", "voucher", "322040500000001")]
    assert "exchange" not in cashier.kept()


def test_a_late_answer_finds_what_the_clerk_chose_untouched(cashier: Cashier) -> None:
    cashier.exchange.tax_answers = False
    contract = cashier.sell(cashier.home())
    assert cashier.line.startswith("○")
    cashier.screen.method.setCurrentIndex(cashier.screen.method.findData("cash"))

    cashier.exchange.tax_answers = True
    cashier.screen.tax.again.timeout.emit()
    cashier.settle()
    assert tax_state(contract).voucher in cashier.line
    assert cashier.screen.method.currentData() == "cash"
    assert not cashier.screen.tax.again.isActive()


def test_the_tax_of_another_home_is_not_taken(cashier: Cashier) -> None:
    home = cashier.home()
    cashier.sell(home, contract_of=cashier.home(but=home.unit.code))

    assert cashier.line.startswith("▲ E-TAX-014")
    assert cashier.screen.voucher.text() == ""


def test_the_voucher_of_one_case_does_not_stay_for_the_next(cashier: Cashier) -> None:
    first = cashier.home()
    cashier.sell(first)
    assert cashier.screen.voucher.text()
    cashier.sell(cashier.home(paid=False))

    assert cashier.screen.voucher.text() == ""
    assert cashier.screen.method.currentData() != "voucher"
