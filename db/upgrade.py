"""Bring a database to the newest version before the first window opens."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from db.session import reading, sqlite_driver, writing


class DatabaseTooNew(Exception):
    """The database was made by a newer program; this one would damage it."""

    def __init__(self, found: str, known: str) -> None:
        super().__init__(f"database version {found}, program knows {known}")
        self.found = found
        self.known = known


def upgrade(engine: Engine, to: str = "head") -> str:
    """Run all missing migrations in one transaction; return the version reached.

    An SQLite file with data is copied first, beside itself, with its old version in the name.
    """
    config = _config()
    found = version(engine)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    newest = newest_version()
    if found is not None and found not in known:
        raise DatabaseTooNew(found, newest)
    if found == newest and to == "head":
        return newest
    if found is not None and engine.dialect.name == "sqlite":
        back_up(engine, _copy_beside(engine, found))
    with writing(engine) as connection:
        _run(config, connection, to)
    return newest if to == "head" else to


def version(engine: Engine) -> str | None:
    """Return the version of a database; none where it is empty."""
    with reading(engine) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def newest_version() -> str:
    """Return the version this program makes."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    assert head is not None  # the delivered migrations have one head
    return head


def back_up(engine: Engine, target: Path) -> None:
    """Copy a live SQLite file page by page, as of one moment, whoever writes meanwhile."""
    driver, _ = sqlite_driver()
    source = engine.raw_connection()
    copy = driver.connect(str(target))
    try:
        source.driver_connection.backup(copy)  # type: ignore[union-attr]
    finally:
        copy.close()
        source.close()


def _run(config: Config, connection: Connection, to: str) -> None:
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    return config


def _copy_beside(engine: Engine, found: str) -> Path:
    path = Path(engine.url.database or "")
    return path.with_name(f"{path.stem}.before-{found}{path.suffix}")
