"""R19, R34, R36, R38, R39, R46, R54: what a paper must show."""

import pytest

from desk.workflow.facts import Facts, Stage
from tests.workflow.rules.builders import (
    DEVELOPER,
    LAND,
    LI,
    WANG,
    ZHANG,
    facts,
    owned,
    party,
    refused,
    right,
    sale,
    unit,
    warns,
)

HOME = unit(owned(ZHANG))


def granted(**more: object) -> Facts:
    plot = unit(code=LAND, usage=str(more.pop("usage", "城镇住宅用地")), land_term_to=None)
    return facts("LY002", plot, party("holder", DEVELOPER), **more)  # type: ignore[arg-type]


def reissue(stated: str | None) -> Facts:
    fields = {"statement_date": stated} if stated else {}
    return facts("LY061", HOME, party("holder", ZHANG), fields=fields)


def homestead(**more: object) -> Facts:
    farm = unit(right("6", ZHANG))
    parties = (party("obligor", ZHANG), party("holder", LI))
    return facts("LY026", farm, *parties, co_ownership="sole", **more)  # type: ignore[arg-type]


STORIES = [
    (
        "an inheritance with a notary",
        facts("LY015", HOME, party("holder", LI), reason="继承", co_ownership="sole"),
        set(),
    ),
    (
        "an inheritance without the notary's paper",
        facts(
            "LY015", HOME, party("holder", LI), reason="继承", co_ownership="sole", without=["M20"]
        ),
        {"R19"},
    ),
    *(
        (
            f"an inheritance without notary lacks {code}",
            facts(
                "LY016",
                HOME,
                party("holder", LI),
                reason="继承",
                co_ownership="sole",
                without=[code],
            ),
            {"R19"},
        )
        for code in ("M05", "M18", "M19", "M21")
    ),
    ("granted land is paid for", granted(reason="出让"), set()),
    ("granted land is not paid for", granted(reason="出让", without=["M09"]), {"R34"}),
    ("allocated land has no price", granted(reason="划拨", without=["M09"]), set()),
    (
        "a term is prolonged without its papers",
        facts(
            "LY033",
            HOME,
            party("holder", ZHANG),
            reason="续期",
            fields={"land_term_to": "2090-01-01"},
            without=["M33"],
        ),
        {"R34"},
    ),
    (
        "a building without completion papers",
        facts("LY003", unit(), party("holder", DEVELOPER), without=["M11"]),
        {"R36"},
    ),
    (
        "an area measured again",
        facts(
            "LY030", HOME, party("holder", ZHANG), reason="面积变更", fields={"floor_area": "90.00"}
        ),
        set(),
    ),
    (
        "a building extended without planning papers",
        facts(
            "LY030",
            HOME,
            party("holder", ZHANG),
            reason="翻建、改建、扩建",
            fields={"floor_area": "190.00"},
        ),
        {"R36"},
    ),
    ("a homestead to a member", homestead(fields={"member": True}), set()),
    ("a homestead to an outsider", homestead(fields={"member": False}), {"R38"}),
    ("a homestead to an heir", homestead(reason="继承"), set()),
    ("an objection that shows its interest", facts("LY056", HOME, party("holder", WANG)), set()),
    (
        "an objection that shows none",
        facts("LY056", HOME, party("holder", WANG), without=["M50"]),
        {"R39"},
    ),
    ("a re-issue after the fifteenth working day", reissue("2024-04-25"), set()),
    ("a re-issue on the fifteenth working day", reissue("2024-04-26"), {"R46"}),
    ("a re-issue without a statement", reissue(None), {"R46"}),
    ("a paper that no rule asks for is missing", sale(HOME, without=["M13"]), set()),
]


@pytest.mark.parametrize(
    ("asked", "codes"), [pytest.param(asked, codes, id=name) for name, asked, codes in STORIES]
)
def test_acceptance_refuses_exactly(asked: Facts, codes: set[str]) -> None:
    assert refused(asked) == codes


def test_a_missing_paper_warns_by_its_name() -> None:
    assert "R54" in warns(sale(HOME, without=["M13"]))
    assert "R54" not in warns(sale(HOME))


def test_an_agent_without_a_mandate_is_told() -> None:
    asked = facts("LY060", HOME, party("holder", ZHANG), party("agent", WANG))
    assert "R54" in warns(asked)


def test_a_site_visit_is_expected_for_buildings_and_losses_only() -> None:
    review = Stage.REVIEW
    built = facts("LY003", unit(), party("holder", DEVELOPER), stage=review)
    lost = facts("LY037", HOME, party("holder", ZHANG), reason="灭失", stage=review)
    given_up = facts("LY037", HOME, party("holder", ZHANG), reason="放弃", stage=review)
    assert "R29" in warns(built)
    assert "R29" in warns(lost)
    assert "R29" not in warns(given_up)
