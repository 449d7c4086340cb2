"""What is written onto the pre-printed sheet, and where: U-33 through the PDF."""

import pytest

from printing.calibration import TRUE, Calibration
from printing.papers import longest_values, overlay_of, render_paper
from printing.raster import page_text
from tests.printing.marks import CORNERS, farthest_off, marked, random_calibrations

KINDS = sorted(CORNERS)
PRE_PRINTED = ("监制", "编号", "№", "不动产权第", "不动产证明第", "附　记", "登记机构", "坐　落")


@pytest.mark.parametrize("kind", KINDS)
def test_the_overlay_says_the_values_and_nothing_that_the_sheet_says_already(kind: str) -> None:
    values = longest_values(kind) | {"notes": "担保范围以合同约定为准。"}

    full = page_text(render_paper(kind, values).pdf)
    written = page_text(render_paper(overlay_of(kind), values).pdf)

    assert any(words in full for words in PRE_PRINTED)
    assert not [words for words in (*PRE_PRINTED, values["serial"]) if words in written]
    for name in ("no", "unit", "location", "day_year"):
        assert values[name] in written.replace("\r\n", ""), name


@pytest.mark.parametrize("kind", KINDS)
def test_an_overlay_of_vectors_is_small_and_the_same_twice(kind: str) -> None:
    calibration = Calibration(dx=1.1, rotation=0.3)
    first = render_paper(overlay_of(kind), longest_values(kind), calibration)

    assert first == render_paper(overlay_of(kind), longest_values(kind), calibration)
    assert first != render_paper(overlay_of(kind), longest_values(kind))
    assert b"/Subtype /Image" not in first.pdf


@pytest.mark.parametrize("kind", KINDS)
def test_a_printer_that_is_true_prints_where_the_layout_says(kind: str) -> None:
    assert farthest_off(marked(kind, TRUE), kind, TRUE) < 0.05


@pytest.mark.parametrize("n", range(20))
def test_anchors_lie_within_0_2_mm_for_any_calibration(n: int) -> None:
    calibration, kind = random_calibrations(20)[n], KINDS[n % 2]

    assert farthest_off(marked(kind, calibration), kind, calibration) < 0.2


def test_a_calibration_that_is_not_followed_would_be_seen() -> None:
    off = Calibration(rotation=0.1)

    assert farthest_off(marked("proof", TRUE), "proof", off) > 0.2
