"""The book of numbered sheets as people read it: the acts, the ranges at a place, the counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, bindparam, func, or_, select

from db.tables.people import STAFF
from db.tables.stock import STOCK_ACTS, STOCK_COUNTS
from desk.workflow.queries.stock import stock
from desk.workflow.reader import Reader
from desk.workflow.services.stock import LYING
from desk.workflow.sheets import VAULT, place_of, ranges, window_of

MOST_ROWS = 200
_SECOND = STAFF.alias("second_person")
_ACTS = (
    select(
        STOCK_ACTS,
        STAFF.c.name.label("person"),
        func.coalesce(_SECOND.c.name, "").label("witness"),
    )
    .join_from(STOCK_ACTS, STAFF, STAFF.c.login == STOCK_ACTS.c.actor)
    .join(_SECOND, _SECOND.c.login == STOCK_ACTS.c.second, isouter=True)
    .where(
        or_(
            bindparam("at_place", type_=STOCK_ACTS.c.to_place.type).is_(None),
            STOCK_ACTS.c.from_place == bindparam("at_place"),
            STOCK_ACTS.c.to_place == bindparam("at_place"),
        )
    )
    .order_by(STOCK_ACTS.c.at.desc(), STOCK_ACTS.c.id.desc())
    .limit(MOST_ROWS)
)
_LAST = (
    select(
        STOCK_COUNTS.c.place, STOCK_COUNTS.c.sheet_kind, func.max(STOCK_COUNTS.c.n).label("last_n")
    )
    .where(STOCK_COUNTS.c.day == bindparam("of_day"))
    .group_by(STOCK_COUNTS.c.place, STOCK_COUNTS.c.sheet_kind)
    .subquery()
)
_COUNTS = (
    select(STOCK_COUNTS)
    .join(
        _LAST,
        and_(
            _LAST.c.place == STOCK_COUNTS.c.place,
            _LAST.c.sheet_kind == STOCK_COUNTS.c.sheet_kind,
            _LAST.c.last_n == STOCK_COUNTS.c.n,
        ),
    )
    .where(STOCK_COUNTS.c.day == bindparam("of_day"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StockAct:
    """One line of the book: what was done with which sheets, by whom, before whom."""

    at: datetime
    kind: str
    sheet_kind: str
    first: str
    last: str
    sheets: int
    from_place: str | None
    to_place: str
    batch: str
    reason: str
    person: str
    witness: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """One kind of blank sheets at one place at the close of a day: the book and the count."""

    kind: str
    window: int | None
    book: int
    counted: int | None = None  # none: nobody counted this day, or the book moved since

    @property
    def closed(self) -> bool:
        """Tell whether what was counted is what the book says."""
        return self.counted == self.book


def book_of_sheets(reader: Reader, window: int | None = None) -> list[StockAct]:
    """Return the newest acts on the book, at most 200; with a window those that concern it."""
    place = None if window is None else place_of(window)
    names = StockAct.__dataclass_fields__
    return [
        StockAct(**{name: row[name] for name in names})
        for row in reader.rows(_ACTS, {"at_place": place})
    ]


def lying_at(reader: Reader, window: int | None, kind: str) -> list[tuple[str, str, int]]:
    """Return the ranges of blank sheets at a window, or in the vault."""
    at = {"at_place": place_of(window), "of_kind": kind}
    return ranges(row["serial"] for row in reader.rows(LYING, at))


def balances(reader: Reader, day: date) -> Sequence[Balance]:
    """Return every place with blank sheets, or counted this day, with its count."""
    counted = {
        (row["place"], row["sheet_kind"]): row["counted"]
        for row in reader.rows(_COUNTS, {"of_day": day})
    }
    book = {(place_of(row.window), row.kind): row.in_stock for row in stock(reader)}
    return [
        Balance(
            kind=kind,
            window=window_of(place),
            book=book.get((place, kind), 0),
            counted=counted.get((place, kind)),
        )
        for place, kind in sorted(
            {*book, *counted}, key=lambda key: (key[0] == VAULT, key[0], key[1])
        )
    ]
