"""A07 证纸账: every numbered sheet is in one place; ranges move, end and are counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import get_args

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desk.windows.certificates.spoiling import WITNESSES
from desk.windows.certificates.stock_words import (
    act_columns,
    balance_columns,
    place_word,
    stock_word,
)
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.noop import QT_TRANSLATE_NOOP
from desk.windows.parts.office import Office
from desk.windows.parts.second_person import SecondPerson
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Listing
from desk.windows.parts.words import code_word
from desk.workflow import stock_commands as sc
from desk.workflow.answers import Answer, CountAnswer, StockAnswer, Touched
from desk.workflow.commands import Command
from desk.workflow.errors import DeskError
from desk.workflow.queries.stock_book import Balance, StockAct, balances, book_of_sheets
from desk.workflow.reader import Reader
from desk.workflow.rules.lapse import local_day
from desk.workflow.scanned import Meaning, ScanKind
from desk.workflow.stages import ROLES

ENDED = ("spoil", "lose", "destroy")
_ACTS: Mapping[str, str] = MappingProxyType(
    {
        "receive": QT_TRANSLATE_NOOP("stock", "Receive a delivery into the vault"),
        "hand_out": QT_TRANSLATE_NOOP("stock", "Hand out to a window"),
        "return": QT_TRANSLATE_NOOP("stock", "Back from a window into the vault"),
        "spoil": QT_TRANSLATE_NOOP("stock", "Void: blank sheets that are spoilt"),
        "lose": QT_TRANSLATE_NOOP("stock", "Lost: blank sheets that cannot be found"),
        "destroy": QT_TRANSLATE_NOOP("stock", "Destroy spoilt sheets"),
        "count": QT_TRANSLATE_NOOP("stock", "Count what lies there"),
    }
)
_ASKS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "receive": frozenset({"range", "batch"}),
        "hand_out": frozenset({"range", "window"}),
        "return": frozenset({"range", "window"}),
        "spoil": frozenset({"range", "place", "reason", "second"}),
        "lose": frozenset({"range", "place", "reason", "second"}),
        "destroy": frozenset({"range", "reason", "second"}),
        "count": frozenset({"place", "count"}),
    }
)
MOST = 99_999


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What A07 shows: the places with their counts, and the newest acts."""

    places: tuple[Balance, ...]
    acts: tuple[StockAct, ...]


