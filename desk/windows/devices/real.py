"""The real ways: a scanner that types or has a port, a folder of pictures, the system's printer."""

import os
import shutil
import subprocess
from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desk.windows.devices.device import Card, Check, DeviceError, DeviceKind, DeviceState
from desk.windows.devices.spool import Queue, make_of, queue_of
from desk.windows.input.serial_port import open_port
from printing.raster import page_count, page_image

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp", ".pdf"})
ANSWER_TIME = 5  # seconds that the system's print service has
DPI = 300
MILLIMETRES = 25.4


class ByHand:
    """A machine that was not set up: its work is done by keyboard, mouse or file."""

    port = ""

    def __init__(self, kind: DeviceKind) -> None:
        self.kind = kind

    def check(self) -> Check:
        """Say that it was not set up, which is no fault."""
        return Check(kind=self.kind, state=DeviceState.NOT_SET)


class TypedCards(ByHand):
    """No reader: numbers are typed and marked so."""

    def __init__(self) -> None:
        super().__init__(DeviceKind.CARD_READER)

    def read(self) -> Card | None:
        """There is never a card."""
        return None


class TypingScanner:
    """A scanner that types with a prefix; it cannot be asked whether it is there."""

    port = "Ctrl+B … Enter"

    def check(self) -> Check:
        """It is taken to be ready: its test is a scan."""
        return Check(kind=DeviceKind.SCANNER, state=DeviceState.READY, detail=self.port)


class PortScanner:
    """A scanner on a serial port."""

    def __init__(self, port: str) -> None:
        self.port = port

    def check(self) -> Check:
        """Open the port for a moment."""
        try:
            open_port(self.port).close()
        except OSError as error:
            said = error.strerror or str(error)
            return Check(kind=DeviceKind.SCANNER, state=DeviceState.MISSING, detail=said)
        return Check(kind=DeviceKind.SCANNER, state=DeviceState.READY, detail=self.port)


class NoCamera(ByHand):
    """No camera: pictures are dropped, pasted or chosen."""

    def __init__(self) -> None:
        super().__init__(DeviceKind.CAMERA)

    def picture(self) -> bytes | None:
        """There is nothing to take a picture with."""
        raise DeviceError("E-CAM-001")


