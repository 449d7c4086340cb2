"""Short sounds for what a scan came to; each has a text beside it and can be muted."""

import io
import math
import os
import shutil
import struct
import sys
import wave
from collections.abc import Mapping
from pathlib import Path
from tempfile import gettempdir

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

RATE = 16_000  # samples a second
LOUD = 9_000
PLAYERS = ("paplay", "aplay")

TONES: Mapping[str, tuple[tuple[int, int], ...]] = {
    "ok": ((880, 60),),
    "unknown": ((220, 120), (0, 40), (220, 120)),
    "duplicate": ((440, 60), (0, 40), (440, 60)),
}
"""Each sound as its tones: hertz and milliseconds; 0 hertz is silence."""


def sound_wave(name: str) -> bytes:
    """Return a sound as a WAV file."""
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        for hertz, milliseconds in TONES[name]:
            count = RATE * milliseconds // 1000
            samples = (
                round(LOUD * math.sin(2 * math.pi * hertz * at / RATE)) for at in range(count)
            )
            file.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))
    return held.getvalue()


class Sounds:
    """Plays sounds, unless this workstation is muted; without a player it beeps."""

    def __init__(self, *, muted: bool) -> None:
        self.muted = muted
        self._player = next(filter(None, map(shutil.which, PLAYERS)), None)

    def play(self, name: str) -> None:
        """Play a sound without waiting for its end."""
        if self.muted:
            return
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(str(_file(name)), winsound.SND_FILENAME | winsound.SND_ASYNC)
        elif self._player is not None and QApplication.platformName() != "offscreen":
            QProcess.startDetached(self._player, [str(_file(name))])
        else:
            QApplication.beep()


def _file(name: str) -> Path:
    """Return the file of a sound, written where it is not there yet."""
    path = Path(gettempdir()) / f"registration-desk-{os.getpid()}-{name}.wav"
    if not path.exists():
        path.write_bytes(sound_wave(name))
    return path
