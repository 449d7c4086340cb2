"""权籍调查、实地查看: the branches of a case, each with owner and clock; begun and ended here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.windows.parts.banner import Banner
from desk.windows.parts.noop import QT_TRANSLATE_NOOP
from desk.windows.parts.office import Office
from desk.windows.parts.second_person import SecondPerson
from desk.windows.parts.tables import Column, Listing
from desk.workflow.answers import Answer
from desk.workflow.branch_commands import BranchResult, EndBranch, OpenBranch
from desk.workflow.commands import Command
from desk.workflow.errors import DeskError
from desk.workflow.queries.branches import BranchRow, branches_of
from desk.workflow.queries.people import PersonRow, staff
from desk.workflow.reader import Reader

KINDS = MappingProxyType(
    {
        "survey": QT_TRANSLATE_NOOP("branches", "Survey"),
        "visit": QT_TRANSLATE_NOOP("branches", "Site visit"),
    }
)
_RESULTS = MappingProxyType(
    {
        None: QT_TRANSLATE_NOOP("branches", "● under way"),
        "fit": QT_TRANSLATE_NOOP("branches", "✓ fits"),
        "unfit": QT_TRANSLATE_NOOP("branches", "■ does not fit"),
    }
)
_SIZE = (720, 460)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    rows: tuple[BranchRow, ...]
    people: tuple[PersonRow, ...]
    now: datetime


def branch_word(text: str) -> str:
    """Say a word of branches in the language of the screen."""
    return QCoreApplication.translate("branches", text)


def branches_in_words(rows: Sequence[BranchRow]) -> str:
    """Return one line for the head of a case: each branch, where it stands, who has it."""
    return "    ".join(
        f"{branch_word(KINDS[row.kind])} {branch_word(_RESULTS[row.result])} {row.name}"
        for row in rows
    )


class BranchDialog(QDialog):
    """The branches of one case; one's own is ended, a new one begun, with Ctrl+Enter."""

    def __init__(
        self, office: Office, case_id: UUID, changed: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._office, self._case, self._changed = office, case_id, changed
        self._now = office.clock.now()
        self.setWindowTitle(self.tr("Survey and site visit"))
        self.resize(*_SIZE)
        self.banner = Banner()
        self.rows = Listing[BranchRow](
            self._columns(),
            self.tr("No survey and no visit yet. Begin one below."),
            self.tr("Branches"),
            key=lambda row: row.id,
        )
        self.act = QComboBox()
        self.owner = QComboBox()
        self.text = QLineEdit()
        self.second = SecondPerson(office, frozenset({"approver"}))
        self.finish = QPushButton(self.tr("Note it  Ctrl+Enter"))
        self.finish.setAutoDefault(False)
        self.finish.setProperty("main", True)
        self.finish.clicked.connect(self._finish)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._finish)
        self.act.currentIndexChanged.connect(self._ask_only_what_counts)
        self._lay_out()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.reload()

    def reload(self) -> None:
        """Read the branches again."""
        case_id = self._case

        def ask(reader: Reader, now: datetime) -> _Found:
            return _Found(
                rows=tuple(branches_of(reader, case_id)), people=tuple(staff(reader)), now=now
            )

        self.second.reload()
        self._office.look(self, ask, self._show)

    def _columns(self) -> Sequence[Column[BranchRow]]:
        return (
            Column(title=self.tr("What"), read=lambda row: branch_word(KINDS[row.kind])),
            Column(title=self.tr("Stands"), read=lambda row: branch_word(_RESULTS[row.result])),
            Column(title=self.tr("Owner"), read=lambda row: row.name),
            Column(
                title=self.tr("Minutes"),
                read=lambda row: str(int(row.took(self._now).total_seconds() // 60)),
                numbers=True,
            ),
            Column(
                title=self.tr("Question and finding"),
                read=lambda row: " → ".join(filter(None, (row.reason, row.note))),
                stretches=True,
            ),
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        self._labels: dict[QWidget, QLabel] = {}
        for label, editor in (
            (self.tr("Act"), self.act),
            (self.tr("Owner"), self.owner),
            (self.tr("Second person"), self.second),
            (self.tr("Question or finding"), self.text),
        ):
            editor.setAccessibleName(label)
            self._labels[editor] = QLabel(label)
            form.addRow(self._labels[editor], editor)
        layout = QVBoxLayout(self)
        layout.addWidget(self.banner)
        layout.addWidget(self.rows, 1)
        layout.addLayout(form)
        layout.addWidget(self.finish, alignment=Qt.AlignmentFlag.AlignRight)

    def _show(self, found: _Found) -> None:
        self._now = found.now
        self.rows.show_rows(found.rows)
        login = self._office.person.login
        running = [row for row in found.rows if row.result is None]
        self.act.clear()
        for row in running:
            if row.owner == login:
                kind = branch_word(KINDS[row.kind])
                self.act.addItem(self.tr("{0}: it fits").format(kind), (row, "fit"))
                self.act.addItem(self.tr("{0}: it does not fit").format(kind), (row, "unfit"))
        for kind, word in KINDS.items():
            if kind not in {row.kind for row in running}:
                self.act.addItem(self.tr("Begin: {0}").format(branch_word(word)), (None, kind))
        self.owner.clear()
        for one in found.people:
            if one.active and "approver" in one.roles:
                self.owner.addItem(f"{one.login}  {one.name}", one.login)
        self.finish.setEnabled(self.act.count() > 0)
        self._ask_only_what_counts()

    def _ask_only_what_counts(self) -> None:
        row, _ = self.act.currentData() or (None, "")
        for editor, wanted in (
            (self.owner, row is None),
            (self.second, row is not None and row.kind == "visit"),
        ):
            editor.setVisible(wanted)
            self._labels[editor].setVisible(wanted)

    def _finish(self) -> None:
        if not self.finish.isEnabled():
            return
        row, what = self.act.currentData()
        note = self.text.text().strip()
        if row is None:
            owner = str(self.owner.currentData() or "")
            command = OpenBranch(case_id=self._case, branch=what, owner=owner, reason=note)
            self._send(command)
        elif row.kind == "visit":
            self.second.prove(lambda login: self._end(row, what, note, login), self._say_wrong)
        else:
            self._end(row, what, note, "")

    def _end(self, row: BranchRow, what: str, note: str, second: str) -> None:
        result: BranchResult = "fit" if what == "fit" else "unfit"
        self._send(EndBranch(branch_id=row.id, result=result, note=note, second=second))

    def _send(self, command: Command) -> None:
        self.finish.setEnabled(False)
        self._office.do(self, command, self._done, self._refused)

    def _done(self, _answer: Answer) -> None:
        self.text.clear()
        self.banner.say("done", self.tr("✓ Noted."))
        self._changed()
        self.reload()

    def _say_wrong(self, words: str) -> None:
        self.banner.say("error", words)

    def _refused(self, error: DeskError) -> None:
        self.banner.refuse(error)
        self.finish.setEnabled(True)
