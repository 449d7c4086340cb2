"""A morning at the demonstration centre, lived through the real services, to every stage."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from db.ids import new_id
from desk.workflow import commands as c
from desk.workflow.application import Application, Delivery, HandOver, Party, PartyRole, Person
from desk.workflow.demo.people import APPROVERS, BANKS, WINDOWS, body, person
from desk.workflow.demo.places import Town
from desk.workflow.desk import Desk

Step = tuple[c.Command, str]

_STAGES = ("accepted", "paid", "claimed", "approved", "registered", "printed", "issued")
_EACH = 4
_BY_COURIER = (6, 12)  # one is on its way, one is to be sent
WAITING_PEOPLE = 24
_PRE_REVIEWED_OF = 3
_PAPERS_OF_A_SALE = ("M01", "M02", "M04", "M06", "M13")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Visit:
    case_id: UUID
    application: Application
    window: int
    approver: str
    reach: str


class Morning:
    """Fills a demonstration desk with cases; the same seed and instant give the same morning."""

    def __init__(self, desk: Desk, town: Town, random: Random, now: datetime) -> None:
        self._desk = desk
        self._town = town
        self._random = random
        self._now = now
        self._bank = body(random, BANKS[0])
        self._free = iter(town.free)
        self._mortgaged = iter(town.mortgaged)

    def live(self) -> None:
        """Live the morning: cases at every stage, then the people who wait."""
        for number in range(_EACH * len(_STAGES)):
            reach = _STAGES[number % len(_STAGES)]
            self._visit(number, reach)
        self._wait()

    def _visit(self, number: int, reach: str) -> None:
        make = (self._sale, self._mortgage, self._cancellation)[number % 3]
        visit = _Visit(
            case_id=new_id(),
            application=_sent(make(), number) if number in _BY_COURIER else make(),
            window=1 + number % WINDOWS,
            approver=f"a{1 + number % APPROVERS}",
            reach=reach,
        )
        at = self._now - timedelta(minutes=55 - number)
        for command, by in _steps(visit):
            at += timedelta(seconds=self._random.randint(20, 90))
            self._desk.do(command, by=by, at=min(at, self._now))

    def _wait(self) -> None:
        items = ("LY013", "LY040", "LY046", "LY028", "LY060", "LY012")
        for number in range(WAITING_PEOPLE):
            at = self._now - timedelta(minutes=WAITING_PEOPLE - number)
            case_id, item = new_id(), items[number % len(items)]
            lane: c.Lane = "priority" if number % 9 == 0 else "normal"
            reason = "老年人优先" if lane == "priority" else ""
            ticket = c.DrawTicket(case_id=case_id, item=item, lane=lane, reason=reason)
            self._desk.do(ticket, by="g1", at=at)
            if number % _PRE_REVIEWED_OF:
                needed = self._desk.setting.catalogue.items[item].materials_required
                there = needed[: len(needed) - number % 2]
                look = c.PreReview(case_id=case_id, item=item, materials=there)
                self._desk.do(look, by="g2", at=at + timedelta(seconds=30))

    def _sale(self) -> Application:
        unit, owned = next(self._free)
        buyer = person(self._random)
        return Application(
            item="LY013",
            units=(unit.code,),
            parties=(_party(owned.holders[0], "obligor"), _party(buyer, "holder")),
            co_ownership="sole",
            reason="买卖(存量房)",
            fields={
                "price": f"{self._random.randint(18, 90)}0000.00",
                "contract_no": f"LYWQ{self._random.randint(100_000, 999_999)}",
                "dwelling_count": 1,
            },
            materials=_PAPERS_OF_A_SALE,
        )

    def _mortgage(self) -> Application:
        unit, owned = next(self._free)
        today = self._now.date()
        return Application(
            item="LY040",
            units=(unit.code,),
            parties=(_party(owned.holders[0], "obligor"), _party(self._bank, "holder")),
            reason="抵押合同设立",
            fields={
                "mortgage_kind": "general",
                "amount": f"{self._random.randint(10, 60)}0000.00",
                "from": today.isoformat(),
                "to": today.replace(year=today.year + 20, day=1).isoformat(),
                "transfer_restricted": False,
            },
            materials=("M01", "M02", "M04", "M37", "M38"),
        )

    def _cancellation(self) -> Application:
        unit, owned, mortgage = next(self._mortgaged)
        return Application(
            item="LY046",
            units=(unit.code,),
            right=mortgage.name,
            parties=(
                _party(mortgage.holders[0], "holder"),
                _party(owned.holders[0], "obligor"),
            ),
            reason="主债权消灭",
            materials=("M01", "M02", "M40", "M42"),
        )


def _sent(application: Application, number: int) -> Application:
    """Let the papers of a case go to the holder by courier."""
    holder = application.of("holder")[0]
    delivery = Delivery(
        way="express",
        receiver=holder.name,
        phone=holder.phone or "0437-3312345",
        address=f"辽源市龙山区人民大街{number}号",
    )
    return replace(application, delivery=delivery)


def _party(person: Person, role: PartyRole) -> Party:
    return Party(
        role=role,
        name=person.name,
        id_type=person.id_type,
        id_number=person.id_number,
        phone=person.phone,
        married=person.married,
    )


def _steps(visit: _Visit) -> Iterator[Step]:
    clerk, key = f"w{visit.window:02d}", visit.case_id
    item = visit.application.item
    yield c.DrawTicket(case_id=key, item=item), "g1"
    yield c.CallNext(window=visit.window, case_id=key, any_order=True), clerk
    yield c.AcceptCase(case_id=key, application=visit.application), clerk
    reached = _STAGES.index(visit.reach)
    for place, stage in enumerate(_STAGES[1:], start=1):
        if place <= reached:
            yield from _NEXT[stage](visit, clerk)


def _paid(visit: _Visit, clerk: str) -> Iterator[Step]:
    yield c.ChargeCase(case_id=visit.case_id), clerk
    if visit.application.item != "LY046":  # a cancellation costs nothing
        yield c.PayCharge(case_id=visit.case_id, what="all", method="scan"), clerk


def _claimed(visit: _Visit, _clerk: str) -> Iterator[Step]:
    yield c.ClaimCase(case_id=visit.case_id, any_order=True), visit.approver


def _approved(visit: _Visit, _clerk: str) -> Iterator[Step]:
    opinion = "经审核，符合登记条件，同意登记。"
    yield c.DecideCase(case_id=visit.case_id, decision="approve", opinion=opinion), visit.approver


def _registered(visit: _Visit, _clerk: str) -> Iterator[Step]:
    yield c.RegisterCase(case_id=visit.case_id), visit.approver


def _printed(visit: _Visit, clerk: str) -> Iterator[Step]:
    if visit.application.item != "LY046":
        yield c.PrintCertificates(case_id=visit.case_id), clerk


def _issued(visit: _Visit, clerk: str) -> Iterator[Step]:
    receiver = visit.application.of("holder")[0]
    sent = visit.application.delivery
    waybill = "EA123456785CN" if sent else None
    way: HandOver = sent.way if sent else "counter"
    yield c.IssueCase(case_id=visit.case_id, to=receiver, method=way, waybill=waybill), clerk


_NEXT: dict[str, Callable[[_Visit, str], Iterator[Step]]] = {
    "paid": _paid,
    "claimed": _claimed,
    "approved": _approved,
    "registered": _registered,
    "printed": _printed,
    "issued": _issued,
}
