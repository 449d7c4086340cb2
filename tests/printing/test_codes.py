"""Bar codes, decoded from the page as a scanner would."""

import hashlib
import hmac
from uuid import UUID

import numpy as np
import pytest
import zxingcpp

from desk.workflow.scanned import slip_code
from printing.papers import longest_values, render_paper
from printing.raster import page_image
from printing.seal import is_genuine, key_id, read_seal, sealed_text


def decoded(pdf: bytes, page: int = 0, dpi: int = 200) -> dict[str, str]:
    picture = page_image(pdf, page, dpi=dpi)
    pixels = np.frombuffer(picture.rgb, dtype=np.uint8).reshape(picture.height, picture.width, 3)
    return {str(code.format): code.text for code in zxingcpp.read_barcodes(pixels)}


NUMBERED = (
    *("receipt", "fee_slip", "case_label", "supplement_notice", "application_form"),
    *("approval_sheet", "announcement", "loss_statement", "withdrawal_notice", "tax_contact"),
    *("issue_record", "mortgage_list", "archive_cover", "archive_transfer"),
    *("search_application", "seizure_return", "site_visit"),
)


@pytest.mark.parametrize("kind", NUMBERED)
def test_the_case_number_is_read_from_the_page(kind: str) -> None:
    values = longest_values(kind) | {"case_no": "2018-0009861", "rehearsal": False}

    assert "2018-0009861" in decoded(render_paper(kind, values).pdf).values()


def test_the_code_of_a_pre_review_slip_is_read_as_bars_and_as_qr() -> None:
    code = slip_code(UUID(int=2**128 - 1))

    found = decoded(
        render_paper("notice_missing", longest_values("notice_missing") | {"slip": code}).pdf
    )

    assert sorted(found) == ["Code 128", "QR Code"]
    assert set(found.values()) == {code}
    assert len(longest_values("notice_missing")["slip"]) == len(code)


@pytest.mark.parametrize("code", ["2018-0009861", slip_code(UUID(int=2**128 - 1))])
def test_the_code_of_a_questioning_record_is_read_before_and_after_the_acceptance(
    code: str,
) -> None:
    values = longest_values("interview_record") | {"code": code}

    assert code in decoded(render_paper("interview_record", values).pdf).values()


def test_the_number_of_a_receipt_for_papers_is_read_by_a_scanner() -> None:
    values = longest_values("receipt_for_papers") | {"case_no": "SJ2018-0000003"}

    assert "SJ2018-0000003" in decoded(render_paper("receipt_for_papers", values).pdf).values()


@pytest.mark.parametrize("kind", ["certificate", "certificate_overlay", "proof", "proof_overlay"])
def test_the_qr_of_a_paper_is_read_and_found_genuine(kind: str) -> None:
    key, unit = b"the key of the office", "220402001002GB00015F00030012"
    number = "吉（2018）辽源市不动产权第0000001号"
    text = sealed_text(key, number, unit, "2018-0009861", "2018-03-26")

    printed = render_paper(kind, longest_values(kind) | {"qr": text}).pdf

    assert [text in decoded(printed, dpi=dpi).values() for dpi in (100, 300)] == [True, True]
    assert is_genuine(key, text)


def test_a_changed_qr_is_found_out() -> None:
    text = sealed_text(b"key", "吉（2018）辽源市不动产权第0000001号")

    assert not is_genuine(b"key", text.replace("0000001", "0000002"))
    assert not is_genuine(b"another key", text)


def test_a_seal_names_its_key_and_has_128_bits() -> None:
    seal = read_seal(sealed_text(b"key", "吉（2018）辽源市不动产权第0000001号", "2018-03-26"))

    assert seal is not None
    assert seal.parts == ("吉（2018）辽源市不动产权第0000001号", "2018-03-26")
    assert seal.key_id == key_id(b"key") != key_id(b"another key")
    assert len(seal.code) == 32


def test_a_paper_printed_before_keys_had_a_name_is_still_proven() -> None:
    old = "吉（2018）辽源市不动产权第0000001号|220402001001GB00001F00010001|2018-03-26"
    code = hmac.new(b"key", old.encode(), hashlib.sha256).hexdigest()[:16]

    assert is_genuine(b"key", f"{old}|{code}")
    assert not is_genuine(b"key", f"{old}|{code[:-1]}")
    assert not is_genuine(b"another key", f"{old}|{code}")


def test_a_seal_under_another_keys_name_is_found_out() -> None:
    text = sealed_text(b"key", "吉（2018）辽源市不动产权第0000001号", "2018-03-26")

    renamed = text.replace(key_id(b"key"), key_id(b"another key"))

    assert not is_genuine(b"key", renamed)
    assert not is_genuine(b"another key", renamed)
