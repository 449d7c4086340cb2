"""The bar in a terminal: what is done, of how much; where nobody looks it says nothing."""

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn


def bar(console: Console, *more: ProgressColumn) -> Progress:
    """Return a bar that goes when its work is done."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        *more,
        console=console,
        disable=not console.is_terminal,
        transient=True,
    )
