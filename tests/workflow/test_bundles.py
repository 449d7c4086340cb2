"""Cases that belong together are accepted together and entered together, or not at all."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from db.session import open_engine
from db.tables.cases import CASES
from db.verify import verify
from desk.workflow import commands as c
from desk.workflow.answers import BundleAnswer, CasesAnswer, ChargeAnswer
from desk.workflow.application import Application
from desk.workflow.errors import DeskError, NeedsConfirmation
from desk.workflow.queries import register
from tests.workflow.conftest import (
    BANK,
    BUYER,
    HOME,
    MORTGAGED,
    OTHER_HOME,
    SELLER,
    STRANGER,
    Walk,
    mortgage,
    party,
    sale,
    seizure,
)

Refused = Callable[..., None]


def bought_on_credit(unit: str = HOME) -> tuple[Application, ...]:
    """A home is sold, and the buyer mortgages it at once: he does not own it yet."""
    credit = replace(mortgage(unit, BUYER), materials=("M01", "M02", "M37", "M38"))
    return sale(unit), credit


def with_the_mortgage_on() -> tuple[Application, ...]:
    """带押过户: the old mortgage is released, the home is sold, the buyer mortgages it."""
    release = Application(
        item="LY046",
        units=(MORTGAGED,),
        parties=(party(BANK, "holder"), party(STRANGER, "obligor")),
        right="r4",
        reason="主债权消灭",
        materials=("M01", "M02", "M40", "M42"),
    )
    return (release, sale(MORTGAGED, STRANGER), bought_on_credit(MORTGAGED)[1])


def bundle(*applications: Application) -> c.AcceptBundle:
    return c.AcceptBundle(cases=tuple(c.BundledCase(application=one) for one in applications))


def accepted(walk: Walk, *applications: Application) -> CasesAnswer:
    answer = walk.do(bundle(*applications), "w1")
    assert isinstance(answer, CasesAnswer)
    return answer


def approve(walk: Walk, answer: CasesAnswer, *, but: int = 0) -> None:
    """Charge, pay, claim and approve every case, but one if told."""
    for place, case in enumerate(answer.cases, start=1):
        charged = walk.do(c.ChargeCase(case_id=case.case_id), "w1")
        assert isinstance(charged, ChargeAnswer)
        if any(line.amount for line in charged.lines):
            walk.do(c.PayCharge(case_id=case.case_id, what="all", method="scan"), "w1")
        if place != but:
            walk.do(c.ClaimCase(case_id=case.case_id), "a1")
            verdict = c.DecideCase(case_id=case.case_id, decision="approve", opinion="同意登记。")
            walk.do(verdict, "a1")


def entered(walk: Walk, answer: CasesAnswer) -> BundleAnswer:
    assert answer.bundle_id is not None
    done = walk.do(c.RegisterBundle(bundle_id=answer.bundle_id), "a1")
    assert isinstance(done, BundleAnswer)
    return done


def live(walk: Walk, unit: str) -> list[tuple[str, list[str]]]:
    with walk.desk.ask() as reader:
        view = register.unit(reader, unit, walk.now)
    assert view is not None
    return [
        (row.right.type, [holder.name for holder in row.right.holders])
        for row in view.rights
        if row.live
    ]


def is_sound(walk: Walk) -> bool:
    engine = open_engine(walk.url)
    breaches = verify(engine)
    engine.dispose()
    return breaches == []


def test_a_home_is_sold_and_mortgaged_by_its_buyer_in_one_visit(walk_on_both: Walk) -> None:
    walk = walk_on_both
    answer = accepted(walk, *bought_on_credit())
    assert [case.case_no for case in answer.cases] == ["2018-0000001", "2018-0000002"]
    assert live(walk, HOME) == [("4", [SELLER.name])]  # foreseen only

    approve(walk, answer)
    done = entered(walk, answer)

    assert [len(case.numbers) for case in done.cases] == [1, 1]
    assert live(walk, HOME) == [("4", [BUYER.name]), ("23", [BANK.name])]
    for case, kind in zip(answer.cases, ("certificate", "proof"), strict=True):
        printed = walk.on_case(c.PrintCertificates(case_id=case.case_id), "w1")
        assert printed.state == "printed", kind
        to = BUYER if kind == "certificate" else BANK
        issued = walk.on_case(c.IssueCase(case_id=case.case_id, to=to, method="counter"), "w1")
        assert issued.state == "issued"
    assert is_sound(walk)


def test_a_mortgaged_home_changes_hands_with_a_new_mortgage(walk_on_both: Walk) -> None:
    walk = walk_on_both
    answer = accepted(walk, *with_the_mortgage_on())
    approve(walk, answer)
    entered(walk, answer)

    assert live(walk, MORTGAGED) == [("4", [BUYER.name]), ("23", [BANK.name])]
    assert is_sound(walk)


def test_alone_the_buyer_could_not_mortgage_what_he_does_not_own(
    walk: Walk, refused: Refused
) -> None:
    with pytest.raises(DeskError) as refusal:
        walk.do(c.AcceptCase(case_id=c.new_id(), application=bought_on_credit()[1]), "w1")

    assert refusal.value.codes == ("R22",)  # the mortgagor is not the owner


def test_all_problems_of_all_cases_are_told_and_nothing_is_accepted(
    walk: Walk, refused: Refused
) -> None:
    sold, credit = bought_on_credit()
    wrong = replace(credit, fields={**credit.fields, "amount": "0.00"})
    command = bundle(sold, wrong)

    refused(command, "w1", "D-FORM", fields=("cases/1/amount",))
    with walk.desk.ask() as reader:
        assert reader.rows(select(CASES)) == []


def test_a_first_case_that_is_refused_refuses_the_bundle(walk: Walk, refused: Refused) -> None:
    sold, credit = bought_on_credit()
    by_a_stranger = replace(sold, parties=(party(STRANGER, "obligor"), party(BUYER, "holder")))

    refused(bundle(by_a_stranger, credit), "w1", "R14", fields=("cases/0",))


@pytest.mark.parametrize(
    ("applications", "variant"),
    [
        ((bought_on_credit()[1], bought_on_credit()[0]), None),
        ((sale(),), "few"),
        ((sale(), replace(bought_on_credit()[1], units=(HOME, OTHER_HOME))), "units"),
    ],
)
def test_what_is_no_bundle_is_refused_as_one(
    walk: Walk, refused: Refused, applications: tuple[Application, ...], variant: str | None
) -> None:
    with pytest.raises(DeskError) as refusal:
        walk.do(bundle(*applications), "w1")

    assert refusal.value.codes == ("R58",)
    assert refusal.value.findings[0].facts.get("variant") == variant
    for language in ("zh", "en"):
        assert refusal.value.text(language)


def test_another_window_finds_the_home_taken(walk: Walk, refused: Refused) -> None:
    accepted(walk, *bought_on_credit())

    refused(c.AcceptCase(case_id=c.new_id(), application=sale()), "w2", "R07")


def test_one_case_alone_is_not_entered(walk: Walk, refused: Refused) -> None:
    answer = accepted(walk, *bought_on_credit())
    approve(walk, answer)

    for case in answer.cases:
        refused(c.RegisterCase(case_id=case.case_id), "a1", "R58")


def test_the_entry_waits_for_every_case_and_says_for_which(walk: Walk, refused: Refused) -> None:
    answer = accepted(walk, *bought_on_credit())
    approve(walk, answer, but=2)
    assert answer.bundle_id is not None
    command = c.RegisterBundle(bundle_id=answer.bundle_id)

    refused(command, "a1", "R58")
    with pytest.raises(DeskError) as refusal:
        walk.do(command, "a1")
    assert "2018-0000002" in refusal.value.text("zh")
    assert live(walk, HOME) == [("4", [SELLER.name])]


def test_a_seizure_that_comes_between_stops_the_whole_bundle(walk: Walk, refused: Refused) -> None:
    answer = accepted(walk, *bought_on_credit())
    approve(walk, answer)
    walk.do(seizure(HOME), "w2")
    assert answer.bundle_id is not None

    refused(c.RegisterBundle(bundle_id=answer.bundle_id), "a1", "R20")
    assert [kind for kind, _ in live(walk, HOME)] == ["4", "98"]


def test_the_sale_stands_when_the_credit_is_withdrawn(walk: Walk) -> None:
    answer = accepted(walk, *bought_on_credit())
    approve(walk, answer)
    walk.do(c.WithdrawCase(case_id=answer.cases[1].case_id, reason="贷款未获批准"), "w1")
    entered(walk, answer)

    assert live(walk, HOME) == [("4", [BUYER.name])]
    assert is_sound(walk)


def test_what_builds_on_a_withdrawn_sale_is_not_entered(walk: Walk, refused: Refused) -> None:
    answer = accepted(walk, *bought_on_credit())
    approve(walk, answer)
    walk.do(c.WithdrawCase(case_id=answer.cases[0].case_id, reason="交易取消"), "w1")
    assert answer.bundle_id is not None

    refused(c.RegisterBundle(bundle_id=answer.bundle_id), "a1", "R58")
    refused(c.RegisterCase(case_id=answer.cases[1].case_id), "a1", "R58")


def test_a_bundle_sent_twice_is_accepted_once(walk: Walk) -> None:
    command = bundle(*bought_on_credit())

    assert walk.do(command, "w1") == walk.do(command, "w1")
    with walk.desk.ask() as reader:
        assert len(reader.rows(select(CASES))) == 2


def test_questions_of_any_case_are_asked_before_anything_is_written(walk: Walk) -> None:
    married = replace(SELLER, married=True)
    sold, credit = bought_on_credit()
    asks = replace(sold, parties=(party(married, "obligor"), party(BUYER, "holder")))
    command = bundle(asks, credit)
    with pytest.raises(NeedsConfirmation) as question:
        walk.do(command, "w1")
    confirmed = bundle(replace(asks, confirmed=question.value.codes), credit)

    assert isinstance(walk.do(confirmed, "w1"), CasesAnswer)


def test_the_approver_sees_that_the_later_case_is_judged_with_the_bundle(walk: Walk) -> None:
    answer = accepted(walk, *bought_on_credit())
    with walk.desk.ask() as reader:
        change = register.register_change(reader, answer.cases[1].case_id, walk.now)

    assert change is not None
    assert [finding.facts.get("variant") for finding in change.findings] == ["later"]


def test_a_returned_case_is_completed_in_the_light_of_the_sale_before_it(walk: Walk) -> None:
    answer = accepted(walk, *bought_on_credit())
    credit = answer.cases[1].case_id
    walk.do(c.ClaimCase(case_id=answer.cases[0].case_id), "a1")
    walk.do(c.ClaimCase(case_id=credit), "a2")
    walk.do(c.DecideCase(case_id=credit, decision="return", opinion="金额有误"), "a2")
    again = replace(bought_on_credit()[1], materials=("M01", "M02", "M37", "M38"))
    supplement = c.SupplementCase(case_id=credit, materials=("M37",), application=again)

    assert walk.on_case(supplement, "w1").state == "accepted"


def test_a_list_of_homes_is_taken_in_whole_or_not_at_all(walk: Walk) -> None:
    homes: tuple[Any, ...] = (sale(HOME, SELLER), sale(MORTGAGED, STRANGER))
    rows = tuple(c.BundledCase(application=one) for one in homes)
    twice = c.AcceptList(cases=(*rows, c.BundledCase(application=sale(HOME, SELLER))))
    with pytest.raises(DeskError) as refusal:
        walk.do(twice, "w1")
    assert [(f.code, f.field) for f in refusal.value.findings] == [("R07", "cases/2/units/0")]

    answer = walk.do(c.AcceptList(cases=rows), "w1")
    assert isinstance(answer, CasesAnswer)
    assert answer.bundle_id is None
    assert len(answer.cases) == 2
