"""Fee and deed tax to the fen, by the tables of the day."""

from datetime import date

import pytest

from desk.workflow.answers import ChargeLine
from desk.workflow.charges import amounts, seller_taxes, work_out
from desk.workflow.facts import Facts, UnitFacts
from forms.catalogue import delivered
from forms.clauses import said
from tests.workflow.rules.builders import (
    BANK,
    DEVELOPER,
    HOUSE,
    LAND,
    LI,
    SECOND,
    TODAY,
    ZHANG,
    facts,
    mortgage,
    notice,
    owned,
    party,
    right,
    unit,
)

BEFORE_45 = date(2019, 6, 30)
FROM_45 = date(2019, 7, 1)
HOME = unit(owned(ZHANG))
SHOP = unit(owned(ZHANG), usage="商业服务")
GARAGE = unit(owned(ZHANG), usage="车库")
OTHER_PARCEL = "220402001001GB00002F00010001"


def fee(item: str, *places: UnitFacts, day: date = TODAY, **more: object) -> int:
    asked = facts(item, places or HOME, party("holder", LI), day=day, **more)  # type: ignore[arg-type]
    return amounts(work_out(asked))["fee"]


@pytest.mark.parametrize(
    ("item", "place", "day", "fen"),
    [
        ("LY013", HOME, TODAY, 80_00),
        ("LY013", SHOP, TODAY, 550_00),
        ("LY013", GARAGE, BEFORE_45, 550_00),
        ("LY013", GARAGE, FROM_45, 80_00),
        ("LY040", HOME, TODAY, 80_00),
        ("LY056", HOME, TODAY, 40_00),
        ("LY056", SHOP, TODAY, 275_00),
        ("LY028", HOME, BEFORE_45, 40_00),
        ("LY028", HOME, FROM_45, 0),
        ("LY029", SHOP, date(2018, 3, 26), 550_00),
        ("LY030", HOME, BEFORE_45, 80_00),
        ("LY030", HOME, FROM_45, 0),
        ("LY018", HOME, TODAY, 10_00),
        ("LY060", HOME, TODAY, 10_00),
        ("LY046", HOME, TODAY, 0),
        ("LY048", HOME, TODAY, 0),
        ("LY058", HOME, TODAY, 0),
        ("LY011", HOME, TODAY, 0),
    ],
)
def test_the_fee_follows_class_use_and_day(
    item: str, place: UnitFacts, day: date, fen: int
) -> None:
    assert fee(item, place, day=day) == fen


@pytest.mark.parametrize(
    ("item", "copies", "fen"),
    [("LY013", 1, 80_00), ("LY013", 3, 100_00), ("LY018", 2, 20_00), ("LY060", 2, 20_00)],
)
def test_further_certificates_cost_ten_yuan_each(item: str, copies: int, fen: int) -> None:
    assert fee(item, fields={"copies": copies, "price": "1.00"}) == fen


def test_a_new_proof_costs_nothing() -> None:
    held = mortgage()
    asked = facts("LY060", unit(owned(ZHANG), held), party("holder", BANK), acts_on=held)
    assert amounts(work_out(asked))["fee"] == 0


def test_each_unit_transferred_is_a_piece() -> None:
    assert fee("LY013", HOME, unit(owned(ZHANG), usage="办公", code=SECOND)) == 630_00


def test_units_of_one_parcel_mortgaged_for_one_debt_are_one_piece() -> None:
    neighbour = unit(owned(ZHANG), code=SECOND)
    elsewhere = unit(owned(ZHANG), code=OTHER_PARCEL)
    assert fee("LY040", HOME, neighbour) == 80_00
    assert fee("LY040", HOME, neighbour, elsewhere) == 160_00
    assert fee("LY040", HOME, unit(owned(ZHANG), usage="办公", code=SECOND)) == 550_00


def test_common_parts_of_a_project_are_no_piece() -> None:
    rooms = unit(code=SECOND, usage="物管用房")
    assert fee("LY004", unit(), rooms) == 80_00


def test_a_split_counts_the_new_units() -> None:
    rows = [{"code": HOUSE, "usage": "住宅"}, {"code": SECOND, "usage": "住宅"}]
    assert fee("LY032", HOME, day=BEFORE_45, fields={"new_units": rows}) == 80_00


def deed_tax(
    price: str | None,
    *,
    homes: int | None = 1,
    area: int | None = 8850,
    day: date = TODAY,
    item: str = "LY013",
    usage: str = "住宅",
    buyer: object = LI,
    **more: object,
) -> ChargeLine | None:
    fields: dict[str, object] = {"price": price} if price else {}
    if homes:
        fields["dwelling_count"] = homes
    place = unit(owned(ZHANG), usage=usage, floor_area=area)
    parties = (party("obligor", ZHANG), party("holder", buyer))  # type: ignore[arg-type]
    asked: Facts = facts(item, place, *parties, day=day, fields=fields, **more)  # type: ignore[arg-type]
    return next((line for line in work_out(asked) if line.line == "deed_tax"), None)


