"""Before and after: what a registration closes, leaves and enters."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desk.windows.counter.unit_card import right_text
from desk.windows.parts.banner import finding_text
from desk.windows.parts.theme import tokens
from desk.windows.parts.words import code_word
from desk.workflow.effects.plan import NewRight, UnitVersion
from desk.workflow.queries.register import RegisterChange
from forms.checks.area import format_area
from forms.checks.unit_code import parse_unit_code


def entered_text(right: NewRight) -> str:
    """Say a right that will be entered."""
    holders = "、".join(
        f"{one.name} {one.share}" if one.share else one.name for one in right.holders
    )
    shared = code_word("co_ownership", right.co_ownership) if right.co_ownership else ""
    parts = (code_word("right_type", right.type), holders, shared, right.reason)
    return "  ".join(part for part in parts if part)


def unit_text(unit: UnitVersion) -> str:
    """Say the facts that a unit will have."""
    area = f"{format_area(unit.floor_area)} ㎡" if unit.floor_area is not None else ""
    parts = (parse_unit_code(unit.code).display, unit.location, unit.usage, area)
    return "  ".join(part for part in parts if part)


class RegisterView(QWidget):
    """Two columns, before and after; findings stand beneath."""

    def __init__(self) -> None:
        super().__init__()
        self._before = QLabel()
        self._after = QLabel()
        self._findings = QLabel()
        for label in (self._before, self._after, self._findings):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setHorizontalSpacing(24)
        for column, (title, label) in enumerate(
            ((self.tr("Before"), self._before), (self.tr("After"), self._after))
        ):
            head = QLabel(title)
            head.setProperty("role", "section")
            grid.addWidget(head, 0, column)
            grid.addWidget(label, 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self._findings, 2, 0, 1, 2)
        grid.setRowStretch(3, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    @property
    def told(self) -> str:
        """Return what the rules say of the change."""
        return self._findings.text()

    def show_change(self, change: RegisterChange | None) -> None:
        """Show what would change; nothing where there is no case."""
        if change is None:
            for label in (self._before, self._after, self._findings):
                label.clear()
            return
        closed = [self.tr("closes: {0}").format(right_text(one)) for one in change.closed]
        kept = [self.tr("stays: {0}").format(right_text(one)) for one in change.kept]
        entered = [self.tr("enters: {0}").format(entered_text(one)) for one in change.entered]
        units = [self.tr("unit: {0}").format(unit_text(one)) for one in change.units]
        ended = [self.tr("unit ends: {0}").format(code) for code in change.ended]
        papers = [
            self.tr("paper: {0}").format(code_word("paper", one.kind)) for one in change.papers
        ]
        self._before.setText("\n\n".join([*closed, *kept]) or "—")
        self._after.setText("\n\n".join([*entered, *units, *ended, *kept, *papers]) or "—")
        self._findings.setText("\n".join(finding_text(one) for one in change.findings))
        self._findings.setStyleSheet(f"color: {tokens().warning};")
