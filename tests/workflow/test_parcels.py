"""寄递: the clock stops when the courier takes the parcel; what comes back is dealt with."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.refusals import refusal_of
from db.session import open_engine, writing
from db.verify import verify
from desk.workflow import commands as c
from desk.workflow.answers import LabelAnswer
from desk.workflow.application import Application, Delivery
from desk.workflow.errors import DeskError
from desk.workflow.queries.cases import case
from desk.workflow.queries.dispatches import ParcelRow, parcels
from tests.workflow.conftest import BUYER, OTHER_HOME, OWNER, SELLER, STRANGER, Walk, sale

Refused = Callable[..., None]
WAYBILL, SECOND = "EA123456785CN", "1098765432101"
SENT = Delivery(
    way="express", receiver=BUYER.name, phone="13800000000", address="辽源市龙山区人民大街8号"
)


def sent(unit: str | None = None) -> Application:
    return sale(delivery=SENT) if unit is None else sale(unit, OWNER, delivery=SENT)


def label(case_id: UUID, **changes: str) -> c.PrintExpressLabel:
    told: dict[str, Any] = {
        "receiver": BUYER.name,
        "phone": SENT.phone,
        "address": SENT.address,
    } | changes
    return c.PrintExpressLabel(case_id=case_id, **told)


def hand_over(case_id: UUID, waybill: str = WAYBILL) -> c.IssueCase:
    return c.IssueCase(case_id=case_id, to=BUYER, method="express", waybill=waybill)


def listed(walk: Walk) -> list[ParcelRow]:
    with walk.desk.ask() as reader:
        return list(parcels(reader, walk.now))


def steps(walk: Walk) -> list[str]:
    return [row.step for row in listed(walk)]


def breaches(walk: Walk) -> list[str]:
    engine = open_engine(walk.url)
    found = [breach.invariant for breach in verify(engine)]
    engine.dispose()
    return found


def test_a_parcel_from_its_label_to_the_door(walk_on_both: Walk) -> None:
    walk = walk_on_both
    case_id = walk.printed(sent())
    (row,) = listed(walk)
    assert (row.step, row.wanted, row.takers[0].name) == ("", SENT, BUYER.name)

    assert isinstance(walk.do(label(case_id, address="长春市西安大路1号"), "w1"), LabelAnswer)
    (row,) = listed(walk)
    assert (row.step, row.wanted.address) == ("labelled", "长春市西安大路1号")

    answer = walk.on_case(hand_over(case_id), "w1")
    assert answer.state == "issued"
    (row,) = listed(walk)
    assert (row.step, row.waybill, row.is_issued) == ("collected", WAYBILL, True)
    assert row.case.clock.state == "done"

    walk.do(c.SettleParcel(case_id=case_id, outcome="delivered"), "w1")
    assert listed(walk) == []
    with walk.desk.ask() as reader:
        view = case(reader, case_id, walk.now)
    assert view is not None
    assert view.handed_to == BUYER.name


def test_what_comes_back_is_sent_again_or_fetched(walk_on_both: Walk) -> None:
    walk = walk_on_both
    case_id = walk.printed(sent())
    walk.do(hand_over(case_id), "w1")
    walk.do(c.SettleParcel(case_id=case_id, outcome="returned", note="查无此人"), "w1")
    assert [(row.step, row.note) for row in listed(walk)] == [("returned", "查无此人")]

    walk.do(label(case_id, address="长春市西安大路1号"), "w1")
    walk.do(c.SendAgain(case_id=case_id, waybill=SECOND), "w1")
    (row,) = listed(walk)
    assert (row.step, row.waybill, row.wanted.address) == (
        "collected",
        SECOND,
        "长春市西安大路1号",
    )
    walk.do(c.SettleParcel(case_id=case_id, outcome="returned", note="拒收"), "w1")
    with pytest.raises(DeskError) as refusal:
        walk.do(c.SettleParcel(case_id=case_id, outcome="fetched", to=STRANGER), "w1")
    assert refusal.value.codes == ("R53",)
    walk.do(c.SettleParcel(case_id=case_id, outcome="fetched", to=BUYER), "w1")

    assert listed(walk) == []
    assert breaches(walk) == []


def test_what_came_back_stands_first_and_what_is_fetched_anyway_leaves_the_list(walk: Walk) -> None:
    first, second = walk.printed(sent()), walk.printed(sent(OTHER_HOME))
    walk.do(label(first), "w1")
    walk.do(hand_over(second), "w1")
    walk.do(c.SettleParcel(case_id=second, outcome="returned", note="查无此人"), "w1")
    assert steps(walk) == ["returned", "labelled"]

    walk.do(c.IssueCase(case_id=first, to=BUYER, method="counter"), "w1")
    assert steps(walk) == ["returned"]


def test_the_label_is_for_who_may_take_the_papers(walk: Walk, refused: Refused) -> None:
    case_id = walk.printed(sent())

    refused(label(case_id, receiver=SELLER.name), "w1", "R53", fields=("delivery/receiver",))
    refused(label(case_id, address=" "), "w1", "D-FORM", fields=("delivery/address",))
    refused(label(case_id, phone="12"), "w1", "D-FORM", fields=("delivery/phone",))


def test_a_label_before_there_are_papers_is_refused(walk: Walk, refused: Refused) -> None:
    refused(label(walk.registered(sent())), "w1", "D-STAGE")
    refused(label(walk.issued(sale(OTHER_HOME, OWNER))), "w1", "D-STAGE")


def test_only_clerks_deal_with_parcels(walk: Walk, refused: Refused) -> None:
    case_id = walk.printed(sent())

    refused(label(case_id), "a1", "D-ROLE")
    refused(c.SettleParcel(case_id=case_id, outcome="delivered"), "g1", "D-ROLE")


def test_a_waybill_is_used_once(walk: Walk, refused: Refused) -> None:
    first, second = walk.printed(sent()), walk.printed(sent(OTHER_HOME))
    walk.do(hand_over(first), "w1")

    refused(hand_over(second, " ea 123456785 cn"), "w1", "D-EXPRESS")
    refused(hand_over(second, "  "), "w1", "D-FORM", fields=("waybill",))


def test_the_parcel_goes_to_whom_its_label_names(walk: Walk, refused: Refused) -> None:
    case_id = walk.printed(sent())
    walk.do(label(case_id), "w1")

    refused(
        c.IssueCase(case_id=case_id, to=STRANGER, method="express", waybill=WAYBILL),
        "w1",
        "D-EXPRESS",
    )


@pytest.mark.parametrize(
    "command",
    [
        lambda case_id: c.SendAgain(case_id=case_id, waybill=SECOND),
        lambda case_id: c.SettleParcel(case_id=case_id, outcome="fetched", to=BUYER),
        lambda case_id: label(case_id),
    ],
)
def test_no_step_is_left_out(
    walk: Walk, refused: Refused, command: Callable[[UUID], c.Command]
) -> None:
    case_id = walk.printed(sent())
    walk.do(hand_over(case_id), "w1")

    refused(command(case_id), "w1", "D-EXPRESS")


def test_a_parcel_that_came_back_needs_its_reason(walk: Walk, refused: Refused) -> None:
    case_id = walk.printed(sent())
    walk.do(hand_over(case_id), "w1")

    refused(c.SettleParcel(case_id=case_id, outcome="returned"), "w1", "D-FORM", fields=("note",))


def test_the_database_itself_refuses_a_step_that_was_left_out(walk_on_both: Walk) -> None:
    walk = walk_on_both
    case_id = walk.printed(sent())
    walk.do(label(case_id), "w1")
    engine = open_engine(walk.url)
    jump = (
        "INSERT INTO dispatches SELECT case_id, 2, 'delivered', NULL, receiver, phone, address,"
        " note, at, actor FROM dispatches"
    )
    with writing(engine, keep=False) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT set_config('desk.actor', 'w1', true)"))
        with pytest.raises(DBAPIError) as refusal:
            connection.execute(text(jump))
    found = refusal_of(refusal.value)
    engine.dispose()

    assert found is not None
    assert found.code == "D-EXPRESS"


def test_verify_names_a_parcel_that_nobody_handed_over(walk: Walk) -> None:
    case_id = walk.printed(sent())
    walk.do(label(case_id), "w1")
    engine = open_engine(walk.url)
    with writing(engine) as connection:
        connection.execute(
            text(
                "INSERT INTO dispatches SELECT case_id, 2, 'collected', 'X1', receiver, phone,"
                " address, note, at, actor FROM dispatches"
            )
        )
    engine.dispose()

    assert breaches(walk) == ["parcels are handed over by their issue"]
