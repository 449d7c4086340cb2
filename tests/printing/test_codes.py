"""Bar codes, decoded from the page as a scanner would."""

from uuid import UUID

import numpy as np
import pytest
import zxingcpp

from desk.workflow.scanned import slip_code
from printing.papers import longest_values, render_paper
from printing.raster import page_image
from printing.seal import is_genuine, sealed_text


def decoded(pdf: bytes, page: int = 0) -> dict[str, str]:
    picture = page_image(pdf, page, dpi=200)
    pixels = np.frombuffer(picture.rgb, dtype=np.uint8).reshape(picture.height, picture.width, 3)
    return {str(code.format): code.text for code in zxingcpp.read_barcodes(pixels)}


@pytest.mark.parametrize("kind", ["receipt", "fee_slip", "case_label", "supplement_notice"])
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
    key = b"the key of the office"
    text = sealed_text(key, "1.2.156.3005.2", "吉（2018）辽源市不动产权第0000001号", "2018-03-26")

    found = decoded(render_paper(kind, longest_values(kind) | {"qr": text}).pdf)

    assert text in found.values()
    assert is_genuine(key, text)


def test_a_changed_qr_is_found_out() -> None:
    text = sealed_text(b"key", "吉（2018）辽源市不动产权第0000001号")

    assert not is_genuine(b"key", text.replace("0000001", "0000002"))
    assert not is_genuine(b"another key", text)
