"""The application as it is keyed: property, people, business, materials."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.windows.counter.parties import PartiesView
from desk.windows.counter.unit_card import UnitCard, right_text
from desk.windows.parts.form_view import FormView, mark
from desk.windows.parts.words import code_word, material_name
from desk.workflow.application import Application
from desk.workflow.clock import day_of
from desk.workflow.queries.register import UnitView
from forms.checks.unit_code import is_unit_code, parse_unit_code
from forms.items import Item
from forms.schema import check_fields


class ApplicationEntry(QWidget):
    """Everything of one application, for any kind of business."""

    changed = Signal()

    def __init__(self, buttons: Sequence[QWidget]) -> None:
        super().__init__()
        self._item: Item | None = None
        self.parties = PartiesView()
        self.codes = QLineEdit()
        self.codes.setPlaceholderText("220402 001001 GB00001 F00010001")
        self.codes.setAccessibleName(self.tr("Unit codes"))
        self.codes.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.card = UnitCard()
        self.right = QComboBox()
        self.shared = QComboBox()
        self.shared.addItem("", None)
        for code in ("sole", "joint", "shares"):
            self.shared.addItem(code_word("co_ownership", code), code)
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.form = FormView(())
        self._form_box = QVBoxLayout()
        self.materials = QListWidget()
        self.materials.setAccessibleName(self.tr("Materials"))
        self.materials.setWordWrap(True)
        self.materials.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out(*buttons)
        self._hear()

    def begin(self, item: Item, missing: Sequence[str], *, papers_seen: bool) -> None:
        """Show the form of a kind of business; people and units already keyed stay."""
        self._item = item
        self.parties.begin(item)
        self._show_form(item)
        self._show_materials(item, missing, papers_seen)
        self.reason.clear()
        self.reason.addItems(list(item.reasons))

    def empty(self) -> None:
        """Forget what was keyed."""
        self.parties.empty()
        self.codes.clear()
        self.card.show_units([], [])
        self.right.clear()
        self.right.addItem("", None)

    def application(self, confirmed: tuple[str, ...] = ()) -> Application:
        """Return the application as it stands on the screen."""
        item = self._item
        assert item is not None  # nothing is keyed before a kind of business is chosen
        today = day_of(datetime.now().astimezone())
        return Application(
            item=item.code,
            units=tuple(self.unit_codes()),
            parties=self.parties.parties(),
            materials=tuple(self.materials_there()),
            right=self.right.currentData(),
            co_ownership=self.shared.currentData(),
            reason=self.reason.currentText().strip(),
            fields=self.form.values(today),
            confirmed=confirmed,
        )

    def unit_codes(self) -> list[str]:
        """Return the codes in the line; one code may be typed in its four groups."""
        text = self.codes.text().strip().upper()
        if is_unit_code(text):
            return [parse_unit_code(text).text]
        parts = text.replace("，", ",").replace("、", ",").replace(";", ",").split(",")
        return [
            parse_unit_code(part).text if is_unit_code(part) else part.strip()
            for part in parts
            if part.strip()
        ]

    def materials_there(self) -> list[str]:
        """Return the codes of the papers that are ticked."""
        entries = (self.materials.item(row) for row in range(self.materials.count()))
        return [
            entry.data(Qt.ItemDataRole.UserRole)
            for entry in entries
            if entry.checkState() == Qt.CheckState.Checked
        ]

    def mark_problems(self) -> None:
        """Mark what is wrong in the form, and a code that is none."""
        if self._item is not None:
            self.form.show_problems(check_fields(self._item, self.application().fields))
        mark(self.codes, not all(is_unit_code(code) for code in self.unit_codes()))

    def show_units(self, found: list[UnitView]) -> None:
        """Show units of the register, and the rights that may be acted upon."""
        there = {view.unit.code for view in found}
        self.card.show_units(found, [code for code in self.unit_codes() if code not in there])
        chosen = self.right.currentData()
        self.right.clear()
        self.right.addItem("", None)
        for view in found:
            for row in view.rights:
                if row.right.live:
                    self.right.addItem(right_text(row.right), str(row.right.id))
        self.right.setCurrentIndex(max(0, self.right.findData(chosen)))

    def _show_form(self, item: Item) -> None:
        old, self.form = self.form, FormView(item.fields)
        self._form_box.replaceWidget(old, self.form)
        old.deleteLater()
        self.form.changed.connect(self.changed)

    def _show_materials(self, item: Item, missing: Sequence[str], papers_seen: bool) -> None:
        self.materials.clear()
        for code in (*item.materials_required, *item.materials_conditional):
            required = code in item.materials_required
            entry = QListWidgetItem(f"{code}  {material_name(code)}{' *' if required else ''}")
            entry.setData(Qt.ItemDataRole.UserRole, code)
            entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            there = required and papers_seen and code not in missing
            entry.setCheckState(Qt.CheckState.Checked if there else Qt.CheckState.Unchecked)
            entry.setToolTip(material_name(code))
            self.materials.addItem(entry)

    def _lay_out(self, look_up: QWidget, add: QWidget, drop: QWidget) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 8, 0)
        box.setSpacing(8)
        box.addWidget(section(self.tr("1  Property")))
        line = QHBoxLayout()
        line.addWidget(self.codes, 1)
        line.addWidget(look_up)
        box.addLayout(line)
        box.addWidget(self.card)
        box.addWidget(section(self.tr("2  Parties")))
        box.addWidget(self.parties)
        people = QHBoxLayout()
        people.addWidget(add)
        people.addWidget(drop)
        people.addStretch(1)
        box.addLayout(people)
        box.addWidget(section(self.tr("3  Business")))
        form = QFormLayout()
        for label, editor in (
            (self.tr("Right acted upon"), self.right),
            (self.tr("Co-ownership"), self.shared),
            (self.tr("Reason"), self.reason),
        ):
            editor.setAccessibleName(label)
            form.addRow(label, editor)
        box.addLayout(form)
        self._form_box.addWidget(self.form)
        box.addLayout(self._form_box)
        box.addStretch(1)

    def _hear(self) -> None:
        self.parties.changed.connect(self.changed)
        self.materials.itemChanged.connect(lambda _item: self.changed.emit())
        self.right.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self.shared.currentIndexChanged.connect(lambda _row: self.changed.emit())


def section(text: str) -> QLabel:
    """Return a heading within a screen."""
    label = QLabel(text)
    label.setProperty("role", "section")
    return label
