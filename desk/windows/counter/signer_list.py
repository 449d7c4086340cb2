"""C08: who has signed and who has not, each with the part that he plays."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk.windows.parts.cells import Cells
from desk.windows.parts.marks import mark_pixmap
from desk.windows.parts.words import language, party_word
from desk.workflow.application import Application
from desk.workflow.signatures import signers, unsigned
from forms.items import Item

SIGNED, WAITING = "done", "not_started"
UNIT = 13  # characters


@dataclass(frozen=True, slots=True)
class Signer:
    """One person who signs: the part with its count, the name, whether it is done."""

    part: str
    name: str
    has_signed: bool


def signers_of(item: Item, application: Application, signed: Sequence[str]) -> list[Signer]:
    """Return all who sign; two of one part are counted, as 买方1 and 买方2."""
    waiting = unsigned(application, signed)
    sides = {side.role: side for side in item.applicants}
    people = signers(application)
    of_part = Counter(person.role for person in people)
    so_far: Counter[str] = Counter()
    found = []
    for person in people:
        side = sides.get(person.role)
        own = (side.label_zh if language() == "zh" else side.label_en) if side else ""
        so_far[person.role] += 1
        count = str(so_far[person.role]) if of_part[person.role] > 1 else ""
        part = f"{own or party_word(person.role)}{count}"
        found.append(Signer(part, person.name, person not in waiting))
    return found


class SignerList(QWidget):
    """The people in a row each, with a drawn mark and the word beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QWidget()
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setProperty("role", "doubt")
        self.note.hide()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._rows)
        self._box.addWidget(self.note)
        self._shown: tuple[Signer, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Return what stands there, a line a person."""
        return tuple(self._word(one) for one in self._shown)

    @property
    def all_signed(self) -> bool:
        """Tell whether nobody is still to sign."""
        return all(one.has_signed for one in self._shown)

    def show_signers(self, people: Sequence[Signer], note: str = "") -> None:
        """Show who has signed; `note` says why signatures count no longer."""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        if tuple(people) == self._shown:
            return
        self._shown = tuple(people)
        rows = Cells(UNIT, 3)
        for one in people:
            rows.add(self._row(one))
        self._box.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows

    def _row(self, one: Signer) -> QWidget:
        row = QWidget()
        mark = QLabel()
        mark.setPixmap(mark_pixmap(SIGNED if one.has_signed else WAITING))
        text = QLabel(self._word(one))
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(text, 1)
        return row

    def _word(self, one: Signer) -> str:
        said = self.tr("signed") if one.has_signed else self.tr("not signed")
        return f"{one.part} {one.name}  {said}"
