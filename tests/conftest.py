"""Real databases for every test: SQLite files and a private PostgreSQL, each fresh and migrated."""

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine

from db.server import PrivateServer
from db.session import open_engine
from db.upgrade import upgrade

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_numbers = count(1)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file without a row of business in it, to copy from."""
    path = tmp_path_factory.mktemp("empty") / "register.db"
    engine = open_engine(f"sqlite:///{path}")
    upgrade(engine)
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def server() -> Iterator[PrivateServer]:
    """One private PostgreSQL for the whole session."""
    with PrivateServer() as running:
        yield running


@pytest.fixture(scope="session")
def empty_template(server: PrivateServer) -> str:
    """A migrated PostgreSQL database without a row of business in it, to copy from."""
    engine = open_engine(server.create_database("empty"))
    upgrade(engine)
    engine.dispose()
    return "empty"


@pytest.fixture
def sqlite_url(empty_file: Path, tmp_path: Path) -> str:
    """The URL of a fresh, migrated SQLite file."""
    path = tmp_path / f"register{next(_numbers)}.db"
    shutil.copyfile(empty_file, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgresql_url(server: PrivateServer, empty_template: str) -> Iterator[str]:
    """The URL of a fresh, migrated PostgreSQL database, dropped afterwards."""
    name = f"desk{next(_numbers)}"
    yield server.create_database(name, empty_template)
    server.drop_database(name)


@pytest.fixture(params=[pytest.param("postgresql", marks=pytest.mark.postgresql), "sqlite"])
def url(request: pytest.FixtureRequest) -> str:
    """The URL of a fresh, migrated database, once on each kind."""
    made: str = request.getfixturevalue(f"{request.param}_url")
    return made


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """An engine on a fresh, migrated database, once on each kind."""
    opened = open_engine(url)
    yield opened
    opened.dispose()


@pytest.fixture
def open_other(url: str) -> Iterator[Callable[[], Engine]]:
    """Open further engines on the same database, as other programs would."""
    opened: list[Engine] = []

    def another() -> Engine:
        opened.append(open_engine(url))
        return opened[-1]

    yield another
    for other in opened:
        other.dispose()
