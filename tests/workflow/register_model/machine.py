"""A history of applications, checked after every act against the paper register."""

from collections.abc import Callable, Set
from datetime import date, datetime
from fractions import Fraction
from itertools import count
from uuid import UUID

from hypothesis import assume, event
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from desk.workflow.application import Application, CoOwnership, Party, PartyRole, Person
from desk.workflow.facts import RightFacts
from desk.workflow.founding import midnight
from desk.workflow.queries.register import UnitView
from forms.catalogue import delivered
from tests.workflow.register_model.model import (
    AT_ONCE,
    EASEMENT,
    HABITATION,
    LAND_USE,
    MORTGAGE,
    NOTICE,
    OWNED,
    SEIZURE,
    Model,
    Page,
    Sheet,
    line,
)
from tests.workflow.register_model.office import (
    DENIED,
    DEVELOPER,
    HOMES,
    LAND,
    OWNERS,
    RAW,
    Office,
    Refused,
    must_have_paper,
    seen,
)

BANKS = tuple(
    Person(name=name, id_type="7", id_number=number)
    for name, number in (
        ("中国工商银行辽源分行", "122204000000000016"),
        ("中国农业银行辽源分行", "9122040269020427X0"),
    )
)
COURT, OTHER_COURT, UPPER = "辽源市龙山区人民法院", "辽源市西安区人民法院", "辽源市中级人民法院"
COURTS = (COURT, OTHER_COURT)
ORGAN = Person(name=COURT, id_type="99", id_number="组织机构代码")
USES = ("住宅", "办公", "商业服务")
numbers = count(1)

Data = st.DataObject
SELDOM = st.sampled_from([False, False, False, True])  # most cases are done at one go
Effect = Callable[[], None]


def part(role: PartyRole, person: Person) -> Party:
    """Let a person play a part in an application."""
    values = {
        name: getattr(person, name) for name in ("name", "id_type", "id_number", "share", "married")
    }
    return Party(role=role, **values)


_STOPPED_BY_SEIZURE = frozenset({"transfer", "inherit", "change", "split", "mortgage", "notice"})


