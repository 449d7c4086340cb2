"""A code is known by its content, and where it may be two things, both are named."""

import hashlib
import hmac
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.workflow.certificate_qr import CertificateQr, certificate_qr, read_certificate_qr
from desk.workflow.scanned import Meaning, ScanKind, case_of_slip, meanings, slip_code

KEY = "ab" * 32
UNIT = "220402001001GB00001F00010001"
NUMBER = "吉（2018）辽源市不动产权第0000042号"


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("A023", ScanKind.TICKET, "A023"),
        ("b003", ScanKind.TICKET, "B003"),
        ("2026-0008802", ScanKind.CASE, "2026-0008802"),
        ("SJ2026-0000003", ScanKind.CASE, "SJ2026-0000003"),
        (UNIT, ScanKind.UNIT, UNIT),
        ("220402 001001 GB00001 F00010001", ScanKind.UNIT, UNIT),
        (NUMBER, ScanKind.CERTIFICATE, NUMBER),
        ("吉(2018)辽源市不动产权第0000042号", ScanKind.CERTIFICATE, NUMBER),
        ("D22000000001", ScanKind.SERIAL, "D22000000001"),
        ("22100000001", ScanKind.SERIAL, "22100000001"),
        ("CLF20261124001", ScanKind.CONTRACT, "CLF20261124001"),
        ("220403199111270306", ScanKind.PERSON, "220403199111270306"),
        ("9122040269020427X0", ScanKind.PERSON, "9122040269020427X0"),
        ("18604370000", ScanKind.PHONE, "18604370000"),
    ],
)
def test_a_code_says_by_itself_what_it_is(text: str, kind: ScanKind, value: str) -> None:
    assert meanings(text, KEY) == (Meaning(kind=kind, value=value),)


@pytest.mark.parametrize(
    "text", ["2204X", "A23", "220403199111270307", "2026-12", "", "http://example.com/x"]
)
def test_what_is_no_code_of_the_desk_means_nothing(text: str) -> None:
    assert meanings(text, KEY) == ()


def test_the_qr_of_a_certificate_names_its_unit_and_proves_its_origin() -> None:
    qr = certificate_qr(KEY, number=NUMBER, unit=UNIT, entry="2018-0009861", day="2018-03-26")

    assert meanings(qr, KEY) == (
        Meaning(kind=ScanKind.CERTIFICATE, value=NUMBER, unit=UNIT, genuine=True),
    )
    assert meanings(qr.replace("42号", "43号"), KEY)[0].genuine is False
    assert meanings(qr, "cd" * 32)[0].genuine is False


def test_a_qr_says_number_unit_entry_day_and_key_in_this_order() -> None:
    qr = certificate_qr(KEY, number=NUMBER, unit=UNIT, entry="2018-0009861", day="2018-03-26")
    *said, key, _code = qr.split("|")

    assert said == [NUMBER, UNIT, "2018-0009861", "2018-03-26"]
    assert read_certificate_qr(qr) == CertificateQr(
        number=NUMBER, unit=UNIT, entry="2018-0009861", day="2018-03-26", key_id=key
    )


@pytest.mark.parametrize("before", ["", "1.2.156.3005.2|"])
def test_a_qr_printed_before_it_named_the_case_is_still_read_and_proven(before: str) -> None:
    said = f"{before}{NUMBER}|{UNIT}|2018-03-26"
    code = hmac.new(bytes.fromhex(KEY), said.encode(), hashlib.sha256).hexdigest()[:16]

    assert meanings(f"{said}|{code}", KEY) == (
        Meaning(kind=ScanKind.CERTIFICATE, value=NUMBER, unit=UNIT, genuine=True),
    )
    assert meanings(f"{said}|{'0' * 16}", KEY)[0].genuine is False


def test_eleven_digits_may_be_a_sheet_or_a_telephone() -> None:
    found = meanings("13800000000", KEY)

    assert [meaning.kind for meaning in found] == [ScanKind.SERIAL, ScanKind.PHONE]


def test_a_slip_leads_back_to_its_case() -> None:
    case = uuid4()
    (meaning,) = meanings(slip_code(case), KEY)

    assert meaning.kind is ScanKind.SLIP
    assert case_of_slip(meaning.value) == case
    assert case_of_slip("A023") is None


@given(st.text(max_size=60))
def test_no_text_whatever_breaks_the_reading(text: str) -> None:
    for meaning in meanings(text, KEY):
        assert meaning.value
