"""C02 and C03: a home is sold on credit: two applications keyed, signed, accepted with one key."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db.tables.bundles import BUNDLE_CASES
from db.tables.ledger import COMMANDS
from desk.local.settings import Language
from desk.windows.counter.acceptance import AcceptanceScreen
from desk.windows.counter.kinds import KindsScreen
from desk.windows.frame.main_window import MainWindow
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.workflow.queries.register import UnitView, all_units
from tests.windows.conftest import duty, settle
from tests.windows.test_customer_screen import sign

pytestmark = pytest.mark.gui

BUYER = ("赵海燕", "1", "220402196708162201")
BANK = ("中国工商银行股份有限公司辽源分行", "7", "9122040269020427X0")


def free_home(office: Office) -> UnitView:
    with office.desk.ask() as reader:
        return next(
            view
            for view in all_units(reader, datetime.now(UTC))
            if view.state == {"free"}
            and view.unit.kind == "house"
            and view.unit.ownership is not None
            and len(view.unit.ownership.holders) == 1
            and view.unit.ownership.holders[0].id_type == "1"
        )


def key_person(screen: AcceptanceScreen, role: str, person: tuple[str, str, str]) -> None:
    """Key a person into the free row of a role."""
    name, id_type, number = person
    state = screen.model.state
    key = next(
        key
        for key in state.party_keys
        if key not in state.people and state.text(f"parties/{key}/role") == role
    )
    for part, value in (("name", name), ("id_type", id_type), ("id_number", number)):
        screen.model.put(f"parties/{key}/{part}", value, "typed")
    if role == "obligor":
        screen.model.put(f"parties/{key}/married", True, "code")


def put(screen: AcceptanceScreen, **values: Any) -> None:
    for path, value in values.items():
        screen.model.put(path.replace("__", "/"), value, "code")


def hand_in(screen: AcceptanceScreen, *codes: str) -> None:
    for code in codes:
        screen.model.put(f"materials/{code}", "present", "typed")


def key_the_sale(screen: AcceptanceScreen, home: UnitView) -> None:
    assert home.unit.ownership is not None
    seller = home.unit.ownership.holders[0]
    put(screen, units=[home.unit.code], co_ownership="sole", fields__price="318000.00")
    put(screen, fields__dwelling_count=1)
    key_person(screen, "obligor", (seller.name, "1", seller.id_number))
    key_person(screen, "holder", BUYER)
    hand_in(screen, "M01", "M02", "M04", "M06", "M13")


def key_the_credit(screen: AcceptanceScreen) -> None:
    key_person(screen, "holder", BANK)
    hand_in(screen, "M01", "M02", "M37", "M38")
    put(screen, fields__mortgage_kind="general", fields__amount="280000.00")
    put(screen, fields__from="2026-11-24", fields__to="2046-11-23")
    put(screen, fields__transfer_restricted=False)


def answer(screen: AcceptanceScreen) -> None:
    """Ask everybody whether it is their true will."""
    for key in screen.model.state.people:
        screen.model.put(f"answers/true_will/{key}", "yes", "code")


def choose(window: MainWindow, initials: str) -> AcceptanceScreen:
    window.go("C02")
    kinds = window.screen
    assert isinstance(kinds, KindsScreen)
    kinds.line.setText(initials)
    assert kinds.leave(kinds.line)  # Enter
    screen = window.screen
    assert isinstance(screen, AcceptanceScreen)
    return screen


def accepted(office: Office) -> dict[str, Any]:
    """Return the one command by which the bundle was accepted."""
    query = select(COMMANDS.c.body).where(COMMANDS.c.kind == "AcceptBundle")
    with office.desk.ask() as reader:
        assert len(reader.rows(select(BUNDLE_CASES))) == 2
        (kept,) = reader.connection.execute(query).scalars()
    return dict(kept)


def test_a_home_is_sold_on_credit_at_one_window(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    home = free_home(office)
    window = open_session(office, "zh").take_duty(duty(office, "w02"))
    screen = choose(window, "clfmmdy")
    assert "1/2" in screen.banner.text
    key_the_sale(screen, home)
    answer(screen)
    screen.accept.trigger()
    settle(qtbot, office)

    assert "2/2" in screen.banner.text
    state = screen.model.state
    assert (state.item, state.units) == ("LY040", (home.unit.code,))
    assert [(p.role, p.name) for p in map(state.party, state.people)] == [("obligor", BUYER[0])]
    key_the_credit(screen)
    answer(screen)
    screen.sign.trigger()
    assert office.customer is not None
    sign(office.customer.screen)
    screen.accept.trigger()
    settle(qtbot, office)
    assert "R13" in screen.banner.text  # of the sale: a married seller alone
    screen.confirm.trigger()
    settle(qtbot, office)

    assert window.front == "C10", screen.banner.text
    kept = accepted(office)
    assert [one["signer"] for one in kept["evidence"]["signatures"]] == [BUYER[0]]
    assert home.unit.ownership is not None
    seller = home.unit.ownership.holders[0].name
    asked = [[one["person"] for one in case["evidence"]["interview"]] for case in kept["cases"]]
    assert asked == [[seller, BUYER[0]], [BUYER[0], BANK[0]]]
