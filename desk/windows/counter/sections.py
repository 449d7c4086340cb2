"""The nine sections of an acceptance: which are complete, and where something is wrong."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desk.windows.counter.entry_state import PRESENT, EntryState
from desk.windows.parts.actions import ACTIONS, key_text, make_action
from desk.windows.parts.cells import Cells
from desk.windows.parts.marks import mark_pixmap, state_colour
from desk.windows.parts.noop import QT_TRANSLATE_NOOP
from desk.workflow.delivery import COUNTER, SENT
from desk.workflow.errors import Finding, Level
from forms.interview import questions_of
from forms.items import Item

SECTIONS = (
    "parties",
    "property",
    "contract",
    "tax",
    "questions",
    "materials",
    "delivery",
    "check",
    "submit",
)
OPEN, HALF, DONE, WRONG = "not_started", "half", "done", "warning"
WORDS = {
    OPEN: QT_TRANSLATE_NOOP("sections", "open"),
    HALF: QT_TRANSLATE_NOOP("sections", "begun"),
    DONE: QT_TRANSLATE_NOOP("sections", "complete"),
    WRONG: QT_TRANSLATE_NOOP("sections", "look here"),
}
PLACES = {
    "parties": "parties",
    "units": "property",
    "right": "property",
    "materials": "materials",
    "item": "contract",
    "delivery": "delivery",
}
PAPERS_MISSING = "R54"
MARK = 14


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a section is: a state, and how many of how many where it counts."""

    state: str
    there: int = 0
    wanted: int = 0

    @property
    def count(self) -> str:
        """Return `3/7`, nothing where nothing is counted."""
        return f"{self.there}/{self.wanted}" if self.wanted else ""


def section_of(finding: Finding) -> str:
    """Return the section that a finding concerns."""
    if finding.code == PAPERS_MISSING:
        return "materials"
    if finding.field is None:
        return "check"
    return section_at(finding.field)


def section_at(path: str) -> str:
    """Return the section in which a value of the entry is keyed."""
    return PLACES.get(path.split("/")[0], "contract")


def is_only_open(finding: Finding) -> bool:
    """Tell whether a finding only says that something is not keyed yet."""
    return finding.facts.get("problem") == "V-REQUIRED" or finding.code == PAPERS_MISSING


def standings(
    item: Item,
    state: EntryState,
    findings: Iterable[Finding],
    *,
    asked: bool,
    doubted: Iterable[str] = (),
) -> dict[str, Standing]:
    """Return how far each section is; `asked` says whether the rules were asked at all.

    `doubted` sections hold something that an applicant called wrong.
    """
    told = [one for one in findings if one.level is not Level.INFO]
    wrong = {section_of(one) for one in told if not is_only_open(one)}
    found = {
        "parties": _sides(item, state),
        "property": _counted(bool(state.units), 1),
        "contract": _form(item, state),
        "tax": _counted(asked and not told, 1),
        "questions": _interview(item, state),
        "materials": _papers(item, state),
        "delivery": _delivery(state),
        "check": Standing(OPEN if not asked else HALF if told else DONE),
        "submit": Standing(OPEN),
    }
    if any(one.level is Level.BLOCK for one in told if not is_only_open(one)):
        found["check"] = Standing(WRONG)
    for name in wrong & found.keys():
        if found[name].state != OPEN:
            found[name] = Standing(WRONG, found[name].there, found[name].wanted)
    return found | {name: Standing(WRONG) for name in doubted}


def is_shown(item: Item, name: str) -> bool:
    """Tell whether a kind of business has a section."""
    if name == "delivery":
        return gives_papers(item)
    return name != "questions" or bool(questions_of(item))


def gives_papers(item: Item) -> bool:
    """Tell whether a case ends with papers that somebody asked for."""
    return item.output != "none" and item.act != "seize"


def _counted(there: int, wanted: int) -> Standing:
    state = DONE if there >= wanted else HALF if there else OPEN
    return Standing(state, there, wanted if wanted > 1 else 0)


