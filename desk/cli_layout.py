"""`desk layout`: the papers as they are laid out."""

import json
from pathlib import Path
from typing import Annotated

import typer

from desk.places import stop
from desk.spoken import help_of, say

app = typer.Typer(no_args_is_help=True)


@app.command("list", help=help_of("LAYOUT-LIST"))
def list_() -> None:
    """List the papers by the names that the other commands take."""
    from printing.papers import PAPERS

    for kind, paper in PAPERS.items():
        typer.echo(f"{kind:24}  {paper.title}")


@app.command("all", help=help_of("LAYOUT-ALL"))
def all_(
    out: Annotated[Path, typer.Option("--out", help=help_of("LAYOUT-OUT"))],
) -> None:
    """Write one page of every paper, with its longest sample, into one PDF."""
    from printing.papers import PAPERS
    from printing.specimens import specimen_book

    out.write_bytes(specimen_book())
    typer.echo(say("CLI-LAYOUT-ALL", count=len(PAPERS), out=out))


@app.command(help=help_of("LAYOUT-EXPORT"))
def export(
    name: Annotated[str, typer.Argument(help=help_of("LAYOUT-NAME"))],
    out: Annotated[Path, typer.Option("--out", help=help_of("LAYOUT-FILE"))],
) -> None:
    """Write a layout and its longest sample as data."""
    from printing.layout_data import exported
    from printing.papers import PAPERS

    if name not in PAPERS:
        stop(say("CLI-LAYOUT-NONE", name=name))
    data = json.dumps(exported(name), ensure_ascii=False, indent=2)
    out.write_text(data + "\n", encoding="utf-8")
    typer.echo(say("CLI-LAYOUT-WRITTEN", out=out))


@app.command(help=help_of("LAYOUT-PREVIEW"))
def preview(
    file: Annotated[Path, typer.Argument(help=help_of("LAYOUT-FILE"))],
    out: Annotated[Path | None, typer.Option("--out", help=help_of("LAYOUT-OUT"))] = None,
) -> None:
    """Draw an edited layout with its sample; wrong data are refused with every place."""
    from printing.layout_data import WrongLayout, previewed

    try:
        pdf = previewed(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        stop(say("E-DATA-FILE", reason=error))
    except WrongLayout as error:
        for place, reason in error.problems:
            typer.echo(f"{file}: {place}: {reason}", err=True)
        stop(say("CLI-LAYOUT-WRONG", count=len(error.problems)))
    target = out or file.with_suffix(".pdf")
    target.write_bytes(pdf)
    typer.echo(say("CLI-LAYOUT-WRITTEN", out=target))
