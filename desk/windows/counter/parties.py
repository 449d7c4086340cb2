"""C04: the people of an application, each a card of fields; who is who is said while typing."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from desk.windows.counter.bound import Bound
from desk.windows.counter.entry_model import EntryModel
from desk.windows.counter.entry_state import Source
from desk.windows.devices.device import Card
from desk.windows.input.code_box import CodeBox, table_options
from desk.windows.input.lines import identity_line, phone_line
from desk.windows.parts.cells import Cell, Cells
from desk.windows.parts.words import language, party_word
from desk.workflow.application import Person
from forms.checks import Refused
from forms.checks.identity import check_identity, modern_number
from forms.choosing import Option, initials_of, options
from forms.items import Item
from forms.messages import message

ROLES = ("obligor", "holder", "agent", "guardian", "organ", "consenting")
ID_TYPES = ("1", "7", "2", "3", "4", "5", "6", "99")
UNIT, COLUMNS = 8, 5
ACTING = frozenset({"agent", "guardian"})
COPIED = ("role", "id_type", "phone", "address")


def role_options(item: Item | None) -> tuple[Option, ...]:
    """Return the roles by what they are called in a kind of business; its own sides first."""
    own = {side.role: side for side in item.applicants} if item else {}
    names = {
        role: (side.label_zh if language() == "zh" else side.label_en) for role, side in own.items()
    }
    ordered = [*own, *(role for role in ROLES if role not in own)]
    words = [(role, names.get(role, party_word(role))) for role in ordered]
    return options([(role, word, initials_of(word)) for role, word in words])


class PartyRow(QFrame):
    """The fields of one person, and what is known of that person."""

    typed = Signal()

    def __init__(self, key: int, place: int, item: Item | None) -> None:
        super().__init__()
        self.setObjectName("card")
        self.key = key
        self.role = CodeBox(role_options(item), blank=False)
        self.name = QLineEdit()
        self.id_type = CodeBox(table_options("id_type", ID_TYPES), blank=False)
        self.id_number = identity_line(lambda: self.id_type.code() or "1")
        self.phone = phone_line()
        self.share = QLineEdit()
        self.share.setPlaceholderText("1/2")
        self.address = QLineEdit()
        self.represented_by = QLineEdit()
        self.married, self.guardian = QCheckBox(), QCheckBox()
        self.cells: dict[str, Cell] = {}
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.status.setProperty("role", "muted")
        self.status.hide()
        self._lay_out(place)
        for line in (self.name, self.id_number):
            line.textEdited.connect(lambda _text: self.typed.emit())

    def tie(self, bound: Bound) -> None:
        """Let the entry keep what stands here."""
        for name, cell in self.cells.items():
            bound.tie(f"parties/{self.key}/{name}", cell.editor, cell)

    def is_blank(self) -> bool:
        """Tell whether nobody was keyed here."""
        return not self.name.text().strip() and not self.id_number.text().strip()

    def check_number(self) -> None:
        """Say what is wrong with the number of the identity paper."""
        try:
            if self.id_number.text().strip():
                check_identity(self.id_type.code() or "1", self.id_number.text())
            self.cells["id_number"].show_note("")
        except Refused as refused:
            said = message(refused.code, language(), **refused.facts)
            self.cells["id_number"].show_note(said)

    def show_representation(self, *, shown: bool) -> None:
        """Ask who acts for this person, where somebody does."""
        kept = bool(self.represented_by.text()) or (
            self.guardian.checkState() != Qt.CheckState.PartiallyChecked
        )
        for name in ("represented_by", "guardian"):
            self.cells[name].setVisible(shown or kept)

    def say(self, text: str) -> None:
        """Say what is known of this person."""
        self.status.setText(text)
        self.status.setVisible(bool(text))

    def _lay_out(self, place: int) -> None:
        cells = Cells(UNIT, COLUMNS)
        for name, title, editor, span in (
            ("role", self.tr("Part"), self.role, 1),
            ("name", self.tr("Name"), self.name, 1),
            ("id_type", self.tr("Identity"), self.id_type, 1),
            ("id_number", self.tr("Number"), self.id_number, 2),
            ("phone", self.tr("Phone"), self.phone, 1),
            ("share", self.tr("Share"), self.share, 1),
            ("married", self.tr("Married"), self.married, 1),
            ("address", self.tr("Address"), self.address, 2),
            ("represented_by", self.tr("Represented by"), self.represented_by, 1),
            ("guardian", self.tr("Is a ward"), self.guardian, 1),
        ):
            assert isinstance(editor, QWidget)
            editor.setAccessibleName(f"{title} {place}")
            if isinstance(editor, QCheckBox):
                editor.setTristate(True)
                editor.setCheckState(Qt.CheckState.PartiallyChecked)
            if isinstance(editor, CodeBox):
                editor.setMinimumContentsLength(3)
                editor.setSizeAdjustPolicy(
                    CodeBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
                )
            self.cells[name] = Cell(title, editor)
            cells.add(self.cells[name], span)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 4, 8, 6)
        box.setSpacing(4)
        box.addWidget(cells)
        box.addWidget(self.status)


class PartiesView(QWidget):
    """All people of an application; a card fills a row, the same person is shown, never stopped."""

    rows_changed = Signal()

    def __init__(self, model: EntryModel) -> None:
        super().__init__()
        self.model = model
        self.bound = Bound(model, self)
        self.rows: list[PartyRow] = []
        self._item: Item | None = None
        self._registered: tuple[Person, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        model.replaced.connect(self._rebuild)
        model.settled.connect(self._follow)

    def begin(self, item: Item) -> None:
        """Start with one row for each side that the item needs; people already keyed stay."""
        self._item = item
        state = self.model.state
        with self.model.one_act():
            for key in set(state.party_keys) - set(state.people):
                self.model.drop_party(key)
            there = {self.model.state.party(key).role for key in state.people}
            for side in item.applicants:
                if side.min and side.role not in there:
                    self.model.add_party({"role": side.role, "id_type": "1"})
        self._rebuild()

    def add(self, role: str = "holder") -> PartyRow:
        """Add a row for one more person, of the role that has the focus."""
        focused = self.focused()
        chosen = focused.role.code() if focused is not None else role
        key = self.model.add_party({"role": chosen or role, "id_type": "1"})
        self._follow()
        return self.row(key)

    def duplicate(self) -> None:
        """Add a row with the role, the phone and the address of the one that has the focus."""
        focused = self.focused()
        if focused is not None:
            self.bound.commit()
            values = {name: self.model.value(f"parties/{focused.key}/{name}") for name in COPIED}
            key = self.model.add_party(values)
            self._follow()
            self.row(key).name.setFocus()

    def drop(self) -> None:
        """Remove the row that has the focus, or the last one."""
        focused = self.focused() or (self.rows[-1] if self.rows else None)
        if focused is not None:
            self.bound.untie(f"parties/{focused.key}/")
            self.model.drop_party(focused.key)
            self._follow()

    def merge(self) -> None:
        """Make one row of two of the same person: the later one fills what the first lacks."""
        self.bound.commit()
        twin = next(iter(self._twins()), None)
        if twin is None:
            return
        first, second = twin
        state = self.model.state
        names = [
            path.split("/")[2] for path in state.values if path.startswith(f"parties/{second}/")
        ]
        values = {
            f"parties/{first}/{name}": state.values[f"parties/{second}/{name}"] for name in names
        }
        self.bound.untie(f"parties/{second}/")
        with self.model.one_act():
            self.model.fill(values, Source.TYPED)
            self.model.drop_party(second)
        self._follow()
        self.row(first).name.setFocus()

    def take_card(self, card: Card) -> int:
        """Fill a row from a card: the one that has this number, a free one, or a new one."""
        self.bound.commit()
        state = self.model.state
        same = [k for k in state.people if state.party(k).id_number == card.id_number]
        values: dict[str, object] = {
            "name": card.name,
            "id_type": "1",
            "id_number": card.id_number,
            "address": card.address,
        }
        if same:
            self.row(same[0]).name.setFocus()
            return same[0]
        role = "obligor" if self._is_registered(card.id_number) else self._wanted_role()
        fitting = state.free_rows(role)
        if fitting:
            key = fitting[0]
            filled = {f"parties/{key}/{name}": value for name, value in values.items()}
            self.model.fill(filled, Source.CARD, over=True)
        else:
            key = self.model.add_party({"role": role, **values}, Source.CARD)
        self._follow()
        row = self.row(key)
        (row.address if row.phone.text() else row.phone).setFocus()
        return key

    def take_holders(self, holders: Sequence[Person], role: str) -> None:
        """Make the register's holders parties of a role; who is there already stays."""
        self.bound.commit()
        with self.model.one_act():
            for holder in holders:
                self._take_holder(holder, role)
        self._follow()

    def show_registered(self, people: Sequence[Person]) -> None:
        """Remember whom the register knows on the units, and compare."""
        self._registered = tuple(people)
        self._judge()

    def row(self, key: int) -> PartyRow:
        """Return the row of a person."""
        return next(row for row in self.rows if row.key == key)

    def focused(self) -> PartyRow | None:
        """Return the row that has the focus."""
        focus = cast("QWidget | None", self.window().focusWidget())  # none in a window behind
        return next((r for r in self.rows if focus is not None and r.isAncestorOf(focus)), None)

    def show_notes(self, notes: dict[tuple[int, str], str]) -> None:
        """Say what the rules say beside the field it concerns."""
        for row in self.rows:
            row.check_number()
            for name, cell in row.cells.items():
                if (row.key, name) in notes:
                    cell.show_note(notes[row.key, name])
                elif name != "id_number":
                    cell.show_note("")

    def _take_holder(self, holder: Person, role: str) -> None:
        state = self.model.state
        if any(state.party(key).is_same_as(holder) for key in state.people):
            return
        values: dict[str, object] = {
            "name": holder.name,
            "id_type": holder.id_type,
            "id_number": holder.id_number,
            "phone": holder.phone,
            "address": holder.address,
            "share": str(holder.share) if holder.share else None,
        }
        fitting = state.free_rows(role)
        if fitting:
            filled = {f"parties/{fitting[0]}/{name}": value for name, value in values.items()}
            self.model.fill(filled, Source.REGISTER, over=True)
        else:
            self.model.add_party({"role": role, **values}, Source.REGISTER)

    def _wanted_role(self) -> str:
        """Return the role of the next person: of the first empty row, or of the row in hand."""
        state = self.model.state
        free = state.free_rows()
        focused = self.focused()
        if focused is not None and focused.key in free:
            return state.text(f"parties/{focused.key}/role")
        if free:
            return state.text(f"parties/{free[0]}/role")
        return (focused.role.code() if focused else None) or "holder"

    def _is_registered(self, number: str) -> bool:
        numbers = {modern_number(one.id_number) for one in self._registered}
        return modern_number(number) in numbers

    def _twins(self) -> list[tuple[int, int]]:
        """Return rows of the same number, or of the same name where one has no number yet."""
        found = []
        for place, first in enumerate(self.rows):
            for second in self.rows[place + 1 :]:
                if _may_be_one(first, second):
                    found.append((first.key, second.key))
        return found

    def _judge(self) -> None:
        """Say of each person what is known: the register's name and number, the same person."""
        twins = {second: first for first, second in self._twins()}
        places = {row.key: place for place, row in enumerate(self.rows, start=1)}
        for row in self.rows:
            said = [self._against_register(row)]
            if row.key in twins:
                text = self.tr("▲ The same person as {0}? Ctrl+Shift+D merges the two.")
                said.append(text.format(places[twins[row.key]]))
            row.say("   ".join(filter(None, said)))

    def _against_register(self, row: PartyRow) -> str:
        name, number = row.name.text().strip(), row.id_number.value()
        for one in self._registered:
            same_number = modern_number(one.id_number) == modern_number(number)
            if one.name == name and same_number:
                return self.tr("✓ equals the register")
            if number and (same_number or one.name == name):
                text = self.tr("▲ the register has {0} {1}, here {2} {3}")
                return text.format(one.name, one.id_number, name, number)
        return ""

    def _follow(self) -> None:
        """Show the rows that there are, then what is known of each."""
        if [row.key for row in self.rows] != list(self.model.state.party_keys):
            self._rebuild()
        self._show_representation()
        self._judge()

    def _show_representation(self) -> None:
        state = self.model.state
        roles = {state.text(f"parties/{key}/role") for key in state.party_keys}
        for row in self.rows:
            row.show_representation(shown=bool(roles & ACTING))

    def _rebuild(self) -> None:
        wanted = self.model.state.party_keys
        for row in [row for row in self.rows if row.key not in wanted]:
            self.bound.untie(f"parties/{row.key}/")
            self.rows.remove(row)
            row.deleteLater()
        there = {row.key for row in self.rows}
        for key in wanted:
            if key not in there:
                self._add_row(key)
        for row in self.rows:
            chosen = self.model.state.text(f"parties/{row.key}/role")
            row.role.blockSignals(True)
            row.role.show_options(role_options(self._item), blank=False)
            row.role.choose(chosen)
            row.role.blockSignals(False)
        self.bound.show_all()
        self._show_representation()
        self.rows_changed.emit()

    def _add_row(self, key: int) -> None:
        row = PartyRow(key, key, self._item)
        self.rows.append(row)
        self._box.addWidget(row)
        row.tie(self.bound)
        row.typed.connect(self._judge)
        row.id_number.editingFinished.connect(row.check_number)


def _may_be_one(first: PartyRow, second: PartyRow) -> bool:
    """Tell whether two rows have one number, or one name where a number is still to come."""
    names = {row.name.text().strip() for row in (first, second)}
    numbers = {row.id_number.text().strip() for row in (first, second)}
    if len(numbers) == 1 and "" not in numbers:
        return True
    return len(names) == 1 and "" not in names and "" in numbers
