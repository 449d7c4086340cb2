"""SQL files beside the migrations, read statement by statement, and the guards of new tables."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

SQL = Path(__file__).parent / "sql"
END = "\n;;\n"


def run_file(connection: Connection, name: str) -> None:
    """Execute every statement of `sql/NAME_DIALECT.sql`."""
    path = SQL / f"{name}_{connection.dialect.name}.sql"
    for statement in path.read_text(encoding="utf-8").split(END):
        if statement.strip():
            connection.exec_driver_sql(statement)


def only_added(connection: Connection, *tables: str) -> None:
    """Let rows of these tables only ever be added: no change, no removal, no emptying."""
    for table in tables:
        guards = _sqlite_guards if connection.dialect.name == "sqlite" else _postgresql_guards
        for statement in guards(table):
            connection.exec_driver_sql(statement)


def stamped(connection: Connection, *tables: str) -> None:
    """Let PostgreSQL set time and person of new rows, before any other trigger sees them."""
    if connection.dialect.name == "postgresql":
        for table in tables:
            for statement in postgresql_trigger(
                f"{table}_a_stamp", "BEFORE INSERT", table, "desk_stamp"
            ):
                connection.exec_driver_sql(statement)


def postgresql_trigger(
    name: str, when: str, table: str, function: str, condition: str = ""
) -> Iterator[str]:
    """Yield the statements of a row trigger that acts even where triggers are turned off."""
    yield (
        f"CREATE TRIGGER {name} {when} ON {table}"
        f" FOR EACH ROW {condition} EXECUTE FUNCTION {function}()"
    )
    yield f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}"


def _sqlite_guards(table: str) -> Iterator[str]:
    for act in ("update", "delete"):
        yield (
            f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table}"
            f" BEGIN SELECT RAISE(ABORT, 'D-FACT {table}: rows are only ever added'); END"
        )


def _postgresql_guards(table: str) -> Iterator[str]:
    yield from postgresql_trigger(
        f"{table}_only_added", "BEFORE UPDATE OR DELETE", table, "desk_only_added"
    )
    yield (
        f"CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table}"
        " FOR EACH STATEMENT EXECUTE FUNCTION desk_only_added()"
    )
    yield f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_not_emptied"