class RegisterMachine(RuleBasedStateMachine):
    """A history of applications, checked after every act against the paper register."""

    office: Office

    def __init__(self) -> None:
        super().__init__()
        self.office = self.open_office()
        began = midnight(date(2016, 5, 12))
        homes = [
            Sheet(code=code, location=f"人民大街1号{code[-1]}室", usage="住宅", floor_area=9000)
            for code in (*HOMES, *RAW)
        ]
        for home, owner in zip(homes, OWNERS, strict=False):
            home.own(Page(type=OWNED, holders=(owner,), form="sole", since=began, first=began))
        land = Sheet(code=LAND, location="人民大街1号", usage="住宅", floor_area=0)
        land.own(Page(type=LAND_USE, holders=(DEVELOPER,), form="sole", since=began, first=began))
        self.model = Model([land, *homes])
        self.past: list[tuple[datetime, dict[str, tuple[object, ...]]]] = []
        self.entries: dict[UUID, tuple[object, ...]] = {}
        self.closed: set[UUID] = set()
        self.pending: list[tuple[UUID, Application, Effect, datetime]] = []
        self.used_codes = set(self.model.sheets)

    def open_office(self) -> Office:
        """Open the office; the tests say on which database."""
        raise NotImplementedError

    def teardown(self) -> None:
        """Look back once more at everything that was ever seen, and close."""
        try:
            for moment, then in self.past[-12:]:
                self._as_it_was(moment, then)
        finally:
            self.office.close()

    # What is there

    @property
    def day(self) -> date:
        return self.office.day

    def sheets(self, data: Data, *, owned: bool = True, busy: bool | None = None) -> Sheet:
        """Choose a unit; `owned` none where nobody owns it yet."""
        found_ = [
            s for s in self.model if s.code != LAND and not s.ended and bool(s.owner) == owned
        ]
        assume(found_)
        return data.draw(st.sampled_from(sorted(found_, key=lambda s: s.code)), label="unit")

    def right(self, data: Data, *types: str) -> tuple[list[Sheet], Page]:
        """Choose a live burden, with the units that it lies on."""
        groups = sorted({b.group for s in self.model for b in s.live(self.day, *types)})
        group = data.draw(st.sampled_from(groups), label="right")
        pairs = self.model.group(group)
        return [s for s, _ in pairs], pairs[0][1]

    def some_right(self, *types: str) -> bool:
        """Say whether there is such a burden."""
        return any(s.live(self.day, *types) for s in self.model)

    def entry_of(self, sheet: Sheet, page: Page) -> str:
        """Return the program's name for a burden, found by what it says."""
        view = self.office.views([sheet.code])[sheet.code]
        rank = None
        if page.type in (MORTGAGE, SEIZURE):
            same = [b.group for b in sheet.live(self.day, page.type)]
            rank = same.index(page.group) + (1 if page.type == MORTGAGE else 0)
        wanted = line(page.type, page.holders, page.form, rank, page.terms)
        return next(
            str(row.right.id) for row in view.rights if row.live and self._line(row.right) == wanted
        )

    @staticmethod
    def _line(right: RightFacts) -> tuple[object, ...]:
        form = right.co_ownership if right.is_ownership else None
        return line(right.type, right.holders, form, right.rank, dict(right.fields))

    # What must refuse

    def in_the_way(
        self, units: list[Sheet], what: str, *, free: bool = False, consent: bool = False
    ) -> set[str]:
        """Return the rules that must refuse by the matrix of conflicts; `what` is its row."""
        must: set[str] = set()
        for sheet in units:
            if what not in {"seize", "release", "objection"} and self.model.others_open(sheet.code):
                must.add("R07")
            if what in _STOPPED_BY_SEIZURE and self.model.is_seized(sheet.code, self.day):
                must.add("R03")
            restricted = any(
                b.terms.get("transfer_restricted") for b in sheet.live(self.day, MORTGAGE)
            )
            if what == "transfer" and restricted and not free:
                must.add("R04")
            if (
                what == "split"
                and not consent
                and sheet.live(self.day, MORTGAGE, EASEMENT, HABITATION, NOTICE)
            ):
                must.add("R37")
        return must

    # How an application runs

    def apply(
        self,
        item: str,
        units: list[Sheet],
        parties: list[Party],
        effect: Effect,
        *,
        must: Set[str] = frozenset(),
        unsure: bool = False,
        right: str | None = None,
        form: CoOwnership | None = None,
        reason: str = "",
        fields: dict[str, object] | None = None,
        also: tuple[str, ...] = (),
        at_entry: Set[str] = frozenset(),
        wait: bool = False,
    ) -> bool:
        """Hand in, and enter or leave open; what is refused must be, what is not must not be."""
        catalogue = delivered().items[item]
        application = Application(
            item=item,
            units=tuple(s.code for s in units),
            parties=tuple(parties),
            materials=(*catalogue.materials_required, *also),
            right=right,
            co_ownership=form,
            reason=reason or catalogue.reasons[0],
            fields=fields or {},
            confirmed=DENIED,
        )
        taken = self.office.accept(application)
        if isinstance(taken, Refused):
            event(f"{item} refused")
            assert must or unsure, f"{item} without need: {taken.text}"
            assert must <= taken.codes or unsure, f"{item}: {must} expected, not: {taken.text}"
            return False
        assert not must, f"{item} accepted in spite of {must}"
        event(f"{item} accepted")
        served = self.office.now
        if wait:
            for sheet in units:
                self.model.open.setdefault(sheet.code, []).append(item)
            self.pending.append((taken, application, effect, served))
            return True
        self._finish(taken, application, effect, first=False, stopped=set(at_entry))
        return True

    def _finish(
        self,
        case_id: UUID,
        application: Application,
        effect: Effect,
        *,
        first: bool,
        stopped: set[str],
    ) -> None:
        item = delivered().items[application.item]
        for code in application.units:
            if "R03" in item.rules and self.model.is_seized(code, self.day):
                stopped.add("R20")
            if not first and item.code not in AT_ONCE and self.model.open.get(code):
                stopped.add("R49")  # what lies open was accepted before
        refusal = self.office.finish(case_id)
        if refusal:
            assert refusal.codes == stopped, f"{item.code} at the entry: {refusal.text}"
            event(f"{item.code} stopped at the entry")
            return
        assert not stopped, f"{item.code} entered in spite of a seizure"
        event(f"{item.code} entered")
        effect()

    # Time and what lies open

    @initialize()
    def first_look(self) -> None:
        self._look()

    @rule(days=st.sampled_from([1, 5, 15, 16, 40, 91]))
    def days_pass(self, days: int) -> None:
        self.office.pass_days(days)

    @precondition(lambda self: self.pending)
    @rule(data=st.data(), withdrawn=st.booleans())
    def an_open_case_ends(self, data: Data, withdrawn: bool) -> None:
        case_id, application, effect, _ = self.pending.pop(0)
        for code in application.units:
            self.model.open[code].remove(application.item)
        if withdrawn:
            self.office.withdraw(case_id)
        else:
            self._finish(case_id, application, effect, first=True, stopped=set())

    # What must always be so

    @invariant()
    def the_register_says_what_the_paper_says(self) -> None:
        self._look()

    def _look(self) -> None:
        views = self.office.views(self.model.sheets)
        assert set(views) == set(self.model.sheets)
        for sheet in self.model:
            self._same(sheet, views[sheet.code])
        self._entries_stay(views)
        self._papers_prove_what_stands(views)
        now = {code: seen(view) for code, view in views.items()}
        if not self.past or self.past[-1][1] != now:
            self.past.append((self.office.now, now))
        if len(self.past) > 1:
            place = (len(self.past) * 7919) % (len(self.past) - 1)
            self._as_it_was(*self.past[place], only=1)

    def _same(self, sheet: Sheet, view: UnitView) -> None:
        unit = view.unit
        in_process = bool(self.model.open.get(sheet.code))
        assert (unit.location, unit.usage, unit.ended) == (sheet.location, sheet.usage, sheet.ended)
        assert (unit.floor_area or 0) == sheet.floor_area
        assert view.state == sheet.state(self.day, in_process=in_process), sheet.code
        live = sorted((self._line(r.right) for r in view.rights if r.live), key=repr)
        expected = sheet.lines(self.day)
        assert live == expected, f"{sheet.code}: {live} is not {expected}"
        owners = [r.right for r in view.rights if r.live and r.right.is_ownership]
        assert len(owners) <= 1
        for owner in owners:
            if owner.co_ownership == "shares":
                assert sum((p.share or Fraction(0) for p in owner.holders), Fraction(0)) == 1

    def _entries_stay(self, views: dict[str, UnitView]) -> None:
        found_: dict[UUID, tuple[object, ...]] = {}
        for view in views.values():
            for row in view.rights:
                right = row.right
                said: tuple[object, ...] = (
                    right.unit_code,
                    right.type,
                    right.holders,
                    repr(sorted(right.fields.items())),
                    right.registered_at,
                )
                found_[right.id] = said
                assert not (right.id in self.closed and row.live), "a closed entry came back"
                if not row.live:
                    self.closed.add(right.id)
        for entry, before in self.entries.items():
            assert found_[entry] == before, "an entry changed"
        self.entries = found_

    def _papers_prove_what_stands(self, views: dict[str, UnitView]) -> None:
        rows = {row.right.id: row.right for view in views.values() for row in view.rights}
        papers = self.office.papers_in_force()
        proved = {right for rights in papers.values() for right in rights}
        for right in rows.values():
            if right.live and must_have_paper(right.type):
                assert right.id in proved, f"{right.type} on {right.unit_code} has no paper"
        for number, rights in papers.items():
            assert any(not rows[right].closed for right in rights), f"{number} proves nothing"

    def _as_it_was(
        self, moment: datetime, then: dict[str, tuple[object, ...]], only: int = 0
    ) -> None:
        codes = sorted(self.model.sheets)
        if only:
            codes = codes[(len(self.past) * 31) % len(codes) :][:only]
        for code in codes:
            view = self.office.view_as_at(code, moment)
            if code not in then:
                assert view is None, f"{code} was not there at {moment}"
            else:
                assert view is not None
                assert seen(view) == then[code], f"{code} as at {moment}"
