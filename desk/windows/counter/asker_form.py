"""Who asks to look into the register, by which right and what for (条例 27, 28)."""

from dataclasses import dataclass

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from desk.windows.counter.parties import ID_TYPES
from desk.windows.input.code_box import CodeBox, table_options
from desk.windows.input.lines import identity_line
from desk.windows.parts.labelled import add_rows
from desk.workflow.application import Person

OWN = "1"
ID_CARD = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What every search of the register names."""

    asker: Person
    relation: str
    purpose: str
    reason: str


class AskerForm(QWidget):
    """Name, paper, relation, purpose and ground; all of them are asked for before a paper."""

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit()
        self.id_type = CodeBox(table_options("id_type", ID_TYPES), blank=False)
        self.id_number = identity_line(lambda: self.id_type.code() or ID_CARD)
        self.relation = CodeBox(table_options("query_relation"), blank=False)
        self.purpose = CodeBox(table_options("query_purpose"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("identity card, contract, letter of the court …"))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        add_rows(form, *self.rows())

    def rows(self) -> tuple[tuple[str, QWidget], ...]:
        """Return the editors with their labels, in the order in which they are keyed."""
        return (
            (self.tr("Asker"), self.name),
            (self.tr("Identity"), self.id_type),
            (self.tr("Number"), self.id_number),
            (self.tr("Asks as"), self.relation),
            (self.tr("Purpose"), self.purpose),
            (self.tr("Ground"), self.reason),
        )

    def missing(self) -> tuple[str, ...]:
        """Return the labels of what is not keyed yet, and mark those fields."""
        values = (
            self.name.text(),
            self.id_type.code(),
            self.id_number.value(),
            self.relation.code(),
            self.purpose.code(),
            self.reason.text(),
        )
        absent = []
        for (label, editor), value in zip(self.rows(), values, strict=True):
            wrong = not (value or "").strip()
            if wrong:
                absent.append(label)
            editor.setProperty("wrong", wrong)
            editor.style().unpolish(editor)
            editor.style().polish(editor)
        return tuple(absent)

    def asked(self) -> Asked:
        """Return what was keyed; `missing` is asked first."""
        return Asked(
            asker=Person(
                name=self.name.text().strip(),
                id_type=self.id_type.code() or ID_CARD,
                id_number=self.id_number.value(),
            ),
            relation=self.relation.code() or OWN,
            purpose=self.purpose.code() or "",
            reason=self.reason.text().strip(),
        )

    def clear(self) -> None:
        """Forget who asked: the next one is another person."""
        for editor in (self.name, self.id_number, self.reason):
            editor.clear()
        self.purpose.setCurrentIndex(0)
