"""C09 一次性告知: everything that is missing, how to get it, and the way in which it may come."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk.windows.counter.check_view import plain
from desk.windows.counter.entry_state import DEFERRED, PROMISED
from desk.windows.input.code_box import CodeBox
from desk.windows.input.lines import day_line, today_here
from desk.windows.parts.banner import Banner
from desk.windows.parts.cells import Cell
from desk.windows.parts.words import language, material_name
from forms.absent_papers import absent_papers
from forms.catalogue import delivered
from forms.choosing import Option
from forms.items import Item

SUPPLEMENT = "supplement"
DAYS, SIZE = 3, (760, 460)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the applicant is told: each missing paper with its way, and until when."""

    ways: dict[str, str]
    until: str

    @property
    def later(self) -> tuple[str, ...]:
        """Return the papers without which it goes on."""
        return tuple(code for code, way in self.ways.items() if way != SUPPLEMENT)


class NoticeDialog(QDialog):
    """One line a paper: 1 handed in later before acceptance, 2 after it, 3 assured in writing."""

    def __init__(
        self, item: Item, missing: Sequence[str], tell: Callable[[Told], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._tell = tell
        self.ticks: dict[str, QCheckBox] = {}
        self.ways: dict[str, CodeBox] = {}
        self.until = day_line()
        self.until.show_value((today_here() + timedelta(days=DAYS)).isoformat())
        self.until.setAccessibleName(self.tr("Until"))
        self.setWindowTitle(self.tr("One-time notice"))
        self.resize(*SIZE)
        self._lay_out(item, missing)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._finish)

    def _lay_out(self, item: Item, missing: Sequence[str]) -> None:
        inner = QWidget()
        inner.setObjectName("page")
        rows = QVBoxLayout(inner)
        for code in missing:
            rows.addWidget(self._paper(code))
        rows.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys go from paper to paper
        area.setWidget(inner)
        box = QVBoxLayout(self)
        text = self.tr("{0} papers are missing. All are told at once, in writing.")
        head = plain("section")
        head.setText(text.format(len(missing)))
        basis = plain("muted")
        basis.setText(self.tr("Basis: {0}").format(item.legal_basis))
        box.addWidget(head)
        box.addWidget(basis)
        box.addWidget(area, 1)
        box.addWidget(Cell(self.tr("Until"), self.until))
        done = QPushButton(self.tr("Print the notice  Ctrl+Enter"))
        done.setProperty("main", True)
        done.setAutoDefault(False)
        done.clicked.connect(self._finish)
        box.addWidget(done, 0, Qt.AlignmentFlag.AlignRight)

    def _paper(self, code: str) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        tick = QCheckBox(f"{code}  {material_name(code)}")
        tick.setChecked(True)
        tick.setAccessibleName(material_name(code))
        way = CodeBox(self._ways(code), blank=False)
        way.setAccessibleName(self.tr("Way of {0}").format(material_name(code)))
        self.ticks[code], self.ways[code] = tick, way
        how = plain("muted")
        how.setText(self.tr("How: {0}").format(_how(code)))
        box = QVBoxLayout(card)
        box.addWidget(tick)
        box.addWidget(how)
        box.addWidget(way)
        return card

    def _ways(self, code: str) -> tuple[Option, ...]:
        absent = absent_papers()
        ways = [
            Option(number="1", code=SUPPLEMENT, word=self.tr("hand it in first"), initials="bz")
        ]
        if code in absent.later:
            word = self.tr("go on, hand it in later")
            ways.append(Option(number="2", code=DEFERRED, word=word, initials="rq"))
        if code in absent.assured:
            word = self.tr("go on, assured in writing")
            ways.append(Option(number="3", code=PROMISED, word=word, initials="gzcn"))
        return tuple(ways)

    def _finish(self) -> None:
        ways = {
            code: self.ways[code].code() or SUPPLEMENT
            for code, tick in self.ticks.items()
            if tick.isChecked()
        }
        self.accept()
        self._tell(Told(ways=ways, until=self.until.value()))


def _how(code: str) -> str:
    """Say in which form a paper is brought and, where that is known, how to get it."""
    material = delivered().materials[code]
    if language() != "zh":
        return material.form_en
    return "；".join(part for part in (material.form, material.note) if part)


def say_noticed(banner: Banner, missing: Sequence[str]) -> None:
    """Say which papers the notice names, or that all are there."""
    translate = QCoreApplication.translate
    if not missing:
        banner.say(
            "done", translate("NoticeDialog", "Nothing more is needed before the acceptance.")
        )
        return
    said = translate("NoticeDialog", "One-time notice made. Missing: {0}")
    banner.say("info", said.format("、".join(material_name(code) for code in missing)))
