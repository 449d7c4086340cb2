"""The machines as lights: a shape, a word, then a colour; each with its name and what to do."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from desk.windows.devices.device import Check, DeviceKind, DeviceState
from desk.windows.devices.simulated import SIMULATED
from desk.windows.parts.icons import SIZE as ICON
from desk.windows.parts.icons import icon
from desk.windows.parts.marks import paint_mark
from desk.windows.parts.noop import QT_TRANSLATE_NOOP

KINDS = {
    DeviceKind.CARD_READER: QT_TRANSLATE_NOOP("devices", "Card reader"),
    DeviceKind.SCANNER: QT_TRANSLATE_NOOP("devices", "Scanner"),
    DeviceKind.CAMERA: QT_TRANSLATE_NOOP("devices", "Document camera"),
    DeviceKind.PRINTER: QT_TRANSLATE_NOOP("devices", "Printer"),
    DeviceKind.SIGNATURE: QT_TRANSLATE_NOOP("devices", "Signature"),
    DeviceKind.CUSTOMER_SCREEN: QT_TRANSLATE_NOOP("devices", "Applicants' screen"),
}
STATES = {
    DeviceState.READY: QT_TRANSLATE_NOOP("devices", "ready"),
    DeviceState.MISSING: QT_TRANSLATE_NOOP("devices", "no answer"),
    DeviceState.NOT_SET: QT_TRANSLATE_NOOP("devices", "not set up"),
}
ICONS = {
    DeviceKind.CARD_READER: "card",
    DeviceKind.SCANNER: "scan",
    DeviceKind.CAMERA: "camera",
    DeviceKind.PRINTER: "print",
    DeviceKind.SIGNATURE: "sign",
    DeviceKind.CUSTOMER_SCREEN: "screen",
}
MARKS = {
    DeviceState.READY: "normal",
    DeviceState.MISSING: "overdue",
    DeviceState.NOT_SET: "not_started",
}
MARK = 12
IN_A_ROW = 2


def kind_word(kind: DeviceKind) -> str:
    """Name a machine."""
    return QCoreApplication.translate("devices", KINDS[kind])


def state_word(state: DeviceState) -> str:
    """Say what state a machine is in."""
    return QCoreApplication.translate("devices", STATES[state])


def place_word(port: str) -> str:
    """Say where a machine is: its port, or that it is simulated."""
    if port != SIMULATED:
        return port
    return QCoreApplication.translate("devices", "simulated")


class StateMark(QWidget):
    """The shape of a state: ● ready, ■ no answer, ○ not set up."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(MARK, MARK)
        self._state = DeviceState.NOT_SET

    def show_state(self, state: DeviceState) -> None:
        """Show a state."""
        self._state = state
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_mark(painter, MARKS[self._state], QRectF(1, 1, MARK - 2, MARK - 2))
        painter.end()


class Light(QWidget):
    """One machine: its picture or its name, and the shape of its state."""

    def __init__(self, kind: DeviceKind, *, small: bool) -> None:
        super().__init__()
        self.kind = kind
        self._small = small
        self._mark = StateMark()
        self._word = QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        if small:
            picture = QLabel()
            picture.setPixmap(icon(ICONS[kind]).pixmap(QSize(ICON)))
            layout.addWidget(picture)
            layout.addWidget(self._mark)
        else:
            layout.addWidget(self._mark)
            layout.addWidget(self._word)
            layout.addStretch(1)
        self.show_state(DeviceState.NOT_SET, "")

    def show_state(self, state: DeviceState, detail: str) -> None:
        """Show a state in shape, word and colour; the fact behind it stands in the tooltip."""
        said = f"{kind_word(self.kind)}: {state_word(state)}"
        self._mark.show_state(state)
        self._word.setText(f"{kind_word(self.kind)} {state_word(state)}")
        self.setAccessibleName(said)
        self.setToolTip(f"{said}  {place_word(detail)}".rstrip())


class Lights(QWidget):
    """All machines: a strip of pictures in the footer, or a block of words on a card."""

    def __init__(self, *, small: bool) -> None:
        super().__init__()
        self._lights = {kind: Light(kind, small=small) for kind in DeviceKind}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        grid.setHorizontalSpacing(10)
        across = len(self._lights) if small else IN_A_ROW
        for place, light in enumerate(self._lights.values()):
            at = Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(light, place // across, place % across, at)
        self.checks: tuple[Check, ...] = ()

    def show_checks(self, checks: Iterable[Check]) -> None:
        """Show what the tests found."""
        self.checks = tuple(checks)
        for check in self.checks:
            self._lights[check.kind].show_state(check.state, check.detail)

    @property
    def missing(self) -> tuple[Check, ...]:
        """Return the machines that were set up and do not answer."""
        return tuple(check for check in self.checks if check.state is DeviceState.MISSING)
