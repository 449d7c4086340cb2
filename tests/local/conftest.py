"""The workstation's file, and the small centre of the workflow's tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.local_file import LocalFile
from desk.local.file import open_file
from tests.workflow.conftest import open_walk as open_walk
from tests.workflow.conftest import walk as walk
from tests.workflow.conftest import walk_on_both as walk_on_both


@pytest.fixture
def file(tmp_path: Path) -> Iterator[LocalFile]:
    """The workstation's file, open."""
    opened = open_file(tmp_path / "workstation")
    yield opened
    opened.close()
