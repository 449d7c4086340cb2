"""A counter that takes the story of an item, as the rules tell it, through a real centre."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pdfplumber

from db.ids import new_id
from desk.workflow import commands as c
from desk.workflow.answers import Answer, RegisterAnswer
from desk.workflow.application import Application, Person
from desk.workflow.desk import Desk
from desk.workflow.facts import Facts, RightFacts, UnitFacts
from desk.workflow.founding import (
    CentreSpec,
    Kind,
    RightSpec,
    StaffSpec,
    StockSpec,
    UnitSpec,
    create_database,
    midnight,
)
from desk.workflow.queries import papers, register
from desk.workflow.queries.register import UnitView
from tests.workflow.rules.builders import CENTRE, TODAY

CONFIRMED = ("R06", "R13", "R15", "R17")


@dataclass(frozen=True, slots=True)
class Printed:
    """A certificate or proof as it was printed, its letters without their spaces."""

    kind: str
    text: str

    def says(self, *words: str) -> bool:
        """Tell whether all words stand on it, however they are broken into lines."""
        return all("".join(word.split()) in self.text for word in words)


class Counter:
    """One desk on a centre that holds exactly what the story needs."""

    def __init__(self, url: str, facts: Facts, kind: Kind = "rehearsal") -> None:
        self.facts = facts
        self.places = places_of(facts)
        found(url, self.places, kind)
        self.desk = Desk.open(url)
        self.now = datetime(TODAY.year, TODAY.month, TODAY.day, 1, 0, tzinfo=UTC)
        self.case_id = new_id()

    def close(self) -> None:
        """Give everything back."""
        self.desk.close()

    def do(self, command: c.Command, by: str) -> Answer:
        """Do an act a minute later than the one before."""
        self.now += timedelta(minutes=1)
        return self.desk.do(command, by=by, at=self.now)

    def application(self, *, without: Iterable[str] = ()) -> Application:
        """Return the application of the story, some papers left at home."""
        asked = self.facts.application
        right = None
        if self.facts.acted:
            acted = self.facts.acted[0].id
            right = next(name for name, held in names(self.places) if held.id == acted)
        materials = tuple(code for code in asked.materials if code not in set(without))
        return replace(asked, right=right, materials=materials, confirmed=CONFIRMED)

    def accept(self, application: Application) -> Answer:
        """Accept the application."""
        return self.do(c.AcceptCase(case_id=self.case_id, application=application), "w1")

    def to_the_register(self) -> RegisterAnswer:
        """Announce, charge, pay, review and enter."""
        item = self.facts.item
        if item.announcement and item.act != "replace_paper":
            self.do(c.AnnounceCase(case_id=self.case_id), "w1")
            self.now += timedelta(days=40)
        self.do(c.ChargeCase(case_id=self.case_id), "w1")
        self.do(c.ExemptCharge(case_id=self.case_id, what="all", reason="保障性住房"), "w1")
        self.do(c.ClaimCase(case_id=self.case_id), "a1")
        self.do(c.DecideCase(case_id=self.case_id, decision="approve", opinion="同意登记。"), "a1")
        answer = self.do(c.RegisterCase(case_id=self.case_id), "a1")
        assert isinstance(answer, RegisterAnswer)
        return answer

    def print_all(self) -> list[Printed]:
        """Write all certificates and proofs and read them back from their PDF."""
        self.do(c.PrintCertificates(case_id=self.case_id), "w1")
        with self.desk.ask() as reader:
            rows = papers.papers_of(reader, self.case_id)
            kept = [
                (row.kind, papers.paper(reader, row.id))
                for row in rows
                if row.kind in {"certificate", "proof"}
            ]
        return [Printed(kind, _text(view.content)) for kind, view in kept if view]

    def hand_out(self) -> str:
        """Hand the papers, or the receipt, to one who may fetch them; return the stage."""
        parties = self.facts.application.parties
        fetcher = next(p for p in parties if p.role in {"holder", "organ"})
        to = Person(name=fetcher.name, id_type=fetcher.id_type, id_number=fetcher.id_number)
        self.do(c.IssueCase(case_id=self.case_id, to=to, method="counter"), "w1")
        with self.desk.ask() as reader:
            case = reader.case(self.case_id)
        assert case is not None
        return case.state

    def view(self, code: str) -> UnitView:
        """Look at a unit."""
        with self.desk.ask() as reader:
            view = register.unit(reader, code, self.now)
        assert view is not None
        return view

    def made_by_the_case(self) -> list[tuple[UnitView, RightFacts]]:
        """Return the entries that the case made, each with its unit."""
        with self.desk.ask() as reader:
            views = list(register.all_units(reader, self.now))
        return [
            (view, row.right)
            for view in views
            for row in view.rights
            if row.right.case_id == self.case_id
        ]


def found(url: str, places: Sequence[UnitFacts], kind: Kind, day: date = TODAY) -> None:
    """Make a centre with the units of a story and what is registered on them."""
    create_database(
        url,
        kind=kind,
        centre=CentreSpec(
            name="辽源市不动产登记中心",
            authority=CENTRE.authority,
            short=CENTRE.short,
            area_name=CENTRE.area_name,
            area_codes=CENTRE.area_codes,
            windows=1,
            year=day.year,
        ),
        staff=(
            StaffSpec(login="w1", name="于丽娟", roles=("clerk", "printer"), window=1),
            StaffSpec(login="s1", name="邱立新", roles=("admin",)),
            StaffSpec(login="a1", name="曹振国", roles=("approver", "registrar")),
        ),
        stock=(
            StockSpec(kind="certificate", first="D22000000001", last="D22000000009", window=1),
            StockSpec(kind="proof", first="22000000001", last="22000000009", window=1),
        ),
        units=[_unit(place) for place in places],
        rights=[_right(name, held) for name, held in names(places)],
        at=midnight(day) if kind == "rehearsal" else None,
    )


def names(places: Sequence[UnitFacts]) -> list[tuple[str, RightFacts]]:
    """Return a name in the file for each right of a story."""
    rights = [right for place in places for right in place.rights]
    return [(f"r{number}", right) for number, right in enumerate(rights)]


def places_of(facts: Facts) -> tuple[UnitFacts, ...]:
    """Return the units of a story; a right acted upon may lie on the land, which is there too."""
    here = {place.code for place in facts.units}
    places = [*facts.units, *facts.parcels.values()]
    for right in facts.acted:
        if right.unit_code not in here:
            land = replace(facts.units[0], code=right.unit_code, kind="land", rights=(right,))
            places.append(land)
    return tuple(places)


def _unit(place: UnitFacts) -> UnitSpec:
    kept = {
        name: getattr(place, name) for name in UnitSpec.__dataclass_fields__ if name != "locked"
    }
    return UnitSpec(**kept)


def _right(name: str, held: RightFacts) -> RightSpec:
    proof = held.type in {"19", "23", "92", "96", "97"}
    number = (
        None
        if held.type == "98"
        else f"吉（2016）辽源市不动产{'证明' if proof else '权'}第{1000 + int(name[1:]):07}号"
    )
    return RightSpec(
        name=name,
        unit=held.unit_code,
        type=held.type,
        holders=held.holders,
        co_ownership=held.co_ownership if held.holders else None,
        certificate_no=number,
        registered_at=held.registered_at.astimezone(UTC).date(),
        fields=held.fields,
    )


def _text(content: bytes) -> str:
    """Return the text twice: as it is seen, and box by box as it was drawn."""
    with pdfplumber.open(BytesIO(content)) as pdf:
        read = [
            page.extract_text(use_text_flow=by_box) or ""
            for by_box in (False, True)
            for page in pdf.pages
        ]
    return "".join("".join(text.split()) for text in read)
