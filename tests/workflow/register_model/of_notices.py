"""What is announced, disputed, granted beside ownership."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import (
    precondition,
    rule,
)

from tests.workflow.register_model.machine import BANKS, SELDOM, Data, numbers, part
from tests.workflow.register_model.model import (
    EASEMENT,
    HABITATION,
    MORTGAGE,
    NOTICE,
    OBJECTION,
    Page,
    Sheet,
)
from tests.workflow.register_model.office import (
    DEVELOPER,
    OWNERS,
    RAW,
)
from tests.workflow.register_model.pen import Pen


class NoticesActs(Pen):
    """Advance notices, objections, rights of habitation, easements."""

    @precondition(
        lambda self: any(s.owner is None and not s.ended and s.code in RAW for s in self.model)
    )
    @rule(data=st.data(), wait=SELDOM)
    def a_home_is_bought_before_it_stands(self, data: Data, wait: bool) -> None:
        sheet = self.sheets(data, owned=False)
        buyer = data.draw(st.sampled_from(OWNERS), label="buyer")
        notices = sheet.live(self.day, NOTICE)
        must = self.in_the_way([sheet], "notice")
        if any(buyer.name not in {h.name for h in b.holders} for b in notices):
            must |= {"R05"}

        def effect() -> None:
            self.enter(sheet, NOTICE, [buyer], {"notice_kind": "1"})

        self.apply(
            "LY048",
            [sheet],
            [part("obligor", DEVELOPER), part("holder", buyer)],
            effect,
            must=must,
            unsure=bool(sheet.was_owned),
            wait=wait,
        )

    @precondition(lambda self: self._bought())
    @rule(data=st.data(), wait=SELDOM)
    def the_buyer_mortgages_in_advance(self, data: Data, wait: bool) -> None:
        sheet, notice = data.draw(st.sampled_from(self._bought()), label="notice")
        bank = data.draw(st.sampled_from(BANKS), label="bank")
        amount = f"{data.draw(st.integers(1, 9))}10000.00"
        self.apply(
            "LY049",
            [sheet],
            [*(part("obligor", p) for p in notice.holders), part("holder", bank)],
            lambda: self.enter(sheet, NOTICE, [bank], {"notice_kind": "3", "amount": amount}),
            must=self.in_the_way([sheet], "notice"),
            right=self.entry_of(sheet, notice),
            fields={"amount": amount},
            wait=wait,
        )

    def _bought(self) -> list[tuple[Sheet, Page]]:
        return [
            (s, b) for s in self.model for b in s.live(self.day, NOTICE) if b.notice_kind in "12"
        ]

    @rule(data=st.data(), wait=SELDOM, kind=st.sampled_from("24"))
    def a_notice_is_entered(self, data: Data, wait: bool, kind: str) -> None:
        sheet = self.sheets(data)
        owner = sheet.owner
        assert owner is not None
        strangers = [p for p in OWNERS if p.name not in {h.name for h in owner.holders}]
        holder = data.draw(st.sampled_from(BANKS if kind == "4" else (strangers or OWNERS)))
        if holder.name in {h.name for h in owner.holders}:
            return
        must = self.in_the_way([sheet], "notice")
        must |= self.mortgage_noticed(sheet, holder, {h.name for h in owner.holders}, False)
        terms: dict[str, object] = {"notice_kind": kind, "amount": "88000.00"}
        self.apply(
            "LY050",
            [sheet],
            [
                *(part("obligor", replace(p, share=None)) for p in owner.holders),
                part("holder", holder),
            ],
            lambda: self.enter(sheet, NOTICE, [holder], terms),
            must=must,
            fields=dict(terms),
            wait=wait,
        )

    @precondition(lambda self: self.some_right(NOTICE))
    @rule(data=st.data(), wait=SELDOM)
    def a_notice_is_assigned(self, data: Data, wait: bool) -> None:
        units, page = self.right(data, NOTICE)
        people = BANKS if page.notice_kind in "34" else OWNERS
        new = data.draw(st.sampled_from(people), label="new holder")

        def effect() -> None:
            for sheet in units:
                sheet.put(page.group, replace(page, holders=(new,)))

        self.apply(
            "LY051",
            units,
            [part("holder", new)],
            effect,
            must=self.in_the_way(units, "change"),
            right=self.entry_of(units[0], page),
            wait=wait,
        )

    @precondition(lambda self: any(s.owner for s, _ in self._bought()))
    @rule(data=st.data(), wait=SELDOM)
    def a_notice_comes_true(self, data: Data, wait: bool) -> None:
        pairs = [(s, b) for s, b in self._bought() if s.owner]
        sheet, notice = data.draw(st.sampled_from(pairs), label="notice")
        owner = sheet.owner
        assert owner is not None
        people = [replace(p, share=None) for p in notice.holders]
        must = self.in_the_way([sheet], "transfer")
        if self.day > (owner.since + timedelta(hours=8)).date() + timedelta(days=90):
            must |= {"R28"}
        others = [
            b
            for b in sheet.live(self.day, NOTICE)
            if b.group != notice.group and b.notice_kind in "12"
        ]

        def effect() -> None:
            for b in sheet.live(self.day, NOTICE):
                if b.notice_kind in "34":
                    sheet.strike(b.group)
                    terms = {
                        "mortgage_kind": "general",
                        "amount": b.terms["amount"],
                        "transfer_restricted": False,
                    }
                    sheet.add(replace(b, type=MORTGAGE, terms=terms, since=self.office.now))
            self.fulfil(sheet, people)
            self.own(sheet, people)

        self.apply(
            "LY053",
            [sheet],
            [
                *(part("obligor", replace(p, share=None)) for p in owner.holders),
                *(part("holder", p) for p in people),
            ],
            effect,
            must=must,
            unsure=bool(others) or {p.name for p in people} <= {p.name for p in owner.holders},
            right=self.entry_of(sheet, notice),
            fields={"price": "200000.00"},
            wait=wait,
        )

    @rule(data=st.data(), wait=SELDOM)
    def an_objection_is_raised(self, data: Data, wait: bool) -> None:
        sheet = self.sheets(data)
        person = data.draw(st.sampled_from(OWNERS), label="who")
        matter = f"异议{next(numbers)}"
        self.apply(
            "LY056",
            [sheet],
            [part("holder", person)],
            lambda: self.enter(sheet, OBJECTION, [person], {"matter": matter}),
            fields={"matter": matter},
            wait=wait,
        )

    @rule(data=st.data(), wait=SELDOM)
    def a_right_of_habitation_is_given(self, data: Data, wait: bool) -> None:
        sheet = self.sheets(data)
        owner = sheet.owner
        assert owner is not None
        strangers = [p for p in OWNERS if p.name not in {h.name for h in owner.holders}]
        if not strangers:
            return
        person = data.draw(st.sampled_from(strangers), label="who")
        must = self.in_the_way([sheet], "mortgage")
        must |= self.mortgage_noticed(sheet, person, {h.name for h in owner.holders}, False)
        if sheet.usage != "住宅":
            must |= {"R16"}
        self.apply(
            "LY011",
            [sheet],
            [
                *(part("obligor", replace(p, share=None)) for p in owner.holders),
                part("holder", person),
            ],
            lambda: self.enter(sheet, HABITATION, [person], {"to": "2040-01-01"}),
            must=must,
            fields={"from": "2024-03-04", "to": "2040-01-01"},
            wait=wait,
        )

    @precondition(lambda self: self.exchangeable())
    @rule(data=st.data(), wait=SELDOM)
    def an_easement_is_set(self, data: Data, wait: bool) -> None:
        one, other = data.draw(st.sampled_from(self.exchangeable()), label="lands")
        giver, taker = one.owners[0], other.owners[0]
        must = self.in_the_way([one, other], "mortgage")
        for sheet in (one, other):
            must |= self.mortgage_noticed(sheet, taker, {giver.name}, False)
        matter = f"通行{next(numbers)}"

        def effect() -> None:
            now = self.office.now
            page = Page(
                type=EASEMENT, holders=(taker,), terms={"matter": matter}, since=now, first=now
            )
            one.add(page)
            other.add(page)

        self.apply(
            "LY010",
            [one, other],
            [part("obligor", giver), part("holder", taker)],
            effect,
            must=must,
            fields={"matter": matter},
            wait=wait,
        )
