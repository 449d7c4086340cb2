"""The book of all papers, as it is delivered in docs."""

from pathlib import Path

import pypdfium2

from printing.papers import PAPERS, longest_values, render_paper
from printing.raster import page_count, page_text
from printing.specimens import specimen_book

DELIVERED = Path(__file__).parents[2] / "docs" / "papers.pdf"


def test_the_book_has_the_first_page_of_every_paper_and_is_the_same_twice() -> None:
    book = specimen_book()

    assert page_count(book) == len(PAPERS)
    assert specimen_book() == book
    with pypdfium2.PdfDocument(book) as document:
        for place, kind in enumerate(PAPERS):
            drawn = render_paper(kind, longest_values(kind)).pdf
            with pypdfium2.PdfDocument(drawn) as alone:
                first = alone[0].get_textpage().get_text_range()
            assert document[place].get_textpage().get_text_range() == first, kind


def test_the_delivered_book_is_that_of_the_layouts_as_they_are() -> None:
    assert page_text(DELIVERED.read_bytes()) == page_text(specimen_book())
