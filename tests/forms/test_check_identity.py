"""Identity numbers: people, permits, credit codes, organisation codes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.checks import Refused
from forms.checks.identity import age_on, birth_date, check_identity, is_minor, modern_number

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
PEOPLE = ["22040219900307001X", "220403198506150021", "220421197012011230", "220422201001012348"]
CREDIT_CODES = [
    "11100000MB03271699",
    "91220400MA00000014",
    "122204000000000016",
    "11220400MB0000001E",
    "912204028871704809",
    "11220402017998786R",
    "91110000600037341L",
]


@st.composite
def people(draw: st.DrawFn) -> str:
    area = draw(st.sampled_from(["220402", "110101", "650102", "810000", "820000", "830000"]))
    born = draw(st.dates(date(1900, 1, 1), date(2026, 1, 1)))
    digits = f"{area}{born:%Y%m%d}{draw(st.integers(0, 999)):03d}"
    total = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=True))
    return digits + "10X98765432"[total % 11]


@st.composite
def credit_codes(draw: st.DrawFn) -> str:
    front = draw(st.text(CREDIT_ALPHABET, min_size=17, max_size=17))
    values = (CREDIT_ALPHABET.index(character) for character in front)
    total = sum(value * pow(3, place, 31) for place, value in enumerate(values))
    return front + CREDIT_ALPHABET[-total % 31]


def code_of(id_type: str, number: str, on: date | None = None) -> str:
    with pytest.raises(Refused) as refusal:
        check_identity(id_type, number, on=on)
    return refusal.value.code


@pytest.mark.parametrize("number", PEOPLE)
def test_a_valid_card_is_taken(number: str) -> None:
    assert check_identity("1", number) == number


def test_a_card_is_tidied() -> None:
    assert check_identity("1", " 220402 19900307 ００１x ") == "22040219900307001X"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("", "V-ID-EMPTY"),
        ("   ", "V-ID-EMPTY"),
        ("22040219900307001", "V-ID-SHAPE"),
        ("X2040219900307001X", "V-ID-SHAPE"),
        ("220402199003070010", "V-ID-CHECK"),
        ("000402199003070010", "V-ID-REGION"),
        ("220402199002300010", "V-ID-BIRTH"),
        ("220402190002290010", "V-ID-BIRTH"),
        ("220402000001010010", "V-ID-BIRTH"),
        ("220402900230001", "V-ID-BIRTH"),
    ],
)
def test_a_wrong_card_is_refused_with_its_reason(number: str, code: str) -> None:
    assert code_of("1", number) == code


def test_a_birthday_in_the_future_is_refused_where_the_day_is_known() -> None:
    assert code_of("1", "220422201001012348", date(2009, 12, 31)) == "V-ID-BIRTH"
    assert check_identity("1", "220422201001012348", on=date(2010, 1, 1)) == "220422201001012348"


@given(people(), st.integers(0, 17), st.sampled_from("0123456789"))
def test_every_wrong_digit_is_found(number: str, place: int, digit: str) -> None:
    wrong = number[:place] + digit + number[place + 1 :]

    if wrong == number:
        assert check_identity("1", number) == number
    else:
        code_of("1", wrong)


@given(people(), st.integers(0, 16))
def test_every_swap_of_neighbours_is_found(number: str, place: int) -> None:
    wrong = number[:place] + number[place + 1] + number[place] + number[place + 2 :]

    if wrong != number:
        code_of("1", wrong)


def test_residence_permits_are_taken_as_cards_and_as_permits() -> None:
    for id_type in ("1", "2"):
        assert check_identity(id_type, "810000199408230021") == "810000199408230021"
    assert code_of("2", "810000199408230020") == "V-ID-CHECK"


@pytest.mark.parametrize("number", ["H12345678", "M1234567890", "01234567", "0123456789B"])
def test_travel_permits_have_no_check_digit(number: str) -> None:
    assert check_identity("2", number) == number


def test_permanent_residence_is_taken_in_its_old_and_new_form() -> None:
    assert check_identity("1", "ABC110090123456") == "ABC110090123456"
    assert check_identity("1", "911012199003070015") == "911012199003070015"
    assert code_of("1", "911012199003070010") == "V-ID-CHECK"


def test_an_old_number_of_fifteen_digits_has_its_modern_form() -> None:
    assert check_identity("1", "220402900307001") == "220402900307001"
    assert modern_number("220402900307001") == "22040219900307001X"
    assert modern_number("22040219900307001X") == "22040219900307001X"
    assert birth_date("220402900307001") == date(1990, 3, 7)


@pytest.mark.parametrize("number", CREDIT_CODES)
@pytest.mark.parametrize("id_type", ["6", "7", "8"])
def test_a_valid_credit_code_is_taken(id_type: str, number: str) -> None:
    assert check_identity(id_type, number) == number


@pytest.mark.parametrize(
    ("id_type", "number", "code"),
    [
        ("7", "91220400MA00000015", "V-CREDIT-CHECK"),
        ("7", "91220400MI00000014", "V-CREDIT-SHAPE"),
        ("8", "91220400MA0000001", "V-CREDIT-SHAPE"),
        ("6", "12345678-9", "V-ORGANISATION-CHECK"),
        ("7", "!", "V-ID-SHAPE"),
        ("3", "E123\u200b4567", "V-ID-SHAPE"),
        ("99", "x" * 41, "V-ID-SHAPE"),
    ],
)
def test_other_wrong_numbers_are_refused(id_type: str, number: str, code: str) -> None:
    assert code_of(id_type, number) == code


@pytest.mark.parametrize(
    ("id_type", "number"),
    [
        ("6", "D2143569-X"),
        ("6", "D2143569X"),
        ("7", "220400000012345"),
        ("3", "E12345678"),
        ("5", "军字第1234567号"),
        ("99", "12-34/A"),
    ],
)
def test_other_papers_are_taken_as_they_are(id_type: str, number: str) -> None:
    assert check_identity(id_type, number) == number


@given(credit_codes(), st.integers(0, 17), st.sampled_from(CREDIT_ALPHABET))
def test_every_wrong_character_of_a_credit_code_is_found(
    number: str, place: int, character: str
) -> None:
    wrong = number[:place] + character + number[place + 1 :]

    if wrong == number:
        assert check_identity("7", number) == number
    else:
        assert code_of("7", wrong) == "V-CREDIT-CHECK"


@given(credit_codes(), st.integers(0, 16))
def test_every_swap_of_neighbours_in_a_credit_code_is_found(number: str, place: int) -> None:
    wrong = number[:place] + number[place + 1] + number[place] + number[place + 2 :]

    if wrong != number:
        assert code_of("7", wrong) == "V-CREDIT-CHECK"


def test_full_age_is_reached_on_the_eighteenth_birthday() -> None:
    number = "220422201001012348"

    assert age_on(number, date(2027, 12, 31)) == 17
    assert is_minor("1", number, date(2027, 12, 31))
    assert age_on(number, date(2028, 1, 1)) == 18
    assert not is_minor("1", number, date(2028, 1, 1))


def test_a_company_is_never_a_minor() -> None:
    number = "912204201501012347"

    assert not is_minor("7", number, date(2018, 3, 26))
    assert birth_date("H12345678") is None
    assert age_on("E12345678", date(2018, 3, 26)) is None
