"""C03: the contract's QR fills number, price and day; taxes are compared; a far price is explained.

Nobody waits for another office: without an answer the clerk goes on, by hand where need be.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db.tables.ledger import COMMANDS
from desk.local.settings import Language
from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.counter.entry_state import Source
from desk.windows.devices.exchange import NoExchange, SimulatedExchange
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.input.sounds import Sounds
from desk.windows.parts.office import Office
from desk.workflow.demo.contracts import contract_number, filed_contract, tax_state, unit_of
from desk.workflow.exchange import FiledContract
from desk.workflow.queries.register import UnitView, all_units
from desk.workflow.scanned import meanings
from tests.windows.conftest import duty, settle
from tests.windows.key_ledger import CONTROL

pytestmark = pytest.mark.gui

SHIFT = Qt.KeyboardModifier.ShiftModifier
WHY = "买卖双方为亲属，已看过合同"


@dataclass
class Desk:
    """The clerk of window 2 with a sale in hand and a contract to scan."""

    bot: QtBot
    office: Office
    window: MainWindow

    @property
    def screen(self) -> AcceptanceScreen:
        screen = self.window.screen
        assert isinstance(screen, AcceptanceScreen)
        return screen

    @property
    def exchange(self) -> SimulatedExchange:
        assert isinstance(self.office.exchange, SimulatedExchange)
        return self.office.exchange

    def home(self, *, far: bool = False, paid: bool = True) -> UnitView:
        """Return a home that can be sold, with a contract whose price is far off or near."""
        with self.office.desk.ask() as reader:
            views = list(all_units(reader, datetime.now(UTC)))
        return next(
            view
            for view in views
            if view.state == {"free"}
            and view.unit.kind == "house"
            and view.unit.usage == "住宅"
            and view.unit.ownership is not None
            and len(view.unit.ownership.holders) == 1
            and (int(view.unit.code[-4:]) % 4 == 0) == far
            and (int(view.unit.code[-4:]) % 3 != 0) == paid
        )

    def contract(self, home: UnitView) -> FiledContract:
        with self.office.desk.ask() as reader:
            found = filed_contract(reader, contract_number(home.unit.code), datetime.now(UTC))
        assert found is not None
        return found

    def scan(self, home: UnitView) -> FiledContract:
        """Scan the QR of a home's contract and wait for what the exchange says."""
        contract = self.contract(home)
        (meaning,) = meanings(contract.number, self.office.desk.setting.seal_key)
        assert self.screen.take_scan(meaning)
        self.settle()
        return contract

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()
            settle(self.bot, self.office)
            self.bot.waitUntil(lambda: self.office.machines.idle)

    def value(self, key: str) -> Any:
        return self.screen.model.value(f"fields/{key}")

    @property
    def told(self) -> str:
        return self.screen.exchanged.view.told.text()

    @property
    def tax(self) -> str:
        return self.screen.exchanged.tax_line.text()


@pytest.fixture
def desk(qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]) -> Desk:
    window = open_session(office, "zh").take_duty(duty(office, "w02"))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.go("C03", "LY013")
    made = Desk(bot=qtbot, office=office, window=window)
    made.settle()
    return made


def test_the_number_of_a_contract_names_its_home(desk: Desk) -> None:
    home = desk.home()
    assert unit_of(contract_number(home.unit.code)) == home.unit.code
    assert unit_of("CLF20260012345") is None


def test_the_qr_of_a_contract_fills_what_was_filed(desk: Desk) -> None:
    contract = desk.scan(desk.home())

    assert desk.value("contract_no") == contract.number
    assert desk.value("price") == f"{contract.price // 100}.00"
    assert desk.value("contract_date") == contract.signed.isoformat()
    assert desk.screen.model.source("fields/price") is Source.EXCHANGE
    assert desk.screen.entry.form.cells["price"].tag.text() == "共享"
    assert f"▲ 出卖人：{contract.sellers[0].name}" in desk.told


def test_people_are_compared_with_those_of_the_contract(desk: Desk) -> None:
    home = desk.home()
    contract = desk.scan(home)
    desk.screen.model.put("units", [home.unit.code], Source.CODE)
    desk.screen.look_up.trigger()
    desk.settle()
    desk.screen.sellers.trigger()
    desk.settle()
    assert f"✓ 出卖人：{contract.sellers[0].name}" in desk.told
    assert f"▲ 买受人：{contract.buyers[0].name}" in desk.told

    other = desk.screen.entry.parties.add("holder")
    desk.screen.model.put(f"parties/{other.key}/name", "赵海燕")
    desk.settle()
    assert "赵海燕 不在合同中" in desk.told


def test_a_price_that_was_typed_stays_and_is_compared(desk: Desk) -> None:
    desk.screen.model.put("fields/price", "1.00")
    desk.scan(desk.home())

    assert desk.value("price") == "1.00"
    assert "录入为 1.00" in desk.told


