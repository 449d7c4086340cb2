"""Enter goes on, Shift+Enter back, and neither submits; what is being composed is left alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desk.windows.input.code_box import CodeBox, table_options
from desk.windows.input.lines import money_line
from desk.windows.parts.form_view import EnterWalks

ENTER, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier


class Form(QWidget):
    """Editors of every sort, and a button that a bare Enter must not press."""

    def __init__(self, bot: QtBot) -> None:
        super().__init__()
        self.pressed: list[bool] = []
        self.name, self.money = QLineEdit(), money_line()
        self.kind, self.sure = CodeBox(table_options("co_ownership")), QCheckBox()
        self.note, self.submit = QPlainTextEdit(), QPushButton("提交")
        self.note.setTabChangesFocus(True)
        self.submit.setAutoDefault(False)
        self.submit.clicked.connect(lambda: self.pressed.append(True))
        layout = QVBoxLayout(self)
        self.order = (self.name, self.money, self.kind, self.sure, self.note, self.submit)
        for widget in self.order:
            layout.addWidget(widget)
        self.walks = EnterWalks(self)
        bot.addWidget(self)
        with bot.waitActive(self):
            self.show()
        self.name.setFocus()

    def enter(self, bot: QtBot, modifier: Qt.KeyboardModifier | None = None) -> QWidget | None:
        """Press Enter where the focus is and return where it went."""
        focus = QApplication.focusWidget()
        assert focus is not None
        bot.keyClick(focus, ENTER, modifier or Qt.KeyboardModifier.NoModifier)
        return QApplication.focusWidget()


def compose(widget: QWidget, preedit: str, commit: str = "") -> None:
    """Let an input method compose in a widget, or commit what it composed."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


def test_enter_walks_through_every_sort_of_editor_and_shift_enter_back(qtbot: QtBot) -> None:
    form = Form(qtbot)
    there = [form.enter(qtbot) for _ in range(4)]
    assert there == [form.money, form.kind, form.sure, form.note]
    form.sure.setFocus()
    back = [form.enter(qtbot, SHIFT) for _ in range(3)]

    assert back == [form.kind, form.money, form.name]
    assert form.pressed == []


def test_a_bare_enter_never_presses_a_button(qtbot: QtBot) -> None:
    form = Form(qtbot)
    for widget in form.order:
        widget.setFocus()
        form.enter(qtbot)

    assert form.pressed == []


def test_enter_in_a_long_text_is_a_new_line(qtbot: QtBot) -> None:
    form = Form(qtbot)
    form.note.setFocus()
    form.enter(qtbot)

    assert form.note.hasFocus()
    assert form.note.toPlainText() == "\n"


def test_enter_while_an_input_method_composes_does_not_move_on(qtbot: QtBot) -> None:
    form = Form(qtbot)
    compose(form.name, "wang")
    assert form.enter(qtbot) is form.name
    compose(form.name, "", "王")
    assert form.name.text() == "王"

    assert form.enter(qtbot) is form.money


def test_a_composition_that_was_left_does_not_hold_the_next_field(qtbot: QtBot) -> None:
    form = Form(qtbot)
    compose(form.name, "wang")
    form.money.setFocus()

    assert form.enter(qtbot) is form.kind
