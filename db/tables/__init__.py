"""All tables, one module per subject; importing this package defines them on `METADATA`."""

from db.tables import (
    branches,
    bundles,
    cases,
    dispatches,
    ledger,
    money,
    pages,
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
    "branches",
    "bundles",
    "cases",
    "dispatches",
    "ledger",
    "money",
    "pages",
    "papers",
    "people",
    "receipts",
    "register",
    "searches",
    "stock",
    "units",
]
