"""All tables, one module per subject; importing this package defines them on `METADATA`."""

from db.tables import (
    bundles,
    cases,
    dispatches,
    ledger,
    money,
    papers,
    people,
    receipts,
    register,
    searches,
    stock,
    units,
)
from db.tables.metadata import INSERT_ONLY, METADATA

__all__ = [
    "INSERT_ONLY",
    "METADATA",
    "bundles",
    "cases",
    "dispatches",
    "ledger",
    "money",
    "papers",
    "people",
    "receipts",
    "register",
    "searches",
    "stock",
    "units",
]
