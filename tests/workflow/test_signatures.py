"""Where a centre obliges everybody to sign on the screen, nothing is accepted before they did."""

from collections.abc import Callable

import pytest

from db.ids import new_id
from desk.workflow import commands as c
from desk.workflow.answers import AcceptAnswer, CasesAnswer
from desk.workflow.errors import DeskError
from tests.workflow.conftest import (
    BANK,
    BUYER,
    HOME,
    SELLER,
    Walk,
    mortgage,
    sale,
)

Refused = Callable[..., None]
STROKES = [[[100, 100, 0], [300, 120, 90], [500, 90, 180]]]


def signed(*names: str) -> dict[str, object]:
    return {"signatures": [{"signer": name, "strokes": STROKES} for name in names]}


def accept(*names: str) -> c.AcceptCase:
    return c.AcceptCase(case_id=new_id(), application=sale(), evidence=signed(*names))


@pytest.fixture
def strict(walk: Walk) -> Walk:
    walk.do(c.ChangeSetting(key="signatures.required", value=True), "m1")
    return walk


def test_without_the_setting_paper_is_enough(walk: Walk) -> None:
    assert isinstance(walk.do(accept(), "w1"), AcceptAnswer)


def test_who_has_not_signed_is_named(strict: Walk) -> None:
    with pytest.raises(DeskError) as refusal:
        strict.do(accept(SELLER.name), "w1")

    assert refusal.value.codes == ("D-SIGN",)
    assert BUYER.name in refusal.value.text("zh")
    assert SELLER.name not in refusal.value.text("zh")
    assert isinstance(strict.do(accept(SELLER.name, BUYER.name), "w1"), AcceptAnswer)


def test_a_signature_without_a_stroke_is_none(strict: Walk, refused: Refused) -> None:
    empty = {"signatures": [{"signer": name, "strokes": []} for name in (SELLER.name, BUYER.name)]}

    refused(c.AcceptCase(case_id=new_id(), application=sale(), evidence=empty), "w1", "D-SIGN")


def test_it_is_said_with_all_else_that_is_wrong(strict: Walk, refused: Refused) -> None:
    command = c.AcceptCase(case_id=new_id(), application=sale(fields={}))

    refused(command, "w1", "D-FORM", "D-SIGN", fields=("price",))


def test_in_a_bundle_everybody_of_every_case_signs_and_the_bank_does_not(strict: Walk) -> None:
    applications = (sale(), mortgage(HOME, BUYER))
    cases = tuple(c.BundledCase(application=one) for one in applications)

    with pytest.raises(DeskError) as refusal:
        strict.do(c.AcceptBundle(cases=cases, evidence=signed(SELLER.name)), "w1")
    assert refusal.value.codes == ("D-SIGN",)
    assert BANK.name not in refusal.value.text("zh")

    answer = strict.do(c.AcceptBundle(cases=cases, evidence=signed(SELLER.name, BUYER.name)), "w1")
    assert isinstance(answer, CasesAnswer)
