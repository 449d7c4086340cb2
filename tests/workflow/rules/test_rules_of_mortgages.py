"""R22–R28, R31, R32, R35, R47: mortgages, notices, easements, corrections; R27–R40 at the entry."""

from dataclasses import replace
from datetime import date

import pytest

from desk.workflow.facts import Facts, RightFacts, Stage, UnitFacts
from tests.workflow.rules.builders import (
    BANK,
    DEVELOPER,
    LAND,
    LI,
    SECOND,
    WANG,
    ZHANG,
    at,
    case,
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

TERMS = {"amount": "300000.00", "from": "2024-05-20", "to": "2044-05-19"}

MAXIMUM = mortgage(kind="maximum")

FIXED = mortgage(kind="maximum", crystallised=True)

BOUGHT = notice(LI, "1")

PLOT = unit(right("3", DEVELOPER), code=LAND, usage="城镇住宅用地")

SITE = mortgage(kind="construction", unit=LAND)

MORTGAGED_PLOT = unit(right("3", DEVELOPER), SITE, code=LAND, usage="城镇住宅用地")

EASEMENT = right("19", LI)


def mortgaging(item: str, place: object, *, giver: object = ZHANG, **more: object) -> Facts:
    values: dict[str, object] = {"fields": TERMS, **more}
    parties = (party("obligor", giver), party("holder", BANK))  # type: ignore[arg-type]
    return facts(item, place, *parties, **values)  # type: ignore[arg-type]


def pre_mortgage(*notices: RightFacts, acts_on: RightFacts | None = None) -> Facts:
    return mortgaging("LY049", unit(*notices), giver=LI, acts_on=acts_on)


def about(item: str, held: RightFacts, *, by: object = BANK, **more: object) -> Facts:
    parties = (party("holder", by),)  # type: ignore[arg-type]
    return facts(item, unit(owned(ZHANG), held), *parties, acts_on=held, **more)  # type: ignore[arg-type]


def converting(since: date, buyer: object = LI, **more: object) -> Facts:
    place = unit(owned(DEVELOPER, since=since), BOUGHT)
    values: dict[str, object] = {"co_ownership": "sole", "acts_on": BOUGHT, **more}
    parties = (party("obligor", DEVELOPER), party("holder", buyer))  # type: ignore[arg-type]
    return facts("LY053", place, *parties, **values)  # type: ignore[arg-type]


def correcting(*later: RightFacts, **more: object) -> Facts:
    return facts("LY054", unit(owned(ZHANG), *later), party("holder", ZHANG), **more)  # type: ignore[arg-type]


def granted(**more: object) -> Facts:
    plot = unit(code=LAND, usage=str(more.pop("usage", "城镇住宅用地")), land_term_to=None)
    return facts("LY002", plot, party("holder", DEVELOPER), **more)  # type: ignore[arg-type]


def moving_easement(to: object) -> Facts:
    lands = [unit(owned(ZHANG), EASEMENT), unit(owned(WANG), EASEMENT, code=SECOND)]
    return facts("LY035", lands, party("holder", to), acts_on=EASEMENT)  # type: ignore[arg-type]


def homestead(**more: object) -> Facts:
    farm = unit(right("6", ZHANG))
    parties = (party("obligor", ZHANG), party("holder", LI))
    return facts("LY026", farm, *parties, co_ownership="sole", **more)  # type: ignore[arg-type]


STORIES = [
    ("an ordinary mortgage", mortgaging("LY040", HOME), set()),
    ("a mortgage of a school", mortgaging("LY040", unit(owned(ZHANG), usage="教育")), {"R23"}),
    (
        "a mortgage of a hospital by its code",
        mortgaging("LY040", unit(owned(ZHANG), usage="42")),
        {"R23"},
    ),
    ("a mortgage of a homestead", mortgaging("LY040", unit(right("6", ZHANG))), {"R23"}),
    ("a mortgage of collective land", mortgaging("LY040", unit(right("1", ZHANG))), {"R23"}),
    (
        "two owners mortgage a home each for one debt",
        facts(
            "LY040",
            [HOME, unit(owned(LI), code=SECOND)],
            party("obligor", ZHANG),
            party("obligor", LI),
            party("holder", BANK),
            fields=TERMS,
        ),
        set(),
    ),
    ("a maximum mortgage with its period", mortgaging("LY041", HOME), set()),
    (
        "a maximum mortgage without its period",
        mortgaging("LY041", HOME, fields={"amount": "300000.00"}),
        {"R25"},
    ),
    (
        "an open maximum mortgage is moved",
        facts(
            "LY044",
            unit(owned(ZHANG), MAXIMUM),
            party("obligor", BANK),
            party("holder", DEVELOPER),
            acts_on=MAXIMUM,
        ),
        {"R25"},
    ),
    (
        "a crystallised one is moved",
        facts(
            "LY044",
            unit(owned(ZHANG), FIXED),
            party("obligor", BANK),
            party("holder", DEVELOPER),
            acts_on=FIXED,
        ),
        set(),
    ),
    ("an open one is crystallised", about("LY045", MAXIMUM), set()),
    ("a crystallised one is crystallised again", about("LY045", FIXED), {"R25"}),
    ("a pre-mortgage by the noticed buyer", pre_mortgage(BOUGHT, acts_on=BOUGHT), set()),
    ("a pre-mortgage without a notice of purchase", pre_mortgage(), {"R22"}),
    ("a pre-mortgage on somebody else's notice", pre_mortgage(notice(WANG, "1")), {"R22"}),
    (
        "a construction mortgage over a noticed home",
        mortgaging("LY042", unit(owned(DEVELOPER), BOUGHT), giver=DEVELOPER),
        {"R26"},
    ),
    (
        "a construction mortgage over a free home",
        mortgaging("LY042", unit(owned(DEVELOPER)), giver=DEVELOPER),
        set(),
    ),
    (
        "a notice on a home under a construction mortgage",
        facts(
            "LY048",
            unit(mortgage(kind="construction")),
            party("obligor", DEVELOPER),
            party("holder", LI),
        ),
        {"R26"},
    ),
    (
        "a conversion before the building is registered",
        mortgaging("LY047", unit(SITE), giver=DEVELOPER, acts_on=SITE),
        {"R22"},
    ),
    ("a notice converted on the ninetieth day", converting(date(2024, 2, 20)), set()),
    ("a notice converted on the day after", converting(date(2024, 2, 19)), {"R28"}),
    (
        "a notice converted by another buyer",
        converting(date(2024, 4, 1), WANG, also=["M36"]),
        {"R28"},
    ),
    (
        "a notice converted before the building is registered",
        facts(
            "LY053",
            unit(BOUGHT),
            party("obligor", DEVELOPER),
            party("holder", LI),
            acts_on=BOUGHT,
        ),
        {"R02"},
    ),
    (
        "a conversion with the bank along",
        facts(
            "LY053",
            unit(owned(DEVELOPER, since=date(2024, 4, 1)), BOUGHT, notice(BANK, "3")),
            party("obligor", DEVELOPER),
            party("holder", LI),
            party("holder", BANK),
            acts_on=BOUGHT,
            co_ownership="sole",
        ),
        set(),
    ),
    (
        "an easement in one book only",
        facts("LY010", HOME, party("obligor", ZHANG), party("holder", LI)),
        {"R31"},
    ),
    (
        "an easement in both books",
        facts(
            "LY010",
            [HOME, unit(owned(LI), code=SECOND)],
            party("obligor", ZHANG),
            party("holder", LI),
        ),
        set(),
    ),
    ("an easement follows the land it serves", moving_easement(WANG), set()),
    ("an easement moved to somebody without land", moving_easement(DEVELOPER), {"R31"}),
    ("a correction of what nobody built upon", correcting(), set()),
    ("a correction under a later mortgage", correcting(mortgage(since=date(2017, 1, 1))), {"R32"}),
    ("a correction under a later seizure", correcting(seizure()), {"R32"}),
    (
        "a slip of the pen under a later mortgage",
        correcting(mortgage(since=date(2017, 1, 1)), fields={"matter": "笔误：1室误为l室"}),
        set(),
    ),
]


@pytest.mark.parametrize(
    ("asked", "codes"), [pytest.param(asked, codes, id=name) for name, asked, codes in STORIES]
)
def test_acceptance_refuses_exactly(asked: Facts, codes: set[str]) -> None:
    assert refused(asked) == codes


def project(*, land: UnitFacts = MORTGAGED_PLOT, **more: object) -> Facts:
    values: dict[str, object] = {"co_ownership": "sole", "stage": Stage.REGISTRATION, **more}
    return facts("LY004", unit(), party("holder", DEVELOPER), land=land, **values)  # type: ignore[arg-type]


def waived(**more: object) -> Facts:
    values: dict[str, object] = {"reason": "放弃", "stage": Stage.REGISTRATION, **more}
    return facts("LY037", HOME, party("holder", ZHANG), **values)  # type: ignore[arg-type]


def inherited(announced: date | None, day: date) -> Facts:
    the_case = case(announced_at=at(announced) if announced else None)
    return facts(
        "LY016",
        HOME,
        party("holder", LI),
        co_ownership="sole",
        reason="继承",
        stage=Stage.REGISTRATION,
        day=day,
        the_case=the_case,
    )


def term(to: str, usage: str = "城镇住宅用地", reason: str = "出让") -> Facts:
    fields = {"from": "2024-05-20", "to": to}
    return granted(usage=usage, reason=reason, fields=fields, stage=Stage.REGISTRATION)


ENTRIES = [
    ("a project forgets its construction mortgage", project(), {"R27"}),
    ("a project takes it along", project(also=["M61"]), set()),
    ("a project without one", project(land=PLOT), set()),
    ("the old certificate is there", waived(), set()),
    ("the old certificate is missing", waived(without=["M04"]), {"R30"}),
    (
        "the old certificate was announced void",
        waived(without=["M04"], the_case=case(announced_at=at(date(2024, 4, 1)))),
        set(),
    ),
    ("nothing announced", inherited(None, date(2024, 6, 14)), {"R33"}),
    # 10 June is a holiday: the fifteenth working day after 20 May is 11 June.
    (
        "announced, on the fifteenth working day",
        inherited(date(2024, 5, 20), date(2024, 6, 11)),
        {"R33"},
    ),
    ("announced, on the day after", inherited(date(2024, 5, 20), date(2024, 6, 12)), set()),
    (
        "deed tax open",
        sale(HOME, stage=Stage.REGISTRATION, the_case=case(tax_settled=False)),
        {"R40"},
    ),
    ("deed tax settled", sale(HOME, stage=Stage.REGISTRATION), set()),
    ("seventy years of homes", term("2094-05-20"), set()),
    ("seventy years and a day", term("2094-05-21"), {"R47"}),
    ("forty years of shops", term("2064-05-20", "零售商业用地"), set()),
    ("fifty years of shops", term("2074-05-20", "零售商业用地"), {"R47"}),
    ("fifty years of industry", term("2074-05-20", "工业用地"), set()),
    ("allocated land has no term", term("2174-05-20", reason="划拨"), set()),
]


@pytest.mark.parametrize(
    ("asked", "codes"), [pytest.param(asked, codes, id=name) for name, asked, codes in ENTRIES]
)
def test_the_entry_is_refused_exactly(asked: Facts, codes: set[str]) -> None:
    assert refused(asked) == codes


def test_a_second_mortgage_warns_of_its_rank() -> None:
    second = mortgaging("LY040", unit(owned(ZHANG), mortgage()), stage=Stage.REGISTRATION)
    first = mortgaging("LY040", HOME, stage=Stage.REGISTRATION)
    assert "R24" in warns(second)
    assert "R24" not in warns(first)


def test_a_changed_mortgage_before_others_warns_without_their_consent() -> None:
    own, other = mortgage(), mortgage(DEVELOPER, since=date(2018, 1, 1))
    asked = facts(
        "LY043",
        unit(owned(ZHANG), own, other),
        party("holder", BANK),
        acts_on=own,
        stage=Stage.REGISTRATION,
    )
    assert "R24" in warns(asked)
    agreed = replace(asked, materials=asked.materials | {"M36"})
    assert "R24" not in warns(agreed)


def test_granted_and_allocated_land_is_told_when_it_moves() -> None:
    parties = (party("obligor", DEVELOPER), party("holder", LI))
    assert "R35" in warns(facts("LY023", PLOT, *parties))
    allocated = replace(PLOT, land_right_nature="划拨")
    assert "R35" in warns(facts("LY023", allocated, *parties))
    assert "R35" not in warns(mortgaging("LY040", HOME))


def test_a_mortgage_beyond_the_land_right_is_told() -> None:
    short = unit(owned(ZHANG), land_term_to=date(2040, 1, 1))
    assert "R47" in warns(mortgaging("LY040", short))
    assert "R47" not in warns(mortgaging("LY040", HOME))


def test_the_same_objection_by_the_same_person_is_told() -> None:
    old = right("97", WANG, since=date(2024, 1, 2), matter="出资人有误")
    fields = {"matter": "出资人有误"}
    asked = facts("LY056", unit(owned(ZHANG), old), party("holder", WANG), fields=fields)
    other = facts("LY056", unit(owned(ZHANG), old), party("holder", LI), fields=fields)
    assert "R18" in warns(asked)
    assert "R18" not in warns(other)