def _sides(item: Item, state: EntryState) -> Standing:
    people = [state.party(key) for key in state.people]
    wanted = sum(side.min for side in item.applicants)
    whole = [one for one in people if one.name and one.id_number]
    lacking = [
        side for side in item.applicants if sum(one.role == side.role for one in whole) < side.min
    ]
    if not people:
        return Standing(OPEN if wanted else DONE)
    return Standing(DONE if not lacking and len(whole) == len(people) else HALF)


def _form(item: Item, state: EntryState) -> Standing:
    wanted = [field.key for field in item.fields if field.required]
    there = sum(f"fields/{key}" in state.values for key in wanted)
    if there == len(wanted):
        return Standing(DONE)
    return Standing(HALF if state.fields() else OPEN)


def _interview(item: Item, state: EntryState) -> Standing:
    questions = questions_of(item)
    people = state.people
    answered = sum(
        bool(people) and all(f"answers/{one.code}/{key}" in state.values for key in people)
        for one in questions
    )
    counted = _counted(answered, len(questions))
    return Standing(counted.state, answered, len(questions))


def _papers(item: Item, state: EntryState) -> Standing:
    there = sum(
        state.values.get(f"materials/{code}") is not None for code in item.materials_required
    )
    present = state.materials(PRESENT)
    counted = _counted(there, len(item.materials_required))
    extra = HALF if present and counted.state == OPEN else counted.state
    return Standing(extra, there, len(item.materials_required))


def _delivery(state: EntryState) -> Standing:
    wanted = SENT if state.text("delivery/way") not in ("", COUNTER) else ()
    there = sum(bool(state.text(f"delivery/{name}")) for name in wanted)
    return Standing(DONE if there == len(wanted) else HALF)


class SectionStrip(QWidget):
    """The sections with their keys and states, at the side or in rows above the form."""

    UNIT = 7

    def __init__(self, go: Callable[[str], None]) -> None:
        super().__init__()
        self._cells: Cells | None = None
        self._beside = True
        self._shown: tuple[Item, Mapping[str, Standing]] | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.buttons: dict[str, QPushButton] = {}
        self.acts: list[QAction] = []
        for name in SECTIONS:
            act = make_action(self, f"go_{name}", lambda name=name: go(name))  # type: ignore[misc]
            button = QPushButton()
            button.setObjectName("section")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setIconSize(QSize(MARK, MARK))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _checked, name=name: go(name))
            self.acts.append(act)
            self.buttons[name] = button
        self.stand(beside=True)

    def stand(self, *, beside: bool) -> None:
        """Stand at the side of the form, one beneath the other, or above it in rows."""
        self._beside = beside
        old, self._cells = self._cells, Cells(self.UNIT, 1 if beside else len(SECTIONS))
        for button in self.buttons.values():
            self._cells.add(button)
        self._box.addWidget(self._cells)
        if old is not None:
            self._box.removeWidget(old)
            old.deleteLater()
        if beside:
            self._box.setAlignment(self._cells, Qt.AlignmentFlag.AlignTop)
        if self._shown is not None:
            self.show_standings(*self._shown)

    def show_standings(self, item: Item, found: Mapping[str, Standing]) -> None:
        """Show how far each section is."""
        self._shown = item, found
        for name, button in self.buttons.items():
            spec, standing = ACTIONS[f"go_{name}"], found[name]
            word = QCoreApplication.translate("sections", WORDS[standing.state])
            key = key_text(spec) if self._beside else key_text(spec)[-1]
            count = standing.count if self._beside else ""
            button.setText(f"{key} {spec.title} {count}".rstrip())
            button.setIcon(_mark(standing.state))
            button.setAccessibleName(f"{spec.title} {standing.count} {word}")
            button.setToolTip(f"{spec.title}: {word} ({key_text(spec)})")
            button.setEnabled(is_shown(item, name))
        if self._cells is not None:
            self._cells.fit()

    def show_current(self, current: str) -> None:
        """Show in which section the focus is."""
        for name, button in self.buttons.items():
            button.setChecked(name == current)


def _mark(state: str) -> QIcon:
    pixmap = mark_pixmap(OPEN if state == HALF else state, MARK)
    if state == HALF:
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(state_colour(OPEN)), 2))
        painter.setBrush(painter.pen().color())
        painter.drawPie(QRectF(2, 2, MARK - 4, MARK - 4), 90 * 16, 180 * 16)
        painter.end()
    return QIcon(pixmap)
