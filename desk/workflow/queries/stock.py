"""The stock of numbered sheets: where they lie, and which comes next."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import bindparam, func, select

from db.tables.papers import SHEET_NOW
from db.tables.stock import STOCK_ACTS
from desk.workflow.reader import Reader
from desk.workflow.sheets import (
    DESTROYED,
    HANDED_OUT,
    LOST,
    ON_PAPER,
    SPOILT,
    VAULT,
    place_of,
    window_of,
)

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
_BATCH = (
    select(STOCK_ACTS.c.batch)
    .where(
        STOCK_ACTS.c.kind == "received",
        STOCK_ACTS.c.sheet_kind == bindparam("of_kind"),
        STOCK_ACTS.c.first <= bindparam("serial"),
        STOCK_ACTS.c.last >= bindparam("serial"),
    )
    .order_by(STOCK_ACTS.c.at.desc())
    .limit(1)
)
_FATES: Mapping[str, str] = MappingProxyType(
    {
        ON_PAPER: "used",
        HANDED_OUT: "used",
        SPOILT: "spoilt",
        LOST: "lost",
        DESTROYED: "destroyed",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StockRow:
    """Sheets of one kind; of a window or the vault what lies there, in sum what became of all."""

    kind: str
    window: int | None
    in_stock: int
    used: int = 0
    spoilt: int = 0
    lost: int = 0
    destroyed: int = 0
    next_serial: str | None = None


def stock(reader: Reader) -> list[StockRow]:
    """Return the blank sheets of each place, windows in order, the vault last."""
    rows = [row for row in reader.rows(_PLACES) if _is_blank(row["place"])]
    return [
        StockRow(
            kind=row["kind"],
            window=window_of(row["place"]),
            in_stock=row["sheets"],
            next_serial=row["lowest"],
        )
        for row in rows
    ]


def totals(reader: Reader) -> list[StockRow]:
    """Return for each kind what became of all sheets in the whole centre."""
    counts: dict[str, Counter[str]] = {}
    for row in reader.rows(_PLACES):
        counts.setdefault(row["kind"], Counter())[_FATES.get(row["place"], "in_stock")] += row[
            "sheets"
        ]
    return [
        StockRow(
            kind=kind,
            window=None,
            in_stock=fates["in_stock"],
            used=fates["used"],
            spoilt=fates["spoilt"],
            lost=fates["lost"],
            destroyed=fates["destroyed"],
        )
        for kind, fates in counts.items()
    ]


def next_sheet(reader: Reader, window: int | None, kind: str) -> str | None:
    """Return the serial of the sheet that is written next at a window."""
    wanted = {"at_place": place_of(window), "of_kind": kind}
    found: str | None = reader.connection.execute(_NEXT, wanted).scalar()
    return found


def batch_of(reader: Reader, kind: str, serial: str | None) -> str:
    """Return the printing works' mark on the delivery of a sheet; an empty text without one."""
    wanted = {"of_kind": kind, "serial": serial or ""}
    return reader.connection.execute(_BATCH, wanted).scalar() or ""


def _is_blank(place: str) -> bool:
    return place == VAULT or window_of(place) is not None
