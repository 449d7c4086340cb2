"""A03 审核结论: give back with all that is wrong, refuse with its ground, or refer upwards."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk.windows.approval.phrases import TABLE, as_phrase, phrase_list
from desk.windows.parts.banner import Banner
from desk.windows.parts.noop import QT_TRANSLATE_NOOP
from desk.windows.parts.office import Office
from desk.windows.parts.second_person import SecondPerson
from desk.windows.parts.words import code_word
from desk.workflow.commands import Ground
from desk.workflow.errors import DeskError
from forms.catalogue import delivered

Way = Literal["return", "refuse", "refer"]
Point = Mapping[str, str]
HEADS: Mapping[Way, str] = MappingProxyType(
    {
        "return": QT_TRANSLATE_NOOP(
            "conclusion", "Give {0} back: everything wrong, a line each, goes into one notice"
        ),
        "refuse": QT_TRANSLATE_NOOP("conclusion", "Refuse to register {0}?"),
        "refer": QT_TRANSLATE_NOOP("conclusion", "Refer {0} upwards: what is doubtful about it"),
    }
)
_SIZE = (680, 500)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which decision is asked for, on which case, and what was found wrong in it."""

    way: Way
    case_no: str
    points: Sequence[Point] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """What was concluded; points are the lines of a notice, each with what is asked for."""

    way: Way
    opinion: str
    ground: Ground | None = None
    second: str = ""
    points: tuple[Point, ...] = ()


class ConclusionDialog(QDialog):
    """One decision that the applicants hear of; Ctrl+Enter sends it, Esc leaves the case open."""

    def __init__(
        self,
        office: Office,
        asked: Asked,
        send: Callable[[Conclusion], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._way: Way = asked.way
        self._points = {str(point["what"]): point for point in asked.points}
        self._send = send
        head = QCoreApplication.translate("conclusion", HEADS[asked.way]).format(asked.case_no)
        self.setWindowTitle(head)
        self.banner = Banner()
        self.head = QLabel(head)
        self.head.setProperty("role", "section")
        self.head.setWordWrap(True)
        self.opinion = QPlainTextEdit("\n".join(self._points))
        self.opinion.setAccessibleName(self.tr("Opinion"))
        self.opinion.setTabChangesFocus(True)
        self.ground = self._grounds()
        self.second = SecondPerson(office, frozenset({"approver"}))
        self.remedy = QLabel(
            self.tr(
                "The letter names the remedies: administrative review within 60 days, "
                "or an action before the court within 6 months."
            )
        )
        self.remedy.setWordWrap(True)
        self.finish = QPushButton(self.tr("Send  {0}").format("Ctrl+Enter"))
        self.finish.setAutoDefault(False)
        self.finish.setProperty("main", True)
        self.finish.clicked.connect(self._finish)
        self._lay_out()
        self._give_keys()

    def refuse(self, error: DeskError) -> None:
        """Show why it was not done; everything typed stays."""
        self.finish.setEnabled(True)
        self.banner.refuse(error)

    def _grounds(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Ground of refusal"))
        box.addItem(self.tr("choose the ground (Regulation art. 22)"), None)
        for entry in delivered().codes["refusal_ground"].entries:
            box.addItem(f"{entry.code}  {code_word('refusal_ground', entry.code)}", entry.code)
        return box

    def _lay_out(self) -> None:
        phrases = QLabel(phrase_list())
        phrases.setWordWrap(True)
        phrases.setProperty("role", "muted")
        listed = QScrollArea()
        listed.setWidgetResizable(True)
        listed.setWidget(phrases)
        listed.setAccessibleName(self.tr("Phrases"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.banner)
        layout.addWidget(self.head)
        if self._way == "refuse":
            layout.addWidget(self.ground)
        layout.addWidget(self.opinion, 1)
        layout.addWidget(QLabel(self.tr("Phrases: Alt+1 to Alt+9")))
        layout.addWidget(listed, 2)
        if self._way == "refuse":
            layout.addWidget(self.second)
            layout.addWidget(self.remedy)
            self.second.reload()
        layout.addWidget(self.finish)
        self.resize(*_SIZE)
        (self.ground if self._way == "refuse" else self.opinion).setFocus()

    def _give_keys(self) -> None:
        QShortcut(QKeySequence("Ctrl+Return"), self, self._finish)
        for entry in delivered().codes[TABLE].entries:
            shortcut = QShortcut(QKeySequence(f"Alt+{entry.code}"), self)
            shortcut.activated.connect(lambda code=entry.code: self._append(as_phrase(code)))

    def _append(self, phrase: str) -> None:
        lines = [line for line in self.opinion.toPlainText().splitlines() if line.strip()]
        self.opinion.setPlainText("\n".join([*lines, phrase]))
        self.opinion.moveCursor(self.opinion.textCursor().MoveOperation.End)

    def _finish(self) -> None:
        if not self.finish.isEnabled():
            return
        opinion = self.opinion.toPlainText().strip()
        if not opinion:
            self.banner.say("error", self.tr("Nothing was sent. Write the opinion, then send it."))
            self.opinion.setFocus()
        elif self._way == "refuse" and self.second.login:
            self.second.prove(self._go, lambda why: self.banner.say("error", why))
        else:
            self._go("")

    def _go(self, second: str) -> None:
        self.finish.setEnabled(False)
        self.banner.hide()
        lines = [line.strip() for line in self.opinion.toPlainText().splitlines() if line.strip()]
        points = tuple(self._points.get(line, {"what": line, "ask": ""}) for line in lines)
        self._send(
            Conclusion(
                way=self._way,
                opinion="\n".join(lines),
                ground=self.ground.currentData() if self._way == "refuse" else None,
                second=second,
                points=points if self._way == "return" else (),
            )
        )
