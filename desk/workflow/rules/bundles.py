"""R58: cases entered together go in a fixed order, in one transaction or not at all."""

from collections.abc import Sequence

from desk.workflow.errors import Finding, Level
from forms.items import Item

_ORDER = (
    ("cancel", "release", "crystallise"),  # burdens go first
    ("first", "transfer", "inherit", "exchange", "partition"),
    ("mortgage",),
    ("notice",),
)


def place_in_bundle(item: Item) -> int:
    """Return the place of an item: release and cancel, first and transfer, mortgage, notice."""
    act = "transfer" if item.act == "notice_convert" else item.act
    for place, words in enumerate(_ORDER):
        if any(word in act.split("_") for word in words):
            return place
    return 1


def in_order(items: Sequence[Item]) -> tuple[Finding, ...]:
    """Refuse a bundle whose cases do not stand in their fixed order (细则 86)."""
    places = [place_in_bundle(item) for item in items]
    for before, item, after in zip(places, items[1:], places[1:], strict=False):
        if after < before:
            return (
                Finding(
                    code="R58",
                    level=Level.BLOCK,
                    facts={"item_zh": item.name, "item_en": item.name_en},
                ),
            )
    return ()
