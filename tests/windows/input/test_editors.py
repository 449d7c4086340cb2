"""One value each: typed by few keys, pasted untidy, never caught by an input method."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desk.windows.input.code_box import CodeBox, SuggestionBox, table_options
from desk.windows.input.lines import (
    CodeLine,
    UnitCodesLine,
    ValueLine,
    certificate_line,
    day_line,
    identity_line,
    money_line,
    phone_line,
    unit_line,
)
from desk.windows.parts import words
from forms.catalogue import delivered
from forms.choosing import initials_of, options
from forms.typed import grouped

UNIT = "220402001001GB00001F00010001"
OTHER = "220402001003GB00001F00010001"
LATIN = Qt.WidgetAttribute.WA_InputMethodEnabled


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    words.speak("zh")
    yield
    words.speak("zh")


def shown(widget: QWidget, bot: QtBot) -> None:
    """Show an editor as a window that has the focus."""
    bot.addWidget(widget)
    with bot.waitActive(widget):
        widget.show()
    widget.setFocus()


def entered(line: QLineEdit, text: str, bot: QtBot) -> str:
    """Type, leave with Enter, return what stands there."""
    line.clear()
    if text.isascii():
        bot.keyClicks(line, text)
    else:
        line.insert(text)  # keys know no Chinese: it comes from an input method
    bot.keyClick(line, Qt.Key.Key_Return)
    return line.text()


def pasted(line: QLineEdit, text: str) -> str:
    """Paste over what is there, return what stands there at once."""
    QApplication.clipboard().setText(text)
    line.selectAll()
    line.paste()
    return line.text()


@pytest.mark.parametrize("typed", ["2", "gtgy"])
def test_typing_picks_from_a_list_of_codes(typed: str, qtbot: QtBot) -> None:
    box = CodeBox(table_options("co_ownership"))
    shown(box, qtbot)
    qtbot.keyClicks(box, typed)

    assert box.code() == "joint"
    assert "共同共有" in box.currentText()


@pytest.mark.parametrize("table", sorted(delivered().codes))
def test_every_code_of_every_table_is_picked_by_its_number(table: str, qtbot: QtBot) -> None:
    lines = table_options(table)
    box = CodeBox(lines)
    shown(box, qtbot)
    for line in lines:
        qtbot.keyClick(box, Qt.Key.Key_Backspace)
        assert box.code() is None
        qtbot.keyClicks(box, line.number)
        assert box.code() == line.code, line


def test_a_new_word_begins_after_a_pause_and_after_a_wrong_letter(qtbot: QtBot) -> None:
    box = CodeBox(table_options("co_ownership"))
    shown(box, qtbot)
    qtbot.keyClicks(box, "gt")
    assert box.code() == "joint"
    qtbot.keyClicks(box, "afgy")  # the list knows no "gta": the letter begins anew
    assert box.code() == "shares"
    box._pause.timeout.emit()
    qtbot.keyClicks(box, "1")

    assert box.code() == "sole"


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)")
def test_alt_down_opens_the_list_and_typing_picks_in_it(qtbot: QtBot) -> None:
    box = CodeBox(table_options("id_type"))
    shown(box, qtbot)
    qtbot.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(box.view().isVisible)
    qtbot.keyClicks(box.view(), "hz")
    qtbot.keyClick(box.view(), Qt.Key.Key_Return)

    assert box.code() == "3"
    assert not box.view().isVisible()


def test_a_list_in_english_answers_to_numbers_initials_and_english_words(qtbot: QtBot) -> None:
    words.speak("en")
    box = CodeBox(table_options("co_ownership"))
    shown(box, qtbot)
    for typed in ("2", "gtgy", "joint"):
        box._begin_anew()
        qtbot.keyClicks(box, typed)
        assert box.code() == "joint", typed


def test_some_codes_of_a_table_can_be_offered(qtbot: QtBot) -> None:
    box = CodeBox(table_options("co_ownership", only=("joint", "shares")), blank=False)
    qtbot.addWidget(box)

    assert [box.itemData(row) for row in range(box.count())] == ["joint", "shares"]


def test_free_text_stays_and_initials_of_a_suggestion_unfold(qtbot: QtBot) -> None:
    reasons = ("买卖(存量房)", "赠与")
    box = SuggestionBox(options([(word, word, initials_of(word)) for word in reasons]))
    shown(box, qtbot)
    line = box.lineEdit()
    assert line is not None
    assert entered(line, "zy", qtbot) == "赠与"
    assert entered(line, "法院判决", qtbot) == "法院判决"
    assert entered(line, "1", qtbot) == "买卖(存量房)"


def test_an_amount_unfolds_and_is_said_in_words(qtbot: QtBot) -> None:
    line = money_line()
    shown(line, qtbot)

    assert entered(line, "128w", qtbot) == "1,280,000.00"
    assert line.value() == "1280000.00"
    assert line.words() == "壹佰贰拾捌万元整"
    assert entered(line, "12x", qtbot) == "12x"
    assert (line.value(), line.words()) == ("12x", "")
    line.show_value("435000.00")
    assert line.text() == "435,000.00"


def test_a_day_counts_from_the_day_on_which_it_is_typed(qtbot: QtBot) -> None:
    days = iter([date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 1)])
    line = day_line(lambda: next(days))
    shown(line, qtbot)
    line.setText("+1")
    line.unfold()

    assert line.text() == "2027-01-01"


def test_a_number_of_this_registry_unfolds_and_an_old_one_stays(qtbot: QtBot) -> None:
    line = certificate_line("吉", "辽源市")
    shown(line, qtbot)

    assert entered(line, "2019-12345", qtbot) == "吉（2019）辽源市不动产权第0012345号"
    assert entered(line, "辽房权证字第7号", qtbot) == "辽房权证字第7号"


def test_numbers_are_tidied_as_they_are_pasted(qtbot: QtBot) -> None:
    identity, phone, unit = identity_line(lambda: "1"), phone_line(), unit_line()
    for line in (identity, phone, unit):
        qtbot.addWidget(line)

    assert pasted(identity, "220403-19911127　０３０6") == "220403199111270306"
    pasted(phone, "138-0000 0000")
    phone.unfold()
    assert phone.text() == "13800000000"
    assert pasted(unit, UNIT.lower()) == "220402 001001 GB00001 F00010001"
    assert unit.value() == UNIT


def test_a_unit_code_is_grouped_under_the_cursor(qtbot: QtBot) -> None:
    line = unit_line()
    shown(line, qtbot)
    qtbot.keyClicks(line, UNIT.lower())
    assert line.text() == grouped(UNIT)
    line.setCursorPosition(8)
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert line.value() == UNIT[:6] + UNIT[7:]
    qtbot.keyClicks(line, "0")

    assert line.value() == UNIT
    assert line.cursorPosition() == 8


def test_a_list_of_codes_grows_and_shrinks_key_by_key(qtbot: QtBot) -> None:
    line = UnitCodesLine()
    shown(line, qtbot)
    qtbot.keyClicks(line, f"{UNIT},{OTHER}")
    assert line.codes() == (UNIT, OTHER)
    for _ in range(len(OTHER) + 1):
        qtbot.keyClick(line, Qt.Key.Key_Backspace)

    assert line.codes() == (UNIT,)
    assert line.text() == grouped(UNIT)


def test_two_codes_pasted_without_a_comma_are_two(qtbot: QtBot) -> None:
    line = UnitCodesLine()
    qtbot.addWidget(line)
    pasted(line, f"{UNIT}\n{OTHER}")
    line.unfold()

    assert line.text() == f"{grouped(UNIT)}, {grouped(OTHER)}"


def test_codes_get_their_keys_without_an_input_method_and_names_with_one(qtbot: QtBot) -> None:
    codes: list[ValueLine] = [money_line(), day_line(), phone_line(), unit_line(), UnitCodesLine()]
    names = certificate_line("吉", "辽源市")
    for line in (*codes, names):
        qtbot.addWidget(line)

    assert all(isinstance(line, CodeLine) for line in codes)
    assert not any(line.testAttribute(LATIN) for line in codes)
    assert names.testAttribute(LATIN)


def test_nothing_is_folded_while_an_input_method_composes(qtbot: QtBot) -> None:
    line = certificate_line("吉", "辽源市")
    shown(line, qtbot)
    QApplication.sendEvent(line, QInputMethodEvent("ｌｉａｏ", []))
    assert line.text() == ""
    event = QInputMethodEvent("", [])
    event.setCommitString("辽２０１９")
    QApplication.sendEvent(line, event)

    assert line.text() == "辽2019"
