"""The six machines of this workplace, as its settings say."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from desk.local.settings import Settings
from desk.windows.devices.device import (
    Camera,
    CardReader,
    Check,
    Device,
    DeviceKind,
    DeviceState,
    Printer,
)
from desk.windows.devices.payment import NoChannel, PaymentChannel, SimulatedChannel
from desk.windows.devices.real import (
    FolderCamera,
    NoCamera,
    PortScanner,
    TypedCards,
    TypingScanner,
    system_printer,
)
from desk.windows.devices.sane import PREFIX, PROGRAM, SaneScanner
from desk.windows.devices.simulated import (
    Simulated,
    SimulatedCamera,
    SimulatedCardReader,
    SimulatedPrinter,
)


class OwnSignature:
    """Signing with mouse, pen or finger on the applicants' screen: nothing has to be set up."""

    port = ""

    def check(self) -> Check:
        """It is always there."""
        return Check(kind=DeviceKind.SIGNATURE, state=DeviceState.READY)


class CustomerMonitor:
    """The monitor that faces the applicants."""

    def __init__(self, monitors: int, chosen: str) -> None:
        self._monitors, self.port = monitors, chosen

    def check(self) -> Check:
        """A second monitor is one; without it the screen opens beside the frame."""
        kind = DeviceKind.CUSTOMER_SCREEN
        if self._monitors > 1:
            return Check(kind=kind, state=DeviceState.READY, detail=self.port)
        state = DeviceState.MISSING if self.port else DeviceState.NOT_SET
        return Check(kind=kind, state=state, detail=self.port)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """All machines by what they are for, and the channel through which fees are paid."""

    card_reader: CardReader
    scanner: Device
    camera: Camera
    printer: Printer
    signature: Device
    customer_screen: Device
    payment: PaymentChannel

    def all(self) -> tuple[tuple[DeviceKind, Device], ...]:
        """Return the machines in the order in which they are shown."""
        return tuple((kind, getattr(self, kind.value)) for kind in DeviceKind)

    def checks(self) -> tuple[Check, ...]:
        """Test all of them."""
        return tuple(device.check() for _, device in self.all())


def simulated_workplace() -> Workplace:
    """Return a workplace of which nothing is real."""
    return Workplace(
        card_reader=SimulatedCardReader(),
        scanner=Simulated(DeviceKind.SCANNER),
        camera=SimulatedCamera(),
        printer=SimulatedPrinter(),
        signature=Simulated(DeviceKind.SIGNATURE),
        customer_screen=Simulated(DeviceKind.CUSTOMER_SCREEN),
        payment=SimulatedChannel(),
    )


def workplace(settings: Settings, *, rehearsal: bool) -> Workplace:
    """Return the machines of this workplace; a rehearsal has simulated ones where none is set."""
    pretended = simulated_workplace() if rehearsal else None
    port, folder = settings.scanner_port, settings.camera_folder
    camera = pretended.camera if pretended else NoCamera()
    printer = pretended.printer if pretended else system_printer("")
    monitors = len(QGuiApplication.screens())
    return Workplace(
        card_reader=pretended.card_reader if pretended else TypedCards(),
        scanner=PortScanner(port) if port else TypingScanner(),
        camera=_camera(folder) if folder else camera,
        printer=system_printer(settings.printer) if settings.printer else printer,
        signature=OwnSignature(),
        customer_screen=CustomerMonitor(monitors, settings.customer_monitor),
        payment=pretended.payment if pretended else NoChannel(),
    )


def _camera(setting: str) -> Camera:
    """Return the camera of a setting: a folder, or a scanner by `scanimage:` and its name."""
    if setting == PROGRAM or setting.startswith(PREFIX):
        return SaneScanner(setting.removeprefix(PROGRAM).removeprefix(":"))
    return FolderCamera(Path(setting))
