"""What the filed contract says beside what is entered, and the explanation of a far price."""

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desk.windows.counter.check_view import read_line
from desk.windows.counter.entry_state import EntryState
from desk.windows.parts.cells import Cell
from desk.windows.parts.words import code_word, field_word, language, party_word
from desk.workflow.application import Person
from desk.workflow.exchange import FiledContract, TaxState, is_far_off, percent_off
from forms.catalogue import delivered
from forms.checks import Refused
from forms.checks.identity import masked_number
from forms.checks.money import format_fen, parse_fen
from forms.messages import message

EXPLAINED = "explained/price"
SIDES = (("obligor", "sellers"), ("holder", "buyers"))


def values_of(contract: FiledContract) -> Mapping[str, object]:
    """Return what a contract fills of a form, by the keys of its fields."""
    return {
        "price": format_fen(contract.price).replace(",", ""),
        "contract_no": contract.number,
        "contract_date": contract.signed.isoformat(),
    }


def price_of(state: EntryState) -> int | None:
    """Return the price that is entered; None where it is none yet."""
    try:
        return parse_fen(state.text("fields/price"))
    except Refused:
        return None


def far_price(state: EntryState, tax: TaxState | None) -> str:
    """Say that a price is far from the assessed value; nothing where it is not."""
    price = price_of(state)
    if price is None or tax is None or not is_far_off(price, tax.assessed):
        return ""
    facts = {"assessed": format_fen(tax.assessed), "percent": percent_off(price, tax.assessed)}
    return f"E-CON-021  {message('E-CON-021', language(), **facts)}"


def _side_words(item: str) -> Mapping[str, str]:
    """Return what both sides are called in a kind of business."""
    words = {role: party_word(role) for role, _ in SIDES}
    for side in delivered().items[item].applicants:
        words[side.role] = side.label_zh if language() == "zh" else side.label_en
    return words


class ContractView(QWidget):
    """Line by line: equal, differing, not entered; beneath it the question of a far price."""

    def __init__(self) -> None:
        super().__init__()
        self.told = read_line(self.tr("Contract by exchange"))
        self.amber = QLabel()
        self.amber.setWordWrap(True)
        self.amber.setProperty("role", "doubt")
        self.explanation = QLineEdit()
        self.explanation.setAccessibleName(self.tr("Explanation of the price"))
        self.cell = Cell(self.tr("Explanation of the price"), self.explanation)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for widget in (self.told, self.amber, self.cell):
            box.addWidget(widget)
        self.show_far("", explained=False)
        self.say("")

    def say(self, text: str) -> None:
        """Say what came of asking for the contract."""
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def show_far(self, text: str, *, explained: bool) -> None:
        """Ask for an explanation of the price; nothing where it is near the assessed value."""
        mark = "✓" if explained else "▲"
        self.amber.setText(f"{mark} {text}" if text else "")
        self.amber.setVisible(bool(text))
        self.cell.setVisible(bool(text))

    def compare(self, contract: FiledContract, state: EntryState) -> None:
        """Set the contract beside what is entered."""
        way = code_word("contract_payment", contract.payment)
        head = self.tr("Filed contract {0}: {1} yuan, {2}, {3}")
        price = format_fen(contract.price)
        first = head.format(contract.number, price, contract.signed.isoformat(), way)
        self.say("\n".join([first, *self._values(contract, state), *self._people(contract, state)]))

    def _values(self, contract: FiledContract, state: EntryState) -> Iterator[str]:
        differs = self.tr("▲ {0}: the contract has {1}, entered is {2}")
        for key, filed in values_of(contract).items():
            entered = state.text(f"fields/{key}")
            if entered and entered != filed:
                yield differs.format(field_word(key), filed, entered)

    def _people(self, contract: FiledContract, state: EntryState) -> Iterator[str]:
        words = _side_words(state.item)
        equal, missing = self.tr("✓ {0}: {1}"), self.tr("▲ {0}: {1} {2} is not entered")
        extra = self.tr("▲ {0}: {1} is not in the contract")
        entered = [state.party(key) for key in state.people]
        for role, side in SIDES:
            filed: tuple[Person, ...] = getattr(contract, side)
            there = [one for one in entered if one.role == role]
            for one in filed:
                if any(party.is_same_as(one) for party in there):
                    yield equal.format(words[role], one.name)
                else:
                    yield missing.format(words[role], one.name, masked_number(one.id_number))
            for party in there:
                if not any(party.is_same_as(one) for one in filed):
                    yield extra.format(words[role], party.name)
