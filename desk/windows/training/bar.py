"""The practice bar: what is asked, the keys so far, what the machines read, how it ended."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desk.windows.frame.top_bar import OneLine
from desk.windows.parts.actions import ACTIONS, key_text, make_action
from desk.windows.parts.marks import minutes_text
from desk.windows.parts.words import language
from desk.windows.training.run import PracticeRun, Result, Scenario
from desk.workflow.demo.practice import Reading

OFTEN = 250  # ms between two looks at the counter
NARROW = 1000  # pixels below which a button says its key alone
LOW = 520  # pixels of a window below which the task is folded away at first


class PracticeBar(QFrame):
    """Stands below the top bar of a practice; nothing on it is counted."""

    left = Signal()

    def __init__(self, run: PracticeRun) -> None:
        super().__init__()
        self.setObjectName("practice")
        self._run = run
        self._is_narrow = self._is_low = False
        self.title = QLabel(run.laid.practice.name[language()])
        self.title.setProperty("role", "section")
        self.title.setMinimumWidth(1)
        self.title.setToolTip(self.title.text())
        self.counts = OneLine()
        self.task = QLabel()
        self.task.setWordWrap(True)
        self.read_next = make_action(self, "next_reading", run.read_next)
        self.disturb = make_action(self, "disturb", run.disturb)
        self.show_task = make_action(self, "show_task", self._fold)
        self.leave = make_action(self, "leave_practice", self.left.emit)
        self._lay_out()
        run.changed.connect(self._show)
        timer = QTimer(self)
        timer.timeout.connect(self._count)
        timer.start(OFTEN)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow, is_low = self.width() < NARROW, self.window().height() < LOW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._show()
        if is_low != self._is_low:  # little room: it is the work's until the task is asked for
            self._is_low = is_low
            self.task.setVisible(not is_low)

    def _lay_out(self) -> None:
        acts = (self.read_next, self.disturb, self.show_task, self.leave)
        self._buttons = {str(act.data()): self._button(act) for act in acts}
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.counts, 1)
        for button in self._buttons.values():
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.task)

    def _button(self, action: QAction) -> QPushButton:
        """Make a button that is not counted and never takes the focus from the work."""
        button = QPushButton()
        button.setProperty("free", True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setMinimumWidth(1)
        button.clicked.connect(action.trigger)
        return button

    def _fold(self) -> None:
        self.task.setVisible(self.task.isHidden())

    def _show(self) -> None:
        run = self._run
        self._say(self.read_next, self._next_words(), shown=bool(run.left))
        has_scenario = run.scenario in (Scenario.AWAY, Scenario.PRINTER)
        self._say(self.disturb, self._disturb_words(), shown=has_scenario)
        self._say(self.show_task, self.show_task.text())
        self._say(self.leave, self.leave.text())
        self._count()
        if run.result is None:
            hints = (hint[language()] for hint in run.laid.practice.hints)
            self.task.setText("\n".join((run.laid.task(language()), *hints)))
            return
        self.task.setText(self._result_words(run.result))
        self.task.show()

    def _say(self, action: QAction, words: str, *, shown: bool = True) -> None:
        """Write on a button what it does and its key; where there is little room, its key."""
        ident = str(action.data())
        button, key = self._buttons[ident], key_text(ACTIONS[ident])
        button.setText(key if self._is_narrow else f"{words}  {key}")
        button.setToolTip(f"{words}  {key}")
        button.setAccessibleName(words)
        button.setVisible(shown)

    def _next_words(self) -> str:
        if not self._run.left:
            return self.read_next.text()
        return self._thing_words()[self._run.left[0].thing.what](self._run.left[0])

    def _thing_words(self) -> dict[str, Callable[[Reading], str]]:
        def card(reading: Reading) -> str:
            rare = self._run.scenario is Scenario.RARE
            name = reading.thing.rare if rare else reading.thing.name
            return self.tr("Lay the card of {0}").format(name)

        return {
            "certificate": lambda _reading: self.tr("Scan the old certificate"),
            "card": card,
        }

    def _disturb_words(self) -> str:
        begins = not self._run.is_disturbed
        if self._run.scenario is Scenario.AWAY:
            return self.tr("Cut the line") if begins else self.tr("Mend the line")
        return self.tr("Printer off") if begins else self.tr("Printer on")

    def _count(self) -> None:
        run, practice = self._run, self._run.laid.practice
        whole = self.tr("Keys {0} of {1} · clicks {2} · {3} of {4}:00")
        said = (self.tr("{0}/{1} · {3}") if self._is_narrow else whole).format(
            run.ledger.keys,
            practice.keys,
            run.ledger.clicks,
            minutes_text(run.seconds / 60),
            practice.minutes,
        )
        if said != self.counts.whole():
            self.counts.say(said)

    def _result_words(self, result: Result) -> str:
        practice, done = self._run.laid.practice, result.done
        words = self.tr("Done. Goal {0} keys, you {1}; {2} clicks; {3}.")
        parts = [
            words.format(practice.keys, done.keys, done.clicks, minutes_text(done.seconds / 60))
        ]
        if result.best is None:
            parts.append(self.tr("Your first time."))
        else:
            parts.append(self.tr("Your best before: {0} keys.").format(result.best))
        if result.fields:
            most = "、".join(f"{name} ({keys})" for name, keys in result.fields)
            parts.append(self.tr("Most keys: {0}").format(most))
        return " ".join(parts)
