"""核对项: the rows to compare; Enter says that a row agrees, X that it differs."""

from collections.abc import Callable, Sequence
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk.windows.approval.phrases import NoteDialog
from desk.windows.parts.noop import QT_TRANSLATE_NOOP
from desk.windows.parts.tables import Column, Listing
from desk.windows.parts.words import language
from desk.workflow.evidence.looked import DIFFERS, SAME
from desk.workflow.evidence.row import EvidenceRow

_MARKS = MappingProxyType(
    {
        SAME: QT_TRANSLATE_NOOP("review", "✓ agrees"),
        DIFFERS: QT_TRANSLATE_NOOP("review", "■ differs"),
        "machine": QT_TRANSLATE_NOOP("review", "✓ machine"),
        "person": QT_TRANSLATE_NOOP("review", "○ to look at"),
    }
)


class RowsPane(QWidget):
    """The rows with what was said of each; the one in front is told to whoever shows papers."""

    changed = Signal()  # something was said of a row
    in_front = Signal(object)  # the current row

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[EvidenceRow, ...] = ()
        self.looks: dict[str, str] = {}
        self.notes: dict[str, str] = {}
        self.listing = Listing[EvidenceRow](
            self._columns(),
            self.tr("No rows: the case is not accepted yet."),
            self.tr("Rows to compare"),
            key=lambda row: row.key,
        )
        self.whole = QLabel()
        self.whole.setWordWrap(True)
        self.whole.setMinimumHeight(self.whole.fontMetrics().height() * 3)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.count.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.listing, 1)
        layout.addWidget(self.whole)
        layout.addWidget(self.count)
        self.listing.opened.connect(self._agree)
        self.listing.chosen.connect(self._choose)

    @property
    def open_rows(self) -> tuple[EvidenceRow, ...]:
        """Return the rows that need a person and that nobody looked at yet."""
        return tuple(row for row in self.rows if row.needs_person and row.key not in self.looks)

    @property
    def differing(self) -> tuple[EvidenceRow, ...]:
        """Return the rows that differ."""
        return tuple(row for row in self.rows if self.looks.get(row.key) == DIFFERS)

    def begin(self, rows: Sequence[EvidenceRow]) -> None:
        """Show the rows of another case; nothing was said of them yet."""
        self.looks.clear()
        self.notes.clear()
        self.refresh(rows)
        self._go_to_open()

    def refresh(self, rows: Sequence[EvidenceRow]) -> None:
        """Show the rows anew; what was said of rows that read as before stays."""
        before = {row.key: row for row in self.rows}
        changed = {row.key for row in rows if before.get(row.key, row) != row}
        self.rows = tuple(rows)
        there = {row.key for row in self.rows} - changed
        self.looks = {key: look for key, look in self.looks.items() if key in there}
        self.listing.show_rows(self.rows)
        self._tell()

    def differ(self) -> None:
        """Say that the row in front differs, and ask for a note."""
        row = self.listing.current()
        if row is not None:
            self._say(row, DIFFERS)
            self._ask_note(row, self._go_to_open)

    def note(self) -> None:
        """Ask for a note to the row in front."""
        row = self.listing.current()
        if row is not None:
            self._ask_note(row, lambda: None)

    def _agree(self, row: EvidenceRow) -> None:
        self._say(row, SAME)
        self._go_to_open()

    def _say(self, row: EvidenceRow, look: str) -> None:
        self.looks[row.key] = look
        self.listing.show_rows(self.rows)
        self._tell()

    def _ask_note(self, row: EvidenceRow, after: Callable[[], None]) -> None:
        def noted(text: str) -> None:
            self.notes[row.key] = text
            self.listing.show_rows(self.rows)
            self._choose(self.listing.current())
            after()

        name = row.label.text(language())
        NoteDialog(name, self.notes.get(row.key, ""), noted, self).open()

    def _go_to_open(self) -> None:
        """Go to the next row that is still to be looked at, from here on and round again."""
        waiting = {row.key for row in self.open_rows}
        here = max(0, self.listing.view.currentIndex().row())
        order = (*self.rows[here:], *self.rows[:here])
        following = next((row for row in order if row.key in waiting), None)
        if following is not None:
            self.listing.pick(lambda row: row.key == following.key)

    def _choose(self, row: EvidenceRow | None) -> None:
        self.whole.setText("" if row is None else self._whole(row))
        self.in_front.emit(row)

    def _whole(self, row: EvidenceRow) -> str:
        spoken = language()
        lines = [
            f"{row.label.text(spoken)}: {row.entered.text(spoken)}",
            row.against.text(spoken),
            self.notes.get(row.key, ""),
        ]
        return "\n".join(line for line in lines if line)

    def _tell(self) -> None:
        ticked = sum(1 for row in self.rows if not row.needs_person)
        text = self.tr("{0} rows: {1} agree by machine, {2} to look at, {3} differ")
        self.count.setText(
            text.format(len(self.rows), ticked, len(self.open_rows), len(self.differing))
        )
        self.changed.emit()

    def _columns(self) -> tuple[Column[EvidenceRow], ...]:
        return (
            Column(
                title=self.tr("Row"),
                read=lambda row: row.label.text(language()),
                stretches=True,
            ),
            Column(
                title=self.tr("As entered"),
                read=lambda row: row.entered.text(language()),
                stretches=True,
            ),
            Column(title=self.tr("Look"), read=self._mark),
        )

    def _mark(self, row: EvidenceRow) -> str:
        said = QCoreApplication.translate("review", _MARKS[self.looks.get(row.key, row.source)])
        return f"{said} ※" if self.notes.get(row.key) else said
