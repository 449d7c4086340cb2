"""What banks do."""

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import (
    precondition,
    rule,
)

from tests.workflow.register_model.machine import BANKS, SELDOM, Data, part
from tests.workflow.register_model.model import (
    EASEMENT,
    HABITATION,
    MORTGAGE,
    NOTICE,
    OBJECTION,
    Page,
    Sheet,
)
from tests.workflow.register_model.pen import Pen


class MortgagesActs(Pen):
    """Mortgages of several ranks, set, changed, moved, fixed, released."""

    @rule(data=st.data(), wait=SELDOM, restricted=st.booleans(), consent=st.booleans())
    def a_mortgage_is_set(self, data: Data, wait: bool, restricted: bool, consent: bool) -> None:
        maximum = data.draw(st.booleans(), label="maximum")
        several = data.draw(st.booleans(), label="on two units")
        units = [self.sheets(data)]
        if several:
            other = self.sheets(data)
            units += [other] if other is not units[0] else []
        bank = data.draw(st.sampled_from(BANKS), label="bank")
        owners = {p.name: replace(p, share=None) for s in units for p in s.owners}
        must = self.in_the_way(units, "mortgage")
        also = ("M36",) if consent else ()
        for sheet in units:
            must |= self.mortgage_noticed(sheet, bank, set(owners), consent)
        amount = f"{data.draw(st.integers(1, 9))}00000.00"
        terms: dict[str, object] = {
            "mortgage_kind": "maximum" if maximum else "general",
            "amount": amount,
            "to": "2044-03-03",
            "transfer_restricted": restricted,
        }

        def effect() -> None:
            now = self.office.now
            page = Page(type=MORTGAGE, holders=(bank,), terms=terms, since=now, first=now)
            for sheet in units:
                sheet.add(page)

        self.apply(
            "LY041" if maximum else "LY040",
            units,
            [*(part("obligor", p) for p in owners.values()), part("holder", bank)],
            effect,
            must=must,
            fields={**terms, "from": "2024-03-04"},
            also=also,
            wait=wait,
        )

    @precondition(lambda self: self.some_right(MORTGAGE))
    @rule(data=st.data(), wait=SELDOM, ranked=st.booleans())
    def a_mortgage_is_changed(self, data: Data, wait: bool, ranked: bool) -> None:
        units, page = self.right(data, MORTGAGE)
        fields: dict[str, object] = {"amount": f"{data.draw(st.integers(10, 99))}00000.00"}
        place = 0
        if ranked and len(units) == 1:
            place = data.draw(st.integers(1, len(units[0].live(self.day, MORTGAGE))), label="rank")
            fields = {"rank": place}

        def effect() -> None:
            new = replace(page, terms=page.terms | {k: v for k, v in fields.items() if k != "rank"})
            for sheet in units:
                sheet.put(page.group, new)
            if place:
                self._move(units[0], new, place)

        self.apply(
            "LY043",
            units,
            [part("holder", p) for p in page.holders],
            effect,
            must=self.in_the_way(units, "change"),
            right=self.entry_of(units[0], page),
            fields=fields,
            also=("M36",),
            wait=wait and not place,
        )

    def _move(self, sheet: Sheet, page: Page, place: int) -> None:
        line_ = [b for b in sheet.burdens if b.type == MORTGAGE]
        there = line_[place - 1]
        if there.group == page.group:
            return
        line_ = [b for b in line_ if b.group != page.group]
        neighbour = line_[place - 2] if place > 1 else line_[0]
        line_.insert(place - 1, replace(page, first=neighbour.first))
        sheet.burdens = [b for b in sheet.burdens if b.type != MORTGAGE] + line_

    @precondition(lambda self: self.some_right(MORTGAGE))
    @rule(data=st.data(), wait=SELDOM)
    def a_mortgage_is_assigned(self, data: Data, wait: bool) -> None:
        units, page = self.right(data, MORTGAGE)
        bank = next(b for b in BANKS if b.name != page.holders[0].name)
        must = self.in_the_way(units, "assign")
        if page.terms["mortgage_kind"] == "maximum" and not page.terms.get("crystallised"):
            must |= {"R25"}

        def effect() -> None:
            for sheet in units:
                now = next(b for b in sheet.burdens if b.group == page.group)
                sheet.put(page.group, replace(now, holders=(bank,)))

        self.apply(
            "LY044",
            units,
            [*(part("obligor", p) for p in page.holders), part("holder", bank)],
            effect,
            must=must,
            right=self.entry_of(units[0], page),
            wait=wait,
        )

    @precondition(lambda self: self.some_right(MORTGAGE))
    @rule(data=st.data())
    def a_maximum_mortgage_is_fixed(self, data: Data) -> None:
        units, page = self.right(data, MORTGAGE)
        open_ = page.terms["mortgage_kind"] == "maximum" and not page.terms.get("crystallised")
        must = self.in_the_way(units, "assign") | (set() if open_ else {"R25"})
        fields = {"amount": "123456.00"}

        def effect() -> None:
            for sheet in units:
                now = next(b for b in sheet.burdens if b.group == page.group)
                terms = now.terms | fields | {"crystallised": True}
                sheet.put(page.group, replace(now, terms=terms))

        self.apply(
            "LY045",
            units,
            [part("holder", p) for p in page.holders],
            effect,
            must=must,
            right=self.entry_of(units[0], page),
            fields=dict(fields),
        )

    @precondition(lambda self: self.some_right(MORTGAGE, NOTICE, EASEMENT, HABITATION, OBJECTION))
    @rule(data=st.data(), wait=SELDOM, partly=st.booleans())
    def a_burden_is_released(self, data: Data, wait: bool, partly: bool) -> None:
        units, page = self.right(data, MORTGAGE, NOTICE, EASEMENT, HABITATION, OBJECTION)
        if partly and page.type == MORTGAGE:
            units = units[:1]
        item = {
            MORTGAGE: "LY046",
            NOTICE: "LY052",
            EASEMENT: "LY038",
            HABITATION: "LY039",
            OBJECTION: "LY057",
        }[page.type]

        def effect() -> None:
            for sheet in units:
                sheet.strike(page.group)

        must = self.in_the_way(units, "objection" if page.type == OBJECTION else "release_burden")
        self.apply(
            item,
            units,
            [part("holder", p) for p in page.holders],
            effect,
            must=must,
            right=self.entry_of(units[0], page),
            wait=wait and page.type != OBJECTION,
        )
