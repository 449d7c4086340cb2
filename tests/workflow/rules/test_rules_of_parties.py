"""R10–R12, R14, R22, R48: who applies, with which number, for which share."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desk.workflow.application import Person
from desk.workflow.facts import Facts, Stage, UnitFacts
from tests.workflow.rules.builders import (
    BANK,
    CHILD,
    DEVELOPER,
    LI,
    SECOND,
    WANG,
    ZHANG,
    facts,
    mortgage,
    owned,
    party,
    refused,
    sale,
    unit,
)

HOME = unit(owned(ZHANG))

JOINT = unit(owned(ZHANG, LI))


def shared(*parts: tuple[Person, str]) -> UnitFacts:
    people = [replace(person, share=Fraction(share)) for person, share in parts]
    return unit(owned(*people, co_ownership="shares"))


HALVES = shared((ZHANG, "1/2"), (LI, "1/2"))

THIRDS = shared((ZHANG, "2/3"), (LI, "1/3"))


def selling(place: UnitFacts, *parties: object, **more: object) -> Facts:
    values: dict[str, object] = {"fields": {"price": "1.00"}, "reason": "买卖(存量房)", **more}
    return facts("LY013", place, *parties, **values)  # type: ignore[arg-type]


def mortgaging(place: UnitFacts, *givers: Person, **more: object) -> Facts:
    fields = {"amount": "300000.00", "from": "2024-05-20", "to": "2044-05-19"}
    parties = [*(party("obligor", giver) for giver in givers), party("holder", BANK)]
    return facts("LY040", place, *parties, fields=fields, **more)  # type: ignore[arg-type]


BURDENED = unit(owned(ZHANG), mortgage())


BAD = replace(LI, id_number="220403198506150022")

BAD_BODY = replace(BANK, id_number="122204000000000017")

RENAMED = replace(ZHANG, name="张伟明")

STORIES = [
    (
        "two halves and a third are too little",
        selling(
            HOME,
            party("obligor", ZHANG),
            party("holder", LI, "1/2"),
            party("holder", WANG, "1/3"),
            co_ownership="shares",
        ),
        {"R10"},
    ),
    (
        "two halves are the whole",
        selling(
            HOME,
            party("obligor", ZHANG),
            party("holder", LI, "1/2"),
            party("holder", WANG, "1/2"),
            co_ownership="shares",
        ),
        set(),
    ),
    ("joint with one holder", sale(HOME, co_ownership="joint"), {"R10"}),
    (
        "sole with two holders",
        selling(
            HOME,
            party("obligor", ZHANG),
            party("holder", LI),
            party("holder", WANG),
            co_ownership="sole",
        ),
        {"R10"},
    ),
    (
        "joint with shares",
        selling(
            HOME,
            party("obligor", ZHANG),
            party("holder", LI, "1/2"),
            party("holder", WANG, "1/2"),
            co_ownership="joint",
        ),
        {"R10"},
    ),
    (
        "by shares with one share missing",
        selling(
            HOME,
            party("obligor", ZHANG),
            party("holder", LI, "1/2"),
            party("holder", WANG),
            co_ownership="shares",
        ),
        {"R10"},
    ),
    (
        "a share sold to a stranger stands with the rest",
        selling(HALVES, party("obligor", ZHANG, "1/2"), party("holder", WANG, "1/2")),
        set(),
    ),
    (
        "more than the own share is sold",
        selling(HALVES, party("obligor", ZHANG, "3/4"), party("holder", WANG, "3/4")),
        {"R10"},
    ),
    (
        "half of the own share goes to the other",
        selling(HALVES, party("obligor", ZHANG, "1/4"), party("holder", LI, "1/4")),
        set(),
    ),
    (
        "one spouse sells what both own",
        selling(JOINT, party("obligor", ZHANG), party("holder", WANG), co_ownership="sole"),
        {"R11"},
    ),
    (
        "both spouses sell",
        selling(
            JOINT,
            party("obligor", ZHANG),
            party("obligor", LI),
            party("holder", WANG),
            co_ownership="sole",
        ),
        set(),
    ),
    (
        "a half sells the whole",
        selling(HALVES, party("obligor", ZHANG), party("holder", WANG), co_ownership="sole"),
        {"R11"},
    ),
    (
        "two thirds sell the whole",
        selling(THIRDS, party("obligor", ZHANG), party("holder", WANG), co_ownership="sole"),
        set(),
    ),
    ("one joint owner mortgages", mortgaging(JOINT, ZHANG), {"R11"}),
    ("a minor sells alone", sale(unit(owned(CHILD)), CHILD), {"R12"}),
    (
        "a minor sells, the guardian brings the undertaking",
        selling(
            unit(owned(CHILD)),
            party("obligor", CHILD),
            party("holder", LI),
            party("guardian", WANG),
            also=["M59"],
            co_ownership="sole",
        ),
        set(),
    ),
    (
        "a minor sells, the undertaking is missing",
        selling(
            unit(owned(CHILD)),
            party("obligor", CHILD),
            party("holder", LI),
            party("guardian", WANG),
            co_ownership="sole",
        ),
        {"R12"},
    ),
    (
        "a minor buys through a guardian",
        selling(
            HOME,
            party("obligor", ZHANG),
            party("holder", CHILD),
            party("guardian", WANG),
            co_ownership="sole",
        ),
        set(),
    ),
    ("a minor buys alone", sale(HOME, ZHANG, CHILD), {"R12"}),
    ("another name than the register's", sale(HOME, RENAMED), {"R14"}),
    (
        "another name of one joint owner",
        selling(
            JOINT,
            party("obligor", RENAMED),
            party("obligor", LI),
            party("holder", WANG),
            co_ownership="sole",
        ),
        {"R14"},
    ),
    ("a stranger sells", sale(HOME, WANG), {"R14"}),
    ("a number that fails its check", sale(HOME, ZHANG, BAD), {"R14"}),
    (
        "a credit code that fails its check",
        facts(
            "LY012",
            unit(owned(DEVELOPER)),
            party("obligor", DEVELOPER),
            party("holder", BAD_BODY),
            fields={"price": "1.00"},
            co_ownership="sole",
        ),
        {"R14"},
    ),
    (
        "the holder as now called asks for a paper",
        facts("LY060", HOME, party("holder", RENAMED)),
        {"R14"},
    ),
    (
        "heirs are not in the register",
        facts("LY015", HOME, party("holder", LI), reason="继承", co_ownership="sole"),
        set(),
    ),
    (
        "a change of the bank's name on its mortgage",
        facts(
            "LY028",
            BURDENED,
            party("obligor", BANK),
            party("holder", replace(BANK, name="工商银行")),
            acts_on=BURDENED.live("23")[0],
        ),
        set(),
    ),
    ("one person on both sides", sale(HOME, ZHANG, ZHANG), {"R48"}),
    (
        "one buyer named twice",
        selling(
            HOME,
            party("obligor", ZHANG),
            party("holder", LI),
            party("holder", LI),
            co_ownership="joint",
        ),
        {"R48"},
    ),
    (
        "a spouse adds the other",
        facts(
            "LY018",
            HOME,
            party("obligor", ZHANG, married=True, spouse="李娜"),
            party("holder", ZHANG),
            party("holder", LI),
            co_ownership="joint",
        ),
        set(),
    ),
    (
        "two homes are exchanged",
        facts(
            "LY019",
            [HOME, unit(owned(LI), code=SECOND)],
            party("obligor", ZHANG),
            party("obligor", LI),
            party("holder", ZHANG),
            party("holder", LI),
            co_ownership="sole",
            reason="互换",
        ),
        set(),
    ),
    ("the lender's home is not the borrower's", mortgaging(HOME, WANG), {"R22"}),
]


@pytest.mark.parametrize(
    ("asked", "codes"), [pytest.param(asked, codes, id=name) for name, asked, codes in STORIES]
)
def test_acceptance_refuses_exactly(asked: Facts, codes: set[str]) -> None:
    assert refused(asked) == codes


def test_full_age_is_reached_on_the_eighteenth_birthday() -> None:
    seller = unit(owned(CHILD))
    assert refused(sale(seller, CHILD, day=date(2027, 12, 31))) == {"R12"}
    assert refused(sale(seller, CHILD, day=date(2028, 1, 1))) == set()


def test_shares_are_asked_again_at_the_entry() -> None:
    asked = sale(HOME, co_ownership="joint", stage=Stage.REGISTRATION)
    assert refused(asked) == {"R10"}
