"""Applications are accepted, refused, completed and withdrawn."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from db.ids import new_id
from desk.workflow import commands as c
from desk.workflow.answers import AcceptAnswer
from desk.workflow.errors import NeedsConfirmation
from desk.workflow.queries import cases
from tests.workflow.conftest import (
    BANK,
    BUYER,
    EMPTY,
    MORTGAGED,
    SELLER,
    STRANGER,
    UNKNOWN,
    Walk,
    dump,
    party,
    sale,
)

Refused = Callable[..., None]


def accept(**changes: object) -> c.AcceptCase:
    return c.AcceptCase(case_id=new_id(), application=sale(**changes))  # type: ignore[arg-type]


def test_acceptance_gives_a_number_and_sixty_minutes(walk: Walk) -> None:
    answer = walk.do(accept(), "w1")

    assert isinstance(answer, AcceptAnswer)
    assert answer.case_no == "2018-0000001"
    assert answer.due_at == answer.at + timedelta(minutes=60)


def test_unit_codes_are_kept_as_the_register_writes_them(walk: Walk) -> None:
    command = accept(unit="220402 001001 GB00001 F00010001")
    walk.do(command, "w1")

    with walk.desk.ask() as reader:
        view = cases.case(reader, command.case_id, walk.now)
    assert view is not None
    assert view.row.units == ("220402001001GB00001F00010001",)


def test_a_malformed_unit_code_is_refused_by_the_rule(refused: Refused) -> None:
    refused(accept(unit="220402001001GB00001F0001000"), "w1", "R01")


def test_a_unit_that_is_not_there_is_unknown(refused: Refused) -> None:
    refused(accept(unit=UNKNOWN), "w1", "D-UNKNOWN", fields=("units/0",))


def test_a_missing_field_is_named(refused: Refused) -> None:
    refused(accept(fields={}), "w1", "D-FORM", fields=("price",))


def test_everything_wrong_is_said_at_once(refused: Refused) -> None:
    command = accept(unit=EMPTY, fields={"price": "much"})

    refused(command, "w1", "D-FORM", "R02", fields=("price",))


def test_a_right_must_be_named_and_found(walk: Walk, refused: Refused) -> None:
    parties = (party(BANK, "holder"), party(STRANGER, "obligor"))
    papers = ("M01", "M02", "M40", "M42")
    given: dict[str, object] = {
        "item": "LY046",
        "unit": MORTGAGED,
        "parties": parties,
        "materials": papers,
    }
    given |= {"fields": {}, "co_ownership": None, "reason": "主债权消灭"}

    refused(accept(**given), "w1", "D-FORM", fields=("right",))
    refused(accept(**given, right="r99"), "w1", "D-UNKNOWN", fields=("right",))
    for right in ("r4", "吉(2016)辽源市不动产证明第0001126号"):
        command = accept(**given, right=right)
        assert walk.on_case(command, "w1").state == "accepted"
        walk.do(c.WithdrawCase(case_id=command.case_id, reason="改日"), "w1")


def test_a_question_is_asked_and_its_answer_kept(walk: Walk) -> None:
    seller = party(SELLER, "obligor")
    married = (
        sale()
        .parties[0]
        .__class__(
            **{name: getattr(seller, name) for name in ("role", "name", "id_type", "id_number")},
            married=True,
            spouse="王强",
        )
    )
    parties = (married, party(BUYER, "holder"))
    before = dump(walk.url)
    with pytest.raises(NeedsConfirmation) as asked:
        walk.do(accept(parties=parties), "w1")
    assert asked.value.codes == ("R13",)
    assert dump(walk.url) == before

    command = accept(parties=parties, confirmed=("R13", "R06"))
    walk.do(command, "w1")

    with walk.desk.ask() as reader:
        view = cases.case(reader, command.case_id, walk.now)
    assert view is not None
    assert "R13" in {finding.code for finding in view.findings}


def test_a_second_open_case_on_a_unit_is_refused(walk: Walk, refused: Refused) -> None:
    walk.accepted()

    refused(accept(), "w1", "R07")


def test_an_accepted_case_is_not_accepted_again(walk: Walk, refused: Refused) -> None:
    case_id = walk.accepted()

    refused(c.AcceptCase(case_id=case_id, application=sale()), "w1", "D-STAGE")


def test_refusing_acceptance_ends_the_case(walk: Walk, refused: Refused) -> None:
    case_id = new_id()
    walk.do(c.DrawTicket(case_id=case_id, item="LY013"), "g1")

    answer = walk.on_case(c.RefuseAcceptance(case_id=case_id, reason="缺少材料"), "w1")

    assert answer.state == "not_accepted"
    refused(c.RefuseAcceptance(case_id=case_id, reason="缺少材料"), "w1", "D-STAGE")


def test_withdrawing_frees_the_unit_for_the_next_case(walk: Walk) -> None:
    case_id = walk.accepted()

    assert walk.on_case(c.WithdrawCase(case_id=case_id, reason="改期"), "w1").state == "withdrawn"
    assert walk.accepted() != case_id


def test_nothing_is_withdrawn_after_registration(walk: Walk, refused: Refused) -> None:
    refused(c.WithdrawCase(case_id=walk.registered(), reason="反悔"), "w1", "R51")


def test_a_returned_case_comes_back_with_what_was_missing(walk: Walk) -> None:
    case_id = walk.claimed()
    walk.do(c.DecideCase(case_id=case_id, decision="return", opinion="请补正"), "a1")

    command = c.SupplementCase(case_id=case_id, materials=("M03",), application=sale())
    answer = walk.on_case(command, "w1")

    assert answer.state == "accepted"
    assert walk.on_case(c.ClaimCase(case_id=case_id), "a2").state == "in_approval"


def test_an_approved_application_is_not_exchanged(walk: Walk, refused: Refused) -> None:
    command = c.SupplementCase(case_id=walk.approved(), materials=(), application=sale())

    refused(command, "w1", "D-STAGE")


def test_an_act_on_an_outdated_screen_is_refused(walk: Walk, refused: Refused) -> None:
    case_id = walk.accepted()
    walk.do(c.PauseCase(case_id=case_id, reason="applicant_away"), "w1")

    refused(c.WithdrawCase(case_id=case_id, seen=1, reason="改期"), "w1", "D-VERSION")


def test_a_case_that_never_began_is_unknown(refused: Refused) -> None:
    refused(c.ChargeCase(case_id=new_id()), "w1", "D-UNKNOWN")


def test_the_role_is_looked_at_before_the_case(refused: Refused) -> None:
    refused(c.ChargeCase(case_id=new_id()), "a1", "D-ROLE")


def test_a_paper_that_no_list_has_is_refused_by_name(walk: Walk, refused: Refused) -> None:
    command = c.AcceptCase(case_id=new_id(), application=sale(materials=("M01", "M99")))

    refused(command, "w1", "D-FORM", fields=("materials",))
