"""Every bundle that the counter offers, from the acceptance to its papers; what ends one early."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from desk.workflow import commands as c
from desk.workflow.answers import CasesAnswer
from desk.workflow.application import Application, Person
from desk.workflow.errors import DeskError
from desk.workflow.queries import register
from tests.workflow.conftest import (
    BANK,
    BUYER,
    EMPTY,
    HOME,
    MORTGAGED,
    Walk,
    dump,
    party,
)
from tests.workflow.test_bundles import (
    accepted,
    approve,
    bought_on_credit,
    entered,
    is_sound,
    live,
    with_the_mortgage_on,
)

Refused = Callable[..., None]

DEVELOPER = Person(name="辽源市鑫源房地产开发有限公司", id_type="7", id_number="91220400MA00000014")
NOTICED = ("M01", "M02", "M06", "M13", "M14", "M37", "M38", "M43", "M44", "M45")


def noticed() -> tuple[Application, ...]:
    """预告 + 预抵押: a home that is not built yet is bought, and mortgaged by its buyer."""
    bought = Application(
        item="LY048",
        units=(EMPTY,),
        parties=(party(DEVELOPER, "obligor"), party(BUYER, "holder")),
        co_ownership="sole",
        reason="预购商品房",
        fields={"price": "318000.00"},
        materials=NOTICED,
    )
    pledged = Application(
        item="LY049",
        units=(EMPTY,),
        parties=(party(BUYER, "obligor"), party(BANK, "holder")),
        reason="预购商品房抵押",
        fields={"amount": "200000.00"},
        materials=NOTICED,
    )
    return bought, pledged


def built() -> Application:
    """Enter a new home for its developer."""
    return Application(
        item="LY004",
        units=(EMPTY,),
        parties=(party(DEVELOPER, "holder"),),
        co_ownership="sole",
        reason="合法建造",
        materials=("M01", "M02", "M03", "M05", "M06", "M07", "M08", "M09", "M10", "M11"),
    )


def sold_new(*papers: str) -> Application:
    """Let the developer sell the new home."""
    return Application(
        item="LY012",
        units=(EMPTY,),
        parties=(party(DEVELOPER, "obligor"), party(BUYER, "holder")),
        co_ownership="sole",
        reason="买卖(商品房)",
        fields={"price": "318000.00", "dwelling_count": 1},
        materials=("M01", "M02", "M06", "M12", "M13", "M14", *papers),
    )


def approve_in_turn(walk: Walk, answer: CasesAnswer) -> None:
    """Let off the charges and approve case by case, the less urgent ones too."""
    for case in answer.cases:
        walk.do(c.ChargeCase(case_id=case.case_id), "w1")
        walk.do(c.ExemptCharge(case_id=case.case_id, what="all", reason="保障性住房"), "w1")
        walk.do(c.ClaimCase(case_id=case.case_id, any_order=True), "a1")
        verdict = c.DecideCase(case_id=case.case_id, decision="approve", opinion="同意登记。")
        walk.do(verdict, "a1")


@contextmanager
def power_cut_at(statement: str, time: int) -> Iterator[None]:
    """Break the connection the n-th time that a statement is sent."""
    sent: list[str] = []

    def watch(_c: Any, _cursor: Any, text: str, *_rest: Any) -> None:
        if text.startswith(statement):
            sent.append(text)
        if len(sent) == time:
            raise ConnectionAbortedError(statement)

    event.listen(Engine, "before_cursor_execute", watch)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", watch)


@pytest.mark.parametrize(
    ("applications", "unit", "stands"),
    [
        (with_the_mortgage_on()[:2], MORTGAGED, [("4", [BUYER.name])]),
        (with_the_mortgage_on(), MORTGAGED, [("4", [BUYER.name]), ("23", [BANK.name])]),
        (noticed(), EMPTY, [("96", [BUYER.name]), ("96", [BANK.name])]),
        ((built(), sold_new()), EMPTY, [("4", [BUYER.name])]),
        (
            (built(), sold_new(), bought_on_credit(EMPTY)[1]),
            EMPTY,
            [("4", [BUYER.name]), ("23", [BANK.name])],
        ),
    ],
    ids=["release-sale", "release-sale-mortgage", "notices", "first-sale", "first-sale-mortgage"],
)
def test_it_runs_to_its_papers(
    walk_on_both: Walk,
    applications: tuple[Application, ...],
    unit: str,
    stands: list[tuple[str, list[str]]],
) -> None:
    walk = walk_on_both
    answer = accepted(walk, *applications)
    approve_in_turn(walk, answer)
    done = entered(walk, answer)

    assert live(walk, unit) == stands
    for case in done.cases:
        if case.numbers:
            printed = walk.on_case(c.PrintCertificates(case_id=case.case_id), "w1")
            assert printed.state == "printed"
    assert is_sound(walk)


def test_a_power_cut_at_the_second_case_leaves_the_register_as_it_was(
    walk_on_both: Walk,
) -> None:
    walk = walk_on_both
    answer = accepted(walk, *bought_on_credit())
    approve(walk, answer)
    before = dump(walk.url)
    with power_cut_at("INSERT INTO rights", 2), pytest.raises(ConnectionAbortedError):
        entered(walk, answer)
    assert dump(walk.url) == before

    entered(walk, answer)
    assert live(walk, HOME) == [("4", [BUYER.name]), ("23", [BANK.name])]


def test_the_mortgage_of_a_withdrawn_sale_is_not_approved(walk: Walk, refused: Refused) -> None:
    answer = accepted(walk, *bought_on_credit())
    sold, credit = (case.case_id for case in answer.cases)
    walk.do(c.WithdrawCase(case_id=sold, reason="交易取消"), "w1")
    walk.do(c.ClaimCase(case_id=credit), "a1")

    refused(c.DecideCase(case_id=credit, decision="approve", opinion="同意登记。"), "a1", "R58")
    with walk.desk.ask() as reader:
        change = register.register_change(reader, credit, walk.now)
    assert change is not None
    assert [finding.facts for finding in change.findings] == [
        {"variant": "broken", "number": "2018-0000001"}
    ]
    refuse = c.DecideCase(
        case_id=credit, decision="refuse", opinion="抵押人不是所有权人。", ground="4"
    )
    assert walk.on_case(refuse, "a1").state == "refused"


def test_a_single_entry_names_only_those_that_are_entered_with_it(walk: Walk) -> None:
    answer = accepted(walk, *with_the_mortgage_on())
    approve(walk, answer)
    released, sold, credit = (case.case_id for case in answer.cases)
    with pytest.raises(DeskError) as alone:
        walk.do(c.RegisterCase(case_id=released), "a1")
    walk.do(c.WithdrawCase(case_id=credit, reason="贷款未获批准"), "w1")
    with pytest.raises(DeskError) as fewer:
        walk.do(c.RegisterCase(case_id=sold), "a1")

    assert "2018-0000003" in alone.value.text("zh")
    assert "2018-0000003" not in fewer.value.text("zh")
    entered(walk, answer)
    assert live(walk, MORTGAGED) == [("4", [BUYER.name])]
