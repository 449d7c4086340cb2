"""What was paid goes back when the case ends without an entry: once, in full, by another."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError

from db.ids import new_id
from db.refusals import refusal_of
from db.session import open_engine, writing
from db.tables.money import REFUNDS
from db.verify import verify
from desk.workflow import commands as c
from desk.workflow.answers import RefundAnswer
from desk.workflow.desk import Desk
from desk.workflow.errors import DeskError
from desk.workflow.queries.cases import CaseView, case
from desk.workflow.queries.papers import paper
from desk.workflow.queries.takings import takings
from printing.raster import page_text
from tests.workflow.conftest import Walk

Refused = Callable[..., None]


def withdrawn(walk: Walk) -> UUID:
    case_id = walk.paid()
    walk.do(c.WithdrawCase(case_id=case_id, reason="双方解除合同"), "w1")
    return case_id


def refused_case(walk: Walk) -> UUID:
    case_id = walk.claimed()
    walk.do(
        c.DecideCase(case_id=case_id, decision="refuse", opinion="权属有争议。", ground="2"), "a1"
    )
    return case_id


def refund(case_id: UUID, method: c.Method = "cash", voucher: str | None = None) -> c.RefundCharge:
    return c.RefundCharge(case_id=case_id, method=method, voucher=voucher)


def view_of(walk: Walk, case_id: UUID) -> CaseView:
    with walk.desk.ask() as reader:
        view = case(reader, case_id, walk.now)
    assert view is not None
    return view


def is_sound(url: str) -> bool:
    engine = open_engine(url)
    found = verify(engine)
    engine.dispose()
    return found == []


@pytest.mark.parametrize("end", [withdrawn, refused_case])
@pytest.mark.parametrize("person", ["w2", "s1"])
def test_the_fee_of_a_case_without_an_entry_is_owed_and_given_back(
    walk_on_both: Walk, end: Callable[[Walk], UUID], person: str
) -> None:
    case_id = end(walk_on_both)
    assert view_of(walk_on_both, case_id).owed_back == 8_000

    answer = walk_on_both.do(refund(case_id), person)

    assert isinstance(answer, RefundAnswer)
    assert (answer.amount, answer.state) == (8_000, view_of(walk_on_both, case_id).row.state)
    view = view_of(walk_on_both, case_id)
    assert (view.owed_back, view.money.fee_refunded) == (0, 8_000)
    assert view.events[-1].act == "refund"
    assert is_sound(walk_on_both.url)


def test_it_is_given_back_once(walk: Walk, refused: Refused) -> None:
    case_id = withdrawn(walk)
    walk.do(refund(case_id), "w2")

    refused(refund(case_id), "w2", "D-STAGE")


def test_who_took_the_money_does_not_give_it_back(walk: Walk, refused: Refused) -> None:
    refused(refund(withdrawn(walk)), "w1", "D-ROLE")


@pytest.mark.parametrize("person", ["a1", "g1"])
def test_others_than_cashier_and_supervisor_may_not(
    walk: Walk, refused: Refused, person: str
) -> None:
    refused(refund(withdrawn(walk)), person, "D-ROLE")


@pytest.mark.parametrize("reach", [Walk.paid, Walk.approved, Walk.registered, Walk.issued])
def test_nothing_goes_back_while_the_case_runs_or_after_its_entry(
    walk: Walk, refused: Refused, reach: Callable[[Walk], UUID]
) -> None:
    refused(refund(reach(walk)), "w2", "D-STAGE")


def test_nothing_goes_back_where_nothing_was_paid(walk: Walk, refused: Refused) -> None:
    unpaid = walk.accepted()
    walk.do(c.ChargeCase(case_id=unpaid), "w1")
    walk.do(c.WithdrawCase(case_id=unpaid, reason="不办了"), "w1")
    refused(refund(unpaid), "w2", "D-STAGE")
    let_off = walk.accepted()
    walk.do(c.ChargeCase(case_id=let_off), "w1")
    walk.do(c.ExemptCharge(case_id=let_off, what="all", reason="小微企业"), "w1")
    walk.do(c.WithdrawCase(case_id=let_off, reason="不办了"), "w1")
    refused(refund(let_off), "w2", "D-STAGE")


def test_only_cash_goes_back_without_a_number(walk: Walk, refused: Refused) -> None:
    case_id = withdrawn(walk)
    refused(refund(case_id, "transfer", " "), "w2", "D-FORM", fields=("voucher",))

    walk.do(refund(case_id, "transfer", "吉财退0001"), "w2")

    assert view_of(walk, case_id).owed_back == 0


def test_the_tax_stays_with_the_tax_office(walk: Walk) -> None:
    case_id = withdrawn(walk)

    answer = walk.do(refund(case_id), "w2")

    assert isinstance(answer, RefundAnswer)
    assert answer.amount == 8_000  # 3,180.00 of deed tax were recorded as paid, too


def test_the_takings_of_a_day_tell_what_was_taken_given_back_and_is_owed(
    walk_on_both: Walk,
) -> None:
    walk = walk_on_both
    begin = walk.now
    gone = withdrawn(walk)
    walk.do(refund(gone), "w2")
    withdrawn(walk)
    with walk.desk.ask() as reader:
        money = takings(reader, begin, walk.now)

    assert (money.fee_paid, money.fee_refunded, money.fee_owed_back) == (16_000, 8_000, 8_000)


@pytest.mark.parametrize(
    ("amount", "actor", "code"),
    [(8_001, "w2", "D-STAGE"), (0, "w2", "D-STAGE"), (8_000, "w1", "D-ROLE")],
)
def test_the_database_itself_refuses_a_wrong_refund(
    walk_on_both: Walk, amount: int, actor: str, code: str
) -> None:
    case_id = withdrawn(walk_on_both)

    assert refusal_by_the_database(walk_on_both, case_id, amount, actor) == code


def test_the_database_itself_refuses_a_refund_of_an_open_case(walk_on_both: Walk) -> None:
    case_id = walk_on_both.paid()

    assert refusal_by_the_database(walk_on_both, case_id, 8_000, "w2") == "D-STAGE"


def refusal_by_the_database(walk: Walk, case_id: UUID, amount: int, actor: str) -> str | None:
    """Write a refund around the services."""
    row: dict[str, object] = {
        "case_id": case_id,
        "event_n": 90,
        "what": "fee",
        "amount": amount,
        "reason": "x",
    }
    row |= {"method": "cash", "at": walk.now, "actor": actor}
    engine = open_engine(walk.url)

    def write() -> None:
        with writing(engine) as connection:
            if engine.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SET LOCAL desk.actor = '{actor}'")
            connection.execute(insert(REFUNDS), row)

    with pytest.raises(DBAPIError) as error:
        write()
    engine.dispose()
    found = refusal_of(error.value)
    return found.code if found else None


@pytest.fixture
def with_papers(walk: Walk) -> Iterator[Walk]:
    """The same centre, papers kept."""
    desk = Desk.open(walk.url)
    yield Walk(desk, walk.url)
    desk.close()


def test_the_slip_says_what_goes_back_and_where_the_tax_is_asked_for(with_papers: Walk) -> None:
    walk = with_papers
    case_id = withdrawn(walk)
    walk.do(refund(case_id, "transfer", "吉财退0001"), "s1")
    slip = next(row for row in view_of(walk, case_id).papers if row.kind == "refund_slip")
    with walk.desk.ask() as reader:
        kept = paper(reader, slip.id)
    assert kept is not None

    text = "".join(page_text(kept.content).split())

    for told in ("退费单", "撤回", "80.00", "捌拾元整", "赵海燕", "吉财退0001", "契税法第十二条"):
        assert told in text, told


@pytest.mark.parametrize(("language", "word"), [("zh", "另一人"), ("en", "another person")])
def test_the_refusal_says_who_may(walk: Walk, language: str, word: str) -> None:
    with pytest.raises(DeskError) as refusal:
        walk.do(refund(withdrawn(walk)), "w1")

    assert word in refusal.value.text(language)


def test_a_twin_of_a_refund_gives_nothing_back_twice(walk: Walk) -> None:
    command = refund(withdrawn(walk))
    first = walk.desk.do(command, by="w2", at=walk.now)

    assert walk.desk.do(command, by="w2", at=walk.now) == first
    assert view_of(walk, command.case_id).money.fee_refunded == 8_000


def test_an_application_without_a_case_cannot_be_refunded(walk: Walk, refused: Refused) -> None:
    refused(refund(new_id()), "w2", "D-UNKNOWN")
