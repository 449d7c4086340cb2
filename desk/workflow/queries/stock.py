"""The stock of numbered sheets: where they lie, and which comes next."""

from dataclasses import dataclass

from sqlalchemy import bindparam, func, select

from db.tables.papers import SHEET_NOW
from desk.workflow.act import Row
from desk.workflow.reader import Reader
from desk.workflow.services.certificates import ON_PAPER, SPOILT, VAULT, place_of
from desk.workflow.services.issue import HANDED_OUT

_PLACES = (
    select(
        SHEET_NOW.c.kind,
        SHEET_NOW.c.place,
        func.count().label("sheets"),
        func.min(SHEET_NOW.c.serial).label("lowest"),
    )
    .group_by(SHEET_NOW.c.kind, SHEET_NOW.c.place)
    .order_by(SHEET_NOW.c.kind, SHEET_NOW.c.place)
)
_NEXT = select(func.min(SHEET_NOW.c.serial)).where(
    SHEET_NOW.c.place == bindparam("at_place"), SHEET_NOW.c.kind == bindparam("of_kind")
)
_USED = frozenset({ON_PAPER, HANDED_OUT})


@dataclass(frozen=True, slots=True, kw_only=True)
class StockRow:
    """Sheets of one kind; of a window or the vault what lies there, in sum what became of all."""

    kind: str
    window: int | None
    in_stock: int
    used: int = 0
    spoilt: int = 0
    next_serial: str | None = None


def stock(reader: Reader) -> list[StockRow]:
    """Return the blank sheets of each place, windows in order, the vault last."""
    rows = [row for row in reader.rows(_PLACES) if _window(row) is not None or _in_vault(row)]
    return [
        StockRow(
            kind=row["kind"],
            window=_window(row),
            in_stock=row["sheets"],
            next_serial=row["lowest"],
        )
        for row in rows
    ]


def totals(reader: Reader) -> list[StockRow]:
    """Return for each kind how many sheets are blank, used and spoilt in the whole centre."""
    counts: dict[str, dict[str, int]] = {}
    for row in reader.rows(_PLACES):
        of_kind = counts.setdefault(row["kind"], {"in_stock": 0, "used": 0, "spoilt": 0})
        of_kind[_fate(row)] += row["sheets"]
    return [
        StockRow(
            kind=kind,
            window=None,
            in_stock=of_kind["in_stock"],
            used=of_kind["used"],
            spoilt=of_kind["spoilt"],
        )
        for kind, of_kind in counts.items()
    ]


def next_sheet(reader: Reader, window: int | None, kind: str) -> str | None:
    """Return the serial of the sheet that is written next at a window."""
    wanted = {"at_place": place_of(window), "of_kind": kind}
    found: str | None = reader.connection.execute(_NEXT, wanted).scalar()
    return found


def _window(row: Row) -> int | None:
    place: str = row["place"]
    return int(place[1:]) if place.startswith("W") else None


def _in_vault(row: Row) -> bool:
    return bool(row["place"] == VAULT)


def _fate(row: Row) -> str:
    if row["place"] in _USED:
        return "used"
    return "spoilt" if row["place"] == SPOILT else "in_stock"
