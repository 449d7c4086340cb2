"""Settings of a workstation, each once: meaning, kind and default; kept in one small JSON file."""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Literal

from platformdirs import user_config_path

Language = Literal["zh", "en"]
Theme = Literal["light", "dark", "contrast"]
SMALLEST, LARGEST = 90, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How this workstation looks and which window it is."""

    language: Language = "zh"
    theme: Theme = "light"
    font_percent: int = 100  # from 90 to 200
    window: int | None = None
    login: str = ""  # who signed in last


def place() -> Path:
    """Return where the settings of this workstation lie."""
    return user_config_path("registration-desk") / "workstation.json"


def read_settings(path: Path | None = None) -> Settings:
    """Return the settings; what is missing or spoilt in the file is left at its default."""
    try:
        kept = json.loads((path or place()).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    settings = Settings()
    for field in fields(Settings):
        if isinstance(kept, dict) and field.name in kept:
            settings = _with(settings, field.name, kept[field.name])
    return settings


def write_settings(settings: Settings, path: Path | None = None) -> None:
    """Keep the settings: the whole file new, then in place of the old one."""
    target = path or place()
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
    fresh.replace(target)


def _with(settings: Settings, name: str, value: object) -> Settings:
    match name, value:
        case "language", "zh" | "en":
            return replace(settings, language=value)
        case "theme", "light" | "dark" | "contrast":
            return replace(settings, theme=value)
        case "font_percent", int():
            return replace(settings, font_percent=max(SMALLEST, min(LARGEST, value)))
        case "window", int() | None:
            return replace(settings, window=value)
        case "login", str():
            return replace(settings, login=value)
    return settings
