"""Lists: a current row that is always one of the rows, and a sentence where there is none."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desk.windows.parts.marks import ClockText
from desk.windows.parts.tables import CLOCK, Column, Listing

EMPTY = "Nobody waits."


@dataclass(frozen=True, slots=True)
class Line:
    number: str
    name: str


LINES = tuple(Line(f"A{number:03d}", f"梁{number}") for number in range(1, 6))


@pytest.fixture
def listing(qtbot: QtBot) -> Listing[Line]:
    made = Listing[Line](
        (
            Column(title="Number", read=lambda row: row.number, numbers=True),
            Column(
                title="Name",
                read=lambda row: row.name,
                clock=lambda row: ClockText("normal", row.name),
                stretches=True,
            ),
        ),
        EMPTY,
        "Waiting",
    )
    qtbot.addWidget(made)
    made.show()
    return made


def sentence(listing: Listing[Line]) -> QLabel:
    return next(label for label in listing.findChildren(QLabel) if label.text() == EMPTY)


def test_an_empty_list_says_so_in_a_sentence(listing: Listing[Line]) -> None:
    assert listing.current() is None
    assert sentence(listing).isVisible()
    assert listing.view.isVisible()  # so that it can have the focus


def test_rows_take_the_place_of_the_sentence_and_the_first_is_current(
    listing: Listing[Line],
) -> None:
    listing.show_rows(LINES)

    assert not sentence(listing).isVisible()
    assert listing.current() == LINES[0]


@pytest.mark.parametrize(("left", "current"), [(5, 4), (3, 2), (1, 0)])
def test_the_current_row_stays_within_what_is_left(
    listing: Listing[Line], left: int, current: int
) -> None:
    listing.show_rows(LINES)
    listing.view.setCurrentIndex(listing.model.index(4, 0))
    listing.show_rows(LINES[:left])

    assert listing.current() == LINES[current]


def test_a_list_that_was_emptied_has_no_current_row(listing: Listing[Line]) -> None:
    listing.show_rows(LINES)
    listing.show_rows(())

    assert listing.current() is None
    assert sentence(listing).isVisible()


def test_no_index_means_no_row_not_the_last_one(listing: Listing[Line]) -> None:
    listing.show_rows(LINES)

    assert listing.model.row(QModelIndex()) is None
    assert listing.model.data(QModelIndex()) is None


def test_a_cell_is_read_aloud_with_its_heading(listing: Listing[Line]) -> None:
    listing.show_rows(LINES)
    cell = listing.model.index(1, 0)

    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Number: A002"
    assert listing.view.accessibleName() == "Waiting"
    assert listing.model.index(1, 1).data(CLOCK) == ClockText("normal", "梁2")


def test_opening_a_row_hands_it_over(listing: Listing[Line], qtbot: QtBot) -> None:
    opened: list[Line] = []
    listing.opened.connect(opened.append)
    listing.show_rows(LINES)
    listing.view.setCurrentIndex(listing.model.index(2, 0))
    qtbot.keyClick(listing.view, Qt.Key.Key_Return)

    assert opened == [LINES[2]]


def test_a_row_stays_current_where_others_came_before_it(qtbot: QtBot) -> None:
    kept = Listing[Line](
        (Column(title="Number", read=lambda row: row.number),),
        EMPTY,
        "Waiting",
        key=lambda row: row.number,
    )
    qtbot.addWidget(kept)
    kept.show_rows(LINES[2:])

    kept.show_rows(LINES)
    assert kept.current() == LINES[2]

    kept.show_rows(LINES[:2])  # gone: the row that now stands in its place
    assert kept.current() == LINES[1]


def shown(listing: Listing[Line]) -> list[str]:
    return [row.number for row in listing.model.rows]


def test_words_filter_a_list_and_escape_shows_all_of_it(
    listing: Listing[Line], qtbot: QtBot
) -> None:
    listing.show_rows(LINES)
    with qtbot.waitActive(listing):
        listing.activateWindow()
    listing.ask_filter()
    assert listing.filter.hasFocus()
    qtbot.keyClicks(listing.filter, "a00 5")
    assert shown(listing) == ["A005"]
    listing.show_rows(LINES[:4])  # a reload keeps the filter
    assert shown(listing) == []
    said = [label.text() for label in listing.findChildren(QLabel) if label.isVisible()]
    assert "Esc" in said[0]
    qtbot.keyClick(listing.filter, Qt.Key.Key_Escape)

    assert shown(listing) == ["A001", "A002", "A003", "A004"]
    assert not listing.filter.isVisible()
    assert listing.view.hasFocus()


def test_twenty_thousand_rows_are_filtered_by_what_they_say(
    listing: Listing[Line], qtbot: QtBot
) -> None:
    many = [Line(f"A{number:05d}", f"梁{number}") for number in range(20_000)]
    listing.show_rows(many)
    listing.filter.setText("梁19999")

    assert shown(listing) == ["A19999"]


def test_a_wanted_row_becomes_current_when_it_comes_and_stays(qtbot: QtBot) -> None:
    kept = Listing[Line](
        (Column(title="Number", read=lambda row: row.number),),
        EMPTY,
        "Waiting",
        key=lambda row: row.number,
    )
    qtbot.addWidget(kept)
    kept.show_rows(LINES[:2])
    kept.want(LINES[3].number)
    kept.show_rows(LINES[:3])
    assert kept.current() == LINES[0]
    kept.show_rows(LINES)
    assert kept.current() == LINES[3]
    kept.show_rows(tuple(reversed(LINES)))
    assert kept.current() == LINES[3]
