"""领证方式: what is asked for is kept with the application, and checked before it is accepted."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from db.ids import new_id
from desk.workflow import commands as c
from desk.workflow.application import Application, Delivery
from desk.workflow.canon import command_fingerprint, from_plain, to_plain
from desk.workflow.queries.cases import case
from tests.workflow.conftest import BUYER, SELLER, Walk, sale

Refused = Callable[..., None]
SENT = Delivery(
    way="express",
    receiver=BUYER.name,
    phone="13800000000",
    address="辽源市龙山区人民大街8号",
    e_certificate=True,
)


def asked(**changes: object) -> c.AcceptCase:
    delivery = replace(SENT, **changes)  # type: ignore[arg-type]
    return c.AcceptCase(case_id=new_id(), application=sale(delivery=delivery))


def kept(walk: Walk, case_id: object) -> Application:
    with walk.desk.ask() as reader:
        view = case(reader, case_id, walk.now)  # type: ignore[arg-type]
    assert view is not None
    assert view.application is not None
    return view.application


def test_what_was_asked_for_is_kept_with_the_case(walk_on_both: Walk) -> None:
    command = asked()
    walk_on_both.do(command, "w1")

    assert kept(walk_on_both, command.case_id).delivery == SENT


def test_an_application_that_says_nothing_says_nothing(walk: Walk) -> None:
    assert kept(walk, walk.accepted()).delivery is None


def test_a_corrected_application_keeps_what_was_asked_for(walk: Walk) -> None:
    command = asked()
    walk.do(command, "w1")
    walk.do(c.SupplementCase(case_id=command.case_id, materials=("M01",), application=sale()), "w1")

    assert kept(walk, command.case_id).delivery == SENT


@pytest.mark.parametrize("part", ["receiver", "phone", "address"])
def test_what_is_sent_needs_to_whom_and_where(refused: Refused, part: str) -> None:
    refused(asked(**{part: " "}), "w1", "D-FORM", fields=(f"delivery/{part}",))


def test_a_telephone_that_is_none_is_told(refused: Refused) -> None:
    refused(asked(phone="12"), "w1", "D-FORM", fields=("delivery/phone",))


@pytest.mark.parametrize("name", [SELLER.name, "路人"])
def test_only_who_may_fetch_the_papers_gets_them_sent(refused: Refused, name: str) -> None:
    refused(asked(receiver=name), "w1", "R53", fields=("delivery/receiver",))


def test_what_is_fetched_needs_no_address(walk: Walk) -> None:
    walk.do(asked(way="counter", receiver="", phone="", address=""), "w1")


def test_an_act_of_before_has_the_fingerprint_that_it_had() -> None:
    plain = to_plain(c.AcceptCase(id=new_id(), case_id=new_id(), application=sale()))

    assert "delivery" not in plain["application"]
    assert to_plain(from_plain(plain)) == plain
    said = to_plain(asked())
    assert said["application"]["delivery"]["way"] == "express"
    assert command_fingerprint(to_plain(from_plain(said)), "w1") == command_fingerprint(said, "w1")
