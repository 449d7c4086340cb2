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
from forms.catalogue import delivered
from forms.checks.width import half_width
from forms.items import Item, Limit


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
        columns: Sequence[Column[Item]] = (
            Column(title=self.tr("No."), read=lambda item: str(item.no), numbers=True),
            Column(
                title=self.tr("Kind of business"),
                read=lambda item: item_name(item.code),
                stretches=True,
            ),
            Column(title=self.tr("Initials"), read=lambda item: item.initials),
            Column(title=self.tr("Limit"), read=lambda item: self._limit(item.committed)),
        )
        self.listing = Listing[Item](
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
        self.line.returnPressed.connect(self._choose)
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

    def _limit(self, limit: Limit) -> str:
        if limit.unit == "minutes":
            return self.tr("{0} minutes").format(limit.value)
        if limit.unit == "at_once":
            return self.tr("at once")
        return self.tr("{0} working days").format(limit.value)

    def _typed(self, text: str) -> None:
        self.listing.show_rows(matching(text))
        self.listing.view.setCurrentIndex(self.listing.model.index(0, 0))

    def _guide(self, item: Item | None) -> None:
        if item is None:
            self.guide.clear()
            return
        papers = "、".join(material_name(code) for code in item.materials_required)
        basis = item.legal_basis if language() == "zh" else item.code
        self.guide.setText(self.tr("Papers: {0}  ({1})").format(papers, basis))

    def _choose(self) -> None:
        item = self.listing.current()
        if item is not None:
            self._shell.go("C03", (self._subject, item.code) if self._subject else item.code)
