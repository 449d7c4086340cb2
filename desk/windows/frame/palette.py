"""S02: do or find anything by typing: screens, acts, kinds of business, cases."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QVBoxLayout, QWidget

from desk.windows.parts.actions import ACTIONS, key_text
from desk.windows.parts.office import Office
from desk.windows.parts.screens import SCREENS, ScreenSpec
from desk.windows.parts.words import item_name, stage_word
from desk.workflow.queries.case_rows import CaseRow
from desk.workflow.queries.cases import find_cases
from forms.catalogue import delivered

PATIENCE = 150  # ms after the last key before cases are looked for
MOST = 12


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of the palette and what choosing it does."""

    text: str
    do: Callable[[], None]


class Palette(QDialog):
    """A line to type in and what it finds; Enter does the first."""

    wanted = Signal(str, object)

    def __init__(
        self,
        office: Office,
        screens: Sequence[ScreenSpec],
        acts: Sequence[QAction],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Search or command"))
        self.resize(640, 420)
        self._office = office
        self._screens, self._acts = screens, acts
        self._hits: list[Hit] = []
        self._cases: list[CaseRow] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Case, name, kind of business, screen or act"))
        self.line.setAccessibleName(self.tr("Search or command"))
        self.found = QListWidget()
        self.found.setAccessibleName(self.tr("Found"))
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.found)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self.line.textChanged.connect(self._typed)
        self.line.returnPressed.connect(self._choose)
        self.found.itemActivated.connect(lambda _item: self._choose())
        self._typed("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        row = self.found.currentRow() + step
        self.found.setCurrentRow(max(0, min(self.found.count() - 1, row)))

    def _typed(self, text: str) -> None:
        self._cases = []
        self._show(text)
        if text.strip():
            self._timer.start(PATIENCE)

    def _look(self) -> None:
        text = self.line.text().strip()
        self._office.look(
            self, lambda reader, now: find_cases(reader, text, MOST, now), self._found_cases
        )

    def _found_cases(self, rows: list[CaseRow]) -> None:
        self._cases = rows
        self._show(self.line.text())

    def _show(self, text: str) -> None:
        wanted = text.strip().lower()
        self._hits = [*self._case_hits(), *self._screen_hits(wanted), *self._item_hits(wanted)]
        self._hits += self._act_hits(wanted)
        self.found.clear()
        self.found.addItems([hit.text for hit in self._hits[:MOST]])
        self.found.setCurrentRow(0)

    def _case_hits(self) -> list[Hit]:
        return [
            Hit(
                f"{row.case_no or row.ticket or ''}   {stage_word(row.state)}   {row.parties}",
                lambda row=row: self.wanted.emit("C12", row.case_id),  # type: ignore[misc]
            )
            for row in self._cases
        ]

    def _screen_hits(self, wanted: str) -> list[Hit]:
        return [
            Hit(
                f"{spec.title}   {spec.id}",
                lambda spec=spec: self.wanted.emit(spec.id, None),  # type: ignore[misc]
            )
            for spec in self._screens
            if wanted in spec.title.lower() or wanted in spec.id.lower()
        ]

    def _item_hits(self, wanted: str) -> list[Hit]:
        if not wanted or not SCREENS["C03"].is_for(self._office.person.roles):
            return []
        return [
            Hit(
                f"{item_name(item.code)}   {item.code}",
                lambda code=item.code: self.wanted.emit("C03", code),  # type: ignore[misc]
            )
            for item in delivered().items.values()
            if wanted in item_name(item.code).lower() or item.initials.startswith(wanted)
        ]

    def _act_hits(self, wanted: str) -> list[Hit]:
        return [
            Hit(f"{action.text()}   {key_text(ACTIONS[str(action.data())])}", action.trigger)
            for action in self._acts
            if wanted in action.text().lower() and action.isEnabled()
        ]

    def _choose(self) -> None:
        row = self.found.currentRow()
        if 0 <= row < len(self._hits):
            self.accept()
            self._hits[row].do()
