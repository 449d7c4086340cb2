"""Fields are worded as the filling rules say."""

from datetime import date
from fractions import Fraction

from printing import wording


def test_co_ownership_names_each_share() -> None:
    line = wording.co_ownership_line("shares", ("甲", "乙"), (Fraction(1, 3), Fraction(2, 3)))

    assert line == "按份共有：甲:1/3,乙:2/3。"


def test_sole_and_joint_ownership_have_their_own_words() -> None:
    assert wording.co_ownership_line("sole", ("甲",), (None,)) == "单独所有"
    assert wording.co_ownership_line("joint", ("甲", "乙"), (None, None)) == "共同共有"


def test_the_unit_code_stands_in_four_groups() -> None:
    code = "220402001002GB00015F00030012"

    assert wording.unit_line(code) == "220402 001002 GB00015 F00030012"


def test_areas_of_land_and_building_stand_apart() -> None:
    assert (
        wording.area_line(land=123456, floor=12327) == "宗地面积：1234.56㎡/房屋建筑面积：123.27㎡"
    )
    assert wording.area_line(land=12330, floor=None) == "123.30㎡"


def test_a_term_has_its_last_day_and_allocated_land_has_none() -> None:
    until = date(2076, 5, 31)

    assert wording.term_line("国有建设用地使用权", until, "出让").endswith("至2076年05月31日止")
    assert "无固定期限" in wording.term_line("国有建设用地使用权", None, "划拨")


def test_a_mortgage_is_worded_with_its_amount_in_ten_thousands() -> None:
    fields = {"mortgage_kind": "maximum", "from": "2018-03-26", "to": "2038-03-25"}

    assert wording.mortgage_lines(fields, 30_000_000) == (
        "抵押方式：最高额抵押",
        "最高债权额：30.0000万元",
        "债权确定期间：2018年03月26日至2038年03月25日",
    )


def test_what_is_unknown_of_a_house_is_left_out() -> None:
    lines = wording.house_lines(
        structure=None, inner=None, shared=None, floors=6, floor=None, built=2015
    )

    assert lines == ("房屋总层数：6层", "房屋竣工时间：2015年")
