"""Every form of the catalogue as widgets: what is shown can be read back and passes the check."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desk.windows.parts import words
from desk.windows.parts.form_view import MAKE, EnterWalks, FormView, make_editor, understood
from desk.workflow.clock import day_of
from forms.catalogue import delivered
from forms.fields import FieldKind
from forms.items import Item
from forms.messages import message
from forms.schema import Problem, check_fields

DAY = date(2018, 3, 26)
ITEMS = delivered().items
each_item = pytest.mark.parametrize("item", ITEMS.values(), ids=lambda item: item.code)


def view_of(code: str, bot: QtBot) -> FormView:
    view = FormView(ITEMS[code].fields)
    bot.addWidget(view)
    view.show()
    return view


def line_of(view: FormView, key: str) -> QLineEdit:
    editor = view.editors[key]
    assert isinstance(editor, QLineEdit)
    return editor


def note_of(view: FormView, key: str) -> QLabel:
    """Return the label beneath a field that tells what is wrong with it."""
    cell = view.editors[key].parentWidget()
    assert cell is not None
    return next(one for one in cell.findChildren(QLabel) if one.property("role") == "problem")


def enter(view: FormView, key: str, text: str, bot: QtBot) -> str:
    """Type an answer, leave it with Enter, return what stands there then."""
    editor = line_of(view, key)
    editor.clear()
    editor.insert(text)
    bot.keyClick(editor, Qt.Key.Key_Return)
    return editor.text()


def test_there_are_sixty_one_forms_and_an_editor_for_every_kind_of_field() -> None:
    assert len(ITEMS) == 61
    assert set(MAKE) == set(FieldKind)


@each_item
def test_the_samples_are_shown_and_read_back_right(item: Item, qtbot: QtBot) -> None:
    view = FormView(item.fields)
    qtbot.addWidget(view)
    samples = {field.key: field.sample for field in item.fields}
    view.show_values(samples)
    read = view.values(DAY)

    assert check_fields(item, read) == []
    unticked = {key for key, sample in samples.items() if sample is False}
    assert set(samples) - unticked <= set(read)
    assert {key: read[key] for key in set(samples) - unticked} == {
        key: sample for key, sample in samples.items() if key not in unticked
    }


@each_item
def test_a_form_that_was_emptied_answers_nothing_that_was_not_asked(
    item: Item, qtbot: QtBot
) -> None:
    view = FormView(item.fields)
    qtbot.addWidget(view)
    view.show_values({field.key: field.sample for field in item.fields})
    view.show_values({})
    required = {field.key for field in item.fields if field.required}

    assert set(view.values(DAY)) <= required


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_field_is_named_for_those_who_cannot_see_it(language: str, qtbot: QtBot) -> None:
    words.speak(language)
    try:
        for item in ITEMS.values():
            for field in item.fields:
                editor = make_editor(field)
                qtbot.addWidget(editor)
                label = field.label_zh if language == "zh" else field.label_en
                assert editor.accessibleName() == label
    finally:
        words.speak("zh")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("128w", "1280000.00"), ("128万", "1280000.00"), ("１２８ｗ", "1280000.00"), ("12x", "12x")],
)
def test_an_amount_unfolds_when_it_is_left(typed: str, shown: str, qtbot: QtBot) -> None:
    assert enter(view_of("LY013", qtbot), "price", typed, qtbot) == shown


def test_a_short_date_unfolds_in_the_year_of_the_centre(qtbot: QtBot) -> None:
    year = day_of(datetime.now(UTC)).year
    view = view_of("LY013", qtbot)

    assert enter(view, "contract_date", "1120", qtbot) == f"{year}-11-20"
    assert enter(view, "contract_date", "１１２０", qtbot) == f"{year}-11-20"
    assert enter(view, "contract_date", "20180326", qtbot) == "2018-03-26"


def test_a_day_is_understood_from_the_day_that_is_given() -> None:
    field = next(one for one in ITEMS["LY013"].fields if one.key == "contract_date")

    assert understood(field, "今天", DAY) == "2018-03-26"
    assert understood(field, "0402", DAY) == "2018-04-02"


def test_an_amount_is_said_in_capital_words_beneath_it(qtbot: QtBot) -> None:
    view = view_of("LY013", qtbot)
    line_of(view, "price").setText("435000")

    assert any("肆拾叁万伍仟元整" in one.text() for one in view.findChildren(QLabel))


def test_what_is_wrong_is_said_under_its_field_and_taken_back(qtbot: QtBot) -> None:
    view = view_of("LY013", qtbot)
    view.show_problems([Problem(field="price", code="V-REQUIRED", facts={})])
    assert note_of(view, "price").isVisible()
    assert note_of(view, "price").text() == message("V-REQUIRED", "zh")
    assert view.editors["price"].property("wrong") is True
    assert not note_of(view, "contract_no").isVisible()

    view.show_problems([])
    assert not note_of(view, "price").isVisible()
    assert view.editors["price"].property("wrong") is False


def test_typing_is_told_and_showing_values_in_a_line_is_not(qtbot: QtBot) -> None:
    view = view_of("LY013", qtbot)
    told: list[bool] = []
    view.changed.connect(lambda: told.append(True))
    line_of(view, "price").setText("1")
    assert told == []
    qtbot.keyClicks(line_of(view, "price"), "2")

    assert told == [True]


def test_enter_walks_to_the_next_field_and_shift_enter_back(qtbot: QtBot) -> None:
    view = view_of("LY013", qtbot)
    walks = EnterWalks(view)
    lines = [e for e in view.editors.values() if isinstance(e, QLineEdit | QComboBox)]
    first, second = lines[:2]
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert not first.hasFocus()
    assert second.hasFocus() or view.focusWidget() is not first
    now = view.focusWidget()
    assert now is not None
    qtbot.keyClick(now, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)

    assert first.hasFocus()
    assert walks.parent() is view
