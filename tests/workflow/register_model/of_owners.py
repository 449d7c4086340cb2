"""What people do with their ownership: sell, share, inherit, exchange."""

from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction

from hypothesis import strategies as st
from hypothesis.stateful import (
    precondition,
    rule,
)

from desk.workflow.application import Person
from tests.workflow.register_model.machine import COURTS, ORGAN, SELDOM, UPPER, Data, part
from tests.workflow.register_model.model import (
    NOTICE,
    SEIZURE,
    Sheet,
)
from tests.workflow.register_model.office import (
    DEVELOPER,
    LAND,
    OWNERS,
    form_of,
)
from tests.workflow.register_model.pen import Pen


class OwnersActs(Pen):
    """Transfers of the whole, of shares, by death, by exchange, by a court."""

    @precondition(
        lambda self: any(s.owner is None and not s.ended and s.code != LAND for s in self.model)
    )
    @rule(data=st.data(), wait=SELDOM)
    def a_building_is_registered(self, data: Data, wait: bool) -> None:
        sheet = self.sheets(data, owned=False)
        people = [DEVELOPER] if data.draw(st.booleans()) else self.people(data)
        self.apply(
            "LY003",
            [sheet],
            [part("holder", p) for p in people],
            lambda: self.own(sheet, people),
            must=self.in_the_way([sheet], "first"),
            form=form_of(people),
            wait=wait,
        )

    @rule(data=st.data(), wait=SELDOM, together=st.booleans())
    def the_whole_is_sold(self, data: Data, wait: bool, together: bool) -> None:
        sheet = self.sheets(data)
        old = sheet.owners
        people = self.people(data, without=old)
        if not people:
            return
        consenting, also = self.consent(sheet, together)
        noticed = self.noticed(sheet, people, also)

        def effect() -> None:
            self.fulfil(sheet, people)
            self.own(sheet, people)

        self.apply(
            "LY013",
            [sheet],
            [
                *(part("obligor", replace(p, share=None)) for p in old),
                *(part("holder", p) for p in people),
                *consenting,
            ],
            effect,
            must=self.in_the_way([sheet], "transfer", free=together) | noticed,
            form=form_of(people),
            fields={"price": "300000.00"},
            also=also,
            wait=wait,
        )

    @rule(data=st.data(), wait=SELDOM)
    def a_share_is_sold(self, data: Data, wait: bool) -> None:
        sheet = self.sheets(data)
        owner = sheet.owner
        assert owner is not None
        if owner.form == "joint":
            return
        seller = data.draw(st.sampled_from(owner.holders), label="seller")
        has = seller.share or Fraction(1)
        gives = has * data.draw(st.sampled_from([Fraction(1, 2), Fraction(1, 3), Fraction(1)]))
        buyers = [p for p in OWNERS if p.name != seller.name]
        buyer = data.draw(st.sampled_from(buyers), label="buyer")
        shares = {p.name: (p, p.share or Fraction(1)) for p in owner.holders}
        shares[seller.name] = (seller, has - gives)
        before = shares.get(buyer.name, (buyer, Fraction(0)))
        shares[buyer.name] = (before[0], before[1] + gives)
        left = [replace(p, share=s) for p, s in shares.values() if s]
        people = [replace(left[0], share=None)] if len(left) == 1 else left
        self.apply(
            "LY013",
            [sheet],
            [part("obligor", replace(seller, share=gives)), part("holder", buyer)],
            lambda: self.pass_on(sheet, people),
            must=self.in_the_way([sheet], "transfer") | self._share_noticed(sheet, seller, buyer),
            fields={"price": "100000.00"},
            wait=wait,
        )

    def _share_noticed(self, sheet: Sheet, seller: Person, buyer: Person) -> set[str]:
        one = replace(sheet, owner=replace(sheet.owner, holders=(seller,)))  # type: ignore[type-var]
        return self.noticed(one, [buyer], ())

    @rule(data=st.data(), wait=SELDOM, all_of_them=st.booleans())
    def joint_owners_become_owners_by_shares_or_back(
        self, data: Data, wait: bool, all_of_them: bool
    ) -> None:
        sheet = self.sheets(data)
        owner = sheet.owner
        assert owner is not None
        if len(owner.holders) < 2:
            return
        size = len(owner.holders)
        share = None if owner.form == "shares" else Fraction(1, size)
        people = [replace(p, share=share) for p in owner.holders]
        must = self.in_the_way([sheet], "change")
        if not all_of_them:
            people = [replace(people[0], share=None)]
            must |= {"R14"}
        self.apply(
            "LY034",
            [sheet],
            [part("holder", p) for p in people],
            lambda: self.own(sheet, people),
            must=must,
            form=form_of(people),
            wait=wait,
        )

    @rule(data=st.data(), wait=SELDOM)
    def an_owner_dies(self, data: Data, wait: bool) -> None:
        sheet = self.sheets(data)
        people = self.people(data)
        self.apply(
            "LY015",
            [sheet],
            [part("holder", p) for p in people],
            lambda: self.pass_on(sheet, people),
            must=self.in_the_way([sheet], "inherit"),
            form=form_of(people),
            reason="继承",
            wait=wait,
        )

    @rule(data=st.data(), wait=SELDOM)
    def a_court_transfers(self, data: Data, wait: bool) -> None:
        sheet = self.sheets(data)
        people = self.people(data)
        court = data.draw(st.sampled_from([*COURTS, UPPER]), label="court")
        served: list[datetime] = []

        def effect() -> None:
            self.fulfil(sheet, people)
            self._end_seizures(sheet, court, served[0])
            self.own(sheet, people)

        served.append(self.office.now + timedelta(minutes=1))
        self.apply(
            "LY021",
            [sheet],
            [*(part("holder", p) for p in people), part("organ", replace(ORGAN, name=court))],
            effect,
            must=self.in_the_way([sheet], "court"),
            form=form_of(people),
            reason="法院裁定",
            fields={"authority": court, "document_no": "(2024)吉04执1号"},
            also=("M23", "M24"),
            wait=wait,
        )

    def _end_seizures(self, sheet: Sheet, court: str, served: datetime) -> None:
        live = sheet.live(self.day, SEIZURE)
        first = str(live[0].terms["authority"]) if live else ""
        above = court == UPPER and first.endswith("人民法院")
        if live and (first == court or above):
            ended = live  # it disposed of the whole: those that waited lapse
        else:
            ended = [b for b in live if b.first > served]
        for b in ended:
            sheet.strike(b.group)

    @precondition(lambda self: self.exchangeable())
    @rule(data=st.data())
    def two_homes_are_exchanged(self, data: Data) -> None:
        one, other = data.draw(st.sampled_from(self.exchangeable()), label="pair")
        ones, others = one.owners, other.owners
        both = [replace(p, share=None) for p in (*ones, *others)]
        must = self.in_the_way([one, other], "transfer")
        applying = {p.name for p in both}
        for sheet in (one, other):  # whoever exchanges applies himself, noticed or not
            for notice in sheet.live(self.day, NOTICE):
                if not {h.name for h in notice.holders} <= applying:
                    must |= {"R05"}

        def effect() -> None:
            self.fulfil(one, list(others))
            self.fulfil(other, list(ones))
            self.own(one, [replace(p, share=None) for p in others])
            self.own(other, [replace(p, share=None) for p in ones])

        self.apply(
            "LY019",
            [one, other],
            [*(part("obligor", p) for p in both), *(part("holder", p) for p in both)],
            effect,
            must=must,
            reason="互换",
        )
