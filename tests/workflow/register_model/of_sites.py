"""What developers do: mortgage the site, finish the project, turn one mortgage into the other."""

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.workflow.register_model.machine import BANKS, SELDOM, Data, part
from tests.workflow.register_model.model import MORTGAGE, NOTICE, Page, Sheet, new_label
from tests.workflow.register_model.office import DEVELOPER, LAND, RAW
from tests.workflow.register_model.pen import Pen


class SitesActs(Pen):
    """Mortgages on buildings under construction, and what becomes of them."""

    @property
    def site(self) -> Sheet:
        """Return the developer's land."""
        return self.model.sheets[LAND]

    def construction_mortgages(self) -> list[Page]:
        """Return the mortgages on what is being built."""
        live = self.site.live(self.day, MORTGAGE)
        return [b for b in live if b.terms["mortgage_kind"] == "construction"]

    def unfinished(self) -> list[Sheet]:
        """Return the homes that nobody owns yet."""
        homes = [self.model.sheets[code] for code in RAW if code in self.model.sheets]
        return [home for home in homes if home.owner is None and not home.ended]

    @rule(data=st.data(), wait=SELDOM)
    def a_site_is_mortgaged(self, data: Data, wait: bool) -> None:
        bank = data.draw(st.sampled_from(BANKS), label="bank")
        terms: dict[str, object] = {
            "mortgage_kind": "construction",
            "amount": f"{data.draw(st.integers(1, 9))}5000000.00",
            "to": "2026-03-03",
            "transfer_restricted": False,
        }

        def effect() -> None:
            now = self.office.now
            self.site.add(Page(type=MORTGAGE, holders=(bank,), terms=terms, since=now, first=now))

        self.apply(
            "LY042",
            [self.site],
            [part("obligor", DEVELOPER), part("holder", bank)],
            effect,
            must=self.in_the_way([self.site], "mortgage"),
            fields={**terms, "from": "2024-03-04"},
            wait=wait,
        )

    @precondition(lambda self: self.unfinished())
    @rule(data=st.data(), taken_along=st.booleans())
    def a_project_is_finished(self, data: Data, taken_along: bool) -> None:
        homes = data.draw(
            st.lists(st.sampled_from(self.unfinished()), min_size=1, unique_by=lambda s: s.code),
            label="homes",
        )
        mortgages = self.construction_mortgages()

        def effect() -> None:
            free = [home for home in homes if not home.live(self.day, NOTICE)]
            for home in homes:
                self.own(home, [DEVELOPER])
            for old in mortgages if free and taken_along else ():
                self.site.strike(old.group)
                terms = old.terms | {"mortgage_kind": "general"}
                new = replace(old, terms=terms, since=self.office.now, group=new_label())
                for home in free:
                    home.add(new)

        self.apply(
            "LY004",
            homes,
            [part("holder", DEVELOPER)],
            effect,
            must=self.in_the_way(homes, "first"),
            at_entry={"R27"} if mortgages and not taken_along else set(),
            also=("M61",) if taken_along else (),
        )
