"""“Why?” for every state of a unit and every stage of a case, in both languages."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import insert

from db.ids import new_id
from db.session import open_engine, writing
from db.tables.units import UNIT_LOCKS
from desk.workflow import commands as c
from desk.workflow.application import Application, Person
from desk.workflow.explaining import explained
from desk.workflow.queries.cases import case
from desk.workflow.stages import TRANSITIONS
from forms.messages import codes
from tests.workflow.conftest import (
    BUYER,
    EMPTY,
    HOME,
    MORTGAGED,
    OTHER_HOME,
    SELLER,
    STRANGER,
    UNKNOWN,
    Walk,
    mortgage,
    party,
)

LANGUAGES = ("zh", "en")
Reach = Callable[[Walk], UUID]


def why(walk: Walk, what: str, language: str) -> str:
    with walk.desk.ask() as reader:
        lines = explained(reader, what, walk.now, language)
    assert lines is not None
    return "\n".join(lines)


def why_case(walk: Walk, case_id: UUID, language: str) -> str:
    with walk.desk.ask() as reader:
        view = case(reader, case_id, walk.now)
    assert view is not None
    return why(walk, view.row.case_no or view.row.ticket or "", language)


def ticketed(walk: Walk) -> UUID:
    case_id = new_id()
    walk.do(c.DrawTicket(case_id=case_id, item="LY013"), "g1")
    return case_id


def called(walk: Walk) -> UUID:
    case_id = ticketed(walk)
    walk.do(c.CallNext(case_id=case_id, window=1), "w1")
    return case_id


def not_accepted(walk: Walk) -> UUID:
    case_id = called(walk)
    walk.do(c.RefuseAcceptance(case_id=case_id, reason="材料不齐", missing=("M04",)), "w1")
    return case_id


def paused(walk: Walk) -> UUID:
    case_id = walk.accepted()
    walk.do(c.PauseCase(case_id=case_id, reason="applicant_away"), "w1")
    return case_id


def returned(walk: Walk) -> UUID:
    case_id = walk.claimed()
    walk.do(c.DecideCase(case_id=case_id, decision="return", opinion="缺契约原件"), "a1")
    return case_id


def refused_case(walk: Walk) -> UUID:
    case_id = walk.claimed()
    walk.do(
        c.DecideCase(case_id=case_id, decision="refuse", opinion="权属有争议", ground="2"), "a1"
    )
    return case_id


def withdrawn(walk: Walk) -> UUID:
    case_id = walk.paid()
    walk.do(c.WithdrawCase(case_id=case_id, reason="双方解约"), "w1")
    return case_id


@pytest.mark.parametrize(
    ("reach", "zh", "en"),
    [
        (ticketed, ("在大厅等候", "叫号（由受理）"), ("waits in the hall", "call (Clerk")),
        (called, ("已叫到1号窗口", "受理（由"), ("called to window 1", "accept (")),
        (not_accepted, ("不予受理：材料不齐", "现在能办：—"), ("not accepted", "done now: —")),
        (
            Walk.accepted,
            ("w1不能审核", "还没有计费", "R40", "领取审核"),
            ("w1, who accepted it", "Nothing is charged", "R40", "claim (Approver)"),
        ),
        (Walk.paid, ("现在登簿没有障碍",), ("nothing stands in the way of the entry",)),
        (
            paused,
            ("计时已暂停（申请人离开", "恢复（"),
            ("Paused (Applicant away)", "resume ("),
        ),
        (Walk.claimed, ("a1作出审核决定", "不予登记（"), ("a1 decides it", "refuse (")),
        (returned, ("缺契约原件", "收补正材料"), ("Opinion: 缺契约原件", "take in papers")),
        (Walk.approved, ("登簿人员登簿", "登簿（"), ("a registrar enters it", "enter in the")),
        (Walk.registered, ("打印证书", "缮证（"), ("writes the certificate", "print (Printer)")),
        (Walk.printed, ("发证", "费用已清"), ("hands it to a party", "the fee is settled")),
        (Walk.issued, ("已办结，交给赵海燕", "不能撤回"), ("handed to 赵海燕", "only a new")),
        (
            refused_case,
            ("不予登记：权属有争议", "应退登记费80.00元", "退费（"),
            ("refused: 权属有争议", "A fee of 80.00", "give the fee back ("),
        ),
        (withdrawn, ("已撤回：双方解约", "应退登记费"), ("withdrew it: 双方解约", "80.00 yuan")),
    ],
)
def test_a_case_says_who_acts_next_and_what_stands_in_the_way(
    walk: Walk, reach: Reach, zh: tuple[str, ...], en: tuple[str, ...]
) -> None:
    case_id = reach(walk)

    for language, told in (("zh", zh), ("en", en)):
        text = why_case(walk, case_id, language)
        for words in told:
            assert words in text, (language, words, text)


def test_what_cannot_be_done_is_not_offered(walk: Walk) -> None:
    text = why_case(walk, walk.paid(), "en").splitlines()[-1]

    assert "withdraw (Clerk)" in text
    for act in ("take the payment", "resume", "enter in the register", "print", "give the fee"):
        assert act not in text


def test_an_entry_that_a_seizure_stops_says_so(walk: Walk) -> None:
    case_id = walk.approved()
    seize(walk, HOME)

    assert "× R20" in why_case(walk, case_id, "zh")
    assert "2021-03-25" in why_case(walk, case_id, "en")


def test_a_hand_over_before_the_fee_is_paid_says_so(walk: Walk) -> None:
    case_id = walk.accepted()
    walk.do(c.ChargeCase(case_id=case_id), "w1")
    walk.do(c.PayCharge(case_id=case_id, what="tax", method="voucher"), "w1")
    walk.do(c.ClaimCase(case_id=case_id), "a1")
    walk.do(c.DecideCase(case_id=case_id, decision="approve", opinion="同意"), "a1")
    walk.do(c.RegisterCase(case_id=case_id), "a1")

    assert "× R52" in why_case(walk, case_id, "zh")
    assert "fee 80.00, tax 0.00" in why_case(walk, case_id, "en")


def seize(walk: Walk, unit: str, to: str = "2021-03-25") -> None:
    fields = {"authority": "辽源市中级人民法院", "document_no": "（2018）吉04执1号"}
    walk.do(
        c.SeizeUnits(
            case_id=new_id(), units=(unit,), fields={**fields, "from": "2018-03-26", "to": to}
        ),
        "w1",
    )


def test_a_free_unit_can_be_sold_and_not_released(walk: Walk) -> None:
    text = why(walk, HOME, "en")

    assert "Free" in text
    assert "于丽" in text
    assert "✓ LY013" in text
    assert "× LY046" in text
    assert "× LY059" in text
    assert "carries no live right of the kind" in text


def test_a_seized_unit_names_the_order_its_end_and_those_that_wait(walk: Walk) -> None:
    seize(walk, HOME)
    seize(walk, HOME, to="2020-03-25")

    zh, en = why(walk, HOME, "zh"), why(walk, HOME, "en")

    assert "查封：辽源市中级人民法院，（2018）吉04执1号，至2021-03-25" in zh
    assert "轮候查封第1位" in zh
    assert "Waiting seizure, place 1" in en
    assert "× LY013" in en
    assert "R03" in en
    assert "Seized" in en


def test_a_mortgage_with_a_ban_says_whose_consent_is_needed(walk: Walk) -> None:
    fields = {**mortgage().fields, "transfer_restricted": True}
    walk.registered(sale_of_mortgage(fields))

    assert "禁止或者限制转让" in why(walk, OTHER_HOME, "zh")
    assert "R04" in why(walk, OTHER_HOME, "en")
    assert "the mortgage follows" in why(walk, MORTGAGED, "en")


def sale_of_mortgage(fields: dict[str, object]) -> Application:
    """Apply for a mortgage with other terms."""
    made = mortgage()
    return Application(
        item=made.item,
        units=made.units,
        parties=made.parties,
        reason=made.reason,
        fields=fields,
        materials=made.materials,
    )


def test_a_unit_in_process_names_the_case_its_stage_and_window(walk: Walk) -> None:
    walk.claimed()

    assert "在办案件2018-0000001 存量房买卖转移登记：审核中，1号窗口" in why(walk, HOME, "zh")
    text = why(walk, HOME, "en")
    assert "Open case 2018-0000001 Transfer: sale of an existing home" in text
    assert "存量房" not in text  # R07 names the business in the reader's language, too


def objection_by(person: Person) -> Application:
    return Application(
        item="LY056",
        units=(HOME,),
        parties=(party(person, "holder"),),
        reason="异议登记",
        fields={"matter": "房屋系婚内共同财产"},
        materials=("M01", "M02", "M50"),
    )


def test_an_objection_says_until_when_and_runs_out_by_itself(walk: Walk) -> None:
    walk.registered(objection_by(STRANGER))
    assert "异议登记：许勇" in why(walk, HOME, "zh")
    assert "until 2018-04-10" in why(walk, HOME, "en")

    walk.now += timedelta(days=16)

    assert "Objection:" not in why(walk, HOME, "en")


def test_a_notice_names_its_holder_and_kind(walk: Walk) -> None:
    free_of_charge(
        walk,
        Application(
            item="LY050",
            units=(HOME,),
            parties=(party(SELLER, "obligor"), party(BUYER, "holder")),
            co_ownership="sole",
            reason="预告登记",
            fields={"notice_kind": "2", "price": "318000.00"},
            materials=("M01", "M02", "M04", "M45"),
        ),
    )

    assert "预告登记（" in why(walk, HOME, "zh")
    assert "Advance notice (Sale of other property): 赵海燕" in why(walk, HOME, "en")


def free_of_charge(walk: Walk, application: Application) -> None:
    """Bring a case that costs nothing into the register."""
    case_id = walk.accepted(application)
    walk.do(c.ClaimCase(case_id=case_id), "a1")
    walk.do(c.DecideCase(case_id=case_id, decision="approve", opinion="同意登记。"), "a1")
    walk.do(c.RegisterCase(case_id=case_id), "a1")


def test_a_lost_house_says_that_its_code_is_used_up(walk: Walk) -> None:
    free_of_charge(
        walk,
        Application(
            item="LY037",
            units=(HOME,),
            parties=(party(SELLER, "holder"),),
            reason="灭失",
            materials=("M01", "M02", "M04", "M35"),
        ),
    )

    for language, told in (("zh", "单元代码已停用"), ("en", "The code was used up")):
        text = why(walk, HOME, language)
        assert told in text
        for item in ("LY003", "LY013", "LY037", "LY040", "LY049"):
            assert f"× {item}" in text
            assert f"✓ {item}" not in text


def test_a_locked_unit_says_why_and_who_unlocks_it(walk: Walk) -> None:
    engine = open_engine(walk.url)
    with writing(engine) as connection:
        lock = {"id": new_id(), "unit_code": HOME, "reason": "信访核查", "at": walk.now}
        connection.execute(insert(UNIT_LOCKS), {**lock, "actor": "s1"})
    engine.dispose()

    assert "单元已锁定：信访核查" in why(walk, HOME, "zh")
    text = why(walk, HOME, "en")
    assert "the administrator unlocks it first" in text
    assert "R08" in text


def test_an_unregistered_unit_can_only_be_registered_first(walk: Walk) -> None:
    text = why(walk, EMPTY, "en")

    assert "Unregistered" in text
    assert "× LY013" in text
    assert "R02" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_known_is_not_explained(walk: Walk, language: str) -> None:
    with walk.desk.ask() as reader:
        assert explained(reader, UNKNOWN, walk.now, language) is None
        assert explained(reader, "2018-0000099", walk.now, language) is None


def test_every_act_has_its_word() -> None:
    assert {f"WHY-ACT-{kind}" for _, kind, _ in TRANSITIONS} <= codes()
