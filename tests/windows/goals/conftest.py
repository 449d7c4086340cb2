"""Two centres to walk through: one in the midst of its day, one in which nobody has come yet."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.windows.goals.tour import Tour, empty_centre


@pytest.fixture(scope="module")
def tour(
    qapp: QApplication, demonstration: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Tour]:
    """A walk through a centre in the midst of its day."""
    path = tmp_path_factory.mktemp("tour") / "centre.db"
    shutil.copyfile(demonstration, path)
    made = Tour(qapp, f"sqlite:///{path}")
    yield made
    made.close()


@pytest.fixture(scope="module")
def quiet_tour(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tour]:
    """A walk through a centre in which nobody has come yet."""
    made = Tour(qapp, empty_centre(tmp_path_factory.mktemp("quiet")))
    yield made
    made.close()
