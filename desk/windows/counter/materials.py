"""The papers of an application: there, promised for later, or open; a key each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desk.windows.counter.entry_model import EntryModel
from desk.windows.counter.entry_state import DEFERRED, PRESENT, PROMISED, Source
from desk.windows.counter.source_words import source_word
from desk.windows.parts.words import material_name
from desk.windows.parts.wrapped import wrap_lines
from forms.items import Item


class MaterialList(QListWidget):
    """Space ticks a paper and goes on to the next; Enter leaves the list."""

    finished = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.currentItem()
        if event.key() == Qt.Key.Key_Space and entry is not None:
            ticked = entry.checkState() == Qt.CheckState.Checked
            entry.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
            self.setCurrentRow(min(self.currentRow() + 1, self.count() - 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.finished.emit()
        else:
            super().keyPressEvent(event)


class MaterialsView(QWidget):
    """The list of papers over the entry."""

    def __init__(self, model: EntryModel) -> None:
        super().__init__()
        self._model = model
        self._item: Item | None = None
        self.list = MaterialList()
        self.list.setAccessibleName(self.tr("Materials"))
        wrap_lines(self.list)
        self.list.itemChanged.connect(self._keep)
        keys = QLabel(self.tr("Space: it is there   F7 photograph   * always needed"))
        keys.setProperty("role", "muted")
        keys.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.list, 1)
        box.addWidget(keys)
        model.settled.connect(self.show_states)
        model.replaced.connect(self.show_states)

    def begin(self, item: Item, seen: bool, missing: Sequence[str]) -> None:
        """List the papers of a kind of business; those that a pre-review saw are there."""
        self._item = item
        if seen:
            there = [code for code in item.materials_required if code not in missing]
            values = {f"materials/{code}": PRESENT for code in there}
            self._model.fill(values, Source.PRE_REVIEW)
        self.list.blockSignals(True)
        self.list.clear()
        for code in (*item.materials_required, *item.materials_conditional):
            entry = QListWidgetItem(material_name(code))
            entry.setData(Qt.ItemDataRole.UserRole, code)
            entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            entry.setToolTip(material_name(code))
            self.list.addItem(entry)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self.show_states()

    def show_states(self) -> None:
        """Show which papers are there."""
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            entry = self.list.item(row)
            code = entry.data(Qt.ItemDataRole.UserRole)
            state = self._model.value(f"materials/{code}")
            there = state == PRESENT
            entry.setCheckState(Qt.CheckState.Checked if there else Qt.CheckState.Unchecked)
            entry.setText(self._text(code, str(state or "")))
        self.list.blockSignals(False)

    def commit(self) -> None:
        """Keep what is ticked."""
        with self._model.one_act():
            for row in range(self.list.count()):
                self._keep(self.list.item(row))

    def _text(self, code: str, state: str) -> str:
        star = " *" if self._item and code in self._item.materials_required else ""
        words = {DEFERRED: self.tr("later"), PROMISED: self.tr("assured in writing")}
        told = words.get(state) or source_word(self._model.source(f"materials/{code}"))
        return f"{code}  {material_name(code)}{star}" + (f"  · {told}" if told else "")

    def _keep(self, entry: QListWidgetItem) -> None:
        path = f"materials/{entry.data(Qt.ItemDataRole.UserRole)}"
        if entry.checkState() == Qt.CheckState.Checked:
            self._model.put(path, PRESENT)
        elif self._model.value(path) == PRESENT:
            self._model.put(path, None)
