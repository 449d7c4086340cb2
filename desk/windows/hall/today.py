"""V01: today in figures; each is counted from the events of the cases."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Column, Listing
from desk.windows.parts.words import item_name
from desk.workflow.answers import Touched
from desk.workflow.clock import day_of
from desk.workflow.queries.queue import how_many_wait
from desk.workflow.queries.throughput import Throughput, throughput
from desk.workflow.reader import Reader

Count = tuple[str, int]


class TodayScreen(QWidget):
    """Tiles that answer at a glance, and the counts per window and per kind of business."""

    def __init__(self, office: Office, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell = office, shell
        self._tiles: dict[str, QLabel] = {}
        self.windows = Listing[Count](
            self._columns(self.tr("Window")),
            self.tr("Nothing handed out yet today."),
            self.tr("Windows"),
        )
        self.items = Listing[Count](
            self._columns(self.tr("Business")),
            self.tr("Nothing handed out yet today."),
            self.tr("Kinds of business"),
        )
        self._lay_out()

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Return what makes this screen stale."""
        return frozenset({Touched.CASES, Touched.QUEUE, Touched.STOCK})

    @property
    def first(self) -> QWidget:
        """Return the first list."""
        return self.windows.view

    @property
    def acts(self) -> Sequence[QAction]:
        """The board only shows."""
        return ()

    def open(self, subject: object) -> None:
        """Show the day as it stands."""
        self.reload()

    def reload(self) -> None:
        """Count again."""

        def ask(reader: Reader, now: datetime) -> tuple[Throughput, int]:
            today = day_of(now)
            return throughput(reader, today, today), how_many_wait(reader)

        self._office.look(self, ask, self._show)

    def _columns(self, title: str) -> Sequence[Column[Count]]:
        return (
            Column(title=title, read=lambda row: row[0], stretches=True),
            Column(title=self.tr("Handed out"), read=lambda row: str(row[1]), numbers=True),
        )

    def _lay_out(self) -> None:
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for key, text in (
            ("waiting", self.tr("Waiting now")),
            ("accepted", self.tr("Accepted today")),
            ("issued", self.tr("Handed out today")),
            ("certificates", self.tr("Certificates and proofs")),
            ("within", self.tr("Within 60 minutes")),
            ("median", self.tr("Median minutes")),
        ):
            tiles.addWidget(self._tile(key, text))
        title = QLabel(self.tr("Today"))
        title.setProperty("role", "title")
        lists = QHBoxLayout()
        lists.setSpacing(16)
        lists.addWidget(self.windows, 1)
        lists.addWidget(self.items, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addLayout(tiles)
        layout.addLayout(lists, 1)

    def _tile(self, key: str, text: str) -> QFrame:
        tile = QFrame()
        tile.setObjectName("card")
        figure = QLabel("—")
        figure.setProperty("role", "tile")
        figure.setAccessibleName(text)
        label = QLabel(text)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        layout = QVBoxLayout(tile)
        layout.addWidget(figure)
        layout.addWidget(label)
        self._tiles[key] = figure
        return tile

    def _show(self, found: tuple[Throughput, int]) -> None:
        day, waiting = found
        figures = {
            "waiting": str(waiting),
            "accepted": str(day.accepted),
            "issued": str(day.issued),
            "certificates": f"{day.certificates} + {day.proofs}",
            "within": f"{day.within_60} / {day.timed_60}",
            "median": "—" if day.median_minutes is None else f"{day.median_minutes:.0f}",
        }
        for key, figure in figures.items():
            self._tiles[key].setText(figure)
        self.windows.show_rows([(str(one), many) for one, many in sorted(day.by_window.items())])
        most = sorted(day.by_item.items(), key=lambda pair: -pair[1])
        self.items.show_rows([(item_name(code), many) for code, many in most])
