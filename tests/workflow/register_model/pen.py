"""How a registrar writes by hand what an application asks for, and whom he must ask first."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import strategies as st

from desk.workflow.application import Party, Person
from tests.workflow.register_model.machine import Data, RegisterMachine, part
from tests.workflow.register_model.model import (
    MORTGAGE,
    NOTICE,
    OWNED,
    Page,
    Sheet,
)
from tests.workflow.register_model.office import LAND, OWNERS, form_of


class Pen(RegisterMachine):
    """The ways of writing and asking that many items share."""

    def own(self, sheet: Sheet, people: list[Person]) -> None:
        """Write new owners on the first page."""
        now = self.office.now
        sheet.own(
            Page(type=OWNED, holders=tuple(people), form=form_of(people), since=now, first=now)
        )

    def pass_on(self, sheet: Sheet, people: list[Person]) -> None:
        """Write new owners; what was noticed in their favour has come true."""
        self.fulfil(sheet, people)
        self.own(sheet, people)

    def people(self, data: Data, *, without: tuple[Person, ...] = ()) -> list[Person]:
        """Choose one owner, two joint ones, or two by shares."""
        names = {p.name for p in without}
        free = [p for p in OWNERS if p.name not in names]
        several = data.draw(st.sampled_from(["sole", "joint", "shares"]), label="form")
        if several == "sole" or len(free) < 2:
            return [data.draw(st.sampled_from(free), label="owner")] if free else []
        people = data.draw(st.permutations(free), label="owners")[:2]
        if several == "joint":
            return [replace(p, share=None) for p in people]
        part_ = Fraction(data.draw(st.integers(1, 5), label="sixths"), 6)
        return [replace(people[0], share=part_), replace(people[1], share=1 - part_)]

    def consent(self, sheet: Sheet, given: bool) -> tuple[list[Party], tuple[str, ...]]:
        """Let those who hold mortgages and notices apply along, with their paper."""
        if not given:
            return [], ()
        holders = {h.name: h for b in sheet.live(self.day, MORTGAGE, NOTICE) for h in b.holders}
        return [part("consenting", h) for h in holders.values()], ("M36",)

    def noticed(self, sheet: Sheet, people: list[Person], also: tuple[str, ...]) -> set[str]:
        """R05, unless all agree, or everything noticed is in favour of those who buy."""
        if "M36" in also:
            return set()
        names = {p.name for p in people}
        givers = {p.name for p in sheet.owners} if sheet.owner else set()
        notices = sheet.live(self.day, NOTICE)
        buys = any(b.notice_kind in "12" and names <= {h.name for h in b.holders} for b in notices)
        for b in notices:
            holders = {h.name for h in b.holders}
            pre_mortgage = b.notice_kind in "34" and buys
            if not (names <= holders or holders <= givers or pre_mortgage):
                return {"R05"}
        return set()

    def fulfil(self, sheet: Sheet, people: list[Person]) -> None:
        names = {p.name for p in people}
        for b in sheet.live(self.day, NOTICE):
            if b.notice_kind in "12" and {h.name for h in b.holders} <= names:
                sheet.strike(b.group)

    def exchangeable(self) -> list[tuple[Sheet, Sheet]]:
        sole = [s for s in self.model if s.owner and s.owner.form == "sole" and s.code != LAND]
        return [
            (a, b)
            for a in sole
            for b in sole
            if a.code < b.code and a.owners[0].name != b.owners[0].name
        ]

    def mortgage_noticed(
        self, sheet: Sheet, bank: Person, givers: set[str], consent: bool
    ) -> set[str]:
        for b in sheet.live(self.day, NOTICE):
            holders = {h.name for h in b.holders}
            if not (consent or bank.name in holders or holders <= givers):
                return {"R05"}
        return set()

    def enter(
        self, sheet: Sheet, type_: str, people: list[Person], terms: dict[str, object]
    ) -> None:
        now = self.office.now
        sheet.add(Page(type=type_, holders=tuple(people), terms=terms, since=now, first=now))
