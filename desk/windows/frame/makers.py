"""Which class makes which screen; a screen's module is loaded when the screen is made."""

from collections.abc import Callable, Mapping
from importlib import import_module

from desk.windows.parts.office import Office
from desk.windows.parts.shell import Screen, Shell

CLASSES: Mapping[str, str] = {
    "C01": "desk.windows.counter.my_window:MyWindowScreen",
    "C02": "desk.windows.counter.kinds:KindsScreen",
    "C03": "desk.windows.counter.kept_acceptance:KeptAcceptanceScreen",
    "C05": "desk.windows.counter.register_search:RegisterSearchScreen",
    "C06": "desk.windows.counter.capture_screen:CaptureScreen",
    "C10": "desk.windows.counter.charges:ChargesScreen",
    "C11": "desk.windows.counter.hand_over:HandOverScreen",
    "B04": "desk.windows.counter.express:ExpressScreen",
    "C12": "desk.windows.counter.search:SearchScreen",
    "C13": "desk.windows.counter.my_day:MyDayScreen",
    "A01": "desk.windows.approval.pool:PoolScreen",
    "A02": "desk.windows.approval.review:ReviewScreen",
    "A04": "desk.windows.approval.registration:RegistrationScreen",
    "A05": "desk.windows.certificates.printing:PrintingScreen",
    "A06": "desk.windows.certificates.checking:CheckingScreen",
    "A07": "desk.windows.certificates.stock_book:StockScreen",
    "D05": "desk.windows.certificates.calibration_screen:CalibrationScreen",
    "A08": "desk.windows.certificates.vault:VaultScreen",
    "S06": "desk.windows.recovery.recovery_screen:RecoveryScreen",
    "S05": "desk.windows.recovery.sync_screen:SyncScreen",
    "S04": "desk.windows.frame.messages_screen:MessagesScreen",
    "V01": "desk.windows.hall.today:TodayScreen",
}


def module_of(place: str) -> str:
    """Return the module of the screen at `module:Class`."""
    return place.partition(":")[0]


def maker(place: str) -> Callable[[Office, Shell], Screen]:
    """Return what makes the screen at `module:Class`."""
    name = place.partition(":")[2]

    def make(office: Office, shell: Shell) -> Screen:
        made: Screen = getattr(import_module(module_of(place)), name)(office, shell)
        return made

    return make


def makers() -> dict[str, Callable[[Office, Shell], Screen]]:
    """Return a maker for every screen that has no needs of its own."""
    return {ident: maker(place) for ident, place in CLASSES.items()}
