"""The key of the centre in a file of its own: who has it can check certificates, and forge them."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from printing.seal import key_id

_LINE = re.compile(r"([0-9a-f]{8}) ([0-9a-f]{64})")
_REMARK = "#"
OWNER_ONLY = 0o600


class NotAKeyFile(Exception):
    """The file holds no key, or one that was changed; said with the number of its line."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """Keys by their id, as `desk check-certificate` needs them; one centre's, or several."""

    keys: Mapping[str, bytes]
    centre: str = ""


def write_key_file(path: Path, file: KeyFile) -> None:
    """Write a new file that only its owner reads; FileExistsError where one is already."""
    lines = [
        f"{_REMARK} {file.centre}",
        *(f"{name} {key.hex()}" for name, key in file.keys.items()),
    ]
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")


def read_key_file(path: Path) -> KeyFile:
    """Read a file of keys; NotAKeyFile names the line that is none."""
    keys: dict[str, bytes] = {}
    lines = path.read_bytes().decode("utf-8", errors="replace").splitlines()
    for n, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith(_REMARK):
            continue
        found = _LINE.fullmatch(line.strip())
        if found is None or key_id(bytes.fromhex(found[2])) != found[1]:
            raise NotAKeyFile(n)
        keys[found[1]] = bytes.fromhex(found[2])
    if not keys:
        raise NotAKeyFile(1)
    return KeyFile(keys=keys)
