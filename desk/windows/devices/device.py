"""What the desk asks of each machine, and how it says what state it is in."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from desk.windows.devices.spool import Queue


class DeviceKind(StrEnum):
    """The six machines of a window."""

    CARD_READER = "card_reader"
    SCANNER = "scanner"
    CAMERA = "camera"
    PRINTER = "printer"
    SIGNATURE = "signature"
    CUSTOMER_SCREEN = "customer_screen"


class DeviceState(StrEnum):
    """Whether a machine works, is missing, or was never set up and has its other way."""

    READY = "ready"
    MISSING = "missing"
    NOT_SET = "not_set"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What a test of a machine found; `detail` is a fact: a port, a name, what it said."""

    kind: DeviceKind
    state: DeviceState
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the chip of an identity card says."""

    name: str
    id_number: str
    address: str = ""
    valid_to: date | None = None


class DeviceError(Exception):
    """A machine did not do it; `code` names the message and `facts` fill its places."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


class Device(Protocol):
    """Any machine."""

    @property
    def port(self) -> str:
        """Return where it is: a port, a folder, a name."""

    def check(self) -> Check:
        """Test it; never raises, never takes long."""


class CardReader(Device, Protocol):
    """Reads identity cards."""

    def read(self) -> Card | None:
        """Return the card that lies there; DeviceError E-IDC-… where it cannot be read."""


class Camera(Device, Protocol):
    """Takes pictures of papers."""

    def picture(self) -> bytes | None:
        """Return a picture as a file of any usual kind; none where none is there yet."""


class Printer(Device, Protocol):
    """Prints finished papers."""

    def driver(self) -> str:
        """Return what drives it, as far as it says so: another one needs another calibration."""

    def queue(self) -> Queue:
        """Return what waits at the printer, and for what; never raises."""

    def print_pdf(self, pdf: bytes, title: str, tray: str = "") -> None:
        """Hand a paper over to be printed; DeviceError E-PRN-… where that is not possible."""
