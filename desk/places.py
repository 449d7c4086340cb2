"""Where the database of a command is, and the one-line ends of a command that cannot go on."""

from typing import TYPE_CHECKING, NoReturn

import typer

from desk.spoken import say

if TYPE_CHECKING:
    from desk.workflow.addresses import Address

MISTAKE, UNMET = 2, 1
DATA_FOLDER = "registration-desk"


def stop(line: str, status: int = MISTAKE) -> NoReturn:
    """End the command with one line."""
    typer.echo(line, err=True)
    raise typer.Exit(status)


def given_address(db: str | None) -> "Address":
    """Return the address of what was given: a URL, a file, or nothing."""
    from desk.workflow.addresses import address_of, file_address

    if db is not None:
        return address_of(db)
    from platformdirs import user_data_path

    return file_address(user_data_path(DATA_FOLDER) / "register.db")


def standing_address(db: str | None) -> "Address":
    """Return the address of a database that must be there already."""
    from desk.workflow.addresses import file_of

    url = given_address(db)
    file = file_of(url)
    if file is not None and not file.is_file():
        stop(say("CLI-NO-DATABASE", file=file))
    from desk.workflow.joining import CannotJoin, standing_of

    try:
        found = standing_of(url)
    except CannotJoin as error:
        stop(say(error.code, **error.facts))
    if found.state == "foreign":
        stop(say("DAY-DB-FOREIGN"))
    if found.state == "empty":
        stop(say("CLI-NO-CENTRE"))
    return url


def window_address(db: str | None) -> "tuple[Address, bool]":
    """Return the address for the windows, and whether its database is away, but known here."""
    url = given_address(db)
    if _is_away(url) and _is_known(url):
        return url, True
    return standing_address(db), False


def _is_away(url: "Address") -> bool:
    from desk.workflow.addresses import file_of
    from desk.workflow.joining import CannotJoin, standing_of

    file = file_of(url)
    if file is not None and not file.is_file():
        return True
    try:
        standing_of(url)
    except CannotJoin as error:
        return error.code == "DAY-DB-CLOSED"
    return False


def _is_known(url: "Address") -> bool:
    """Tell whether somebody signed in to this centre at this PC within the last day."""
    from datetime import UTC, datetime

    from desk.local.file import open_file
    from desk.local.known import Known

    file = open_file()
    try:
        return bool(Known(file).people(url, datetime.now(UTC)))
    finally:
        file.close()


def refuse_existing(url: "Address") -> None:
    """Stop where a file is already; else make the folder for it."""
    from desk.workflow.addresses import file_of

    path = file_of(url)
    if path is None:
        return
    if path.exists():
        stop(say("CLI-EXISTS", file=path))
    path.parent.mkdir(parents=True, exist_ok=True)
