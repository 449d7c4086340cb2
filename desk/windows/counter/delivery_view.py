"""领证方式: at the counter, by express or brought home; to whom and where."""

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from desk.windows.counter.bound import Bound
from desk.windows.counter.entry_model import EntryModel
from desk.windows.counter.entry_state import Source
from desk.windows.input.code_box import CodeBox, table_options
from desk.windows.input.lines import phone_line
from desk.windows.parts.banner import finding_text
from desk.windows.parts.cells import Cell, Cells
from desk.workflow.application import Party
from desk.workflow.delivery import COUNTER, SENT, takers
from desk.workflow.errors import Finding

UNIT, COLUMNS = 10, 3


class DeliveryView(QWidget):
    """The way of handing out; what is sent needs a receiver, a telephone and an address."""

    def __init__(self, model: EntryModel) -> None:
        super().__init__()
        self.model = model
        self.bound = Bound(model, self)
        self.way = CodeBox(table_options("issue_method"), blank=False)
        self.e_certificate = QCheckBox()
        self.receiver = QComboBox()
        self.receiver.setEditable(True)
        self.phone, self.address = phone_line(), QLineEdit()
        self.cells: dict[str, Cell] = {}
        self._lay_out()
        model.settled.connect(self._follow)
        model.replaced.connect(self._follow)

    def begin(self, *, wanted: bool) -> None:
        """Offer the counter and the electronic certificate, unless something else was keyed."""
        if not wanted:
            self.model.take_out("delivery")
            return
        self.model.fill({"delivery/way": COUNTER, "delivery/e_certificate": True}, Source.TYPED)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Return what is keyed, in order."""
        if self.model.value("delivery/way") is None:
            return ()
        sent = (self.receiver, self.phone, self.address) if self._is_sent else ()
        return (self.way, *sent)

    def show_findings(self, told: Iterable[Finding]) -> None:
        """Say beside each field what the rules say of it."""
        at = {one.field or "": finding_text(one) for one in told}
        for name, cell in self.cells.items():
            cell.show_note(at.get(f"delivery/{name}", ""))

    @property
    def _is_sent(self) -> bool:
        return self.model.value("delivery/way") not in (None, COUNTER)

    def _lay_out(self) -> None:
        rows = Cells(UNIT, COLUMNS)
        for name, title, editor, span in (
            ("way", self.tr("Way of handing out"), self.way, 1),
            ("e_certificate", self.tr("Electronic certificate"), self.e_certificate, 1),
            ("receiver", self.tr("Receiver"), self.receiver, 1),
            ("phone", self.tr("Phone"), self.phone, 1),
            ("address", self.tr("Address"), self.address, 2),
        ):
            assert isinstance(editor, QWidget)
            editor.setAccessibleName(title)
            self.cells[name] = Cell(title, editor)
            rows.add(self.cells[name], span)
            self.bound.tie(f"delivery/{name}", editor, self.cells[name])
        for box in (self.way, self.receiver):
            box.setMinimumContentsLength(6)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        box_of = QVBoxLayout(self)
        box_of.setContentsMargins(0, 0, 0, 0)
        box_of.addWidget(rows)

    def _follow(self) -> None:
        """Ask for the address where something is sent; offer those who may receive it."""
        for name in SENT:
            self.cells[name].setVisible(self._is_sent)
        if self._is_sent:
            people = takers(self.model.state.application())
            self._offer([person.name for person in people if person.name])
            self._fill(people)

    def _offer(self, names: list[str]) -> None:
        if names == [self.receiver.itemText(n) for n in range(self.receiver.count())]:
            return
        kept = self.model.state.text("delivery/receiver")
        self.receiver.blockSignals(True)
        self.receiver.clear()
        self.receiver.addItems(names)
        self.receiver.setCurrentText(kept)
        self.receiver.blockSignals(False)

    def _fill(self, people: tuple[Party, ...]) -> None:
        """Fill the receiver, and where he lives, from what was keyed of him."""
        chosen = self.model.state.text("delivery/receiver")
        known = [one for one in people if one.name and chosen in ("", one.name)]
        if known:
            values = {
                "delivery/receiver": known[0].name,
                "delivery/phone": known[0].phone,
                "delivery/address": known[0].address,
            }
            given = {path: value for path, value in values.items() if value}
            self.model.fill(given, Source.TYPED)
