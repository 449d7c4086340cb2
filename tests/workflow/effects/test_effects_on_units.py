"""What changed facts, splits, mergers and losses do to the unit and its rights."""

from datetime import date

import pytest

from tests.workflow.effects.book import entered
from tests.workflow.rules.builders import (
    BANK,
    HOUSE,
    LAND,
    SECOND,
    WANG,
    ZHANG,
    facts,
    mortgage,
    owned,
    party,
    right,
    seizure,
    unit,
)

HOME = unit(owned(ZHANG))
NEW_CODES = ("220402001001GB00001F00010021", "220402001001GB00001F00010022")


@pytest.mark.parametrize(
    ("item", "fields", "name", "value"),
    [
        ("LY029", {"location": "人民大街2号"}, "location", "人民大街2号"),
        ("LY030", {"floor_area": "90.125"}, "floor_area", 9013),
        ("LY031", {"usage": "办公"}, "usage", "办公"),
        ("LY033", {"land_term_to": "2090-01-01"}, "land_term_to", date(2090, 1, 1)),
        ("LY054", {"usage": "办公"}, "usage", "办公"),
    ],
)
def test_changed_facts_stand_in_the_unit_and_on_a_new_certificate(
    item: str, fields: dict[str, object], name: str, value: object
) -> None:
    after = entered(facts(item, HOME, party("holder", ZHANG), fields=fields))
    version = after.plan.units[0]
    assert getattr(version, name) == value
    assert version.parcel == HOME.parcel
    assert after.holders(HOUSE) == [["张伟"]]
    assert after.papers() == [("certificate", 1)]


def new_units(*codes: str) -> dict[str, object]:
    rows = [
        {
            "code": code,
            "kind": "house",
            "location": "门市",
            "usage": "商业服务",
            "floor_area": "50.00",
        }
        for code in codes
    ]
    return {"new_units": rows}


def test_new_units_inherit_the_burdens_and_the_old_code_ends() -> None:
    held = mortgage()
    asked = facts(
        "LY032",
        unit(owned(ZHANG), held, right("97", WANG, since=date(2024, 5, 10))),
        party("holder", ZHANG),
        fields=new_units(*NEW_CODES),
        also=["M36"],
    )
    after = entered(asked)
    assert [ending.cause for ending in after.plan.unit_endings] == ["split"]
    assert all(version.new and version.origins == (HOUSE,) for version in after.plan.units)
    for code in NEW_CODES:
        assert after.holders(code) == [["张伟"]]
        assert after.holders(code, "23") == [[BANK.name]]
        assert after.holders(code, "97") == [["王芳"]]
    assert {r.group_id for r in after.plan.rights if r.type == "23"} == {held.group_id}
    assert after.papers() == [("certificate", 1), ("certificate", 1)]


def test_merged_units_carry_one_mortgage_once() -> None:
    group = mortgage().group_id
    asked = facts(
        "LY032",
        [
            unit(owned(ZHANG), mortgage(group=group)),
            unit(owned(ZHANG), mortgage(group=group), code=SECOND),
        ],
        party("holder", ZHANG),
        fields=new_units(NEW_CODES[0]),
        also=["M36"],
    )
    after = entered(asked)
    assert after.holders(NEW_CODES[0], "23") == [[BANK.name]]
    assert [ending.cause for ending in after.plan.unit_endings] == ["merge", "merge"]


def test_a_lost_house_ends_with_what_rested_on_it_but_not_the_seizure() -> None:
    place = unit(owned(ZHANG), mortgage(), seizure())
    after = entered(facts("LY037", place, party("holder", ZHANG), reason="灭失"))
    assert after.holders(HOUSE) == after.holders(HOUSE, "23") == []
    assert len(after.standing(HOUSE, "98")) == 1
    assert [ending.code for ending in after.plan.unit_endings] == [HOUSE]
    assert after.papers() == []


def test_expropriated_land_is_still_there() -> None:
    asked = facts("LY036", unit(right("3", ZHANG), code=LAND), party("organ", WANG), reason="收回")
    after = entered(asked)
    assert after.causes() == ["cancelled"]
    assert after.plan.unit_endings == ()
