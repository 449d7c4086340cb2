"""A sheet that lay askew on the table comes out level and without the table."""

import pytest
from PIL import Image, ImageDraw

from desk.documents.straight import straightened
from tests.documents.test_pages import sheet

PAPER, TABLE = 245, 60


def lean(picture: Image.Image) -> float:
    """Return by how many degrees the rule across a page leans, from its two ends."""
    grey = picture.convert("L")
    ends = []
    for share in (0.2, 0.8):
        x = round(grey.width * share)
        column = grey.crop((x, 0, x + 1, grey.height)).tobytes()
        ends.append(min(range(len(column)), key=column.__getitem__))
    return (ends[1] - ends[0]) / (0.6 * grey.width) * 57.3


def ruled() -> Image.Image:
    """A sheet of print with one heavy black rule across its middle."""
    page = sheet((1000, 1400), PAPER)
    ImageDraw.Draw(page).rectangle((60, 690, 940, 706), fill=(0, 0, 0))
    return page


@pytest.mark.parametrize("degrees", [-5.0, -2.5, 1.0, 3.0, 5.5])
def test_a_page_askew_is_brought_level(degrees: float) -> None:
    askew = ruled().rotate(degrees, Image.Resampling.BICUBIC, fillcolor=(PAPER, PAPER, PAPER))

    assert abs(lean(askew)) > 0.7
    assert abs(lean(straightened(askew))) <= 0.5


def test_a_level_page_is_left_as_it_is() -> None:
    page = ruled()

    assert straightened(page).tobytes() == page.tobytes()


def test_an_empty_sheet_and_a_photograph_of_noise_are_not_turned() -> None:
    empty = Image.new("RGB", (600, 800), "white")
    noise = Image.effect_noise((600, 800), 60).convert("RGB")

    assert straightened(empty).size == empty.size
    assert straightened(noise).size == noise.size


def test_a_sheet_is_cut_out_of_a_dark_table() -> None:
    table = Image.new("RGB", (2000, 2000), (TABLE, TABLE, TABLE))
    table.paste(ruled(), (430, 310))
    cut = straightened(table)

    assert abs(cut.width - 1000) <= 40
    assert abs(cut.height - 1400) <= 40


def test_a_sheet_that_fills_the_picture_keeps_its_rim() -> None:
    page = ruled()

    assert straightened(page).size == page.size
