"""The 28-character unit code: parts, marks, spaces, refusals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.checks import Refused
from forms.checks.unit_code import is_unit_code, parse_unit_code

HOUSE = "220402001002GB00015F00030012"
DIGITS = st.text("0123456789", min_size=12, max_size=12)
MARKS = [
    *((owner + use, "WFQ") for owner in "GJZ" for use in "BSXW"),
    *((owner + use, "WLQ") for owner in "GJZ" for use in "EL"),
    *((owner + use, "W") for owner in "GJZ" for use in "DFNY"),
    *((owner + "C", "WFQ") for owner in "JZ"),
    *((owner + "A", "W") for owner in "JZ"),
    ("GH", "WFLQ"),
    ("GG", "WFLQ"),
]


@st.composite
def unit_codes(draw: st.DrawFn) -> str:
    mark, fixtures = draw(st.sampled_from(MARKS))
    fixture = draw(st.sampled_from(fixtures))
    parcel_no = draw(st.integers(1, 99_999))
    fixture_no = 0 if fixture == "W" else draw(st.integers(1, 99_999_999))
    return f"{draw(DIGITS)}{mark}{parcel_no:05d}{fixture}{fixture_no:08d}"


def code_of(text: str) -> str:
    with pytest.raises(Refused) as refusal:
        parse_unit_code(text)
    return refusal.value.code


def test_the_parts_of_a_house_are_read() -> None:
    unit = parse_unit_code("220402 001002 GB00015 F00030012")

    assert unit.text == HOUSE
    assert unit.county == "220402"
    assert (unit.cadastral_district, unit.cadastral_subdistrict) == ("001", "002")
    assert (unit.parcel_mark, unit.parcel_no) == ("GB", "00015")
    assert (unit.fixture_mark, unit.fixture_no) == ("F", "00030012")
    assert unit.parcel == "220402001002GB00015"
    assert unit.display == "220402 001002 GB00015 F00030012"


def test_wide_characters_and_wide_spaces_are_folded() -> None:
    assert parse_unit_code("２２０４０２　001002 ＧＢ00015\tF00030012\n").text == HOUSE


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "V-UNIT-LENGTH"),
        (HOUSE[:-1], "V-UNIT-LENGTH"),
        (HOUSE + "0", "V-UNIT-LENGTH"),
        (HOUSE.lower(), "V-UNIT-CASE"),
        ("220402001002gB00015F00030012", "V-UNIT-CASE"),
        ("22040200100200015F00030012GB", "V-UNIT-SHAPE"),
        ("220402001002GI00015F00030012", "V-UNIT-SHAPE"),
        ("220402001002GB00015K00030012", "V-UNIT-SHAPE"),
        ("220402001002GB00015W00000001", "V-UNIT-SHAPE"),
        ("２２０４０२001002GB00015F00030012", "V-UNIT-SHAPE"),
        ("220402001002GA00015W00000000", "V-UNIT-MARK"),
        ("220402001002GC00015W00000000", "V-UNIT-MARK"),
        ("220402001002JH00015W00000000", "V-UNIT-MARK"),
        ("220402001002JG00015W00000000", "V-UNIT-MARK"),
        ("220402001002JA00015F00030012", "V-UNIT-FIXTURE"),
        ("220402001002GD00015F00030012", "V-UNIT-FIXTURE"),
        ("220402001002GB00015L00030012", "V-UNIT-FIXTURE"),
        ("220402001002GE00015F00030012", "V-UNIT-FIXTURE"),
        ("220402001002GB00000F00030012", "V-UNIT-PARCEL-NO"),
        ("220402001002GB00015F00000000", "V-UNIT-FIXTURE-NO"),
        ("220402001002GE00015L00000000", "V-UNIT-FIXTURE-NO"),
    ],
)
def test_a_wrong_code_is_refused_with_its_reason(text: str, code: str) -> None:
    assert code_of(text) == code
    assert not is_unit_code(text)


@pytest.mark.parametrize(("mark", "fixtures"), MARKS)
def test_every_mark_takes_its_fixtures_and_no_others(mark: str, fixtures: str) -> None:
    for fixture in "WFLQ":
        number = "00000000" if fixture == "W" else "00000001"
        code = f"220402001002{mark}00015{fixture}{number}"
        assert is_unit_code(code) == (fixture in fixtures), code


@given(unit_codes())
def test_what_is_displayed_can_be_read_again(code: str) -> None:
    unit = parse_unit_code(code)

    assert unit.text == code
    assert parse_unit_code(unit.display) == unit
    assert [len(part) for part in unit.display.split()] == [6, 6, 7, 9]


@given(unit_codes(), st.integers(0, 27))
def test_a_letter_for_a_digit_and_a_digit_for_a_letter_are_refused(code: str, place: int) -> None:
    wrong = "7" if code[place].isalpha() else "O"

    assert not is_unit_code(code[:place] + wrong + code[place + 1 :])
