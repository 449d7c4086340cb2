"""R58: cases entered together go in a fixed order, in one transaction or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from desk.workflow.errors import Fact, Finding, Level
from desk.workflow.stages import APPROVED, ENTERED, ISSUED, OPEN
from forms.items import Item

_ORDER = (
    ("cancel", "release", "crystallise"),  # burdens go first
    ("first", "transfer", "inherit", "exchange", "partition"),
    ("mortgage",),
    ("notice",),
)

# A conversion brings a title; a change of a standing mortgage clears the way for a sale.
_AS = {"notice_convert": "transfer", "mortgage_change": "release"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A case of a bundle as it stands."""

    bundle_id: UUID
    case_id: UUID
    case_no: str
    item: str
    state: str

    @property
    def entered(self) -> bool:
        """Tell whether it is in the register."""
        return self.state in ENTERED or self.state == ISSUED


def behind(before: Sequence[Member]) -> Finding:
    """Say of a case behind which ones it comes: it is judged when those are entered."""
    numbers = "、".join(member.case_no for member in before)
    return Finding(code="R58", level=Level.INFO, facts={"variant": "later", "numbers": numbers})


def place_in_bundle(item: Item) -> int:
    """Return the place of an item: release and cancel, first and transfer, mortgage, notice."""
    act = _AS.get(item.act, item.act)
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


def entered_alone(members: Sequence[Member], case_id: UUID) -> tuple[Finding, ...]:
    """Refuse the entry of one case where others of its bundle are still to be entered with it."""
    if gone := builds_on_nothing(members, case_id):
        return gone
    together = _enterable(members)
    if len(together) < len("ab"):
        return ()
    return (_said("alone", numbers="、".join(member.case_no for member in together)),)


def builds_on_nothing(members: Sequence[Member], case_id: UUID) -> tuple[Finding, ...]:
    """Refuse a case where one before it in its bundle was withdrawn or refused (条例 15, 22)."""
    for member in members:
        if member.case_id == case_id:
            break
        if member.state not in OPEN and not member.entered:
            return (_said("broken", number=member.case_no),)
    return ()


def may_enter(members: Sequence[Member]) -> tuple[Finding, ...]:
    """Name every case of a bundle that is not ready for the entry (组合流程)."""
    if broken := _broken(members):
        return broken
    waiting = [m for m in _enterable(members) if m.state != APPROVED]
    if not waiting and not _enterable(members):
        return (_said("nothing"),)
    return tuple(_said("waits", number=m.case_no, stage=m.state) for m in waiting)


def to_enter(members: Sequence[Member]) -> tuple[Member, ...]:
    """Return the cases that are entered now: all before the first that ended without an entry."""
    return _enterable(members)


def _enterable(members: Sequence[Member]) -> tuple[Member, ...]:
    found: list[Member] = []
    for member in members:
        if member.state in OPEN:
            found.append(member)
        elif not member.entered:
            break
    return tuple(found)


def _broken(members: Sequence[Member]) -> tuple[Finding, ...]:
    """Refuse what builds on a case that was withdrawn or refused."""
    ended = next((m for m in members if m.state not in OPEN and not m.entered), None)
    if ended is None or _enterable(members):
        return ()
    return (_said("broken", number=ended.case_no),)


def _said(variant: str, **facts: Fact) -> Finding:
    return Finding(code="R58", level=Level.BLOCK, facts={"variant": variant, **facts})
