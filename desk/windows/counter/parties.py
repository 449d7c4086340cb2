"""The people of an application: one row each, keyed from left to right."""

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from desk.windows.parts.words import code_word, language, party_word
from desk.workflow.application import Party
from forms.checks import Refused
from forms.checks.shares import parse_share
from forms.checks.width import half_width
from forms.items import Item

ROLES = ("obligor", "holder", "agent", "guardian", "organ", "consenting")
ID_TYPES = ("1", "7", "2", "3", "4", "5", "6", "99")


class PartyRow:
    """The editors of one person."""

    def __init__(self, role: str, label: str) -> None:
        self.role = QComboBox()
        for name in ROLES:
            self.role.addItem(label if name == role else party_word(name), name)
        self.role.setCurrentIndex(self.role.findData(role))
        self.name = QLineEdit()
        self.id_type = QComboBox()
        for code in ID_TYPES:
            self.id_type.addItem(f"{code}  {code_word('id_type', code)}", code)
        self.id_number = QLineEdit()
        self.id_number.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.share = QLineEdit()
        self.share.setPlaceholderText("1/2")
        self.phone = QLineEdit()
        self.married = QCheckBox()
        self.married.setTristate(True)
        self.married.setCheckState(Qt.CheckState.PartiallyChecked)
        self._set_widths()

    def _set_widths(self) -> None:
        """A name of eight characters and a number of eighteen are seen whole."""
        em = self.name.fontMetrics().horizontalAdvance("国")
        self.role.setMaximumWidth(em * 9)
        self.name.setMinimumWidth(em * 8)
        self.id_type.setMaximumWidth(em * 9)
        self.id_number.setMinimumWidth(em * 12)
        self.share.setMaximumWidth(em * 4)
        self.phone.setMinimumWidth(em * 7)

    def editors(self) -> tuple[QWidget, ...]:
        """Return the editors in the order in which they are keyed."""
        return (
            self.role,
            self.name,
            self.id_type,
            self.id_number,
            self.share,
            self.phone,
            self.married,
        )

    def is_blank(self) -> bool:
        """Tell whether nobody was keyed here."""
        return not self.name.text().strip() and not self.id_number.text().strip()

    def party(self) -> Party:
        """Return the person as keyed; a share that is none is left to the rules."""
        married = self.married.checkState()
        return Party(
            role=self.role.currentData(),
            name=self.name.text().strip(),
            id_type=self.id_type.currentData(),
            id_number=half_width(self.id_number.text().strip()).upper(),
            phone=self.phone.text().strip() or None,
            share=_share(self.share.text()),
            married=None
            if married == Qt.CheckState.PartiallyChecked
            else married == Qt.CheckState.Checked,
        )

    def fill(self, party: Party) -> None:
        """Show a person."""
        self.role.setCurrentIndex(self.role.findData(party.role))
        self.name.setText(party.name)
        self.id_type.setCurrentIndex(self.id_type.findData(party.id_type))
        self.id_number.setText(party.id_number)
        self.share.setText(f"{party.share}" if party.share else "")
        self.phone.setText(party.phone or "")
        if party.married is not None:
            state = Qt.CheckState.Checked if party.married else Qt.CheckState.Unchecked
            self.married.setCheckState(state)


def _share(text: str) -> Fraction | None:
    try:
        return parse_share(half_width(text.strip())) if text.strip() else None
    except Refused:
        return None


class PartiesView(QWidget):
    """All people of an application, one line each; Ctrl+N adds, Ctrl+Shift+N removes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[PartyRow] = []
        self._item: Item | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(3, 4)
        for column, title in enumerate(self._titles()):
            label = QLabel(title)
            label.setProperty("role", "muted")
            self._grid.addWidget(label, 0, column)

    def _titles(self) -> Sequence[str]:
        return (
            self.tr("Part"),
            self.tr("Name"),
            self.tr("Identity"),
            self.tr("Number"),
            self.tr("Share"),
            self.tr("Phone"),
            self.tr("Married"),
        )

    def begin(self, item: Item) -> None:
        """Start with one row for each side that the item needs; people already keyed stay."""
        self._item = item
        kept = [row.party() for row in self.rows if not row.is_blank()]
        self._clear()
        for party in kept:
            self.add(party.role).fill(party)
        there = {party.role for party in kept}
        for side in item.applicants:
            if side.min and side.role not in there:
                self.add(side.role)

    def empty(self) -> None:
        """Forget everybody."""
        self._clear()

    def add(self, role: str = "holder") -> PartyRow:
        """Add a row for one more person."""
        row = PartyRow(role, self._label(role))
        self.rows.append(row)
        line = self._grid.rowCount()
        for column, (editor, title) in enumerate(zip(row.editors(), self._titles(), strict=True)):
            editor.setAccessibleName(f"{title} {len(self.rows)}")
            self._grid.addWidget(editor, line, column)
            self._hear(editor)
        return row

    def drop(self) -> None:
        """Remove the row that has the focus, or the last one."""
        if not self.rows:
            return
        focused = [row for row in self.rows if any(e.hasFocus() for e in row.editors())]
        row = focused[0] if focused else self.rows[-1]
        self.rows.remove(row)
        for editor in row.editors():
            self._grid.removeWidget(editor)
            editor.deleteLater()
        self.changed.emit()

    def parties(self) -> tuple[Party, ...]:
        """Return all people that were keyed."""
        return tuple(row.party() for row in self.rows if not row.is_blank())

    def _label(self, role: str) -> str:
        if self._item is not None:
            for side in self._item.applicants:
                if side.role == role:
                    return side.label_zh if language() == "zh" else side.label_en
        return party_word(role)

    def _clear(self) -> None:
        for row in self.rows:
            for editor in row.editors():
                self._grid.removeWidget(editor)
                editor.deleteLater()
        self.rows = []

    def _hear(self, editor: QWidget) -> None:
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self.changed)
        elif isinstance(editor, QComboBox):
            editor.currentIndexChanged.connect(self.changed)
        elif isinstance(editor, QCheckBox):
            editor.stateChanged.connect(self.changed)
