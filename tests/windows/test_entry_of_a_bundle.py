"""A04 and C12: cases of a bundle are shown together and entered with one key."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from desk.local.settings import Language
from desk.windows.approval.registration import RegistrationScreen
from desk.windows.counter.search import SearchScreen
from desk.windows.frame.session import Session
from desk.windows.parts.office import Office
from desk.workflow import commands as c
from desk.workflow.answers import CaseAnswer, CasesAnswer, ChargeAnswer
from desk.workflow.application import Application, Party, Person
from desk.workflow.queries.cases import case
from desk.workflow.queries.register import all_units
from tests.windows.conftest import duty, settle

pytestmark = pytest.mark.gui

BUYER = Person(name="赵海燕", id_type="1", id_number="220402196708162201", married=False)
BANK = Person(name="中国工商银行股份有限公司辽源分行", id_type="7", id_number="9122040269020427X0")


def as_party(person: Person, role: str) -> Party:
    return Party(
        role=role,  # type: ignore[arg-type]
        name=person.name,
        id_type=person.id_type,
        id_number=person.id_number,
        married=person.married,
    )


def approved_bundle(office: Office) -> tuple[UUID, ...]:
    """Sell a free home on credit and bring both cases to their approval."""
    with office.desk.ask() as reader:
        home = next(
            view
            for view in all_units(reader, datetime.now(UTC))
            if view.state == {"free"}
            and view.unit.kind == "house"
            and view.unit.ownership is not None
            and len(view.unit.ownership.holders) == 1
            and view.unit.ownership.holders[0].id_type == "1"
        )
    assert home.unit.ownership is not None
    seller = home.unit.ownership.holders[0]
    owner = Person(name=seller.name, id_type="1", id_number=seller.id_number, married=False)
    sale = Application(
        item="LY013",
        units=(home.unit.code,),
        parties=(as_party(owner, "obligor"), as_party(BUYER, "holder")),
        co_ownership="sole",
        reason="买卖(存量房)",
        fields={"price": "318000.00", "dwelling_count": 1},
        materials=("M01", "M02", "M04", "M06", "M13"),
        confirmed=("R13",),
    )
    credit = Application(
        item="LY040",
        units=(home.unit.code,),
        parties=(as_party(BUYER, "obligor"), as_party(BANK, "holder")),
        reason="抵押合同设立",
        fields={
            "mortgage_kind": "general",
            "amount": "280000.00",
            "from": "2026-11-24",
            "to": "2046-11-23",
            "transfer_restricted": False,
        },
        materials=("M01", "M02", "M37", "M38"),
    )
    command = c.AcceptBundle(cases=tuple(c.BundledCase(application=one) for one in (sale, credit)))
    answer = office.desk.do(command, by="w02")
    assert isinstance(answer, CasesAnswer)
    cases = tuple(one.case_id for one in answer.cases)
    for case_id in cases:
        charged = office.desk.do(c.ChargeCase(case_id=case_id), by="w02")
        assert isinstance(charged, ChargeAnswer)
        office.desk.do(c.PayCharge(case_id=case_id, what="all", method="scan"), by="w02")
    waiting = set(cases)
    while waiting:  # the pool hands out what is most urgent first
        claimed = office.desk.do(c.ClaimCase(), by="a1")
        assert isinstance(claimed, CaseAnswer)
        waiting.discard(claimed.case_id)
    for case_id in cases:
        approve = c.DecideCase(case_id=case_id, decision="approve", opinion="同意登记。")
        office.desk.do(approve, by="a1")
    return cases


def test_one_key_enters_both_and_tells_all_numbers(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    cases = approved_bundle(office)
    window = open_session(office, "zh").take_duty(duty(office, "a1"))
    window.go("A04", cases[1])
    settle(qtbot, office)
    screen = window.screen
    assert isinstance(screen, RegistrationScreen)
    assert screen.bundle.isVisible()
    assert "存量房买卖转移登记" in screen.bundle.text()
    assert "一般抵押权首次登记" in screen.bundle.text()
    with office.desk.ask() as reader:
        sale = case(reader, cases[0], datetime.now(UTC))
    assert sale is not None
    assert f"以 {sale.row.case_no} 登簿后的登记簿为准" in screen.bundle.text()
    assert f"排在 {sale.row.case_no} 之后" in screen.change.told

    screen.register.trigger()
    settle(qtbot, office)
    said = screen.banner.text
    with office.desk.ask() as reader:
        views = [case(reader, case_id, datetime.now(UTC)) for case_id in cases]
    assert [view.row.state for view in views if view] == ["registered", "registered"]
    for view in views:
        assert view is not None
        assert all(paper.number in said for paper in view.certificates)


def test_the_case_names_those_it_is_entered_with(
    qtbot: QtBot, office: Office, open_session: Callable[[Office, Language], Session]
) -> None:
    cases = approved_bundle(office)
    window = open_session(office, "en").take_duty(duty(office, "w02"))
    window.go("C12", cases[0])
    settle(qtbot, office)
    screen = window.screen
    assert isinstance(screen, SearchScreen)

    with office.desk.ask() as reader:
        view = case(reader, cases[0], datetime.now(UTC))
    assert view is not None
    assert [member.case_id for member in view.bundle] == list(cases)
    for member in view.bundle:
        assert member.case_no in screen.told.text()
    assert f"in the register as {view.row.case_no} leaves it" in screen.told.text()