def test_a_contract_of_another_home_is_not_taken_over(desk: Desk) -> None:
    home = desk.home()
    desk.screen.model.put("units", [desk.home(far=True).unit.code], Source.CODE)
    desk.scan(home)

    assert home.unit.code in desk.told
    assert desk.value("price") is None


def test_a_number_that_nobody_knows_is_said_and_stays(desk: Desk) -> None:
    desk.screen.model.put("fields/contract_no", "CLF20260012345")
    desk.settle()

    assert "CLF20260012345" in desk.told
    assert desk.value("contract_no") == "CLF20260012345"


def test_paid_tax_brings_its_voucher_and_its_paper(desk: Desk) -> None:
    contract = desk.scan(desk.home(paid=True))
    state = tax_state(contract)

    assert state.voucher in desk.tax
    assert desk.screen.model.source("materials/M06") is Source.EXCHANGE


def test_unpaid_tax_is_said_to_be_due_before_the_entry(desk: Desk) -> None:
    desk.scan(desk.home(paid=False))

    assert "登簿前缴清" in desk.tax
    assert desk.screen.model.value("materials/M06") is None


def test_nobody_waits_for_the_tax_office(desk: Desk) -> None:
    desk.exchange.tax_answers = False
    home = desk.home()
    contract = desk.scan(home)
    assert "E-TAX-005" in desk.tax
    assert desk.screen.accept.isEnabled()
    assert not desk.screen.exchanged.hinders()

    desk.exchange.tax_answers = True
    desk.screen.exchanged._ask_tax()
    desk.settle()
    assert tax_state(contract).voucher in desk.tax
    assert not desk.screen.exchanged._again.isActive()


@pytest.mark.parametrize("muted", [False, True])
def test_the_answer_of_the_tax_office_is_heard_unless_this_pc_is_muted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, muted: bool
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append("beep"))
    assert not desk.office.sounds.muted  # as the settings of this PC say
    desk.office.sounds = Sounds(muted=muted)
    desk.exchange.tax_answers = False
    desk.scan(desk.home())
    desk.exchange.tax_answers = True
    desk.screen.exchanged._ask_tax()
    desk.settle()

    assert "E-TAX-005" not in desk.tax
    assert heard == ([] if muted else ["beep"])


def test_a_price_far_from_the_assessed_value_waits_for_its_explanation(desk: Desk) -> None:
    desk.scan(desk.home(far=True))
    view = desk.screen.exchanged.view
    assert view.amber.text().startswith("▲ E-CON-021")
    assert "20 %" in view.amber.text()

    desk.screen.accept.trigger()
    assert "E-CON-021" in desk.screen.banner.text
    assert desk.screen.entry.section_at(QApplication.focusWidget()) == "contract"

    view.explanation.setText(WHY)
    desk.bot.keyClick(desk.window, Qt.Key.Key_Return, CONTROL | SHIFT)
    desk.settle()
    assert view.amber.text().startswith("✓ E-CON-021")
    assert desk.screen.exchanged.unexplained == ""


def test_the_explanation_is_kept_with_the_case(desk: Desk) -> None:
    home = desk.home(far=True)
    contract = desk.scan(home)
    screen = desk.screen
    screen.model.put("units", [home.unit.code], Source.CODE)
    screen.look_up.trigger()
    desk.settle()
    screen.sellers.trigger()
    key = screen.model.state.free_rows("holder")[0]
    for name, value in (("name", "赵海燕"), ("id_number", "220402196708162201")):
        screen.model.put(f"parties/{key}/{name}", value)
    for person in screen.model.state.people:
        screen.model.put(f"parties/{person}/married", False)
    values = {"co_ownership": "sole", "explained/price": WHY, "fields/dwelling_count": "1"}
    for path, value in values.items():
        screen.model.put(path, value)
    for paper in ("M01", "M02", "M04", "M06", "M13"):
        screen.model.put(f"materials/{paper}", "present")
    screen.accept.trigger()
    desk.settle()
    assert desk.window.front == "C10", screen.banner.text

    with desk.office.desk.ask() as reader:
        bodies = reader.connection.execute(select(COMMANDS.c.body)).scalars()
        kept = next(one for one in bodies if contract.number in str(one))
    assert WHY in str(kept)


def test_without_an_exchange_all_is_keyed_by_hand_and_says_so(desk: Desk) -> None:
    desk.exchange.is_there = False
    desk.scan(desk.home())
    assert "E-EXC-001" in desk.screen.banner.text
    desk.screen.model.put("fields/price", "320000.00")
    desk.settle()

    assert desk.screen.entry.form.cells["price"].tag.text() == "手录"
    assert desk.screen.accept.isEnabled()


def test_a_centre_without_a_connection_is_asked_nothing(desk: Desk) -> None:
    desk.office.exchange = NoExchange()
    desk.scan(desk.home())

    assert "E-EXC-001" in desk.screen.banner.text
