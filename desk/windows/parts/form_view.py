"""Any form as widgets: the catalogue decides what is asked, the view only shows and collects."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desk.windows.parts.cells import Cell, Cells
from desk.windows.parts.ears import ears
from desk.windows.parts.words import language
from desk.workflow.clock import day_of
from forms.checks import Refused
from forms.checks.dates import understand_day
from forms.checks.money import format_fen, in_words, understand_fen
from forms.checks.width import half_width
from forms.fields import Field, FieldKind
from forms.messages import message
from forms.schema import Problem

UNIT_KEYS = ("code", "kind", "location", "usage", "floor_area", "land_area")
LATIN_ONLY = (
    FieldKind.MONEY,
    FieldKind.AREA,
    FieldKind.DATE,
    FieldKind.INTEGER,
    FieldKind.SHARE,
    FieldKind.UNIT_CODE,
)
UNIT, COLUMNS = 15, 2  # a field has room for so many characters, so many stand beside each other
WHOLE_ROW = (FieldKind.LONG_TEXT, FieldKind.UNITS)
Editor = QLineEdit | QPlainTextEdit | QComboBox | QCheckBox


@runtime_checkable
class HasSections(Protocol):
    """A screen of sections: at the end of one it knows where to go on."""

    def leave(self, last: QWidget) -> bool:
        """Go on from a field to the next section that is open; False where it is not the last."""


def make_editor(field: Field) -> Editor:
    """Return the widget for one question."""
    editor = MAKE[field.kind](field)
    label = field.label_zh if language() == "zh" else field.label_en
    editor.setAccessibleName(label)
    editor.setToolTip(field.hint_zh if language() == "zh" else field.hint_en)
    return editor


def _line(field: Field) -> Editor:
    if field.choices:
        return _choice(field)
    editor = QLineEdit()
    if field.kind in LATIN_ONLY:
        editor.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly)
        editor.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
    if field.max_length:
        editor.setMaxLength(field.max_length)
    return editor


def _long(field: Field) -> Editor:
    editor = QPlainTextEdit()
    editor.setTabChangesFocus(True)
    editor.setFixedHeight(editor.fontMetrics().height() * 4)
    if field.kind is FieldKind.UNITS:
        editor.setPlaceholderText(" | ".join(UNIT_KEYS))
        editor.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    return editor


def _choice(field: Field) -> Editor:
    editor = QComboBox()
    editor.setEditable(field.kind is FieldKind.TEXT)
    if not field.required:
        editor.addItem("", None)
    for choice in field.choices:
        word = choice.zh if language() == "zh" else choice.en
        if field.kind is FieldKind.TEXT:
            editor.addItem(word, choice.zh)
        else:
            editor.addItem(f"{choice.code}  {word}", choice.code)
    return editor


def _flag(_field: Field) -> Editor:
    return QCheckBox()


MAKE: Mapping[FieldKind, Callable[[Field], Editor]] = {
    FieldKind.TEXT: _line,
    FieldKind.LONG_TEXT: _long,
    FieldKind.MONEY: _line,
    FieldKind.AREA: _line,
    FieldKind.DATE: _line,
    FieldKind.INTEGER: _line,
    FieldKind.CHOICE: _choice,
    FieldKind.FLAG: _flag,
    FieldKind.SHARE: _line,
    FieldKind.UNIT_CODE: _line,
    FieldKind.CERTIFICATE_NO: _line,
    FieldKind.UNITS: _long,
}


def shown(editor: Editor) -> str:
    """Return what stands in an editor."""
    if isinstance(editor, QLineEdit):
        return editor.text()
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    if isinstance(editor, QComboBox):
        return editor.currentText()
    return ""


def understood(field: Field, text: str, today: date) -> object:
    """Return typed text in JSON form, smart entries unfolded; what is not understood stays text."""
    text = text.strip()
    plain = half_width(text)
    try:
        if field.kind is FieldKind.MONEY:
            return format_fen(understand_fen(plain))
        if field.kind is FieldKind.DATE:
            return understand_day(plain, today).isoformat()
    except Refused:
        return text
    if field.kind is FieldKind.INTEGER and plain.isdigit():
        return int(plain)
    if field.kind in (FieldKind.AREA, FieldKind.SHARE, FieldKind.UNIT_CODE):
        return plain
    return _units(text) if field.kind is FieldKind.UNITS else text


def _units(text: str) -> list[dict[str, str]]:
    """Read new units, one a line, parts between tabs, bars or commas as pasted from a table."""
    units = []
    for line in filter(str.strip, text.splitlines()):
        parts = line.replace("\t", "|").replace("，", "|").replace(",", "|").split("|")
        cells = zip(UNIT_KEYS, (part.strip() for part in parts), strict=False)
        units.append({key: cell for key, cell in cells if cell})
    return units


class FormView(QWidget):
    """The questions of one form, each with its problem beneath it."""

    changed = Signal()
    committed = Signal()  # an answer is complete: its field was left, or it was chosen

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = tuple(fields)
        self.editors: dict[str, Editor] = {}
        self.cells: dict[str, Cell] = {}
        rows = Cells(UNIT, COLUMNS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(rows)
        for field in self.fields:
            rows.add(self._cell(field), COLUMNS if field.kind in WHOLE_ROW else 1)

    def values(self, today: date) -> dict[str, object]:
        """Return the answers in JSON form; questions left empty are left out."""
        found: dict[str, object] = {}
        for field in self.fields:
            value = self._value(field, today)
            if value not in ("", None, []):
                found[field.key] = value
        return found

    def show_values(self, values: Mapping[str, object]) -> None:
        """Fill in answers; questions without one are emptied."""
        for field in self.fields:
            _fill(self.editors[field.key], field, values.get(field.key))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Mark each wrong answer and say beneath it what is wrong; unmark the others."""
        said: dict[str, list[str]] = {}
        for problem in problems:
            said.setdefault(problem.field, []).append(
                message(problem.code, language(), **problem.facts)
            )
        for key, editor in self.editors.items():
            mark(editor, key in said)
            self.cells[key].show_note("\n".join(said.get(key, ())))

    def _cell(self, field: Field) -> Cell:
        editor = make_editor(field)
        text = field.label_zh if language() == "zh" else field.label_en
        is_money = field.kind is FieldKind.MONEY and isinstance(editor, QLineEdit)
        words = MoneyWords(editor) if is_money and isinstance(editor, QLineEdit) else None
        cell = Cell(f"{text} *" if field.required else text, editor, words)
        self.editors[field.key], self.cells[field.key] = editor, cell
        self._connect(editor)
        return cell

    def _connect(self, editor: Editor) -> None:
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self.changed)
            editor.editingFinished.connect(lambda: self._unfold(editor))
            editor.editingFinished.connect(self.committed)
        elif isinstance(editor, QPlainTextEdit):
            editor.textChanged.connect(self.changed)
            editor.textChanged.connect(self.committed)
        elif isinstance(editor, QComboBox):
            editor.currentTextChanged.connect(self.changed)
            editor.currentTextChanged.connect(self.committed)
        else:
            editor.toggled.connect(self.changed)
            editor.toggled.connect(self.committed)

    def _unfold(self, editor: QLineEdit) -> None:
        """Show what a smart entry was understood as; a short date counts from the centre's day."""
        today = day_of(datetime.now(UTC))
        for field in self.fields:
            if self.editors[field.key] is editor and editor.text().strip():
                editor.setText(str(understood(field, editor.text(), today)))

    def _value(self, field: Field, today: date) -> object:
        editor = self.editors[field.key]
        if isinstance(editor, QCheckBox):
            return editor.isChecked() or None if not field.required else editor.isChecked()
        if isinstance(editor, QComboBox):
            code = editor.currentData() if not editor.isEditable() else editor.currentText()
            return int(code) if code and field.kind is FieldKind.INTEGER else code
        return understood(field, shown(editor), today)


