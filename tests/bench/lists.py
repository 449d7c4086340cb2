"""U-15: a list of very many rows is opened, filtered and scrolled."""

from desk.windows.parts.tables import Column, Listing
from tests.bench.opening import SCREEN, paint, timed
from tests.bench.table import Figure, shares

ROWS, TIMES, STEPS = 20_000, 20, 100


def long_table() -> list[Figure]:
    """Open, filter and scroll a list of very many rows."""
    rows = [f"2026-{number:05}" for number in range(ROWS)]
    columns = [Column(title=str(place), read=lambda row: row) for place in range(5)]
    listing = Listing[str](columns, "", "cases")
    listing.resize(*SCREEN)
    listing.show()
    bar = listing.view.verticalScrollBar()
    needles = iter(["199", "", "55", "2026-01", ""] * TIMES)

    def open_all() -> None:
        listing.show_rows(rows)
        paint(listing)

    def narrow() -> None:
        listing.filter.setText(next(needles))
        paint(listing)

    def scroll() -> None:
        bar.setValue(bar.value() + bar.singleStep() * 3)
        paint(listing)

    figures = [
        _of_table(name, limit, shares(timed(act, times), "p95"))
        for name, limit, act, times in (
            ("open", "≤ 400 ms", open_all, TIMES),
            ("filter", "≤ 200 ms", narrow, TIMES),
            ("scroll step", "≤ 33 ms", scroll, STEPS),
        )
    ]
    listing.close()
    return figures


def _of_table(name: str, limit: str, value: str) -> Figure:
    how = "the list of the program alone, five columns, painted to a picture each time"
    return Figure(goal="U-15", name=f"{ROWS} rows: {name}", limit=limit, how=how, value=value)
