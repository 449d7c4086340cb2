"""A unit as the register knows it: facts, state, rights and what limits it."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk.windows.parts.theme import tokens
from desk.windows.parts.words import code_word, unit_state_word
from desk.workflow.facts import RightFacts
from desk.workflow.queries.register import UnitView
from forms.checks.area import format_area
from forms.checks.unit_code import parse_unit_code

HINDERING = frozenset({"seized", "locked", "cancelled", "unregistered"})


def right_text(right: RightFacts) -> str:
    """Say a right in one line: what, whose, in which rank, on which paper."""
    holders = "、".join(
        f"{holder.name} {holder.share}" if holder.share else holder.name for holder in right.holders
    )
    parts = [code_word("right_type", right.type), holders or str(right.fields.get("authority", ""))]
    if right.rank:
        parts.append(f"#{right.rank}")
    if right.number:
        parts.append(right.number)
    if right.fields.get("to"):
        parts.append(f"→ {right.fields['to']}")
    return "  ".join(part for part in parts if part)


class UnitCard(QWidget):
    """Shows one unit; before one is looked up it says how to."""

    def __init__(self) -> None:
        super().__init__()
        self._head = QLabel()
        self._head.setWordWrap(True)
        self._state = QLabel()
        self._rights = QLabel()
        self._rights.setWordWrap(True)
        self._rights.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for label in (self._head, self._state, self._rights):
            layout.addWidget(label)
        self.show_units([], [])

    def show_units(self, found: list[UnitView], missing: list[str]) -> None:
        """Show the units that were found; those that are not there are named."""
        self._state.setVisible(bool(found or missing))
        self._rights.setVisible(bool(found))
        if not found and not missing:
            self._head.setText(self.tr("Type or scan the unit code and press Ctrl+I."))
            return
        self._head.setText("\n".join(self._facts(view) for view in found))
        states = [unit_state_word(word) for view in found for word in sorted(view.state)]
        states += [self.tr("{0} is not in the register").format(code) for code in missing]
        hindered = bool(missing) or any(view.state & HINDERING for view in found)
        colour = tokens().overdue if hindered else tokens().normal
        self._state.setText(" · ".join(states))
        self._state.setStyleSheet(f"color: {colour}; font-weight: 600;")
        rights = [row.right for view in found for row in view.rights if row.right.live]
        self._rights.setText("\n".join(right_text(right) for right in rights))

    def _facts(self, view: UnitView) -> str:
        unit = view.unit
        parts = [parse_unit_code(unit.code).display, unit.location, unit.usage]
        if unit.floor_area is not None:
            parts.append(f"{format_area(unit.floor_area)} ㎡")
        return "   ".join(parts)
