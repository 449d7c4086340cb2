"""What an applicant called wrong on his screen: amber in the entry until it is put right."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from desk.windows.counter.entry import ApplicationEntry
from desk.windows.counter.sections import section_at
from desk.windows.parts.cells import Cell

OF_A_PERSON = ("name", "id_number")


class Doubts(QObject):
    """Marks by path of the entry; a change of the value, or asking anew, ends one."""

    changed = Signal()

    def __init__(self, entry: ApplicationEntry) -> None:
        super().__init__(entry)
        self._entry = entry
        self._who: dict[str, str] = {}
        self._marked: list[Cell] = []
        entry.model.changed.connect(lambda path, _old, _new: self._settle(path))
        entry.parties.rows_changed.connect(self._show)

    @property
    def sections(self) -> frozenset[str]:
        """Return the sections in which something is doubted."""
        return frozenset(section_at(path) for path in self._who)

    def mark(self, path: str, who: str, *, wrong: bool) -> None:
        """Note that a person calls a value wrong, or takes that back."""
        if wrong:
            self._who[path] = who
        else:
            self._who.pop(path, None)
        self._tell()

    def forget(self) -> None:
        """Let go of all marks."""
        if self._who:
            self._who.clear()
            self._tell()

    def _settle(self, path: str) -> None:
        ended = [one for one in self._who if path == one or path.startswith(f"{one}/")]
        for one in ended:
            del self._who[one]
        if ended:
            self._tell()

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for cell in self._marked:
            cell.show_doubt("")
        self._marked = []
        for path, who in self._who.items():
            for cell in self._cells_of(path):
                cell.show_doubt(self.tr("▲ {0}: this is wrong").format(who))
                self._marked.append(cell)

    def _cells_of(self, path: str) -> Iterator[Cell]:
        entry, (head, *rest) = self._entry, path.split("/")
        if head == "parties":
            rows = [row for row in entry.parties.rows if str(row.key) == rest[0]]
            yield from (row.cells[name] for row in rows for name in OF_A_PERSON)
        elif head == "fields" and rest[0] in entry.form.cells:
            yield entry.form.cells[rest[0]]
        elif head == "units":
            yield entry.codes_cell
        elif head in entry.basics:
            yield entry.basics[head]
