"""How the book of sheets stands in lists: places, acts and balances in words."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from desk.windows.parts.noop import QT_TRANSLATE_NOOP
from desk.windows.parts.tables import Column
from desk.windows.parts.words import code_word
from desk.workflow.clock import SHANGHAI
from desk.workflow.queries.stock_book import Balance, StockAct
from desk.workflow.sheets import (
    DESTROYED,
    IN_PRINTER,
    LOST,
    ON_PAPER,
    SPOILT,
    VAULT,
    window_of,
)

_PLACES: Mapping[str, str] = MappingProxyType(
    {
        VAULT: QT_TRANSLATE_NOOP("stock", "vault"),
        IN_PRINTER: QT_TRANSLATE_NOOP("stock", "in the printer"),
        ON_PAPER: QT_TRANSLATE_NOOP("stock", "written"),
        SPOILT: QT_TRANSLATE_NOOP("stock", "void"),
        LOST: QT_TRANSLATE_NOOP("stock", "lost"),
        DESTROYED: QT_TRANSLATE_NOOP("stock", "destroyed"),
    }
)
_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "received": QT_TRANSLATE_NOOP("stock", "received"),
        "handed_out": QT_TRANSLATE_NOOP("stock", "handed out"),
        "returned": QT_TRANSLATE_NOOP("stock", "returned"),
        "spoilt": QT_TRANSLATE_NOOP("stock", "void"),
        "lost": QT_TRANSLATE_NOOP("stock", "lost"),
        "destroyed": QT_TRANSLATE_NOOP("stock", "destroyed"),
    }
)


def stock_word(text: str) -> str:
    """Say a word of the book in the language of the screen."""
    return QCoreApplication.translate("stock", text)


def place_word(window: int | None) -> str:
    """Name a window's pile, or the vault."""
    if window is None:
        return stock_word(_PLACES[VAULT])
    return stock_word(QT_TRANSLATE_NOOP("stock", "window {0}")).format(window)


def balance_columns() -> Sequence[Column[Balance]]:
    """Return how a place stands in the list of places."""
    return (
        Column(
            title=stock_word(QT_TRANSLATE_NOOP("stock", "Place")),
            read=lambda row: place_word(row.window),
        ),
        Column(
            title=stock_word(QT_TRANSLATE_NOOP("stock", "Kind")),
            read=lambda row: code_word("paper", row.kind),
        ),
        Column(
            title=stock_word(QT_TRANSLATE_NOOP("stock", "In the book")),
            read=lambda row: str(row.book),
            numbers=True,
        ),
        Column(
            title=stock_word(QT_TRANSLATE_NOOP("stock", "Counted today")),
            read=lambda row: "" if row.counted is None else str(row.counted),
            numbers=True,
        ),
        Column(
            title=stock_word(QT_TRANSLATE_NOOP("stock", "Balance")),
            read=_balance,
            stretches=True,
        ),
    )


def act_columns() -> Sequence[Column[StockAct]]:
    """Return how an act stands in the book."""
    return (
        Column(
            title=stock_word(QT_TRANSLATE_NOOP("stock", "When")),
            read=lambda row: row.at.astimezone(SHANGHAI).strftime("%m-%d %H:%M"),
        ),
        Column(
            title=stock_word(QT_TRANSLATE_NOOP("stock", "Act")),
            read=lambda row: stock_word(_KINDS[row.kind]),
        ),
        Column(
            title=stock_word(QT_TRANSLATE_NOOP("stock", "Sheets")),
            read=lambda row: str(row.sheets),
            numbers=True,
        ),
        Column(title=stock_word(QT_TRANSLATE_NOOP("stock", "Range")), read=_range),
        Column(title=stock_word(QT_TRANSLATE_NOOP("stock", "Way")), read=_way),
        Column(
            title=stock_word(QT_TRANSLATE_NOOP("stock", "Who")),
            read=lambda row: " + ".join(filter(None, (row.person, row.witness))),
        ),
        Column(
            title=stock_word(QT_TRANSLATE_NOOP("stock", "Batch or reason")),
            read=lambda row: row.reason or row.batch,
            stretches=True,
        ),
    )


def _balance(row: Balance) -> str:
    if row.counted is None:
        return stock_word(QT_TRANSLATE_NOOP("stock", "○ not counted"))
    if row.closed:
        return stock_word(QT_TRANSLATE_NOOP("stock", "✓ balances"))
    text = stock_word(QT_TRANSLATE_NOOP("stock", "■ differs by {0}"))
    return text.format(f"{row.counted - row.book:+d}")


def _range(row: StockAct) -> str:
    return row.first if row.sheets == 1 else f"{row.first} – {row.last}"


def _way(row: StockAct) -> str:
    where = [_named(place) for place in (row.from_place, row.to_place) if place]
    return " → ".join(where)


def _named(place: str) -> str:
    window = window_of(place)
    return place_word(window) if window is not None else stock_word(_PLACES[place])
