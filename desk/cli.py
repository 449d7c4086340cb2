"""The `desk` command. What a command needs is imported inside it, so that a replay needs no Qt."""

import os
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, cast

import typer

from desk.cli_cases import join_cases
from desk.cli_layout import app as layouts
from desk.cli_receipts import app as receipts
from desk.cli_seal import join_seal
from desk.cli_settings import app as settings
from desk.places import (
    DATA_FOLDER,
    MISTAKE,
    UNMET,
    given_address,
    refuse_existing,
    standing_address,
    stop,
    window_address,
)
from desk.spoken import ASKED, LANGUAGE, help_of, say, without_language
from forms.messages import LANGUAGES

if TYPE_CHECKING:
    from desk.workflow.addresses import Address

app = typer.Typer(
    help=say("CLI-HELP"),
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(receipts, name="receipts", help=help_of("RECEIPTS"))
app.add_typer(settings, name="settings", help=help_of("SETTINGS"))
app.add_typer(layouts, name="layout", help=help_of("LAYOUT"))
join_seal(app)
join_cases(app)

Database = Annotated[str | None, typer.Option("--db", help=help_of("DB"))]
Spoken = Annotated[str | None, typer.Option("--language", help=help_of("LANGUAGE"))]


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(version("registration-desk"))
        raise typer.Exit


@app.callback(invoke_without_command=True)
def desk(
    context: typer.Context,
    db: Database = None,
    demo: Annotated[bool, typer.Option("--demo", help=help_of("DEMO"))] = False,
    _language: Spoken = None,  # read before the texts of the options are made
    _version: Annotated[
        bool,
        typer.Option("--version", help=help_of("VERSION"), callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """Open the windows, unless a command is named."""
    if context.invoked_subcommand is not None:
        return
    from desk.system import has_display

    if not has_display():
        typer.echo(say("CLI-NO-DISPLAY"))
        if not demo:
            raise typer.Exit(MISTAKE)
        _replay_demonstration()
        return
    _require_libraries(display=True)
    url, away = (_demonstration(), False) if demo else window_address(db)
    from desk.app import run

    raise typer.Exit(run(url, language=ASKED, away=away))


@app.command(help=help_of("INIT"))
def init(
    *,
    db: Database = None,
    name: Annotated[str, typer.Option(prompt=say("CLI-ASK-NAME"))] = "",
    authority: Annotated[str, typer.Option(prompt=say("CLI-ASK-AUTHORITY"))] = "",
    short: Annotated[str, typer.Option(prompt=say("CLI-ASK-SHORT"))] = "",
    area: Annotated[str, typer.Option(prompt=say("CLI-ASK-AREA"))] = "",
    codes: Annotated[str, typer.Option(prompt=say("CLI-ASK-CODES"))] = "",
    windows: Annotated[int, typer.Option(prompt=say("CLI-ASK-WINDOWS"), min=1, max=99)] = 18,
    login: Annotated[str, typer.Option(prompt=say("CLI-ASK-LOGIN"))] = "",
    person: Annotated[str, typer.Option(prompt=say("CLI-ASK-PERSON"))] = "",
    password: Annotated[
        str,
        typer.Option(prompt=say("CLI-ASK-PASSWORD"), hide_input=True, confirmation_prompt=True),
    ] = "",
) -> None:
    """Set up a live centre on this PC."""
    from desk.workflow.addresses import file_of
    from desk.workflow.founding import CentreSpec, StaffSpec
    from desk.workflow.people import NotFounded, found_live_centre

    url = given_address(db)
    refuse_existing(url)
    centre = CentreSpec(
        name=name,
        authority=authority,
        short=short,
        area_name=area,
        area_codes=tuple(codes.split()),
        windows=windows,
        year=datetime.now(UTC).year,
    )
    administrator = StaffSpec(login=login, name=person, roles=("admin",))
    try:
        found_live_centre(url, centre, administrator, password)
    except NotFounded as error:
        stop(say("CLI-INIT-WRONG", why=error.text(LANGUAGE)))
    typer.echo(say("CLI-INIT-DONE", name=name, file=file_of(url) or url))


@app.command("add-person", help=help_of("ADD-PERSON"))
def add_person(
    *,
    db: Database = None,
    login: Annotated[str, typer.Option(prompt=say("CLI-ASK-NEW-LOGIN"))] = "",
    person: Annotated[str, typer.Option(prompt=say("CLI-ASK-NEW-PERSON"))] = "",
    roles: Annotated[str, typer.Option(prompt=say("CLI-ASK-ROLES"))] = "",
    window: Annotated[int, typer.Option(prompt=say("CLI-ASK-WINDOW"), min=0, max=99)] = 0,
    password: Annotated[
        str,
        typer.Option(prompt=say("CLI-ASK-NEW-PASSWORD"), hide_input=True, confirmation_prompt=True),
    ] = "",
) -> None:
    """Take a person on in a live centre."""
    from desk.workflow.founding import StaffSpec
    from desk.workflow.people import NotFounded
    from desk.workflow.people import add_person as take_on

    url = standing_address(db)
    wanted = tuple(roles.replace(",", " ").split())
    try:
        take_on(
            url, StaffSpec(login=login, name=person, roles=wanted, window=window or None), password
        )
    except NotFounded as error:
        stop(say("CLI-INIT-WRONG", why=error.text(LANGUAGE)))
    typer.echo(say("CLI-PERSON-DONE", login=login, person=person))


@app.command("demo", help=help_of("DEMOFILE"))
def demo_file(
    file: Annotated[Path, typer.Argument(help=help_of("FILE"))] = Path("demonstration.db"),
) -> None:
    """Make a fresh demonstration file."""
    from desk.workflow.addresses import file_address

    refuse_existing(file_address(file))
    _make_demonstration(file.absolute())
    typer.echo(say("CLI-DEMO-DONE", file=file))


@app.command(help=help_of("REPLAY"))
def replay(
    days: Annotated[list[Path], typer.Argument(help=help_of("DAYS"), metavar="DAY.json …")],
    out: Annotated[Path, typer.Option("--out", help=help_of("OUT"))],
    db: Annotated[str | None, typer.Option("--db", help=help_of("URL"))] = None,
    workers: Annotated[int, typer.Option("--workers", help=help_of("WORKERS"), min=1, max=99)] = 1,
    no_paper: Annotated[bool, typer.Option("--no-paper", help=help_of("NO-PAPER"))] = False,
) -> None:
    """Replay whole days."""
    from desk.day.replay import Request
    from desk.day.terminal import run

    request = Request(
        files=tuple(days),
        out=out,
        url=db,
        workers=workers,
        papers=not no_paper,
        language=LANGUAGE,
    )
    raise typer.Exit(run(request))


@app.command(help=help_of("SCREENSHOTS"))
def screenshots(
    out: Annotated[Path, typer.Option("--out", help=help_of("OUT"))],
    size: Annotated[str, typer.Option("--size", help=help_of("SIZE"))] = "1366x768",
) -> None:
    """Take a picture of every screen, without a display."""
    wide, _, high = size.partition("x")
    if not (wide.isdigit() and high.isdigit()):
        stop(say("CLI-SIZE"))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _require_libraries(display=False)
    from desk.windows.screenshots import take_all

    taken = take_all(out, size=(int(wide), int(high)))
    typer.echo(say("CLI-SHOTS-DONE", count=len(taken), out=out))


@app.command(help=help_of("VERIFY"))
def verify(db: Database = None) -> None:
    """Verify a database."""
    from db.session import open_engine
    from db.verify import verify as verified

    engine = open_engine(standing_address(db))
    breaches = verified(engine)
    engine.dispose()
    for breach in breaches:
        typer.echo(
            say(
                "CLI-VERIFY-BREACH",
                invariant=breach.invariant,
                key=breach.key,
                detail=breach.detail,
            )
        )
    if breaches:
        raise typer.Exit(UNMET)
    typer.echo(say("CLI-VERIFY-OK"))


@app.command(help=help_of("RULES"))
def rules(
    folder: Annotated[Path, typer.Option("--try", help=help_of("TRY"))],
    db: Database = None,
    since: Annotated[str | None, typer.Option("--from", help=help_of("FROM"))] = None,
    until: Annotated[str | None, typer.Option("--to", help=help_of("TO"))] = None,
    out: Annotated[Path | None, typer.Option("--out", help=help_of("LIST"))] = None,
) -> None:
    """Try changed law on past cases."""
    from desk.day.trial import TrialRequest, run

    asked = TrialRequest(
        folder=folder,
        url=standing_address(db),
        since=since,
        until=until,
        out=out,
        language=LANGUAGE,
    )
    raise typer.Exit(run(asked))


@app.command(help=help_of("BATCH"))
def batch(
    *,
    file: Annotated[Path | None, typer.Argument(help=help_of("BATCH-LIST"), metavar="LIST")] = None,
    kind: Annotated[str | None, typer.Option("--kind", help=help_of("BATCH-KIND"))] = None,
    by: Annotated[str | None, typer.Option("--by", help=help_of("BATCH-BY"))] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=help_of("BATCH-DRY"))] = False,
    template: Annotated[bool, typer.Option("--template", help=help_of("BATCH-TEMPLATE"))] = False,
    out: Annotated[Path | None, typer.Option("--out", help=help_of("BATCH-OUT"))] = None,
    db: Database = None,
) -> None:
    """Accept a list, all or none."""
    from desk.day.batch import BatchRequest, run

    asked = BatchRequest(
        file=file,
        kind=kind,
        by=by,
        out=out,
        dry_run=dry_run,
        template=template,
        language=LANGUAGE,
    )
    raise typer.Exit(run(asked, lambda: standing_address(db), _ask_password))


def _ask_password() -> str:
    return str(typer.prompt(say("CLI-ASK-PASSWORD"), hide_input=True, err=True))


# typer names only the heirs of its error of usage
_Misuse = cast("type[typer.BadParameter]", typer.BadParameter.__mro__[1])


def main() -> None:
    """Run the command line; a misuse is told in one line."""
    asked, words = without_language(sys.argv[1:])
    if asked is not None and asked not in LANGUAGES:
        _say_misuse(f"--language {asked}")
    try:
        status = app(words, prog_name="desk", standalone_mode=False)
    except _Misuse as error:
        _say_misuse(error.format_message())
    except typer.Abort:
        sys.exit(UNMET)
    sys.exit(status)


def _say_misuse(why: str) -> NoReturn:
    typer.echo(say("CLI-MISUSE", why=" ".join(why.split())), err=True)
    sys.exit(MISTAKE)


def _demonstration() -> "Address":
    """Return the address of today's demonstration file, made where there is none."""
    from platformdirs import user_data_path

    from desk.workflow.addresses import file_address

    today = datetime.now().astimezone().date().isoformat()
    path = user_data_path(DATA_FOLDER) / f"demonstration-{today}.db"
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        _make_demonstration(path)
    return file_address(path)


def _make_demonstration(path: Path) -> None:
    """Make the demonstration beside its place, then move it there: never half a centre."""
    from desk.workflow.addresses import file_address
    from desk.workflow.demo import DemoCentre

    typer.echo(say("CLI-DEMO-MAKING"))
    making = path.with_suffix(".making")
    making.unlink(missing_ok=True)
    DemoCentre(now=datetime.now(UTC)).create(file_address(making))
    making.rename(path)


def _replay_demonstration() -> None:
    from desk.day.replay import Request
    from desk.day.terminal import run

    out = Path("out") / datetime.now().astimezone().strftime("demonstration-%Y%m%d-%H%M%S")
    typer.echo(say("CLI-REPLAYING", out=out))
    day = Path(__file__).parent / "day" / "data" / "demonstration-day.json"
    raise typer.Exit(run(Request(files=(day,), out=out, language=LANGUAGE)))


def _require_libraries(*, display: bool) -> None:
    from desk.system import missing_libraries

    missing = missing_libraries(display=display)
    if missing:
        library, package = ", ".join(missing), " ".join(missing.values())
        stop(say("CLI-LIBRARY", library=library, package=package))
