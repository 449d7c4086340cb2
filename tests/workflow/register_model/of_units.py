"""What becomes of the units and their papers."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from hypothesis import strategies as st
from hypothesis.stateful import (
    precondition,
    rule,
)

from tests.workflow.register_model.machine import SELDOM, USES, Data, numbers, part
from tests.workflow.register_model.model import (
    EASEMENT,
    HABITATION,
    MORTGAGE,
    NOTICE,
    SEIZURE,
    Sheet,
)
from tests.workflow.register_model.office import LAND
from tests.workflow.register_model.pen import Pen


class UnitsActs(Pen):
    """Changed facts and names, corrections, new papers, splits, mergers, losses."""

    @rule(data=st.data(), wait=SELDOM, item=st.sampled_from(["LY029", "LY030", "LY031"]))
    def the_unit_changes(self, data: Data, wait: bool, item: str) -> None:
        sheet = self.sheets(data)
        fields: dict[str, object]
        if item == "LY029":
            fields = {"location": f"新街{next(numbers)}号"}
        elif item == "LY030":
            fields = {"floor_area": f"{data.draw(st.integers(50, 200))}.50"}
        else:
            fields = {"usage": data.draw(st.sampled_from(USES))}

        def effect() -> None:
            sheet.location = str(fields.get("location", sheet.location))
            sheet.usage = str(fields.get("usage", sheet.usage))
            if "floor_area" in fields:
                sheet.floor_area = int(Fraction(str(fields["floor_area"])) * 100)
            self.own(sheet, list(sheet.owners))

        self.apply(
            item,
            [sheet],
            [part("holder", p) for p in sheet.owners],
            effect,
            must=self.in_the_way([sheet], "name" if item == "LY029" else "change"),
            fields=fields,
            wait=wait,
        )

    @rule(data=st.data(), wait=SELDOM)
    def an_owner_takes_another_name(self, data: Data, wait: bool) -> None:
        sheet = self.sheets(data)
        owner = sheet.owner
        assert owner is not None
        person = data.draw(st.sampled_from(owner.holders), label="who")
        new = replace(person, name=f"{person.name[:2]}改{next(numbers)}")
        people = [new if p.name == person.name else p for p in owner.holders]
        self.apply(
            "LY028",
            [sheet],
            [part("obligor", person), part("holder", new)],
            lambda: self.own(sheet, people),
            must=self.in_the_way([sheet], "name"),
            wait=wait,
        )

    @rule(data=st.data(), wait=SELDOM)
    def a_slip_is_corrected(self, data: Data, wait: bool) -> None:
        sheet = self.sheets(data)
        location = f"更正{next(numbers)}号"

        def effect() -> None:
            sheet.location = location
            self.own(sheet, list(sheet.owners))

        self.apply(
            "LY054",
            [sheet],
            [part("holder", p) for p in sheet.owners],
            effect,
            must=self.in_the_way([sheet], "name"),
            reason="权利人申请",
            fields={"location": location, "matter": "笔误"},
            wait=wait,
        )

    @rule(data=st.data(), lost=st.booleans())
    def a_paper_is_made_again(self, data: Data, lost: bool) -> None:
        sheet = self.sheets(data)
        fields: dict[str, object] = {"statement_date": str(self.day - timedelta(days=60))}
        self.apply(
            "LY061" if lost else "LY060",
            [sheet],
            [part("holder", p) for p in sheet.owners],
            lambda: None,
            must=self.in_the_way([sheet], "name"),
            fields=fields if lost else {},
        )

    @precondition(lambda self: self.some_right(MORTGAGE, NOTICE, EASEMENT, HABITATION))
    @rule(data=st.data(), lost=st.booleans())
    def a_proof_is_made_again(self, data: Data, lost: bool) -> None:
        units, page = self.right(data, MORTGAGE, NOTICE, EASEMENT, HABITATION)
        fields: dict[str, object] = {"statement_date": str(self.day - timedelta(days=60))}
        self.apply(
            "LY061" if lost else "LY060",
            units,
            [part("holder", p) for p in page.holders],
            lambda: None,
            must=self.in_the_way(units, "name"),
            right=self.entry_of(units[0], page),
            fields=fields if lost else {},
        )

    def _codes(self, many: int) -> list[str]:
        return [f"220402001001GB00001F0002{next(numbers) % 10000:04d}" for _ in range(many)]

    def _new_units(self, codes: list[str]) -> list[dict[str, object]]:
        return [
            {
                "code": code,
                "kind": "house",
                "location": f"分{code[-4:]}号",
                "usage": "商业服务",
                "floor_area": "45.00",
            }
            for code in codes
        ]

    def _opened(self, codes: list[str]) -> list[Sheet]:
        return [
            Sheet(code=code, location=f"分{code[-4:]}号", usage="商业服务", floor_area=4500)
            for code in codes
        ]

    @rule(data=st.data(), wait=SELDOM, consent=st.booleans(), again=st.booleans())
    def a_unit_is_split(self, data: Data, wait: bool, consent: bool, again: bool) -> None:
        sheet = self.sheets(data)
        codes = self._codes(2)
        must = self.in_the_way([sheet], "split", consent=consent)
        if again:  # a code that was used up, or is still in use
            codes[0] = data.draw(st.sampled_from(sorted(self.used_codes)), label="used code")
            must |= {"R01"}

        def effect() -> None:
            self.used_codes |= set(codes)
            self.model.split([sheet], self._opened(codes), self.day, self.office.now)

        self.apply(
            "LY032",
            [sheet],
            [part("holder", p) for p in sheet.owners],
            effect,
            must=must,
            reason="分割",
            fields={"new_units": self._new_units(codes)},
            also=("M36",) if consent else (),
            wait=wait,
        )

    @precondition(lambda self: self._mergeable())
    @rule(data=st.data(), consent=st.booleans())
    def two_units_are_merged(self, data: Data, consent: bool) -> None:
        pair = list(data.draw(st.sampled_from(self._mergeable()), label="pair"))
        codes = self._codes(1)

        def effect() -> None:
            self.used_codes |= set(codes)
            self.model.split(pair, self._opened(codes), self.day, self.office.now)

        self.apply(
            "LY032",
            pair,
            [part("holder", p) for p in pair[0].owners],
            effect,
            must=self.in_the_way(pair, "split", consent=consent),
            reason="合并",
            fields={"new_units": self._new_units(codes)},
            also=("M36",) if consent else (),
        )

    def _mergeable(self) -> list[tuple[Sheet, Sheet]]:
        owned = [s for s in self.model if s.owner and s.code != LAND]
        return [(a, b) for a in owned for b in owned if a.code < b.code and a.owners == b.owners]

    @precondition(lambda self: sum(1 for s in self.model if s.owner) > 3)
    @rule(data=st.data(), reason=st.sampled_from(["灭失", "放弃", "征收"]), consent=st.booleans())
    def ownership_is_cancelled(self, data: Data, reason: str, consent: bool) -> None:
        sheet = self.sheets(data)
        must = self.in_the_way([sheet], "name")
        burdened = sheet.live(self.day, MORTGAGE, EASEMENT, NOTICE, SEIZURE, HABITATION)
        if reason == "放弃" and burdened and not consent:
            must |= {"R21"}
        proved = {b.group for b in sheet.burdens if b.type != SEIZURE and b.holds_on(self.day)}

        def effect() -> None:
            sheet.burdens = [b for b in sheet.burdens if b.group not in proved]
            sheet.disown()
            sheet.ended = reason == "灭失"

        self.apply(
            "LY037",
            [sheet],
            [part("holder", p) for p in sheet.owners],
            effect,
            must=must,
            reason=reason,
            also=("M36",) if consent else (),
        )
