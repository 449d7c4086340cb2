"""SQL files beside the migrations, read statement by statement."""

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
