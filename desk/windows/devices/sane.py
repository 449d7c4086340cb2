"""A flatbed scanner through SANE's own program `scanimage`: one page, a file on its output."""

import os
import subprocess

from desk.windows.devices.device import Check, DeviceError, DeviceKind, DeviceState

PROGRAM = "scanimage"
PREFIX = f"{PROGRAM}:"
"""Before a scanner's name, where the settings else name the folder of a camera."""
RESOLUTION = 200
LISTING, SCANNING = 20, 90  # seconds
LINE = 120  # letters of what it said that are shown


class SaneScanner:
    """Scans a page a time in the place of a camera; any scanner that SANE knows, or one by name."""

    def __init__(self, name: str = "") -> None:
        self.port = name

    def check(self) -> Check:
        """Ask SANE whether it knows the scanner."""
        try:
            said = _run(["-L"], LISTING).decode(errors="replace")
        except DeviceError as error:
            reason = str(error.facts["reason"])
            return Check(kind=DeviceKind.CAMERA, state=DeviceState.MISSING, detail=reason)
        known = f"`{self.port}'" in said if self.port else "device `" in said
        state = DeviceState.READY if known else DeviceState.MISSING
        return Check(kind=DeviceKind.CAMERA, state=state, detail=self.port or PROGRAM)

    def picture(self) -> bytes | None:
        """Scan what lies on the glass."""
        name = ["-d", self.port] if self.port else []
        how = ["--format=png", "--mode", "Color", "--resolution", str(RESOLUTION)]
        return _run([*name, *how], SCANNING)


def _run(words: list[str], patience: int) -> bytes:
    """Return what the program wrote; E-CAM-010 with its reason where it could not."""
    try:
        done = subprocess.run(
            [PROGRAM, *words],
            capture_output=True,
            timeout=patience,
            env={**os.environ, "LC_ALL": "C"},
            check=False,
        )
    except OSError as error:
        raise DeviceError("E-CAM-010", reason=error.strerror or PROGRAM) from error
    except subprocess.TimeoutExpired as error:
        raise DeviceError("E-CAM-010", reason=f"> {patience} s") from error
    if done.returncode != 0:
        lines = done.stderr.decode(errors="replace").strip().splitlines()
        raise DeviceError("E-CAM-010", reason=(lines[-1] if lines else PROGRAM)[:LINE])
    return done.stdout
