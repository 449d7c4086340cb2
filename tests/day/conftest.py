"""Whole days to play, and the way they are played in tests."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk.day.replay import Request, prepare, replay

DAYS = Path(__file__).parent / "days"
Day = dict[str, Any]


@pytest.fixture(scope="session")
def _small() -> Day:
    day: Day = json.loads((DAYS / "small.json").read_text(encoding="utf-8"))
    return day


@pytest.fixture
def small(_small: Day) -> Day:
    """The small day, to change at will."""
    return copy.deepcopy(_small)


@pytest.fixture
def written(tmp_path: Path) -> Callable[[Day], Path]:
    """Write a day into a file."""

    def write(day: Day) -> Path:
        path = tmp_path / "day.json"
        path.write_text(json.dumps(day, ensure_ascii=False), encoding="utf-8")
        return path

    return write


def play(*files: Path, out: Path, url: str | None = None, **options: Any) -> Day:
    """Replay days without paper unless told otherwise, and return the result."""
    request = Request(files=files, out=out, url=url, **({"papers": False} | options))
    told: Day = replay(prepare(request), lambda _outcome: None)
    return told
