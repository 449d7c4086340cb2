"""Settings of a workstation, each once: meaning, kind and default; kept in one small JSON file."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from platformdirs import user_config_path

Language = Literal["zh", "en"]
Theme = Literal["light", "dark", "contrast"]
ScannerMode = Literal["prefix", "timing"]
SMALLEST, LARGEST = 90, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How this workstation looks and which window it is."""

    language: Language = "zh"
    theme: Theme = "light"
    font_percent: int = 100  # from 90 to 200
    window: int | None = None
    login: str = ""  # who signed in last
    customer_monitor: str = ""  # serial number of the monitor that faces the applicants
    scanner_port: str = ""  # COM3, /dev/ttyACM0; none: the scanner types
    scanner_mode: ScannerMode = "prefix"  # timing: 兼容模式, for a scanner without a prefix
    sound: bool = True
    camera_folder: str = ""  # where the camera's own program saves its pictures
    printer: str = ""  # as the system calls it; none: the system's first one


def place() -> Path:
    """Return where the settings of this workstation lie."""
    return user_config_path("registration-desk") / "workstation.json"


_FITS: Mapping[str, Callable[[object], bool]] = {
    "language": lambda value: value in get_args(Language),
    "theme": lambda value: value in get_args(Theme),
    "font_percent": lambda value: isinstance(value, int) and SMALLEST <= value <= LARGEST,
    "window": lambda value: value is None or isinstance(value, int),
    "login": lambda value: isinstance(value, str),
    "customer_monitor": lambda value: isinstance(value, str),
    "scanner_port": lambda value: isinstance(value, str),
    "scanner_mode": lambda value: value in get_args(ScannerMode),
    "camera_folder": lambda value: isinstance(value, str),
    "printer": lambda value: isinstance(value, str),
    "sound": lambda value: isinstance(value, bool),
}


def read_settings(path: Path | None = None) -> Settings:
    """Return the settings; what is missing or spoilt in the file is left at its default."""
    try:
        kept = json.loads((path or place()).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    usable: dict[str, Any] = {
        name: kept[name] for name, fits in _FITS.items() if name in kept and fits(kept[name])
    }
    return Settings(**usable)


def write_settings(settings: Settings, path: Path | None = None) -> None:
    """Keep the settings: the whole file new, then in place of the old one."""
    target = path or place()
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
    fresh.replace(target)
