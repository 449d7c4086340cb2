"""What courts order."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import (
    precondition,
    rule,
)

from tests.workflow.register_model.machine import (
    COURTS,
    ORGAN,
    UPPER,
    Data,
    numbers,
    part,
)
from tests.workflow.register_model.model import (
    SEIZURE,
    Page,
)
from tests.workflow.register_model.pen import Pen


class CourtsActs(Pen):
    """Seizures served, waiting, renewed, released, run out."""

    @rule(
        data=st.data(),
        how=st.sampled_from(["at once", "through the counter", "left open"]),
        years=st.sampled_from([0, 1, 3]),
    )
    def a_court_seizes(self, data: Data, how: str, years: int) -> None:
        sheet = self.sheets(data)
        court = data.draw(st.sampled_from(COURTS), label="court")
        until = self.day + timedelta(days=365 * years + 10)
        fields: dict[str, object] = {
            "authority": court,
            "document_no": f"(2024)执{next(numbers)}号",
            "from": str(self.day),
            "to": str(until),
        }
        served: list[datetime] = []

        def effect() -> None:
            terms: dict[str, object] = {"authority": court, "to": str(until)}
            now = self.office.now
            sheet.add(Page(type=SEIZURE, terms=terms, since=now, first=served[0]))

        if how == "at once":
            refusal = self.office.seize((sheet.code,), fields)
            assert refusal is None
            served.append(self.office.now)
            effect()
            return
        served.append(self.office.now + timedelta(minutes=1))
        self.apply(
            "LY058",
            [sheet],
            [part("organ", replace(ORGAN, name=court))],
            effect,
            reason="查封",
            fields=fields,
            wait=how == "left open",
        )

    @precondition(lambda self: self.some_right(SEIZURE))
    @rule(data=st.data())
    def a_seizure_is_renewed(self, data: Data) -> None:
        units, page = self.right(data, SEIZURE)
        until = self.day + timedelta(days=700)
        fields: dict[str, object] = {
            "authority": page.terms["authority"],
            "document_no": f"(2024)续{next(numbers)}号",
            "from": str(self.day),
            "to": str(until),
        }

        def effect() -> None:
            for sheet in units:
                sheet.put(page.group, replace(page, terms=page.terms | {"to": str(until)}))

        self.apply(
            "LY058",
            units,
            [part("organ", replace(ORGAN, name=str(page.terms["authority"])))],
            effect,
            right=self.entry_of(units[0], page),
            reason="续封",
            fields=fields,
        )

    @precondition(lambda self: self.some_right(SEIZURE))
    @rule(data=st.data(), by=st.sampled_from(["itself", "the court above", "another court"]))
    def a_seizure_is_released(self, data: Data, by: str) -> None:
        units, page = self.right(data, SEIZURE)
        authority = str(page.terms["authority"])
        other = next(c for c in COURTS if c != authority)
        court = {"itself": authority, "the court above": UPPER, "another court": other}[by]

        def effect() -> None:
            for sheet in units:
                sheet.strike(page.group)

        self.apply(
            "LY059",
            units,
            [part("organ", replace(ORGAN, name=court))],
            effect,
            must={"R44"} if by == "another court" else set(),
            right=self.entry_of(units[0], page),
            fields={"authority": court, "document_no": f"(2024)解{next(numbers)}号"},
        )
