"""D04 设备与工位: the machines of this workplace, where they are, what their last test said."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desk.local.settings import Settings
from desk.windows.devices.device import Check, DeviceKind
from desk.windows.devices.lights import MARKS, kind_word, place_word, state_word
from desk.windows.parts.actions import make_action, make_button
from desk.windows.parts.banner import Banner
from desk.windows.parts.labelled import add_rows
from desk.windows.parts.marks import ClockText
from desk.windows.parts.office import Office
from desk.windows.parts.shell import Shell
from desk.windows.parts.tables import Column, Listing
from desk.windows.parts.words import language
from desk.workflow.answers import Touched
from desk.workflow.clock import SHANGHAI
from desk.workflow.errors import DeskError
from forms.messages import message


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRow:
    """A machine, where it is, and its last test."""

    kind: DeviceKind
    port: str
    check: Check | None = None
    tested_at: datetime | None = None


class DevicesScreen(QWidget):
    """Test a machine with T, write all down with X, and say where each is."""

    changed = Signal(object)

    def __init__(self, office: Office, shell: Shell, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("page")
        self._office, self._shell, self._settings = office, shell, settings
        self.banner = Banner()
        self.listing = Listing[DeviceRow](
            self._columns(), self.tr("No devices. Press F5."), self.tr("Devices"), _kind
        )
        self.port = QLineEdit(settings.scanner_port)
        self.mode = QComboBox()
        self.mode.addItem(self.tr("Prefix Ctrl+B (standard)"), "prefix")
        self.mode.addItem(self.tr("Timing (compatibility mode)"), "timing")
        self.mode.setCurrentIndex(self.mode.findData(settings.scanner_mode))
        self.folder = QLineEdit(settings.camera_folder)
        self.printer = QLineEdit(settings.printer)
        self.sound = QCheckBox(self.tr("Sounds for scans"))
        self.sound.setChecked(settings.sound)
        self.test = make_action(self, "test_device", self._test)
        self.export = make_action(self, "export_devices", self._ask_where)
        self.save = make_action(self, "save_devices", self._save)
        self._lay_out()
        self._show_rows()

    @property
    def shown_of(self) -> frozenset[Touched]:
        """Machines are touched by nobody else."""
        return frozenset()

    @property
    def first(self) -> QWidget:
        """Return the list."""
        return self.listing.view

    @property
    def acts(self) -> Sequence[QAction]:
        """Return what can be done with machines."""
        return (self.test, self.export, self.save)

    def open(self, subject: object) -> None:
        """Test everything."""
        self.reload()

    def reload(self) -> None:
        """Test everything, off this thread: a port may take its time."""
        self._office.background.run(
            self, self._office.workplace.checks, self._show_checks, self._refused
        )

    def write_to(self, path: Path) -> None:
        """Write the settings and tests of this workplace into a file, for who looks after it."""
        told = {
            "window": self._settings.window,
            "settings": asdict(self._settings),
            "devices": [_told(row) for row in self.listing.model.rows],
        }
        path.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")

    def _columns(self) -> Sequence[Column[DeviceRow]]:
        return (
            Column(title=self.tr("Device"), read=lambda row: kind_word(row.kind)),
            Column(title=self.tr("Port"), read=lambda row: place_word(row.port), stretches=True),
            Column(title=self.tr("State"), read=lambda row: _state(row).text, clock=_state),
            Column(title=self.tr("Last test"), read=_tested),
        )

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Devices of this workplace"))
        title.setProperty("role", "title")
        form = QFormLayout()
        add_rows(
            form,
            (self.tr("Port of the scanner"), self.port),
            (self.tr("Scanner without a port"), self.mode),
            (self.tr("Folder of the camera"), self.folder),
            (self.tr("Printer"), self.printer),
        )
        self.port.setPlaceholderText(self.tr("COM3 or /dev/ttyACM0; empty: the scanner types"))
        self.folder.setPlaceholderText(self.tr("where the camera's program saves its pictures"))
        self.printer.setPlaceholderText(self.tr("as the system calls it; empty: its first one"))
        form.addRow("", self.sound)
        foot = QHBoxLayout()
        foot.addWidget(make_button(self.test))
        foot.addWidget(make_button(self.export))
        foot.addStretch(1)
        foot.addWidget(make_button(self.save, main=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        for widget in (title, self.banner):
            layout.addWidget(widget)
        layout.addWidget(self.listing, 1)
        layout.addLayout(form)
        layout.addLayout(foot)

    def _show_rows(self) -> None:
        machines = self._office.workplace.all()
        self.listing.show_rows([DeviceRow(kind=kind, port=one.port) for kind, one in machines])

    def _show_checks(self, checks: tuple[Check, ...]) -> None:
        fresh = {check.kind: check for check in checks}
        now = datetime.now(SHANGHAI)
        self.listing.show_rows(
            [
                replace(row, check=fresh[row.kind], tested_at=now) if row.kind in fresh else row
                for row in self.listing.model.rows
            ]
        )

    def _test(self) -> None:
        row = self.listing.current()
        if row is not None:
            device = dict(self._office.workplace.all())[row.kind]
            self._office.background.run(
                self, lambda: (device.check(),), self._tested, self._refused
            )

    def _tested(self, checks: tuple[Check, ...]) -> None:
        self._show_checks(checks)
        (check,) = checks
        name = kind_word(check.kind)
        if MARKS[check.state] == "overdue":
            self.banner.say("error", message("E-DEV-001", language(), device=name))
        else:
            told = f"{name}: {state_word(check.state)}  {place_word(check.detail)}"
            self.banner.say("done", told.rstrip())

    def _refused(self, error: DeskError) -> None:
        self.banner.refuse(error)

    def _ask_where(self) -> None:
        name = f"devices-{self._settings.window or 0}.json"
        chosen, _ = QFileDialog.getSaveFileName(self, self.export.text(), name, "JSON (*.json)")
        if chosen:
            self.write_to(Path(chosen))
            self.banner.say("done", self.tr("Written to {0}.").format(chosen))

    def _save(self) -> None:
        self.changed.emit(
            replace(
                self._settings,
                scanner_port=self.port.text().strip(),
                scanner_mode=self.mode.currentData(),
                camera_folder=self.folder.text().strip(),
                printer=self.printer.text().strip(),
                sound=self.sound.isChecked(),
            )
        )


def _kind(row: DeviceRow) -> object:
    return row.kind


def _state(row: DeviceRow) -> ClockText:
    if row.check is None:
        return ClockText("not_started", "…")
    return ClockText(MARKS[row.check.state], state_word(row.check.state))


def _tested(row: DeviceRow) -> str:
    return row.tested_at.strftime("%H:%M:%S") if row.tested_at else ""


def _told(row: DeviceRow) -> dict[str, str]:
    return {
        "device": row.kind.value,
        "port": row.port,
        "state": row.check.state.value if row.check else "",
        "detail": row.check.detail if row.check else "",
        "tested_at": row.tested_at.isoformat() if row.tested_at else "",
    }
