"""Machines that are not there, for training, demonstrations and tests."""

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QIODevice, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from desk.windows.devices.device import Card, Check, DeviceError, DeviceKind, DeviceState
from desk.windows.devices.spool import Queue

SIMULATED = "simulated"
SHEET = (1240, 1754)  # A4 at 150 dpi


class Simulated:
    """A machine whose test ends as it is told."""

    def __init__(self, kind: DeviceKind) -> None:
        self.kind = kind
        self.is_there = True

    @property
    def port(self) -> str:
        """Return that it is none."""
        return SIMULATED

    def check(self) -> Check:
        """Say whether it is there."""
        state = DeviceState.READY if self.is_there else DeviceState.MISSING
        return Check(kind=self.kind, state=state, detail=SIMULATED)


class SimulatedCardReader(Simulated):
    """Reads the cards that are laid on it, one after the other."""

    def __init__(self, cards: Iterable[Card] = ()) -> None:
        super().__init__(DeviceKind.CARD_READER)
        self.cards = deque(cards)

    def lay(self, card: Card) -> None:
        """Lay a card on the reader."""
        self.cards.append(card)

    def read(self) -> Card | None:
        """Return the next card and take it away."""
        if not self.is_there:
            raise DeviceError("E-IDC-001")
        return self.cards.popleft() if self.cards else None


class SimulatedCamera(Simulated):
    """Photographs sheets that say which number they have."""

    def __init__(self) -> None:
        super().__init__(DeviceKind.CAMERA)
        self.taken = 0
        self.is_dark = False

    def picture(self) -> bytes | None:
        """Return the next sheet."""
        if not self.is_there:
            raise DeviceError("E-CAM-001")
        self.taken += 1
        return sheet_picture(self.taken, is_dark=self.is_dark)


class SimulatedPrinter(Simulated):
    """Keeps what it was given to print."""

    def __init__(self, name: str = SIMULATED) -> None:
        super().__init__(DeviceKind.PRINTER)
        self._name = name
        self.printed: list[tuple[str, bytes]] = []
        self.waits = Queue()

    @property
    def port(self) -> str:
        """Return its name."""
        return self._name

    def driver(self) -> str:
        """Nothing drives it."""
        return ""

    def queue(self) -> Queue:
        """Say what waits, as it was told to."""
        return self.waits

    def print_pdf(self, pdf: bytes, title: str, tray: str = "") -> None:
        """Keep a paper."""
        if not self.is_there:
            raise DeviceError("E-PRN-001")
        self.printed.append((title, pdf))


def sheet_picture(number: int, *, is_dark: bool = False) -> bytes:
    """Return a PNG of a printed sheet; safe off the GUI thread."""
    image = QImage(*SHEET, QImage.Format.Format_RGB32)
    image.fill(QColor(70, 70, 70) if is_dark else QColor(250, 250, 246))
    painter = QPainter(image)
    painter.setPen(QColor(20, 20, 20))
    font = QFont("Noto Sans SC")
    font.setPixelSize(64)
    painter.setFont(font)
    title = QRect(0, 80, SHEET[0], 120)
    painter.drawText(title, Qt.AlignmentFlag.AlignCenter, f"演示材料 {number}")
    font.setPixelSize(26)
    painter.setFont(font)
    for line in range(28):
        painter.drawText(120, 300 + line * 48, f"{line + 1:02d}  220402 001001 GB00001 F00010001")
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # it wants a str
    return bytes(buffer.data().data())
