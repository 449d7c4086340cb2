"""A print service of the tests' own: a real CUPS in a folder, with a printer that can be upset."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

PROGRAMS = ("cupsd", "lp", "lpstat", "lpadmin", "lpoptions")
PARTS = Path("/usr/lib/cups")
QUEUE = "Office"
SECONDS = 20
BACKEND = """#!/bin/sh
[ $# -eq 0 ] && { echo 'direct desk "Desk" "Printer of the tests"'; exit 0; }
out=${DEVICE_URI#desk:}
last=
while [ -s "$out.state" ]; do
  now=$(cat "$out.state")
  if [ "$now" != "$last" ]; then
    [ -n "$last" ] && echo "STATE: -$last" >&2
    echo "STATE: +$now" >&2
    last=$now
  fi
  sleep 0.1
done
[ -n "$last" ] && echo "STATE: -$last" >&2
cat "${6:--}" > "$out.$1"
"""
FILES = """ServerRoot {at}/etc
ServerBin {at}/bin
RequestRoot {at}/spool
CacheDir {at}/cache
StateDir {at}/run
TempDir {at}/tmp
AccessLog {at}/access.log
ErrorLog {at}/error.log
PageLog {at}/page.log
SystemGroup root
"""
SERVICE = """Listen {at}/run/sock
Browsing Off
DefaultAuthType None
WebInterface No
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
Allow all
</Limit>
</Policy>
"""


def lacking() -> str:
    """Return why no print service can be run here; an empty text where one can."""
    if os.geteuid() != 0:
        return "CUPS runs the printer of the tests as root"
    missing = [program for program in PROGRAMS if shutil.which(program) is None]
    return f"not installed: {', '.join(missing)}" if missing else ""


class PrintService:
    """One CUPS with one printer; what is printed lies in files, one a paper."""

    def __init__(self) -> None:
        self.at = Path(tempfile.mkdtemp(prefix="cups"))
        self.at.chmod(0o755)
        for name in ("etc", "spool", "cache", "run", "tmp", "bin/backend"):
            (self.at / name).mkdir(parents=True)
        for part in PARTS.iterdir():
            if part.name != "backend":
                (self.at / "bin" / part.name).symlink_to(part)
        backend = self.at / "bin/backend/desk"
        backend.write_text(BACKEND)
        backend.chmod(0o700)
        (self.at / "etc/cups-files.conf").write_text(FILES.format(at=self.at))
        (self.at / "etc/cupsd.conf").write_text(SERVICE.format(at=self.at))
        etc = self.at / "etc"
        command = ["cupsd", "-f", "-c", f"{etc}/cupsd.conf", "-s", f"{etc}/cups-files.conf"]
        self._running = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.server = str(self.at / "run/sock")
        self.until(lambda: Path(self.server).exists())
        self.run("lpadmin", "-p", QUEUE, "-v", f"desk:{self.at}/paper", "-E", "-m", "raw")

    def run(self, *command: str) -> str:
        """Run a program against this print service."""
        there = {**os.environ, "CUPS_SERVER": self.server, "LC_ALL": "C"}
        done = subprocess.run(command, env=there, capture_output=True, text=True, check=True)
        return done.stdout

    def upset(self, reason: str) -> None:
        """Let the printer stop for a reason; an empty one lets it go on."""
        (self.at / "paper.state").write_text(reason)

    def printed(self) -> list[bytes]:
        """Return what came out, in its order."""
        papers = sorted(file for file in self.at.glob("paper.*") if file.suffix != ".state")
        return [paper.read_bytes() for paper in papers]

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds; the printer of a test needs no longer."""
        end = time.monotonic() + SECONDS
        while not holds():
            assert time.monotonic() < end, "the print service does not follow"
            time.sleep(0.05)

    def close(self) -> None:
        """End it and throw its folder away."""
        self._running.terminate()
        self._running.wait(SECONDS)
        shutil.rmtree(self.at, ignore_errors=True)
