"""`desk settings`: what a centre has set for itself, listed with its meaning, and changed."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from desk.places import standing_address, stop
from desk.spoken import LANGUAGE, help_of, say

if TYPE_CHECKING:
    from desk.workflow.settings import Key, Value

app = typer.Typer(no_args_is_help=True)
Database = Annotated[str | None, typer.Option("--db", help=help_of("DB"))]
WORDS = {"true": True, "false": False}


@app.command("list", help=help_of("SETTINGS-LIST"))
def list_(db: Database = None) -> None:
    """List every setting: its key, how it stands, what it means."""
    from desk.workflow.desk import Desk
    from desk.workflow.settings import Key, standing

    desk = Desk.open(standing_address(db))
    now = datetime.now(UTC)
    try:
        with desk.ask() as reader:
            rehearsal = reader.kind == "rehearsal"
            for key in get_args(Key):
                value = standing(reader.connection, key, now, rehearsal=rehearsal)
                typer.echo(f"{key:22}{_shown(value):10}{say(_meaning(key))}")
    finally:
        desk.close()


@app.command("set", help=help_of("SETTINGS-SET"))
def set_(
    key: Annotated[str, typer.Argument(help=help_of("SETTING-KEY"))],
    value: Annotated[str, typer.Argument(help=help_of("SETTING-VALUE"))],
    db: Database = None,
    login: Annotated[str, typer.Option(prompt=say("CLI-ASK-NEW-LOGIN"))] = "",
    password: Annotated[str, typer.Option(prompt=say("CLI-ASK-PASSWORD"), hide_input=True)] = "",
) -> None:
    """Change one setting for the whole centre, from now on."""
    from desk.workflow.administering import change_setting
    from desk.workflow.errors import DeskError
    from desk.workflow.people import NotFounded
    from desk.workflow.settings import Key

    if key not in get_args(Key):
        stop(say("CLI-SETTING-UNKNOWN", key=key, keys=", ".join(get_args(Key))))
    known = cast("Key", key)
    wanted = _read(known, value)
    try:
        change_setting(standing_address(db), known, value=wanted, login=login, password=password)
    except (NotFounded, DeskError) as error:
        stop(error.text(LANGUAGE))
    typer.echo(say("CLI-SETTING-DONE", key=key, value=_shown(wanted)))


def _read(key: "Key", text: str) -> "Value":
    from desk.workflow.settings import TWO_LEVELS
    from forms.catalogue import delivered

    if key != TWO_LEVELS:
        if text not in WORDS:
            stop(say("CLI-SETTING-WRONG", key=key, value=text))
        return WORDS[text]
    items = tuple(part.strip() for part in text.split(",") if part.strip() not in {"", "-"})
    wrong = [item for item in items if item not in delivered().items]
    if wrong:
        stop(say("CLI-SETTING-ITEMS", items=", ".join(wrong)))
    return items


def _shown(value: "Value") -> str:
    return str(value).lower() if isinstance(value, bool) else ",".join(value) or "-"


def _meaning(key: str) -> str:
    return f"CLI-SETTING-{key.replace('.', '-').replace('_', '-').upper()}"
