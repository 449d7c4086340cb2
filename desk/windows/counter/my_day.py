"""C13 我的一天: a person's own figures; nobody else's, and no rating that tells who gave it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from xlsxwriter.exceptions import FileCreateError

from desk.day.workbook import open_workbook, write_sheet
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.marks import minutes_text
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Column, Listing
from desk.windows.parts.words import language
from desk.windows.training.words import keys_by_case
from desk.workflow.answers import Touched
from desk.workflow.clock import day_of
from desk.workflow.queries.my_day import FEWEST_RATINGS, MyDays, OwnFigures, Spread, my_days
from forms.messages import message

NOTHING = "—"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """A line of the list: a day, or all of them together."""

    name: str
    own: OwnFigures


class MyDayScreen(QWidget):
    """Today in tiles, the last working days in a list, and all of it as a workbook."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self._tiles: dict[str, tuple[QLabel, QLabel]] = {}
        self.banner = Banner()
        self.rating = QLabel()
        self.rating.setProperty("role", "muted")
        self.rating.setWordWrap(True)
        self.days = Listing[DayRow](
            self._columns(),
            self.tr("Nothing counted yet. Press F5."),
            self.tr("Working days"),
            key=lambda row: row.name,
        )
        self.export = make_action(self, "export_days", self._ask_where)
        self.practise = make_action(self, "practise", lambda: shell.go("D10"))
        self.practised = QLabel()
        self.practised.setWordWrap(True)
        self._lay_out()

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Return what makes this screen stale."""
        return frozenset({Touched.CASES, Touched.QUEUE})

    @property
    def first(self) -> QWidget:
        """Return the list of days."""
        return self.days.view

    @property
    def acts(self) -> Sequence[QAction]:
        """Return what can be done with the figures."""
        return (self.practise, self.export)

    def open(self, subject: object) -> None:
        """Show the figures as they stand."""
        self.reload()

    def reload(self) -> None:
        """Count again."""
        login = self._office.person.login
        results = keys_by_case(self._office.keeping.practice.of(login))
        self.practised.setText(self.tr("Practice, keys per case: {0}").format(results))
        self.practised.setVisible(bool(results))
        self._office.look(self, lambda reader, now: my_days(reader, login, day_of(now)), self._show)

    def write_to(self, path: Path) -> None:
        """Write the list as it stands into a workbook; say why where it cannot be written."""
        try:
            with open_workbook(path) as book:
                write_sheet(book, self.tr("My day"), self._cells())
        except FileCreateError as error:
            text = message("E-OUT-001", language(), path=path, why=error)
            self.banner.say("error", text)
        else:
            self.banner.say("done", self.tr("Written to {0}.").format(path))

    def _columns(self) -> Sequence[Column[DayRow]]:
        def minutes(spread: Spread) -> str:
            if spread.p50 is None:
                return NOTHING
            return f"{_text(spread.p50)} / {_text(spread.p90)}"

        return (
            Column(title=self.tr("Day"), read=lambda row: row.name, stretches=True),
            *(
                Column(title=title, read=_reader(name), numbers=True)
                for name, title in self._counts().items()
            ),
            Column(
                title=self.tr("At the window p50 / p90"),
                read=lambda row: minutes(row.own.at_window),
                numbers=True,
            ),
            Column(
                title=self.tr("Gross p50 / p90"),
                read=lambda row: minutes(row.own.gross),
                numbers=True,
            ),
        )

    def _counts(self) -> dict[str, str]:
        return {
            "accepted": self.tr("Accepted"),
            "approved": self.tr("Approved"),
            "issued": self.tr("Handed out"),
            "returned": self.tr("Returned to me"),
            "refused": self.tr("Refused"),
        }

    def _lay_out(self) -> None:
        title = QLabel(self.tr("My day"))
        title.setProperty("role", "title")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(make_button(self.practise))
        head.addWidget(make_button(self.export))
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for name in (*self._counts(), "at_window", "gross"):
            tiles.addWidget(self._tile(name))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.banner)
        layout.addLayout(head)
        layout.addLayout(tiles)
        layout.addWidget(self.days, 1)
        layout.addWidget(self.practised)
        layout.addWidget(self.rating)

    def _tile(self, name: str) -> QFrame:
        tile = QFrame()
        tile.setObjectName("card")
        figure = QLabel(NOTHING)
        figure.setProperty("role", "tile")
        label = QLabel(self._counts().get(name, ""))
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        figure.setAccessibleName(label.text())
        layout = QVBoxLayout(tile)
        layout.addWidget(figure)
        layout.addWidget(label)
        self._tiles[name] = (figure, label)
        return tile

    def _show(self, found: MyDays) -> None:
        today = found.by_day[found.today]
        for name in self._counts():
            self._tiles[name][0].setText(str(getattr(today, name)))
        self._show_minutes("at_window", self.tr("At the window (p90 {0})"), today.at_window)
        self._show_minutes("gross", self.tr("Gross (p90 {0})"), today.gross)
        rows = [DayRow(name=day.isoformat(), own=own) for day, own in found.by_day.items()]
        self.days.show_rows([*rows, DayRow(name=self.tr("Together"), own=found.together)])
        if found.rating is None:
            text = self.tr("Ratings are shown from {0} on, so that nobody is known by his own.")
            self.rating.setText(text.format(FEWEST_RATINGS))
        else:
            text = self.tr("Rating by applicants: {0} of 5")
            self.rating.setText(text.format(f"{found.rating:.1f}"))

    def _show_minutes(self, name: str, words: str, spread: Spread) -> None:
        figure, label = self._tiles[name]
        figure.setText(_text(spread.p50))
        label.setText(words.format(_text(spread.p90)))
        figure.setAccessibleName(label.text())

    def _cells(self) -> Sequence[Sequence[object]]:
        """Return the list as numbers to go on counting with, the minutes as minutes."""
        minutes = (self.tr("At the window"), self.tr("Gross"))
        heads = [f"{one} {share}" for one in minutes for share in ("p50", "p90")]
        return [
            [self.tr("Day"), *self._counts().values(), *heads],
            *([row.name, *_numbers(row.own, self._counts())] for row in self.days.model.rows),
        ]

    def _ask_where(self) -> None:
        name = f"{self._office.person.login}.xlsx"
        chosen, _ = QFileDialog.getSaveFileName(self, self.export.text(), name, "XLSX (*.xlsx)")
        if chosen:
            self.write_to(Path(chosen))


def _numbers(own: OwnFigures, counts: Iterable[str]) -> list[object]:
    spreads = (own.at_window.p50, own.at_window.p90, own.gross.p50, own.gross.p90)
    return [*(getattr(own, name) for name in counts), *spreads]


def _reader(name: str) -> Callable[[DayRow], str]:
    return lambda row: str(getattr(row.own, name))


def _text(minutes: float | None) -> str:
    return NOTHING if minutes is None else minutes_text(minutes)