class FolderCamera:
    """A document camera whose own program saves into a folder: each new file is one picture."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen = set(self._files())

    @property
    def port(self) -> str:
        """Return the folder."""
        return str(self._folder)

    def check(self) -> Check:
        """Look whether the folder is there."""
        state = DeviceState.READY if self._folder.is_dir() else DeviceState.MISSING
        return Check(kind=DeviceKind.CAMERA, state=state, detail=self.port)

    def picture(self) -> bytes | None:
        """Return the oldest picture that came since; none where none did."""
        if not self._folder.is_dir():
            raise DeviceError("E-CAM-001")
        fresh = [file for file in self._files() if file not in self._seen]
        if not fresh:
            return None
        self._seen.add(fresh[0])
        return fresh[0].read_bytes()

    def _files(self) -> list[Path]:
        if not self._folder.is_dir():
            return []
        files = [file for file in self._folder.iterdir() if file.suffix.lower() in PICTURES]
        return sorted(files, key=lambda file: (file.stat().st_mtime_ns, file.name))


class SpoolPrinter:
    """A printer of CUPS, through its own program `lp`."""

    def __init__(self, name: str = "") -> None:
        self.port = name

    def check(self) -> Check:
        """Ask the print service for the printer, or for its first one."""
        said = _run(["lpstat", *(["-p", self.port] if self.port else ["-d"])])
        there = said is not None and (bool(self.port) or ":" in said)
        state = _state(there, self.port)
        return Check(kind=DeviceKind.PRINTER, state=state, detail=(said or "").strip()[:80])

    def driver(self) -> str:
        """Return make and model, as the print service has them."""
        return make_of(self._options())

    def queue(self) -> Queue:
        """Return what waits there, and for what; the print service sends each paper once."""
        jobs = _run(["lpstat", "-o", *([self.port] if self.port else [])]) or ""
        return queue_of(self._options(), jobs)

    def _options(self) -> str:
        return _run(["lpoptions", *(["-p", self.port] if self.port else [])]) or ""

    def print_pdf(self, pdf: bytes, title: str, tray: str = "") -> None:
        """Hand a paper over to the print service."""
        to = ["-d", self.port] if self.port else []
        to += ["-o", f"InputSlot={tray}"] if tray else []
        to += ["-o", "print-scaling=none"]  # in its own size, whatever the queue is set to
        if _run(["lp", *to, "-t", title, "-"], pdf) is None:
            raise DeviceError("E-PRN-001")


class SystemPrinter:
    """A printer of the system through Qt, page by page as pictures; Windows has no `lp`."""

    def __init__(self, name: str = "") -> None:
        self._is_chosen = bool(name)
        self.port = name or QPrinterInfo.defaultPrinterName()

    def check(self) -> Check:
        """Look whether the system knows the printer."""
        known = self.port in QPrinterInfo.availablePrinterNames()
        state = _state(known, self.port if self._is_chosen else "")
        return Check(kind=DeviceKind.PRINTER, state=state, detail=self.port)

    def driver(self) -> str:
        """Return make and model, as the system has them."""
        return QPrinterInfo.printerInfo(self.port).makeAndModel()

    def queue(self) -> Queue:
        """Return what waits there, as far as Qt is told."""
        info = QPrinterInfo.printerInfo(self.port)
        stopped = info.state() in (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error)
        active = info.state() is QPrinter.PrinterState.Active
        return Queue(waiting=int(active), trouble="E-PRN-007" if stopped else "")

    def print_pdf(self, pdf: bytes, title: str, tray: str = "") -> None:
        """Print a paper in its own size; the tray is the one that the system has set."""
        if self.check().state is not DeviceState.READY:
            raise DeviceError("E-PRN-001")
        printer = QPrinter()
        printer.setPrinterName(self.port)
        paint_pdf(printer, pdf, title)


def paint_pdf(printer: QPrinter, pdf: bytes, title: str) -> None:
    """Paint the pages of a paper onto a printer in their own size; E-PRN-003 where it stops."""
    printer.setDocName(title)
    printer.setFullPage(True)
    painter = QPainter()
    for number in range(page_count(pdf)):
        page = page_image(pdf, number, DPI)
        image = QImage(
            page.rgb, page.width, page.height, page.width * 3, QImage.Format.Format_RGB888
        )
        size = QSizeF(page.width, page.height) * MILLIMETRES / DPI
        printer.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter))
        ready = printer.newPage() if painter.isActive() else painter.begin(printer)
        if not ready:
            raise DeviceError("E-PRN-003", reason=title)
        # In its true size, not stretched to a page that the system rounds to whole points.
        wide, high = page.width * printer.logicalDpiX(), page.height * printer.logicalDpiY()
        painter.drawImage(QRectF(0, 0, wide / DPI, high / DPI), image)
    painter.end()


def system_printer(name: str) -> SpoolPrinter | SystemPrinter:
    """Return the printer by the way that this system has."""
    return SpoolPrinter(name) if shutil.which("lp") else SystemPrinter(name)


def _state(there: bool, chosen: str) -> DeviceState:
    """Say what a printer is: one that nobody chose is not missed."""
    if there:
        return DeviceState.READY
    return DeviceState.MISSING if chosen else DeviceState.NOT_SET


def _run(command: list[str], content: bytes = b"") -> str | None:
    """Run a program of the print service; none where it is not there or refuses."""
    try:
        done = subprocess.run(
            command,
            input=content,
            capture_output=True,
            timeout=ANSWER_TIME,
            env={**os.environ, "LC_ALL": "C"},
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode(errors="replace") if done.returncode == 0 else None