@pytest.mark.parametrize(
    ("homes", "area", "day", "fen"),
    [
        (1, 90_00, date(2024, 11, 30), 3000_00),
        (1, 90_01, date(2024, 11, 30), 4500_00),
        (2, 90_00, date(2024, 11, 30), 3000_00),
        (2, 90_01, date(2024, 11, 30), 6000_00),
        (1, 140_00, date(2024, 12, 1), 3000_00),
        (1, 140_01, date(2024, 12, 1), 4500_00),
        (2, 140_00, date(2024, 12, 1), 3000_00),
        (2, 140_01, date(2024, 12, 1), 6000_00),
        (3, 80_00, TODAY, 9000_00),
        (None, 80_00, TODAY, 9000_00),
        (1, None, TODAY, 9000_00),
        (1, 80_00, date(2016, 2, 21), 9000_00),
    ],
)
def test_the_rate_follows_homes_area_and_day(
    homes: int | None, area: int | None, day: date, fen: int
) -> None:
    line = deed_tax("300000.00", homes=homes, area=area, day=day)
    assert line is not None
    assert line.amount == fen


@pytest.mark.parametrize(
    ("price", "fen"), [("0.50", 1), ("0.49", 0), ("123456.50", 1234_57), ("123456.49", 1234_56)]
)
def test_a_tax_is_rounded_half_up_to_one_fen(price: str, fen: int) -> None:
    line = deed_tax(price)
    assert line is not None
    assert line.amount == fen


@pytest.mark.parametrize(
    ("more", "fen"),
    [
        ({"usage": "商业服务"}, 9000_00),
        ({"buyer": DEVELOPER}, 9000_00),
        ({"item": "LY014", "reason": "赠与"}, 9000_00),
        ({"item": "LY017", "reason": "离婚协议"}, 0),
        ({"item": "LY018", "reason": "夫妻财产约定"}, 0),
        ({"item": "LY015", "reason": "继承"}, 0),
        ({"item": "LY015", "reason": "受遗赠"}, 9000_00),
    ],
)
def test_reliefs_are_for_persons_who_buy_homes(more: dict[str, object], fen: int) -> None:
    line = deed_tax("300000.00", **more)  # type: ignore[arg-type]
    assert line is not None
    assert line.amount == fen
    assert line.source


def test_a_gift_without_a_price_waits_for_the_tax_office() -> None:
    line = deed_tax(None, item="LY014", reason="赠与")
    assert line is not None
    assert (line.amount, "核定" in said(line.basis, "zh")) == (0, True)


def test_a_mortgage_bears_no_deed_tax() -> None:
    assert deed_tax(None, item="LY040") is None


def test_a_conversion_takes_the_price_that_was_noticed() -> None:
    bought = notice(LI, "1", price="300000.00")
    place = unit(owned(DEVELOPER), bought)
    parties = (party("obligor", DEVELOPER), party("holder", LI), party("holder", BANK))
    asked = facts("LY053", place, *parties, acts_on=bought, fields={"dwelling_count": 1})
    assert amounts(work_out(asked))["deed_tax"] == 3000_00


def test_one_price_for_two_units_is_taxed_to_the_last_fen() -> None:
    places = [HOME, unit(owned(ZHANG), code=SECOND, floor_area=4425)]
    parties = (party("obligor", ZHANG), party("holder", LI))
    fields = {"price": "100000.01", "dwelling_count": 3}
    lines = [
        line
        for line in work_out(facts("LY013", places, *parties, fields=fields))
        if line.line == "deed_tax"
    ]
    assert [line.amount for line in lines] == [2000_00, 1000_00]


def test_every_line_says_how_it_came_about() -> None:
    asked = facts(
        "LY013",
        HOME,
        party("obligor", ZHANG),
        party("holder", LI),
        fields={"price": "300000.00", "dwelling_count": 1, "copies": 2},
    )
    lines = work_out(asked)
    assert [line.line for line in lines] == ["fee", "copies", "deed_tax"]
    assert all(line.basis and line.source for line in lines)
    assert "80.00" in said(lines[0].basis, "zh")
    assert "1%" in said(lines[2].basis, "zh")


def sold(since: date, *, day: date = TODAY, usage: str = "住宅") -> dict[str, int]:
    place = unit(owned(ZHANG, since=since), usage=usage)
    fields = {"price": "100000.00"}
    parties = (party("obligor", ZHANG), party("holder", LI))
    asked = facts("LY013", place, *parties, day=day, fields=fields)
    return {line.line: line.amount for line in seller_taxes(asked)}


def test_a_home_held_two_years_bears_no_vat() -> None:
    assert sold(date(2022, 5, 20))["vat_home_two_years"] == 0


def test_a_home_held_less_bears_vat_and_its_surcharges() -> None:
    taxes = sold(date(2022, 5, 21))
    assert taxes["vat_home_under_two"] == 5000_00
    assert taxes["city_construction"] == 350_00
    assert taxes["education"] == 150_00
    assert sold(date(2025, 1, 1), day=date(2026, 1, 1))["vat_home_under_two_2026"] == 3000_00


def test_stamp_duty_is_for_other_than_homes() -> None:
    assert sold(date(2016, 1, 1))["stamp_home"] == 0
    assert sold(date(2016, 1, 1), usage="商业服务")["stamp"] == 50_00


def test_what_needs_the_sellers_costs_is_left_to_the_tax_office() -> None:
    assert not any("income" in line or "gain" in line for line in sold(date(2016, 1, 1)))


@pytest.mark.parametrize("item", sorted(delivered().items))
def test_every_item_has_at_least_one_line_of_fee(item: str) -> None:
    place = unit(right("4", ZHANG), code=HOUSE if item != "LY002" else LAND)
    lines = work_out(facts(item, place, party("holder", LI)))
    assert any(line.what == "fee" for line in lines)
    assert all(line.amount >= 0 for line in lines)
