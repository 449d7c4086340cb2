"""The card reader is always listened to; a card goes to the screen in front that wants one."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QTimer, Signal

from desk.windows.devices.device import Card, CardReader, DeviceError
from desk.windows.parts.background import Background
from desk.windows.parts.words import language
from desk.workflow.clock import day_of
from desk.workflow.errors import DeskError
from forms.messages import message

EVERY = 400  # ms between two looks at the reader
EXPIRED = "E-IDC-009"


@runtime_checkable
class TakesCards(Protocol):
    """A screen on which people are entered or recognised."""

    def take_card(self, card: Card) -> bool:
        """Take a card; False where the screen has no use for one now."""


class Front(Protocol):
    """The frame, as the card reader sees it."""

    @property
    def screen(self) -> object:
        """Return the screen in front."""


class Cards(QObject):
    """Looks at the reader in the background and hands each card on once."""

    said = Signal(str, str)  # how grave, and a sentence for the banner

    def __init__(self, parent: QObject, front: Front, reader: Callable[[], CardReader]) -> None:
        super().__init__(parent)
        self._front, self._reader = front, reader
        self._worker = Background(self)
        self._complained = ""  # the trouble that was told already
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self.wake()

    def wake(self) -> None:
        """Look at the reader from now on."""
        self._timer.start(EVERY)

    def rest(self) -> None:
        """Leave the reader alone."""
        self._timer.stop()

    def look(self) -> None:
        """Look at the reader, unless the look before is not back yet."""
        reader = self._reader()
        if reader.port and self._worker.idle:
            self._worker.run(self, lambda: _card(reader), self._take, _never)

    def _take(self, found: Card | DeviceError | None) -> None:
        if isinstance(found, DeviceError):
            if found.code != self._complained:
                self.said.emit("error", message(found.code, language(), **found.facts))
            self._complained = found.code
            return
        self._complained = ""
        if found is not None:
            self._hand_on(found)

    def _hand_on(self, card: Card) -> None:
        screen = self._front.screen
        taken = isinstance(screen, TakesCards) and screen.take_card(card)
        if card.valid_to is not None and card.valid_to < day_of(datetime.now(UTC)):
            told = message(EXPIRED, language(), day=card.valid_to.isoformat())
            self.said.emit("info", told)
        elif not taken:
            text = self.tr("Card of {0} read. Press F2 to begin an acceptance with it.")
            self.said.emit("info", text.format(card.name))


def _card(reader: CardReader) -> Card | DeviceError | None:
    try:
        return reader.read()
    except DeviceError as error:
        return error


def _never(_error: DeskError) -> None:
    """Take a refusal of the desk: reading a card asks none of it."""
