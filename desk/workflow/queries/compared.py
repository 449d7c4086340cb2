"""Two applications of one case, field by field, by the paths of an entry."""

from collections.abc import Mapping
from dataclasses import fields
from fractions import Fraction

from desk.workflow.application import Application, Delivery, Party
from desk.workflow.services.drafts import Choice

_OF_A_PARTY = tuple(part.name for part in fields(Party))
_OF_A_DELIVERY = tuple(part.name for part in fields(Delivery))


def differences(mine: Application, theirs: Application) -> list[Choice]:
    """Return every path at which two applications differ, with both values; people by number."""
    left, right = _paths(mine, _order(mine)), _paths(theirs, _order(mine, theirs))
    return [
        Choice(path=path, mine=left.get(path), theirs=right.get(path))
        for path in sorted({*left, *right})
        if left.get(path) != right.get(path)
    ]


def _order(mine: Application, theirs: Application | None = None) -> list[str]:
    """Return the document numbers in one order for both, so that a person meets himself."""
    known = [party.id_number for party in mine.parties]
    more = [party.id_number for party in theirs.parties] if theirs is not None else []
    return [*known, *(number for number in more if number not in known)]


def _paths(application: Application, order: list[str]) -> Mapping[str, object]:
    found: dict[str, object] = {
        "item": application.item,
        "units": list(application.units),
        "right": application.right,
        "co_ownership": application.co_ownership,
        "reason": application.reason or None,
    }
    for party in application.parties:
        place = order.index(party.id_number) + 1
        found |= {f"parties/{place}/{n}": _plain(getattr(party, n)) for n in _OF_A_PARTY}
    found |= {f"fields/{key}": value for key, value in application.fields.items()}
    found |= {f"materials/{code}": "present" for code in application.materials}
    if application.delivery is not None:
        delivery = application.delivery
        found |= {f"delivery/{n}": getattr(delivery, n) or None for n in _OF_A_DELIVERY}
    return found


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Fraction) else value
