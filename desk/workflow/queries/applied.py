"""What an application is about, as the counter shows it: its units, the rights it may act upon."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from desk.workflow.queries.register import UnitView, units
from desk.workflow.reader import Reader
from desk.workflow.reading import places_of_rights
from desk.workflow.readings.kinds import ACTS_ON
from forms.checks.unit_code import is_unit_code
from forms.items import Item


def units_applied_for(
    reader: Reader, item: Item, codes: Sequence[str], now: datetime
) -> list[UnitView]:
    """Return the units, and units beside them with those of their rights that may be acted upon."""
    found = units(reader, places_of_rights(item, list(filter(is_unit_code, codes))), now)
    return [view if view.unit.code in codes else _acted_upon(view, item) for view in found]


def _acted_upon(view: UnitView, item: Item) -> UnitView:
    fitting = tuple(row for row in view.rights if row.right.type == ACTS_ON.get(item.act))
    return replace(view, rights=fitting)