class MoneyWords(QLabel):
    """An amount in words beneath the field it stands in."""

    def __init__(self, editor: QLineEdit) -> None:
        super().__init__()
        self.setProperty("role", "muted")
        editor.textChanged.connect(self._show)
        self.hide()

    def _show(self, text: str) -> None:
        try:
            self.setText(in_words(understand_fen(half_width(text.strip()))))
        except Refused:
            self.setText("")
        self.setVisible(bool(self.text()))


class EnterWalks(QObject):
    """Enter goes to the next field and never submits; while an input method composes it commits."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._composing = False
        ears().add(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        if event.type() == QEvent.Type.FocusOut:
            self._composing = False  # what was being composed is left with its field
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._walk(watched, event)
        return False

    def _walk(self, watched: QObject, event: QKeyEvent) -> bool:
        within = self.parent()
        walks = (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and isinstance(watched, QLineEdit | QComboBox | QCheckBox)
            and isinstance(within, QWidget)
            and within.isAncestorOf(watched)
            and not self._composing
        )
        if not walks or not isinstance(watched, QWidget):
            return False
        if event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            watched.focusPreviousChild()
            return True
        if event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            if not _left(watched):
                watched.focusNextChild()
            return True
        return False


def _left(field: QWidget) -> bool:
    """Let the screen of sections around a field go on from it; False where none does."""
    around = field.parentWidget()
    while around is not None:
        if isinstance(around, HasSections):
            return around.leave(field)
        around = around.parentWidget()
    return False


def mark(editor: QWidget, wrong: bool) -> None:
    """Mark a field as wrong, or take the mark away."""
    editor.setProperty("wrong", wrong)
    editor.style().unpolish(editor)
    editor.style().polish(editor)


def _fill(editor: Editor, field: Field, value: object) -> None:
    if isinstance(editor, QCheckBox):
        editor.setChecked(bool(value))
    elif isinstance(editor, QComboBox):
        if editor.isEditable():
            editor.setCurrentText("" if value is None else str(value))
            return
        place = editor.findData(None if value is None else str(value))
        editor.setCurrentIndex(max(place, 0))
    elif field.kind is FieldKind.UNITS and isinstance(value, Sequence) and value:
        lines = (" | ".join(str(unit.get(key, "")) for key in UNIT_KEYS) for unit in value)
        _put(editor, "\n".join(lines))
    else:
        _put(editor, "" if value is None else str(value))


def _put(editor: QLineEdit | QPlainTextEdit, text: str) -> None:
    if isinstance(editor, QLineEdit):
        editor.setText(text)
    else:
        editor.setPlainText(text)
