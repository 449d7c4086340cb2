"""Editors that show values of the entry, and write to it when they are left."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from desk.windows.counter.entry_model import EntryModel
from desk.windows.counter.source_words import source_word
from desk.windows.input.code_box import CodeBox
from desk.windows.input.lines import ValueLine
from desk.windows.parts.cells import Cell


@dataclass(frozen=True, slots=True)
class Tie:
    """One editor over one value."""

    cell: Cell | None
    read: Callable[[], object]
    show: Callable[[object], None]


class Bound(QObject):
    """All editors of one view over one entry."""

    def __init__(self, model: EntryModel, parent: QObject) -> None:
        super().__init__(parent)
        self.model = model
        self._ties: dict[str, Tie] = {}
        model.changed.connect(lambda path, _old, _new: self._show(path))
        model.replaced.connect(self.show_all)

    def tie(self, path: str, editor: QWidget, cell: Cell | None = None) -> None:
        """Let an editor show and keep a value."""
        self._ties[path] = Tie(cell, *_ways(editor))
        self._show(path)

        def take(*_: object) -> None:
            if path in self._ties:
                self._take(path)

        if isinstance(editor, QLineEdit):
            editor.editingFinished.connect(take)
        elif isinstance(editor, CodeBox):
            editor.currentIndexChanged.connect(take)
        elif isinstance(editor, QComboBox):
            editor.currentTextChanged.connect(take)
        elif isinstance(editor, QCheckBox):
            editor.checkStateChanged.connect(take)

    def untie(self, prefix: str) -> None:
        """Let go of the editors below a path."""
        self._ties = {path: tie for path, tie in self._ties.items() if not path.startswith(prefix)}

    def commit(self) -> None:
        """Keep what stands in the editors now."""
        for path in list(self._ties):
            self._take(path)

    def show_all(self) -> None:
        """Show the entry as it stands."""
        for path in self._ties:
            self._show(path)

    def _take(self, path: str) -> None:
        self.model.put(path, self._ties[path].read())

    def _show(self, path: str) -> None:
        tie = self._ties.get(path)
        if tie is None:
            return
        value = self.model.value(path)
        if tie.read() != value:
            tie.show(value)
        if tie.cell is not None:
            tie.cell.show_tag(source_word(self.model.source(path)))


def _ways(editor: QWidget) -> tuple[Callable[[], object], Callable[[object], None]]:
    """Return how an editor is read and how it shows a value; nothing is None both ways."""
    if isinstance(editor, ValueLine):
        return lambda: editor.value() or None, lambda value: editor.show_value(_text(value))
    if isinstance(editor, QLineEdit):
        return lambda: editor.text().strip() or None, lambda value: editor.setText(_text(value))
    if isinstance(editor, CodeBox):
        return editor.code, lambda value: editor.choose(_text(value) or None)
    if isinstance(editor, QComboBox):
        return (
            lambda: editor.currentText().strip() or None,
            lambda value: editor.setCurrentText(_text(value)),
        )
    assert isinstance(editor, QCheckBox)
    return lambda: _flag(editor), lambda value: editor.setCheckState(_state(value))


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _flag(box: QCheckBox) -> bool | None:
    state = box.checkState()
    return None if state == Qt.CheckState.PartiallyChecked else state == Qt.CheckState.Checked


def _state(value: object) -> Qt.CheckState:
    if value is None:
        return Qt.CheckState.PartiallyChecked
    return Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
