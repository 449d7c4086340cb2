"""The register as a registrar would keep it on paper: written from the law, not from the program.

A unit has one owner's page and a list of burdens. Mortgages and seizures stand in the order of
their ranks, which nobody computes: the next one is written below the last.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import count

from desk.workflow.application import Person

OWNED, LAND_USE, EASEMENT, MORTGAGE, HABITATION = "4", "3", "19", "23", "92"
NOTICE, OBJECTION, SEIZURE = "96", "97", "98"
AT_ONCE = frozenset({"LY056", "LY057", "LY058", "LY059"})
RANKED = (MORTGAGE, SEIZURE)
HAS_PAPER = frozenset({OWNED, LAND_USE, EASEMENT, MORTGAGE, HABITATION, NOTICE, OBJECTION})
WORDS = {MORTGAGE: "mortgaged", NOTICE: "noticed", OBJECTION: "objection", HABITATION: "habitation"}

Holder = tuple[str, Fraction | None]
_labels = count(1)


def new_label() -> int:
    """Return a label for a right of its own."""
    return next(_labels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one live entry says."""

    type: str
    holders: tuple[Person, ...] = ()
    form: str | None = None
    terms: dict[str, object] = field(default_factory=dict)
    group: int = field(default_factory=new_label)
    since: datetime
    first: datetime  # the instant from which its rank counts

    @property
    def notice_kind(self) -> str:
        """Return the kind of an advance notice."""
        return str(self.terms["notice_kind"])

    def holds_on(self, day: date) -> bool:
        """Say whether the calendar has not ended it."""
        if self.type == OBJECTION:
            return day <= (self.since + timedelta(hours=8)).date() + timedelta(days=15)
        if self.type == SEIZURE:
            return day <= date.fromisoformat(str(self.terms["to"]))
        return True


@dataclass(slots=True, kw_only=True)
class Sheet:
    """One unit: its facts, its owner's page, its burdens in order."""

    code: str
    location: str
    usage: str
    floor_area: int
    owner: Page | None = None
    burdens: list[Page] = field(default_factory=list)
    was_owned: bool = False
    ended: bool = False

    @property
    def owners(self) -> tuple[Person, ...]:
        """Return who owns it, nobody where its page is closed."""
        return self.owner.holders if self.owner else ()

    def live(self, day: date, *types: str) -> list[Page]:
        """Return the burdens of some types that hold on a day, all without types."""
        return [b for b in self.burdens if b.holds_on(day) and (not types or b.type in types)]

    def own(self, page: Page) -> None:
        """Write a new owner's page in place of the old one."""
        self.owner, self.was_owned = page, True

    def disown(self) -> None:
        """Close the owner's page."""
        self.owner = None

    def add(self, page: Page) -> None:
        """Write a burden below those that came before it."""
        place = sum(1 for b in self.burdens if b.type != page.type or b.first <= page.first)
        before = [b for b in self.burdens if b.type != page.type]
        same = [b for b in self.burdens if b.type == page.type]
        same.insert(place - len(before), page)
        self.burdens = before + same

    def strike(self, group: int) -> None:
        """Close a burden."""
        self.burdens = [b for b in self.burdens if b.group != group]

    def put(self, group: int, page: Page) -> None:
        """Write a burden anew in the place it had."""
        self.burdens = [page if b.group == group else b for b in self.burdens]

    def state(self, day: date, *, in_process: bool) -> frozenset[str]:
        """Say in words how the unit stands."""
        live = self.live(day)
        words = {WORDS[b.type] for b in live if b.type in WORDS}
        seizures = len(self.live(day, SEIZURE))
        words |= {"seized"} if seizures else set()
        words |= {"waiting_seizure"} if seizures > 1 else set()
        words |= {"in_process"} if in_process else set()
        if self.owner is None:
            words.add("cancelled" if self.ended or self.was_owned else "unregistered")
        return frozenset(words) if words or live else frozenset({"free"})

    def lines(self, day: date) -> list[tuple[object, ...]]:
        """Return what a reader sees of the live entries, in an order of their own."""
        found = []
        ranks = {t: iter(range(1 if t == MORTGAGE else 0, 99)) for t in RANKED}
        for page in [self.owner, *self.live(day)] if self.owner else self.live(day):
            rank = next(ranks[page.type]) if page.type in RANKED else None
            found.append(line(page.type, page.holders, page.form, rank, page.terms))
        return sorted(found, key=repr)


SAID = ("amount", "mortgage_kind", "crystallised", "notice_kind", "matter", "authority", "to")


def line(
    type_: str,
    holders: Iterable[Person],
    form: str | None,
    rank: int | None,
    terms: dict[str, object],
) -> tuple[object, ...]:
    """Return an entry as a reader compares it."""
    people = tuple(sorted((p.name, p.id_number, p.share) for p in holders))
    said = tuple((key, terms[key]) for key in SAID if terms.get(key) is not None)
    return type_, people, form, rank, said


class Model:
    """All sheets, and what is under way."""

    def __init__(self, sheets: Iterable[Sheet]) -> None:
        self.sheets = {sheet.code: sheet for sheet in sheets}
        self.open: dict[str, list[str]] = {}  # unit code: the items of the cases open on it

    def __iter__(self) -> Iterator[Sheet]:
        return iter(self.sheets.values())

    def others_open(self, code: str) -> bool:
        """Say whether a case is open on a unit that shuts others out."""
        return any(item not in AT_ONCE for item in self.open.get(code, ()))

    def is_seized(self, code: str, day: date) -> bool:
        """Say whether a unit is seized; an order counts from the minute in which it is served."""
        return bool(self.sheets[code].live(day, SEIZURE)) or "LY058" in self.open.get(code, ())

    def group(self, group: int) -> list[tuple[Sheet, Page]]:
        """Return a right that lies on several units, with its units."""
        return [(s, b) for s in self for b in s.burdens if b.group == group]

    def split(self, old: Iterable[Sheet], new: Iterable[Sheet], day: date, now: datetime) -> None:
        """End some sheets and open others; what burdened any of them burdens each new one."""
        gone = list(old)
        owner = gone[0].owner
        burdens = {b.group: b for sheet in reversed(gone) for b in sheet.live(day)}
        for sheet in gone:
            sheet.burdens = [b for b in sheet.burdens if not b.holds_on(day)]
            sheet.ended = True
            sheet.disown()
        for sheet in new:
            self.sheets[sheet.code] = sheet
            if owner:
                sheet.own(replace(owner, since=now, first=now))
            for burden in sorted(burdens.values(), key=lambda b: b.first):
                since = now if burden.type != OBJECTION else burden.since
                sheet.add(replace(burden, since=since))
