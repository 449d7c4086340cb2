"""`desk seal`: the key that proves certificates leaves the database as a file."""

from pathlib import Path
from typing import Annotated

import typer

from desk.places import standing_address, stop
from desk.spoken import LANGUAGE, help_of, say

app = typer.Typer(no_args_is_help=True)
Database = Annotated[str | None, typer.Option("--db", help=help_of("DB"))]
Login = Annotated[str, typer.Option(prompt=say("CLI-ASK-NEW-LOGIN"))]
Password = Annotated[str, typer.Option(prompt=say("CLI-ASK-PASSWORD"), hide_input=True)]


@app.callback(help=help_of("SEAL"))
def seal() -> None:
    """Hold the commands about the key together."""


@app.command("export-key", help=help_of("SEAL-EXPORT"))
def export_key(
    file: Annotated[Path, typer.Argument(help=help_of("SEAL-FILE"), metavar="FILE")],
    db: Database = None,
    login: Login = "",
    password: Password = "",
) -> None:
    """Write the key of the centre into a file that only its owner reads."""
    from desk.workflow.administering import export_seal_key
    from desk.workflow.errors import DeskError
    from desk.workflow.people import NotFounded
    from desk.workflow.seal_file import write_key_file

    url = standing_address(db)
    if file.exists():
        stop(say("CLI-SEAL-THERE", file=file))
    try:
        made = export_seal_key(url, login=login, password=password)
        write_key_file(file, made)
    except (NotFounded, DeskError) as error:
        stop(error.text(LANGUAGE))
    except OSError as error:
        stop(say("CLI-SEAL-UNWRITTEN", file=file, why=error.strerror))
    typer.echo(say("CLI-SEAL-DONE", file=file, key=", ".join(made.keys)))
