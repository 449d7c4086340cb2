"""The check of a form: samples pass, everything wrong is told at once."""

import pytest

from forms.catalogue import Item, load_catalogue
from forms.messages import message
from forms.schema import Problem, check_fields

ITEMS = load_catalogue().items
SAMPLE_UNIT: dict[str, object] = {
    "code": "220402002006GB00001F00010021",
    "kind": "house",
    "location": "辽源市龙山区福镇大路1号楼1层21室",
    "usage": "商业服务",
}
each_item = pytest.mark.parametrize("item", ITEMS.values(), ids=lambda item: item.code)


def samples(item: Item) -> dict[str, object]:
    return {field.key: field.sample for field in item.fields}


def found(code: str, values: dict[str, object]) -> set[tuple[str, str]]:
    """What is wrong with an item's sample answers after some are replaced."""
    item = ITEMS[code]
    problems = check_fields(item, samples(item) | values)
    return {(problem.field, problem.code) for problem in problems}


@each_item
def test_the_samples_pass(item: Item) -> None:
    assert check_fields(item, samples(item)) == []


@each_item
def test_each_required_answer_is_missed_by_itself(item: Item) -> None:
    for field in item.fields:
        rest = samples(item)
        del rest[field.key]
        wanted = [Problem(field=field.key, code="V-REQUIRED", facts={})] if field.required else []
        assert check_fields(item, rest) == wanted


@each_item
def test_an_answer_of_a_wrong_type_is_always_found(item: Item) -> None:
    for field in (*item.fields, *item.tolerated):
        wrong = samples(item) | {field.key: object()}
        assert [problem.field for problem in check_fields(item, wrong)] == [field.key]


def test_everything_wrong_is_told_at_once_in_the_order_of_the_form() -> None:
    values: dict[str, object] = {
        "price": "x",
        "contract_date": "2018-02-30",
        "dwelling_count": 4,
        "copies": 0,
        "contract_no": "n" * 81,
    }
    problems = check_fields(ITEMS["LY013"], values)

    assert [(problem.field, problem.code) for problem in problems] == [
        ("price", "V-MONEY-SHAPE"),
        ("contract_no", "V-LENGTH"),
        ("contract_date", "V-DATE-EXISTS"),
        ("dwelling_count", "V-TOO-LARGE"),
        ("copies", "V-TOO-SMALL"),
    ]
    assert problems[1].facts == {"length": 81, "limit": 80}
    assert problems[3].facts == {"most": "3"}
    for problem in problems:
        assert message(problem.code, "zh", **problem.facts)


def test_a_bound_is_told_in_the_unit_of_the_answer() -> None:
    (price,) = check_fields(ITEMS["LY013"], {"price": "0.00"})
    (area,) = check_fields(ITEMS["LY030"], {"floor_area": "0"})

    assert price.facts == area.facts == {"least": "0.01"}


@pytest.mark.parametrize(
    ("code", "values", "problem"),
    [
        ("LY013", {"price": "0.00"}, ("price", "V-TOO-SMALL")),
        ("LY013", {"price": 435000}, ("price", "V-TYPE")),
        ("LY013", {"price": "   "}, ("price", "V-REQUIRED")),
        ("LY013", {"copies": True}, ("copies", "V-TYPE")),
        ("LY013", {"copies": "1"}, ("copies", "V-TYPE")),
        ("LY040", {"amount": "-1"}, ("amount", "V-MONEY-SHAPE")),
        ("LY040", {"mortgage_kind": "maximum"}, ("mortgage_kind", "V-CHOICE")),
        ("LY040", {"transfer_restricted": "no"}, ("transfer_restricted", "V-TYPE")),
        ("LY040", {"from": "2038-03-26", "to": "2038-03-25"}, ("to", "V-DATES-ORDER")),
        ("LY040", {"to": "2038-3-25"}, ("to", "V-DATE-SHAPE")),
        ("LY048", {"notice_kind": "3"}, ("notice_kind", "V-CHOICE")),
        ("LY029", {"location": "某路\u200b1号"}, ("location", "V-NAME-CHARACTER")),
        ("LY030", {"floor_area": "0"}, ("floor_area", "V-TOO-SMALL")),
        ("LY056", {"matter": "异" * 1001}, ("matter", "V-LENGTH")),
        ("LY013", {"colour": "red"}, ("colour", "V-KEY")),
        ("LY013", {"rank": "first"}, ("rank", "V-TYPE")),
        ("LY032", {"new_units": []}, ("new_units", "V-UNITS-LIST")),
        ("LY032", {"new_units": ["x"]}, ("new_units", "V-TYPE")),
        ("LY032", {"new_units": [SAMPLE_UNIT] * 2}, ("new_units", "V-UNITS-TWICE")),
        ("LY032", {"new_units": [{**SAMPLE_UNIT, "code": "x"}]}, ("new_units", "V-UNIT-LENGTH")),
        ("LY032", {"new_units": [{**SAMPLE_UNIT, "kind": []}]}, ("new_units", "V-TYPE")),
        ("LY032", {"new_units": [{**SAMPLE_UNIT, "kind": "air"}]}, ("new_units", "V-CHOICE")),
        ("LY032", {"new_units": [{**SAMPLE_UNIT, "floors": 0}]}, ("new_units", "V-TOO-SMALL")),
        ("LY032", {"new_units": [{**SAMPLE_UNIT, "parcel": "x"}]}, ("new_units", "V-UNIT-LENGTH")),
        ("LY032", {"new_units": [{**SAMPLE_UNIT, "colour": "red"}]}, ("new_units", "V-KEY")),
    ],
)
def test_a_wrong_answer_is_refused_with_its_reason(
    code: str, values: dict[str, object], problem: tuple[str, str]
) -> None:
    assert found(code, values) == {problem}


def test_a_day_that_is_both_first_and_last_is_right() -> None:
    assert found("LY040", {"from": "2038-03-25", "to": "2038-03-25"}) == set()


def test_an_answer_to_another_form_is_tolerated_when_it_is_well_formed() -> None:
    assert found("LY013", {"rank": 1, "location": "某路1号", "crystallised": False}) == set()


@pytest.mark.parametrize(
    ("code", "values", "field"),
    [
        ("LY030", {"floor_area": None, "land_area": None}, "floor_area"),
        ("LY033", {"land_right_nature": "", "land_term_to": ""}, "land_right_nature"),
    ],
)
def test_a_change_changes_at_least_one_thing(
    code: str, values: dict[str, object], field: str
) -> None:
    assert found(code, values) == {(field, "V-ONE-OF")}
    assert check_fields(ITEMS["LY043"], {"amount": "200000.00"}) == []
    assert [problem.code for problem in check_fields(ITEMS["LY043"], {})] == ["V-ONE-OF"]


def test_all_that_new_units_lack_is_named_with_their_lines() -> None:
    problems = check_fields(ITEMS["LY032"], {"new_units": [SAMPLE_UNIT, {"code": "x", "built": 1}]})

    told = {(problem.code, problem.facts["line"], problem.facts["key"]) for problem in problems}
    assert told == {
        ("V-UNITS-MISSING", 2, "kind"),
        ("V-UNITS-MISSING", 2, "location"),
        ("V-UNITS-MISSING", 2, "usage"),
        ("V-UNIT-LENGTH", 2, "code"),
        ("V-TOO-SMALL", 2, "built"),
    }
