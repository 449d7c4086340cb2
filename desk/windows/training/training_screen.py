"""D10 演示与训练: choose a practice case and what goes wrong in it; see the own results."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk.local.practice import Practised
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.marks import minutes_text
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Column, Listing
from desk.windows.parts.words import language
from desk.windows.training.run import Scenario
from desk.windows.training.training import Training
from desk.workflow.answers import Touched
from forms.practice import PracticeCase, practice_cases

NOTHING = "—"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A practice case with the person's own results, the oldest first."""

    practice: PracticeCase
    results: tuple[Practised, ...]


class TrainingScreen(QWidget):
    """The practice cases in a list; Space or Enter starts one."""

    def __init__(self, office: Office, shell: Shell, training: Training) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell, self._training = office, shell, training
        self.banner = Banner()
        self.scenario = QComboBox()
        self.scenario.setAccessibleName(self.tr("What goes wrong"))
        for value, text in self._scenarios().items():
            self.scenario.addItem(text, value)
        self.cases = Listing[CaseRow](
            self._columns(),
            self.tr("No practice cases were delivered. Press Ctrl+K to go on."),
            self.tr("Practice cases"),
            key=lambda row: row.practice.code,
        )
        self.start = make_action(self.cases.view, "start_practice", self._start)
        # elsewhere Space opens the box of scenarios or presses a button
        self.start.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.empty = make_action(self, "empty_demo", self._empty)
        self.cases.opened.connect(lambda _row: self._start())
        training.changed.connect(self.reload)
        self._lay_out()

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Results are the workstation's, not the database's."""
        return frozenset()

    @property
    def first(self) -> QWidget:
        """Return the list of cases."""
        return self.cases.view

    @property
    def acts(self) -> Sequence[QAction]:
        """Return what can be done here."""
        return (self.start, self.empty)

    def open(self, subject: object) -> None:
        """Show the cases with the results."""
        self.reload()

    def reload(self) -> None:
        """Read the results again."""
        results = self._training.results()
        rows = [
            CaseRow(
                practice=practice,
                results=tuple(one for one in results if one.code == practice.code),
            )
            for practice in practice_cases()
        ]
        self.banner.hide()
        self.cases.show_rows(rows)
        self.empty.setEnabled(self._training.run is not None)

    def _columns(self) -> Sequence[Column[CaseRow]]:
        return (
            Column(
                title=self.tr("Case"),
                read=lambda row: row.practice.name[language()],
                stretches=True,
            ),
            Column(title=self.tr("Goal"), read=self._goal, numbers=True),
            Column(title=self.tr("You last"), read=_last, numbers=True),
            Column(title=self.tr("Your best"), read=_best, numbers=True),
        )

    def _goal(self, row: CaseRow) -> str:
        text = self.tr("{0} keys, {1} min")
        return text.format(row.practice.keys, row.practice.minutes)

    def _scenarios(self) -> dict[Scenario, str]:
        return {
            Scenario.NONE: self.tr("Everything works"),
            Scenario.AWAY: self.tr("Database away"),
            Scenario.PRINTER: self.tr("Printer does not answer"),
            Scenario.RARE: self.tr("Rare characters"),
        }

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Demonstration and practice"))
        title.setProperty("role", "title")
        note = QLabel(
            self.tr(
                "Practice opens a fresh demonstration centre in a purple frame; your work waits "
                "behind it, untouched. Ctrl+Q goes back."
            )
        )
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        label = QLabel(self.tr("What goes wrong"))
        label.setBuddy(self.scenario)
        head, foot = QHBoxLayout(), QHBoxLayout()
        for row in (head, foot):
            row.setSpacing(8)
        head.addWidget(title, 1)
        head.addWidget(label)
        head.addWidget(self.scenario)
        foot.addWidget(make_button(self.empty))
        foot.addStretch(1)
        foot.addWidget(make_button(self.start, main=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.banner)
        layout.addWidget(note)
        layout.addWidget(self.cases, 1)
        layout.addLayout(foot)

    def _start(self) -> None:
        row = self.cases.current()
        if row is not None:
            self.banner.say("info", self.tr("The practice centre is being made…"))
            scenario = Scenario(self.scenario.currentData())
            self._training.begin(row.practice, scenario, self.banner.refuse)

    def _empty(self) -> None:
        self.banner.say("info", self.tr("The practice centre is being made…"))
        self._training.begin_anew(self.banner.refuse)


def _last(row: CaseRow) -> str:
    if not row.results:
        return NOTHING
    last = row.results[-1]
    return f"{last.keys} · {minutes_text(last.seconds / 60)}"


def _best(row: CaseRow) -> str:
    return str(min(one.keys for one in row.results)) if row.results else NOTHING
