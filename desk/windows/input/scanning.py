"""The scanner of a window: from whatever way the code comes to the screen that it is for."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from desk.local.settings import Settings
from desk.windows.input.scan_queue import Mark, Scan, ScanQueue
from desk.windows.input.scan_tray import ScanList, ScanTray, ask_what
from desk.windows.input.serial_port import SerialScanner
from desk.windows.input.sounds import Sounds
from desk.windows.input.wedge import PrefixWedge, TimingWedge
from desk.windows.parts.ears import ears
from desk.windows.parts.words import language
from desk.workflow.scanned import Meaning, ScanKind
from forms.messages import message

HOMES: Mapping[ScanKind, str] = {
    ScanKind.TICKET: "C01",
    ScanKind.SLIP: "C01",
    ScanKind.WAYBILL: "B04",
    ScanKind.CERTIFICATE: "A08",
    ScanKind.SERIAL: "A08",
}
"""Where a code goes that the screen in front does not take; any other is searched for in C12."""

FINISH = QKeySequence("Ctrl+Return")
TOLD = 40  # signs of an unknown code in a sentence
SOUNDS: Mapping[Mark, str] = {Mark.DONE: "ok", Mark.DUPLICATE: "duplicate"}
REFUSALS: Mapping[Mark, str] = {
    Mark.UNKNOWN: "E-SCN-004",
    Mark.BROKEN: "E-SCN-005",
    Mark.FORGED: "E-SCN-006",
}


@runtime_checkable
class TakesScans(Protocol):
    """A screen that has a use for some codes."""

    def take_scan(self, meaning: Meaning) -> bool:
        """Take a code; False leaves it to the screen that is its home."""


class Front(Protocol):
    """The frame, as the scanner sees it."""

    @property
    def screen(self) -> object:
        """Return the screen in front."""

    def opens(self, screen: str) -> bool:
        """Tell whether the person may see a screen."""

    def go(self, screen: str, subject: object = None) -> None:
        """Show another screen about a subject."""


class Scanning(QObject):
    """Everything between a scanner and the screens, for one window of the program."""

    refused = Signal(str)  # a sentence for the banner
    unknown = Signal(str)  # a code that is none of ours, for the search line
    typed = Signal(int)  # so many keys of late were a scanner's, not a person's

    def __init__(self, window: QWidget, front: Front, seal_key: str, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._front = window, front
        self.sounds = Sounds(muted=not settings.sound)
        self.queue = ScanQueue(seal_key, self._route, self._choose, self)
        self.tray = ScanTray(compatible=settings.scanner_mode == "timing")
        self.tray.clicked.connect(self.open_list)
        self.queue.told.connect(self._tell)
        self.queue.waiting.connect(self.tray.show_waiting)
        self.queue.waiting.connect(self._let_go)
        self._held = False  # Ctrl+Enter, pressed while scans still waited
        self.serial: SerialScanner | None = None
        self._settings = settings
        self._wedge: PrefixWedge | None = None

    @property
    def is_reading(self) -> bool:
        """Tell whether a scanner that types is typing now."""
        return self._wedge is not None and self._wedge.is_reading

    def listen(self) -> None:
        """Begin to take scans, when everything else that hears keys is there; again after close."""
        ears().add(self)
        self._listen_to_keys(self._settings)
        self._open_port(self._settings.scanner_port)

    def open_list(self) -> None:
        """Show the scans of late."""
        ScanList(self.queue.rows, self._window).open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold Ctrl+Enter back while scans wait: what is finished must hold what was scanned."""
        keys = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() not in keys or not isinstance(event, QKeyEvent):
            return False
        if not self.queue.pending or not _is_finish(event):
            return False
        event.accept()
        self._held = True
        return True

    def _let_go(self, waiting: int) -> None:
        """Do what Ctrl+Enter was pressed for, once nothing waits any more."""
        if waiting or not self._held:
            return
        self._held = False
        for action in getattr(self._front.screen, "acts", ()):
            if action.shortcut() == FINISH and action.isEnabled():
                action.trigger()

    def close(self) -> None:
        """Hear no keys any more and give the port back."""
        for listener in (self, *self.findChildren(QObject)):
            ears().remove(listener)
        if self.serial is not None:
            self.serial.close()

    def _listen_to_keys(self, settings: Settings) -> None:
        if settings.scanner_mode == "timing":
            timing = TimingWedge(self)
            timing.scanned.connect(lambda text: self.typed.emit(len(text) + 1))
            timing.scanned.connect(self.queue.take)
            return
        wedge = self._wedge = PrefixWedge(self)
        wedge.scanned.connect(self.queue.take)
        wedge.broken.connect(self.queue.take_broken)
        wedge.caught.connect(lambda: self.refused.emit(message("E-SCN-007", language())))

    def _open_port(self, port: str) -> None:
        if not port:
            return
        try:
            self.serial = SerialScanner(port, parent=self)
        except OSError:
            self._miss(port)
            return
        # Both come from the port's thread: only a method of a QObject is called on this one.
        self.serial.scanned.connect(self.queue.take)
        self.serial.lost.connect(self._miss)

    def _miss(self, port: str) -> None:
        self.refused.emit(message("E-SCN-001", language(), port=port))

    def _route(self, meaning: Meaning) -> bool:
        screen = self._front.screen
        if not (isinstance(screen, TakesScans) and screen.take_scan(meaning)):
            home = HOMES.get(meaning.kind)
            if home is not None and self._front.opens(home):
                self._front.go(home, meaning)
            else:
                self._front.go("C12", meaning.value)
        return True

    def _choose(
        self, text: str, found: Sequence[Meaning], chosen: Callable[[Meaning | None], None]
    ) -> None:
        ask_what(text, found, chosen, self._window).open()

    def _tell(self, scan: Scan) -> None:
        self.tray.show_scan(scan)
        self.sounds.play(SOUNDS.get(scan.mark, "unknown"))
        if scan.mark in REFUSALS:
            code = scan.text if len(scan.text) <= TOLD else f"{scan.text[:TOLD]}…"
            self.refused.emit(message(REFUSALS[scan.mark], language(), text=code))
        if scan.mark is Mark.UNKNOWN:
            self.unknown.emit(scan.text)


def _is_finish(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bool(
        event.modifiers() & Qt.KeyboardModifier.ControlModifier
    )
