"""Reading a foreign file as pages, in a child process that may break without harm."""

import json
import subprocess
import sys
from pathlib import Path

from desk.documents.limits import LARGEST_FILE, SECONDS, Decoded, PageRefused

ROOT = Path(__file__).parents[2]
UNREADABLE, TOO_LARGE, TOO_MANY = "E-CAM-002", "E-CAM-005", "E-CAM-008"
MANY = 4  # what the child ends with where a file has too many pages


def decode(content: bytes, *, turn: int = 0) -> tuple[Decoded, ...]:
    """Return the pages of a file, turned clockwise by `turn` degrees; PageRefused where it is none.

    What the file says it is by its name is not asked: its content decides.
    """
    if len(content) > LARGEST_FILE:
        raise PageRefused(TOO_LARGE)
    try:
        child = subprocess.run(
            [sys.executable, "-m", "desk.documents.child", str(turn)],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            env={"PYTHONPATH": str(ROOT), "PATH": ""},  # it inherits nothing of ours
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PageRefused(UNREADABLE) from error
    if child.returncode == MANY:
        raise PageRefused(TOO_MANY)
    if child.returncode != 0:
        raise PageRefused(UNREADABLE)
    return _pages(child.stdout)


def _pages(output: bytes) -> tuple[Decoded, ...]:
    line, _, rest = output.partition(b"\n")
    pages: list[Decoded] = []
    for told in json.loads(line):
        size = told.pop("size")
        pages.append(Decoded(content=rest[:size], **told))
        rest = rest[size:]
    return tuple(pages)
