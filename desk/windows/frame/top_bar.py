"""The top bar: who sits where, the case in hand with its clocks, and the way to everything else."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from desk.windows.frame.window_clock import WindowClock
from desk.windows.parts.actions import ACTIONS
from desk.windows.parts.demonstration import chip
from desk.windows.parts.marks import ClockMark
from desk.windows.parts.office import Office

HEIGHT = 44
FEWEST = 12  # characters of the case's title for which the other words give way


class OneLine(QLabel):
    """Words in one line: what has no room ends in three dots and stands in the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        """Show words."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def whole(self) -> str:
        """Return all words, shown or not."""
        return self._whole

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        end = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._whole, end, self.width())
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class TopBar(QFrame):
    """Gives the case in hand what room there is; on a narrow screen the find key stands alone."""

    def __init__(self, office: Office, find: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setMinimumHeight(HEIGHT)
        person = office.person
        window = self.tr("Window {0}").format(person.window) if person.window else ""
        self._who = QLabel(f"{window} {person.name}".strip())
        self._who.setProperty("role", "section")
        self.case = OneLine()
        self.clock = ClockMark()
        self.at_window = WindowClock(office)
        self._find = self._finding(find)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 4, 12, 4)
        self._layout.setSpacing(16)
        self._layout.addWidget(self._who)
        self._layout.addWidget(self.case, 1)
        self._layout.addWidget(self.at_window)
        self._layout.addWidget(self.clock)
        if office.desk.kind == "rehearsal":
            self._layout.addWidget(chip())
        self._layout.addWidget(self._find)

    def minimumSizeHint(self) -> QSize:
        """Return the room without words that may give way."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _finding(self, find: Callable[[], None]) -> QPushButton:
        act = ACTIONS["palette"]
        button = QPushButton()
        button.setAccessibleName(act.title)
        button.setToolTip(f"{act.title} ({act.key})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(find)
        return button

    def _fit(self) -> None:
        act = ACTIONS["palette"]
        self._find.setText(f"{act.title}  {act.key}")
        items = (self._layout.itemAt(place) for place in range(self._layout.count()))
        beside = [item.widget() for item in items if item is not None]
        taken = sum(
            widget.sizeHint().width() + self._layout.spacing()
            for widget in beside
            if widget is not None and widget is not self.case and not widget.isHidden()
        )
        if self.width() - taken < FEWEST * self.fontMetrics().horizontalAdvance("国"):
            self._find.setText(act.key)
