"""C02: one of 61 kinds of business in at most five keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Column, Listing
from desk.windows.parts.words import item_name, language, material_name
from desk.workflow.answers import Touched
from forms.bundles import Bundle, bundles
from forms.catalogue import delivered
from forms.checks.width import half_width
from forms.items import Item, Limit

Kind = Item | Bundle


def matching(text: str) -> list[Item]:
    """Return the kinds that a number, initials, a code or part of a name names, best first."""
    wanted = half_width(text.strip()).lower()
    items = list(delivered().items.values())
    if not wanted:
        return items
    if wanted.isdigit():
        return [item for item in items if item.no == int(wanted)] + [
            item for item in items if str(item.no).startswith(wanted) and item.no != int(wanted)
        ]
    first = [item for item in items if item.initials.startswith(wanted)]
    return first + [item for item in items if item not in first and _names(item, wanted)]


def matching_bundles(text: str) -> list[Bundle]:
    """Return the bundles that their code, initials or a part of their name names."""
    wanted = half_width(text.strip()).lower()
    if not wanted or wanted.isdigit():
        return []
    return [
        one
        for one in bundles()
        if any(wanted in text.lower() for text in (one.code, one.initials, one.zh, one.en))
    ]


def kind_name(kind: Kind) -> str:
    """Say a kind of business, or a bundle of kinds, in the language of the screen."""
    if isinstance(kind, Bundle):
        return kind.zh if language() == "zh" else kind.en
    return item_name(kind.code)


def _names(item: Item, wanted: str) -> bool:
    texts = (item.name, item.name_en, item.code, item.initials)
    return any(wanted in text.lower() for text in texts)


class KindsScreen(QWidget):
    """A line to type in, the kinds that match, and what the chosen one asks for."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self._subject: object = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Number, pinyin initials or part of the name"))
        self.line.setAccessibleName(self.tr("Kind of business"))
        columns: Sequence[Column[Kind]] = (
            Column(title=self.tr("No."), read=self._number, numbers=True),
            Column(title=self.tr("Kind of business"), read=kind_name, stretches=True),
            Column(title=self.tr("Initials"), read=lambda kind: kind.initials),
            Column(title=self.tr("Limit"), read=self._limit_of),
        )
        self.listing = Listing[Kind](
            columns, self.tr("No kind matches. Clear the line with Backspace."), self.tr("Kinds")
        )
        self.listing.view.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.guide = QLabel()
        self.guide.setWordWrap(True)
        self.guide.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        title = QLabel(self.tr("Choose the kind of business"))
        title.setProperty("role", "title")
        layout.addWidget(title)
        layout.addWidget(self.line)
        layout.addWidget(self.listing, 1)
        layout.addWidget(self.guide)
        self.line.textChanged.connect(self._typed)
        self.listing.opened.connect(lambda _item: self._choose())
        self.listing.chosen.connect(self._guide)
        self._typed("")

    @property
    def shown_of(self) -> frozenset[Touched]:
        """The catalogue is touched by no act."""
        return frozenset()

    @property
    def first(self) -> QWidget:
        """Return the line."""
        return self.line

    @property
    def acts(self) -> Sequence[QAction]:
        """Choosing is Enter."""
        return ()

    def open(self, subject: object) -> None:
        """Choose for a subject (a called ticket), or for a new case."""
        self._subject = subject
        self.line.clear()

    def leave(self, last: QWidget) -> bool:
        """Choose: Enter in the line goes on to the form."""
        if last is not self.line:
            return False
        self._choose()
        return True

    def reload(self) -> None:
        """Nothing is read from the database."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        row = self.listing.view.currentIndex().row() + step
        row = max(0, min(len(self.listing.model.rows) - 1, row))
        self.listing.view.setCurrentIndex(self.listing.model.index(row, 0))

    def _number(self, kind: Kind) -> str:
        return kind.code if isinstance(kind, Bundle) else str(kind.no)

    def _limit_of(self, kind: Kind) -> str:
        """Say the limit; that of a bundle is the longest of its kinds."""
        if isinstance(kind, Item):
            return self._limit(kind.committed)
        days = [item.committed for item in kind.items if item.committed.unit == "working_days"]
        longest = max(days, key=lambda limit: limit.value) if days else kind.items[0].committed
        return self._limit(longest)

    def _limit(self, limit: Limit) -> str:
        if limit.unit == "minutes":
            return self.tr("{0} minutes").format(limit.value)
        if limit.unit == "at_once":
            return self.tr("at once")
        return self.tr("{0} working days").format(limit.value)

    def _typed(self, text: str) -> None:
        self.listing.show_rows([*matching(text), *matching_bundles(text)])
        self.listing.view.setCurrentIndex(self.listing.model.index(0, 0))

    def _guide(self, item: Kind | None) -> None:
        if item is None:
            self.guide.clear()
            return
        if isinstance(item, Bundle):
            names = " → ".join(item_name(one.code) for one in item.items)
            self.guide.setText(self.tr("Accepted and entered together: {0}").format(names))
            return
        papers = "、".join(material_name(code) for code in item.materials_required)
        self.guide.setText(self.tr("Papers: {0}  ({1})").format(papers, item.legal_basis))

    def _choose(self) -> None:
        kind = self.listing.current()
        if kind is None:
            return
        chosen = kind if isinstance(kind, Bundle) else kind.code
        self._shell.go("C03", (self._subject, chosen) if self._subject else chosen)
