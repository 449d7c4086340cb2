"""Charges are worked out and settled; time is stopped, announced and turned."""

from collections.abc import Callable
from datetime import timedelta

from db.ids import new_id
from desk.workflow import commands as c
from desk.workflow.answers import ChargeAnswer, DayAnswer, MoneyAnswer
from desk.workflow.queries import cases
from tests.workflow.conftest import HOME, Walk

Refused = Callable[..., None]


def test_a_sale_costs_fee_and_deed_tax(walk: Walk) -> None:
    answer = walk.do(c.ChargeCase(case_id=walk.accepted()), "w1")

    assert isinstance(answer, ChargeAnswer)
    assert {(line.line, line.amount) for line in answer.lines} >= {
        ("fee", 8_000),
        ("deed_tax", 318_000),
    }


def test_paying_the_fee_leaves_the_tax_open(walk: Walk) -> None:
    case_id = walk.accepted()
    walk.do(c.ChargeCase(case_id=case_id), "w1")

    answer = walk.do(c.PayCharge(case_id=case_id, what="fee", method="cash"), "w1")

    assert isinstance(answer, MoneyAnswer)
    assert (answer.fee_open, answer.tax_open) == (0, 318_000)


def test_nothing_is_paid_twice(walk: Walk, refused: Refused) -> None:
    refused(c.PayCharge(case_id=walk.paid(), what="all", method="cash"), "w1", "D-STAGE")


def test_nothing_is_paid_or_let_off_before_the_charge(walk: Walk, refused: Refused) -> None:
    case_id = walk.accepted()

    refused(c.PayCharge(case_id=case_id, what="all", method="cash"), "w1", "D-STAGE")
    refused(c.ExemptCharge(case_id=case_id, what="tax", reason="直系亲属"), "w1", "D-STAGE")


def test_an_exemption_settles_the_tax_for_the_entry(walk: Walk) -> None:
    case_id = walk.accepted()
    walk.do(c.ChargeCase(case_id=case_id), "w1")
    walk.do(c.ExemptCharge(case_id=case_id, what="tax", reason="首套"), "w1")
    walk.do(c.ClaimCase(case_id=case_id), "a1")
    walk.do(c.DecideCase(case_id=case_id, decision="approve", opinion="同意"), "a1")

    assert walk.on_case(c.RegisterCase(case_id=case_id), "a1").state == "registered"


def test_a_pause_begins_and_ends_once(walk: Walk, refused: Refused) -> None:
    case_id = walk.accepted()
    refused(c.ResumeCase(case_id=case_id), "w1", "D-STAGE")
    walk.do(c.PauseCase(case_id=case_id, reason="supplement"), "w1")
    refused(c.PauseCase(case_id=case_id, reason="supplement"), "w1", "D-STAGE")
    refused(c.ClaimCase(case_id=case_id), "a1", "D-STAGE")

    walk.do(c.ResumeCase(case_id=case_id), "w1")

    assert walk.on_case(c.ClaimCase(case_id=case_id), "a1").state == "in_approval"


def test_an_item_without_announcement_announces_nothing(walk: Walk, refused: Refused) -> None:
    refused(c.AnnounceCase(case_id=walk.accepted()), "w1", "D-STAGE")


def test_the_turn_of_days_tells_limits_and_seizures_that_run_out(walk: Walk) -> None:
    walk.accepted()
    fields = {
        "authority": "辽源市龙山区人民法院",
        "document_no": "(2018)吉0402执1号",
        "from": "2018-03-26",
        "to": "2018-04-26",
    }
    walk.do(c.SeizeUnits(case_id=new_id(), units=(HOME,), fields=fields), "w1")

    soon, over = (walk.do(c.TurnDay(days=days), "s1") for days in (1, 32))

    assert isinstance(soon, DayAnswer)
    assert soon.day == "2018-03-27"
    assert {(f.code, f.facts.get("variant")) for f in soon.findings} == {
        ("R43", "soon"),
        ("R57", "overdue"),
    }
    assert {f.facts.get("variant") for f in over.findings if f.code == "R43"} == {"soon", None}


def test_only_supervisors_turn_the_day(refused: Refused) -> None:
    refused(c.TurnDay(days=1), "w1", "D-ROLE")


def test_gross_minutes_run_on_while_a_case_is_paused(walk: Walk) -> None:
    case_id = walk.accepted()
    walk.do(c.PauseCase(case_id=case_id, reason="applicant_away"), "w1")
    walk.now += timedelta(minutes=9)
    walk.do(c.ResumeCase(case_id=case_id), "w1")

    with walk.desk.ask() as reader:
        view = cases.case(reader, case_id, walk.now)
    assert view is not None
    assert (view.row.clock.gross_minutes, view.row.clock.net_minutes) == (11.0, 1.0)