class StockScreen(QWidget):
    """Places with what lies there and what was counted; the book; one form for every act."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self.banner = Banner()
        self.title = QLabel(self.tr("Book of numbered sheets"))
        self.title.setProperty("role", "title")
        self.places = Listing[Balance](
            balance_columns(),
            self.tr("No blank sheets. Receive a delivery below."),
            self.tr("Places"),
            key=lambda row: (row.window, row.kind),
        )
        self.book = Listing[StockAct](
            act_columns(), self.tr("Nothing was moved by hand yet."), self.tr("Book"), key=repr
        )
        self.act = QComboBox()
        self.paper = QComboBox()
        self.first_sheet, self.last_sheet = QLineEdit(), QLineEdit()
        self.window_box, self.place = QComboBox(), QComboBox()
        self.batch, self.reason = QLineEdit(), QLineEdit()
        self.counted, self.again = QSpinBox(), QSpinBox()
        self.second = SecondPerson(office, WITNESSES)
        self.do = make_action(self, "do_stock", self._do)
        self._fields: dict[str, list[QWidget]] = {}
        self._fill()
        self._lay_out()
        self.act.currentIndexChanged.connect(self._ask_only_what_counts)
        self.places.chosen.connect(self._take_place)

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Return what makes this screen stale."""
        return frozenset({Touched.STOCK})

    @property
    def first(self) -> QWidget:
        """Return the choice of the act."""
        return self.act

    @property
    def acts(self) -> Sequence[QAction]:
        """Return the one act."""
        return (self.do,)

    def open(self, subject: object) -> None:
        """Show the book, with the acts this person may do."""
        self._offer()
        self.second.reload()
        self.reload()

    def reload(self) -> None:
        """Read the book again."""

        def ask(reader: Reader, now: datetime) -> Book:
            return Book(
                places=tuple(balances(reader, local_day(now))), acts=tuple(book_of_sheets(reader))
            )

        self._office.look(self, ask, self._show)

    def take_scan(self, meaning: Meaning) -> bool:
        """Take two scanned sheets as the ends of the range."""
        if meaning.kind is not ScanKind.SERIAL:
            return False
        wanted = self.last_sheet if self.first_sheet.text() else self.first_sheet
        wanted.setText(meaning.value)
        if not self.last_sheet.text():
            self.last_sheet.setFocus()
        return True

    def _fill(self) -> None:
        for kind in get_args(sc.SheetKind):
            self.paper.addItem(code_word("paper", kind), kind)
        self.place.addItem(place_word(None), None)
        for number in range(1, self._office.desk.setting.windows + 1):
            self.window_box.addItem(place_word(number), number)
            self.place.addItem(place_word(number), number)
        for spin in (self.counted, self.again):
            spin.setRange(0, MOST)

    def _offer(self) -> None:
        chosen = self.act.currentData()
        self.act.clear()
        roles = self._office.person.roles
        for name, text in _ACTS.items():
            if ROLES[f"{name}_sheets"] & roles:
                self.act.addItem(stock_word(text), name)
        self.act.setCurrentIndex(max(0, self.act.findData(chosen)))
        self.do.setEnabled(self.act.count() > 0)
        self._ask_only_what_counts()

    def _lay_out(self) -> None:
        lists = QHBoxLayout()
        lists.setSpacing(16)
        lists.addWidget(self.places, 2)
        lists.addWidget(self.book, 3)
        left, right = QFormLayout(), QFormLayout()
        for form, group, label, editor in (
            (left, "act", self.tr("Act"), self.act),
            (left, "paper", self.tr("Kind of sheet"), self.paper),
            (left, "range", self.tr("First sheet"), self.first_sheet),
            (left, "range", self.tr("Last sheet"), self.last_sheet),
            (right, "window", self.tr("Window"), self.window_box),
            (right, "place", self.tr("They lie"), self.place),
            (right, "batch", self.tr("Batch"), self.batch),
            (right, "reason", self.tr("Reason"), self.reason),
            (right, "second", self.tr("Second person"), self.second),
            (right, "count", self.tr("Counted"), self.counted),
            (right, "count", self.tr("Counted again"), self.again),
        ):
            name = QLabel(label)
            editor.setAccessibleName(label)
            name.setBuddy(editor)
            form.addRow(name, editor)
            self._fields.setdefault(group, []).extend((name, editor))
        fields = QHBoxLayout()
        fields.setSpacing(16)
        fields.addLayout(left, 1)
        fields.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(make_button(self.do, main=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.banner)
        layout.addWidget(self.title)
        layout.addLayout(lists, 1)
        layout.addLayout(fields)
        layout.addLayout(foot)

    def _ask_only_what_counts(self) -> None:
        asked = _ASKS.get(str(self.act.currentData()), frozenset()) | {"act", "paper"}
        for group, widgets in self._fields.items():
            for widget in widgets:
                widget.setVisible(group in asked)

    def _take_place(self, row: Balance | None) -> None:
        """Take place and kind of the current row into the form: what is seen is what is meant."""
        if row is None:
            return
        self.paper.setCurrentIndex(self.paper.findData(row.kind))
        self.place.setCurrentIndex(self.place.findData(row.window))
        if row.window is not None:
            self.window_box.setCurrentIndex(self.window_box.findData(row.window))

    def _show(self, book: Book) -> None:
        self.places.show_rows(book.places)
        self.book.show_rows(book.acts)
        open_ = [row for row in book.places if not row.closed]
        self.title.setText(
            self.tr("Book of numbered sheets: {0} places to count today").format(len(open_))
            if open_
            else self.tr("Book of numbered sheets: all places counted, all balance")
        )

    def _do(self) -> None:
        name = str(self.act.currentData() or "")
        if name in ENDED:
            self.second.prove(lambda login: self._send(self._ending(name, login)), self._say_wrong)
        elif name == "count":
            self._send(self._count())
        elif name:
            self._send(self._move(name))

    def _ends(self) -> tuple[str, str]:
        first = self.first_sheet.text().strip().upper()
        return first, self.last_sheet.text().strip().upper() or first

    def _move(self, name: str) -> Command:
        (first, last), paper = self._ends(), self.paper.currentData()
        if name == "receive":
            batch = self.batch.text().strip()
            return sc.ReceiveSheets(paper=paper, first=first, last=last, batch=batch)
        kind = sc.HandOutSheets if name == "hand_out" else sc.ReturnSheets
        return kind(paper=paper, first=first, last=last, window=self.window_box.currentData())

    def _ending(self, name: str, second: str) -> Command:
        (first, last), paper = self._ends(), self.paper.currentData()
        reason = self.reason.text().strip()
        if name == "destroy":
            return sc.DestroySheets(
                paper=paper, first=first, last=last, reason=reason, second=second
            )
        kind = sc.SpoilSheets if name == "spoil" else sc.LoseSheets
        return kind(
            paper=paper,
            first=first,
            last=last,
            window=self.place.currentData(),
            reason=reason,
            second=second,
        )

    def _count(self) -> Command:
        return sc.CountSheets(
            paper=self.paper.currentData(),
            window=self.place.currentData(),
            counted=self.counted.value(),
            again=self.again.value(),
        )

    def _send(self, command: Command) -> None:
        self._office.do(self, command, self._done, self._refused, self.do)

    def _done(self, answer: Answer) -> None:
        if isinstance(answer, StockAnswer):
            self.banner.say("done", self.tr("✓ {0} sheets moved.").format(answer.sheets))
        elif isinstance(answer, CountAnswer):
            self._tell_count(answer)
        for line in (self.first_sheet, self.last_sheet, self.reason, self.batch):
            line.clear()
        for spin in (self.counted, self.again):
            spin.setValue(0)
        self.reload()

    def _tell_count(self, answer: CountAnswer) -> None:
        if answer.difference == 0:
            self.banner.say("done", self.tr("✓ The count is the book's. This place is closed."))
            return
        more = (
            self.tr("{0} sheets more than in the book")
            if answer.difference > 0
            else self.tr("{0} sheets fewer than in the book")
        ).format(abs(answer.difference))
        self.banner.say(
            "error",
            self.tr(
                "{0}. The count is kept, the day of this place stays open. The book has: {1}. "
                "Find the sheet, or note it as lost or spoilt, then count again."
            ).format(more, ", ".join(answer.book) or "—"),
        )

    def _say_wrong(self, words: str) -> None:
        self.banner.say("error", words)

    def _refused(self, error: DeskError) -> None:
        self.banner.refuse(error)
