"""Numbers of certificates and proofs, with either width of bracket."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.checks import Refused
from forms.checks.certificate_no import (
    PROVINCES,
    PaperKind,
    format_certificate_no,
    parse_certificate_no,
    understand_certificate_no,
)

CERTIFICATE = "吉（2018）辽源市不动产权第0000103号"
PROOF = "吉（2018）辽源市不动产证明第0000103号"


@pytest.mark.parametrize(
    "text",
    [
        CERTIFICATE,
        "吉(2018)辽源市不动产权第0000103号",
        " 吉（2018) 辽源市 不动产权 第０000103号 ",
    ],
)
def test_both_brackets_are_read_and_full_width_ones_written(text: str) -> None:
    number = parse_certificate_no(text)

    assert (number.province, number.year, number.place) == ("吉", 2018, "辽源市")
    assert (number.kind, number.serial) == ("certificate", 103)
    assert number.text == CERTIFICATE


@pytest.mark.parametrize("text", ["2018-103", " ２０１８－0000103 ", CERTIFICATE])
def test_a_number_is_understood_as_a_clerk_types_it(text: str) -> None:
    assert understand_certificate_no(text, "吉", "辽源市", "certificate").text == CERTIFICATE


@pytest.mark.parametrize("text", ["2018-0", "2014-103", "2018-12345678", "103"])
def test_what_is_no_number_is_not_understood(text: str) -> None:
    with pytest.raises(Refused):
        understand_certificate_no(text, "吉", "辽源市", "certificate")


def test_a_proof_is_told_from_a_certificate() -> None:
    assert parse_certificate_no(PROOF).kind == "proof"
    assert parse_certificate_no(PROOF).text == PROOF


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "V-CERTIFICATE-SHAPE"),
        ("辽房权证西字第2010002073号", "V-CERTIFICATE-SHAPE"),
        ("吉（2018）辽源市不动产权第000103号", "V-CERTIFICATE-SHAPE"),
        ("吉（2018）辽源市不动产权第00000103号", "V-CERTIFICATE-SHAPE"),
        ("吉[2018]辽源市不动产权第0000103号", "V-CERTIFICATE-SHAPE"),
        ("吉（18）辽源市不动产权第0000103号", "V-CERTIFICATE-SHAPE"),
        ("吉（2018）不动产权第0000103号", "V-CERTIFICATE-SHAPE"),
        ("国（2018）辽源市不动产权第0000103号", "V-CERTIFICATE-PROVINCE"),
        ("吉（2014）辽源市不动产权第0000103号", "V-CERTIFICATE-YEAR"),
        ("吉（2018）辽源市不动产权第0000000号", "V-CERTIFICATE-SERIAL"),
    ],
)
def test_a_wrong_number_is_refused_with_its_reason(text: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_certificate_no(text)
    assert refusal.value.code == code


@pytest.mark.parametrize("serial", [0, -1, 10_000_000])
def test_a_serial_of_more_than_seven_digits_is_never_written(serial: int) -> None:
    with pytest.raises(Refused) as refusal:
        format_certificate_no("吉", 2018, "辽源市", "certificate", serial)
    assert refusal.value.code == "V-CERTIFICATE-SERIAL"


@given(
    st.sampled_from(PROVINCES),
    st.integers(2015, 2099),
    st.sampled_from(["辽源市", "东丰县", "东辽县", "龙山区"]),
    st.sampled_from(["certificate", "proof"]),
    st.integers(1, 9_999_999),
)
def test_what_is_written_can_be_read_again(
    province: str, year: int, place: str, kind: PaperKind, serial: int
) -> None:
    text = format_certificate_no(province, year, place, kind, serial)
    number = parse_certificate_no(text)

    assert (number.province, number.year, number.place) == (province, year, place)
    assert (number.kind, number.serial, number.text) == (kind, serial, text)
