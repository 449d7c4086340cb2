"""The rail: the screens of a person's roles; on a narrow window their pictures and digits alone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desk.windows.parts.icons import OF_SCREENS, SIZE, icon
from desk.windows.parts.screens import ScreenSpec

LAST_DIGIT = 9  # screens beyond it are reached by Ctrl+K and the mouse
WIDTH = 168
MESSAGES = "S04"


class Rail(QFrame):
    """A button for each screen, the first nine with a key."""

    def __init__(self, owner: QWidget, specs: Sequence[ScreenSpec], go: Callable[[str], None]):
        super().__init__()
        self.setObjectName("rail")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._narrow, self._unread = False, 0
        self._specs = tuple(spec for spec in specs if spec.in_rail)
        self.buttons: dict[str, QPushButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(0)
        for number, spec in enumerate(self._specs, start=1):
            layout.addWidget(self._button(number, spec, go))
            if number <= LAST_DIGIT:
                action = QAction(owner)
                action.setShortcut(QKeySequence(f"Ctrl+{number}"))
                action.triggered.connect(lambda _checked, ident=spec.id: go(ident))
                owner.addAction(action)
        layout.addStretch(1)
        self._write()

    def fit(self, *, narrow: bool) -> None:
        """Show the names of the screens, or on a narrow window what stands before them."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._write()

    def _write(self) -> None:
        """Write what each button says."""
        narrow = self._narrow
        self.setMinimumWidth(0 if narrow else WIDTH)
        for number, spec in enumerate(self._specs, start=1):
            digit = str(number) if number <= LAST_DIGIT else ""
            name = "" if narrow else f"  {spec.title}"
            count = f" ({self._unread})" if spec.id == MESSAGES and self._unread else ""
            button = self.buttons[spec.id]
            button.setProperty("narrow", narrow)
            button.style().polish(button)
            button.setText(f"{digit or '  '}{name}{count}".rstrip())

    def show_away(self, *, away: bool, reason: str) -> None:
        """While the database is away only what lives on this PC opens; the rest says why not."""
        for number, spec in enumerate(self._specs, start=1):
            button = self.buttons[spec.id]
            shut = away and not spec.away
            button.setEnabled(not shut)
            button.setToolTip(reason.format(screen=spec.title) if shut else _tip(number, spec))

    def show_current(self, screen: str) -> None:
        """Show which screen is in front."""
        for ident, button in self.buttons.items():
            button.setChecked(ident == screen)

    def count_messages(self, unread: int) -> None:
        """Say beside the messages how many nobody has looked at."""
        self._unread = unread
        self._write()

    def _button(self, number: int, spec: ScreenSpec, go: Callable[[str], None]) -> QPushButton:
        button = QPushButton()
        button.setObjectName("railbutton")
        button.setCheckable(True)
        button.setIcon(icon(OF_SCREENS[spec.id]))
        button.setIconSize(SIZE)
        button.setToolTip(_tip(number, spec))
        button.setAccessibleName(self.tr("Go to {0}").format(spec.title))
        button.clicked.connect(lambda _checked, ident=spec.id: go(ident))
        self.buttons[spec.id] = button
        return button


def _tip(number: int, spec: ScreenSpec) -> str:
    return f"{spec.title} (Ctrl+{number})" if number <= LAST_DIGIT else spec.title


class RailArea(QScrollArea):
    """Lets the rail scroll where a window is too low for it."""

    def __init__(self, rail: Rail) -> None:
        super().__init__()
        self._rail = rail
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setWidget(rail)

    def sizeHint(self) -> QSize:
        wanted = self._rail.sizeHint()
        scrolls = self._rail.minimumSizeHint().height() > self.height()
        bar = self.verticalScrollBar().sizeHint().width() if scrolls else 0
        return QSize(max(wanted.width(), self._rail.minimumWidth()) + bar, wanted.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)
