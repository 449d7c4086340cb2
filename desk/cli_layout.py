"""`desk layout`: the papers as they are laid out."""

from pathlib import Path
from typing import Annotated

import typer

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
