"""Every sentence that the Qt-free part says to people: by code, in Chinese and English."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from types import MappingProxyType

LANGUAGES = ("zh", "en")
FOLDER = Path(__file__).parent / "messages"


def message(code: str, language: str, /, **facts: object) -> str:
    """Return the sentence of a code with its places filled; KeyError for a missing code or fact."""
    return _catalogue()[code][language].format_map(facts)


def codes() -> frozenset[str]:
    """Return all codes that have a sentence."""
    return frozenset(_catalogue())


def places(code: str, language: str) -> frozenset[str]:
    """Return the named places in the sentence of a code."""
    parts = Formatter().parse(_catalogue()[code][language])
    return frozenset(name for _, name, _, _ in parts if name is not None)


@cache
def _catalogue() -> Mapping[str, Mapping[str, str]]:
    sentences: dict[str, Mapping[str, str]] = {}
    for file in sorted(FOLDER.glob("*.json")):
        for code, texts in json.loads(file.read_text(encoding="utf-8")).items():
            if code in sentences:
                raise ValueError(f"{file.name}: {code} has a sentence already")
            sentences[code] = texts
    return MappingProxyType(sentences)
