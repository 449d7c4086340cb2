"""R04–R06, R13, R15–R17, R21, R37: what burdens a unit, and what is asked about it."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desk.workflow.application import Person
from desk.workflow.facts import Facts, UnitFacts
from tests.workflow.rules.builders import (
    BANK,
    COURT_ORGAN,
    LI,
    WANG,
    ZHANG,
    asks,
    facts,
    mortgage,
    notice,
    owned,
    party,
    refused,
    right,
    sale,
    seizure,
    unit,
    warns,
)

HOME = unit(owned(ZHANG))

JOINT = unit(owned(ZHANG, LI))


def shared(*parts: tuple[Person, str]) -> UnitFacts:
    people = [replace(person, share=Fraction(share)) for person, share in parts]
    return unit(owned(*people, co_ownership="shares"))


HALVES = shared((ZHANG, "1/2"), (LI, "1/2"))


def selling(place: UnitFacts, *parties: object, **more: object) -> Facts:
    values: dict[str, object] = {"fields": {"price": "1.00"}, "reason": "买卖(存量房)", **more}
    return facts("LY013", place, *parties, **values)  # type: ignore[arg-type]


def mortgaging(place: UnitFacts, *givers: Person, **more: object) -> Facts:
    fields = {"amount": "300000.00", "from": "2024-05-20", "to": "2044-05-19"}
    parties = [*(party("obligor", giver) for giver in givers), party("holder", BANK)]
    return facts("LY040", place, *parties, fields=fields, **more)  # type: ignore[arg-type]


RESTRICTED = mortgage(transfer_restricted=True)

BURDENED = unit(owned(ZHANG), mortgage())

OBJECTION = right("97", WANG, since=date(2024, 5, 5), matter="出资人有误")

OLD_OBJECTION = right("97", WANG, since=date(2024, 5, 4), matter="出资人有误")

HABITATION = right("92", WANG, to="2044-05-19")


STORIES = [
    ("a clause against transfer", sale(unit(owned(ZHANG), RESTRICTED)), {"R04"}),
    (
        "a clause, the mortgagee applies along",
        selling(
            unit(owned(ZHANG), RESTRICTED),
            party("obligor", ZHANG),
            party("holder", LI),
            party("consenting", BANK),
            also=["M36"],
            co_ownership="sole",
        ),
        set(),
    ),
    (
        "a clause, only the paper is there",
        sale(unit(owned(ZHANG), RESTRICTED), also=["M36"]),
        {"R04"},
    ),
    ("a mortgage without a clause", sale(BURDENED), set()),
    ("a mortgage past a noticed buyer", mortgaging(unit(owned(ZHANG), notice(LI)), ZHANG), {"R05"}),
    (
        "a mortgage the noticed buyer agrees to",
        mortgaging(unit(owned(ZHANG), notice(LI)), ZHANG, also=["M36"]),
        set(),
    ),
    ("a sale to the noticed buyer", sale(unit(owned(ZHANG), notice(LI))), set()),
    ("a sale to another than the noticed buyer", sale(unit(owned(ZHANG), notice(WANG))), {"R05"}),
    (
        "a right of habitation in a shop",
        facts(
            "LY011",
            unit(owned(ZHANG), usage="商业服务"),
            party("obligor", ZHANG),
            party("holder", LI),
        ),
        {"R16"},
    ),
    (
        "a right of habitation by the code of a home",
        facts(
            "LY011", unit(owned(ZHANG), usage="11"), party("obligor", ZHANG), party("holder", LI)
        ),
        set(),
    ),
    (
        "a mortgaged home is waived",
        facts("LY037", BURDENED, party("holder", ZHANG), reason="放弃"),
        {"R21"},
    ),
    (
        "a mortgaged home is waived with consent",
        facts("LY037", BURDENED, party("holder", ZHANG), reason="放弃", also=["M36"]),
        set(),
    ),
    (
        "a seized home is waived",
        facts("LY037", unit(owned(ZHANG), seizure()), party("holder", ZHANG), reason="放弃"),
        {"R21"},
    ),
    (
        "a mortgaged home has burnt down",
        facts("LY037", BURDENED, party("holder", ZHANG), reason="灭失"),
        set(),
    ),
    (
        "a mortgaged shop is split",
        facts("LY032", BURDENED, party("holder", ZHANG), reason="分割", fields={"new_units": []}),
        {"R37"},
    ),
    (
        "a mortgaged shop is split with consent",
        facts("LY032", BURDENED, party("holder", ZHANG), reason="分割", also=["M36"]),
        set(),
    ),
]


@pytest.mark.parametrize(
    ("asked", "codes"), [pytest.param(asked, codes, id=name) for name, asked, codes in STORIES]
)
def test_acceptance_refuses_exactly(asked: Facts, codes: set[str]) -> None:
    assert refused(asked) == codes


QUESTIONS = [
    ("an objection holds on its fifteenth day", sale(unit(owned(ZHANG), OBJECTION)), {"R06"}),
    ("an objection has lapsed on the sixteenth", sale(unit(owned(ZHANG), OLD_OBJECTION)), set()),
    (
        "a lost home under objection",
        facts("LY037", unit(owned(ZHANG), OBJECTION), party("holder", ZHANG), reason="灭失"),
        set(),
    ),
    (
        "a waived home under objection",
        facts("LY037", unit(owned(ZHANG), OBJECTION), party("holder", ZHANG), reason="放弃"),
        {"R06"},
    ),
    (
        "a married sole owner sells",
        selling(
            HOME, party("obligor", ZHANG, married=True), party("holder", LI), co_ownership="sole"
        ),
        {"R13"},
    ),
    (
        "a married sole owner gives to the spouse",
        facts(
            "LY014",
            HOME,
            party("obligor", ZHANG, married=True, spouse="李娜"),
            party("holder", LI),
            co_ownership="sole",
        ),
        set(),
    ),
    (
        "joint owners are married",
        selling(
            JOINT,
            party("obligor", ZHANG, married=True),
            party("obligor", LI, married=True),
            party("holder", WANG),
            co_ownership="sole",
        ),
        set(),
    ),
    (
        "a share goes to a stranger",
        selling(HALVES, party("obligor", ZHANG, "1/2"), party("holder", WANG, "1/2")),
        {"R15"},
    ),
    (
        "a share goes to the co-owner",
        selling(HALVES, party("obligor", ZHANG, "1/2"), party("holder", LI)),
        set(),
    ),
    ("an inhabited home is sold", sale(unit(owned(ZHANG), HABITATION)), {"R17"}),
]


@pytest.mark.parametrize(
    ("asked", "codes"), [pytest.param(asked, codes, id=name) for name, asked, codes in QUESTIONS]
)
def test_acceptance_asks_exactly(asked: Facts, codes: set[str]) -> None:
    assert refused(asked) == set()
    assert asks(asked) == codes


def test_a_mortgage_without_a_clause_is_only_told() -> None:
    assert "R04" in warns(sale(BURDENED))


def test_the_burdens_of_a_lost_home_are_told() -> None:
    lost = facts("LY037", BURDENED, party("organ", COURT_ORGAN), reason="征收")
    assert "R21" in warns(lost)


def test_habitation_was_no_right_before_the_civil_code() -> None:
    asked = facts(
        "LY011",
        unit(owned(ZHANG), usage="商业服务"),
        party("obligor", ZHANG),
        party("holder", LI),
        day=date(2020, 12, 31),
    )
    assert refused(asked) == set()
