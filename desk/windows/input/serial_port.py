"""A scanner on a serial port: it knows neither keyboard, focus nor input method."""

import importlib
import os
from collections.abc import Callable
from threading import Event, Thread
from typing import Protocol

from PySide6.QtCore import QObject, Signal

WAIT = 0.2  # seconds that one reading lasts at most
CHUNK = 256
LONGEST = 4_096  # bytes without an end: noise
SPEED = 9_600


class Port(Protocol):
    """An open port."""

    def read(self, size: int) -> bytes:
        """Return what came within a moment; nothing when nothing came."""

    def close(self) -> None:
        """Give the port back."""


class TerminalPort:
    """A port as Linux and macOS know it."""

    def __init__(self, name: str) -> None:
        import termios  # only where there are terminals

        self._fd = os.open(name, os.O_RDONLY | os.O_NOCTTY | os.O_NONBLOCK)
        settings = termios.tcgetattr(self._fd)
        settings[0] = settings[1] = settings[3] = 0  # nothing is translated, echoed or waited for
        settings[2] = termios.CS8 | termios.CREAD | termios.CLOCAL
        settings[4] = settings[5] = termios.B9600
        termios.tcsetattr(self._fd, termios.TCSANOW, settings)

    def read(self, size: int) -> bytes:
        """Return what came within a moment."""
        import select

        ready, _, _ = select.select([self._fd], [], [], WAIT)
        if not ready:
            return b""
        read = os.read(self._fd, size)
        if not read:
            raise OSError("the port was pulled out")
        return read

    def close(self) -> None:
        """Give the port back."""
        os.close(self._fd)


def open_port(name: str) -> Port:
    """Open a port; OSError where it cannot be opened, or where Windows lacks pyserial."""
    if os.name != "nt":
        return TerminalPort(name)
    try:
        serial = importlib.import_module("serial")
    except ImportError as error:
        raise OSError("pyserial is not installed") from error
    port: Port = serial.Serial(name, SPEED, timeout=WAIT)
    return port


class SerialScanner(QObject):
    """Reads lines from a port on a thread of its own; each line is one code."""

    scanned = Signal(str)
    lost = Signal(str)  # the port, when it was pulled out

    def __init__(
        self, name: str, opener: Callable[[str], Port] = open_port, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.name = name
        self._port = opener(name)
        self._stop = Event()
        self._thread = Thread(target=self._read, name=f"scanner {name}", daemon=True)
        self._thread.start()

    @property
    def is_there(self) -> bool:
        """Tell whether the port still answers."""
        return self._thread.is_alive()

    def close(self) -> None:
        """Stop reading and give the port back."""
        self._stop.set()
        self._thread.join()

    def _read(self) -> None:
        rest = b""
        try:
            while not self._stop.is_set():
                rest = self._tell(rest + self._port.read(CHUNK))
        except OSError:
            self.lost.emit(self.name)
        finally:
            self._port.close()

    def _tell(self, received: bytes) -> bytes:
        """Tell of whole lines; return what has no end yet."""
        *lines, rest = received.replace(b"\r", b"\n").split(b"\n")
        for line in lines:
            text = line.decode("utf-8", errors="replace").strip()
            if text:
                self.scanned.emit(text)
        return rest if len(rest) <= LONGEST else b""
