"""S01: the frame. Top bar, rail, the screen in front, and a footer that names its keys."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from desk.local.settings import Settings
from desk.windows.devices.cards import Cards
from desk.windows.devices.lights import Lights
from desk.windows.frame.ended_papers import EndedPapers
from desk.windows.frame.key_line import KeyLine
from desk.windows.frame.key_sheet import KeySheet
from desk.windows.frame.palette import Palette
from desk.windows.frame.rail import Rail, RailArea
from desk.windows.frame.stack import Stack
from desk.windows.frame.top_bar import HEIGHT, TopBar
from desk.windows.input.scanning import Scanning
from desk.windows.parts.actions import ACTIONS, key_text, make_action
from desk.windows.parts.banner import Banner
from desk.windows.parts.demonstration import framed, titled
from desk.windows.parts.form_view import EnterWalks
from desk.windows.parts.office import Office
from desk.windows.parts.panes import step_pane
from desk.windows.parts.screens import SCREENS
from desk.windows.parts.shell import Screen, Shell
from desk.windows.parts.tables import Listing
from desk.windows.parts.words import language
from desk.windows.recovery.offline_strip import OfflineStrip
from desk.windows.recovery.timekeeper import ClockStrip
from desk.workflow.answers import Touched
from desk.workflow.clock import ClockView
from desk.workflow.errors import DeskError
from forms.messages import message

NARROW, USUAL_EM = 800, 14  # a window below this width, at this width of a character
REFRESH = 15_000  # ms between reloads of the screen in front, for the clocks
FONT_STEP = 10

Maker = Callable[[Office, Shell], Screen]


class MainWindow(QMainWindow):
    """The frame around one screen at a time; a screen is made once, when first shown or before."""

    settings_changed = Signal(object)
    closed = Signal()

    def __init__(self, office: Office, makers: Mapping[str, Maker], settings: Settings) -> None:
        super().__init__()
        self._office = office
        self._makers = makers
        self.settings = settings
        self._made: dict[str, Screen] = {}
        self._stale: set[str] = set()
        self._specs = [
            spec
            for spec in SCREENS.values()
            if spec.id in makers and spec.is_for(office.person.roles)
        ]
        self._stack = Stack()
        self.rail = Rail(self, self._specs, self.go)
        office.messages.changed.connect(self._count_messages)
        self._keys = KeyLine()
        self.top = TopBar(office, self._open_palette)
        self.banner = Banner()
        self._searched = ""
        self.lights = Lights(small=True)
        self.scanning = Scanning(self, self, office.desk.setting.seal_key, settings)
        self._lay_out()
        self._give_keys()
        self._walks = EnterWalks(self)
        self._hear_scans()
        office.touched.connect(self._hear)
        office.failed.connect(self._fail)
        office.away.connect(self._away_or_back)
        self._away_or_back(office.is_away)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._refresh)
        self._timer.start(REFRESH)
        self.setWindowTitle(self._title())
        self.go(self._specs[0].id)

    def _hear_scans(self) -> None:
        """Take scans from now on; after the walking of Enter, for a scan's Enter is not a step."""
        self.scanning.listen()
        self.scanning.refused.connect(lambda text: self.banner.say("error", text))
        self.scanning.unknown.connect(self._keep_searched)
        ended = EndedPapers(self._office, self.scanning.queue, self)
        ended.ended.connect(lambda text: self.banner.say("error", text))
        self._cards = Cards(self, self, lambda: self._office.workplace.card_reader)
        self._cards.said.connect(self.banner.say)
        office = self._office
        office.background.run(self, office.workplace.checks, self.lights.show_checks, self._fail)

    @property
    def front(self) -> str:
        """Return the id of the screen in front."""
        return next(ident for ident, made in self._made.items() if made is self.screen)

    @property
    def screen(self) -> Screen:  # type: ignore[override]
        """Return the screen in front."""
        return self._stack.front  # type: ignore[return-value]

    @property
    def screens(self) -> tuple[str, ...]:
        """Return the ids of the screens that the person's roles know."""
        return tuple(spec.id for spec in self._specs)

    def opens(self, screen: str) -> bool:
        """Tell whether the person's roles know a screen."""
        return screen in self.screens

    def prepare(self, screen: str) -> None:
        """Make a screen before it is asked for, so that nobody waits for it then."""
        if screen not in self._made:
            self._make(screen)

    def lay_out(self, screen: str) -> None:
        """Give a screen that is made its size, and let it find its icons and its letters."""
        made = self._made[screen]
        if made is not self.screen:
            made.resize(self._stack.size())  # type: ignore[attr-defined]
            made.grab()  # type: ignore[attr-defined]

    def go(self, screen: str, subject: object = None) -> None:
        """Show a screen, about a subject; a person without the role stays where he is."""
        if not self.opens(screen):
            return
        if self._office.is_away and not SCREENS[screen].away:
            said = message("E-NET-003", language(), screen=SCREENS[screen].title)
            self.banner.say("info", said)
            return
        shown = self._made.get(screen) or self._make(screen)
        self._stack.bring(shown)  # type: ignore[arg-type]
        self.top.clock.hide()
        self.top.case.say(SCREENS[screen].title)
        shown.open(subject)
        self._stale.discard(screen)
        self.rail.show_current(screen)
        self._keys.show_acts(*self._footer(shown.acts))
        shown.first.setFocus()

    def show_case(self, title: str, clock: ClockView | None) -> None:
        """Say in the top bar which case is in hand."""
        self.top.case.say(title)
        self.top.clock.setVisible(clock is not None)
        if clock is not None:
            timed = self.tr("60 minutes") if clock.target_minutes else self.tr("Limit")
            self.top.clock.show_clock(clock, timed)

    def _count_messages(self) -> None:
        self.rail.count_messages(self._office.messages.unread)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = max(1.0, self.fontMetrics().horizontalAdvance("国") / USUAL_EM)
        self.rail.fit(narrow=self.width() < NARROW * scale)

    def put_on_top(self, bar: QWidget) -> None:
        """Show a bar below the top bar."""
        self._column.insertWidget(1, bar)

    def rest(self) -> None:
        """Stand behind another window: hidden, and hearing no machine."""
        self.scanning.close()
        self._cards.rest()
        self.hide()

    def wake(self) -> None:
        """Be there again as before."""
        self.show()
        self.scanning.listen()
        self._cards.wake()
        self._refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._timer.stop()
        self.scanning.close()
        self.closed.emit()
        super().closeEvent(event)

    def _make(self, screen: str) -> Screen:
        made = self._makers[screen](self._office, self)
        self._made[screen] = made
        for banner in made.findChildren(Banner):  # type: ignore[attr-defined]
            banner.said.connect(partial(self._office.messages.add, screen))
        self._stack.add(made)  # type: ignore[arg-type]
        return made

    def _title(self) -> str:
        return titled(self._office.desk.setting.centre_name, self._office.desk.kind)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.banner)
        right.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(RailArea(self.rail))
        middle.addLayout(right, 1)
        whole = QWidget()
        whole.setObjectName("page")
        layout = self._column = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(OfflineStrip(self._office))
        layout.addWidget(ClockStrip(self._office))
        layout.addLayout(middle, 1)
        layout.addWidget(self._footer_bar())
        self.setCentralWidget(framed(whole, self._office.desk.kind))
        self.setMinimumSize(640, 360)

    def _footer_bar(self) -> QFrame:
        footer = QFrame()
        footer.setObjectName("footer")
        footer.setMinimumHeight(HEIGHT - 8)
        layout = QHBoxLayout(footer)
        layout.setContentsMargins(12, 2, 12, 2)
        layout.addWidget(self._keys, 1)
        layout.addWidget(self.scanning.tray)
        layout.addWidget(self.lights)
        return footer

    def _footer(self, acts: Sequence[QAction]) -> tuple[list[str], str]:
        specs = [ACTIONS[str(action.data())] for action in acts]
        *texts, last = [
            f"{key_text(spec)} {spec.title}" for spec in (*specs, ACTIONS["keys"]) if spec.key
        ]
        return texts, last

    def _give_keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("keys", self._open_keys),
            ("kind", lambda: self.go("C02")),
            ("search", lambda: self.go("C12")),
            ("refresh", lambda: self.screen.reload()),
            ("palette", self._open_palette),
            ("messages", lambda: self.go("S04")),
            ("sync", lambda: self.go("S05")),
            ("scans", self.scanning.open_list),
            ("settings", lambda: self.go("D11")),
            ("larger", lambda: self._scale(+FONT_STEP)),
            ("smaller", lambda: self._scale(-FONT_STEP)),
            ("reset", lambda: self._scale(0)),
            ("full", self._toggle_full),
            ("filter", self._filter),
            ("pane", lambda: step_pane(self, +1)),
            ("pane_back", lambda: step_pane(self, -1)),
        )
        for ident, act in keys:
            make_action(self, ident, act)

    def _open_keys(self) -> None:
        KeySheet(self.front, self).exec()

    def _open_palette(self) -> None:
        palette = Palette(self._office, self._specs, self.screen.acts, self)
        palette.wanted.connect(self.go)
        palette.line.setText(self._searched)
        self._searched = ""
        palette.open()

    def _filter(self) -> None:
        """Filter the list that has the focus, or else the first one of the screen."""
        focus = QApplication.focusWidget()
        lists = [one for one in self._stack.findChildren(Listing) if one.isVisible()]
        there = [one for one in lists if focus is not None and one.isAncestorOf(focus)]
        for one in (there or lists)[:1]:
            one.ask_filter()

    def _keep_searched(self, text: str) -> None:
        """Keep a code that is none of ours for the search line, to be corrected there."""
        self._searched = text

    def _scale(self, step: int) -> None:
        percent = self.settings.font_percent + step if step else 100
        self.change_settings(replace(self.settings, font_percent=percent))

    def change_settings(self, settings: Settings) -> None:
        """Take over new settings and let the application act on them."""
        self.settings = settings
        self.settings_changed.emit(settings)

    def _toggle_full(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _hear(self, touched: frozenset[Touched]) -> None:
        for ident, made in self._made.items():
            if made.shown_of & touched:
                self._stale.add(ident)
        self._refresh_stale()

    def _refresh_stale(self) -> None:
        front = self.front
        if front in self._stale:
            self._stale.discard(front)
            self.screen.reload()

    def _refresh(self) -> None:
        if self._office.background.idle and self.screen.shown_of:
            self.screen.reload()

    def _away_or_back(self, away: bool) -> None:
        self.rail.show_away(away=away, reason=message("E-NET-003", language(), screen="{screen}"))

    def _fail(self, error: DeskError) -> None:
        self.banner.refuse(error)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._refresh()
        super().changeEvent(event)
