"""Migrations make exactly today's tables, keep what is there, and change nothing when they fail."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, inspect, select, text

from db import upgrade as upgrading
from db.session import open_engine, reading, writing
from db.tables import INSERT_ONLY, METADATA, people
from db.upgrade import DatabaseTooNew, newest_version, upgrade, version
from tests.db.rows import found_centre


def test_the_migrations_lead_exactly_to_the_tables(engine: Engine) -> None:
    with reading(engine) as connection:
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)

    assert differences == []


def test_every_insert_only_table_of_today_is_guarded_by_the_migrations(engine: Engine) -> None:
    query = {
        "sqlite": "SELECT tbl_name FROM sqlite_master WHERE name LIKE '%_no_update'",
        "postgresql": "SELECT tgrelid::regclass::text FROM pg_trigger"
        " WHERE tgname LIKE '%_only_added'",
    }[engine.dialect.name]
    with reading(engine) as connection:
        guarded = set(connection.execute(text(query.replace(":", "\\:"))).scalars())

    assert guarded == INSERT_ONLY


def test_upgrading_twice_changes_nothing(engine: Engine) -> None:
    found_centre(engine)

    assert upgrade(engine) == newest_version()
    with reading(engine) as connection:
        assert len(connection.execute(select(people.STAFF)).all()) == 3


def test_a_database_newer_than_the_program_is_refused(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(DatabaseTooNew) as refused:
        upgrade(engine)

    assert (refused.value.found, refused.value.known) == ("9999", newest_version())


def test_a_migration_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'half.db'}")
    whole = command.upgrade

    def fails(config: Config, to: str) -> None:
        whole(config, to)
        raise OSError("the power goes")

    monkeypatch.setattr(command, "upgrade", fails)
    with pytest.raises(OSError, match="the power goes"):
        upgrade(engine)

    assert version(engine) is None
    assert inspect(engine).get_table_names() == []
    engine.dispose()


def test_a_file_is_copied_before_it_is_migrated(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = open_engine(sqlite_url)
    found_centre(engine)
    newest = newest_version()
    monkeypatch.setattr(upgrading, "newest_version", lambda: "9999")

    upgrade(engine)
    engine.dispose()

    copies = list(tmp_path.glob(f"*.before-{newest}.db"))
    assert len(copies) == 1
    copy = open_engine(f"sqlite:///{copies[0]}")
    with reading(copy) as connection:
        assert len(connection.execute(select(people.STAFF)).all()) == 3
    copy.dispose()
